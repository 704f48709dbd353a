"""A number that shows its work stays in its sentence: elements nest, and where none can stand there is none."""

import pytest
from markdown import Markdown

WORK = '<data class="claim" value="1/4 = 0.25">'


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("is 0.25<!-- = 1/4 --> bits", f"<p>is {WORK}0.25</data> bits</p>"),
        ("is **0.25**<!-- = 1/4 --> bits", f"<p>is {WORK}<strong>0.25</strong></data> bits</p>"),
        ("is **not 0.25**<!-- = 1/4 --> bits", f"<p>is <strong>not {WORK}0.25</data></strong> bits</p>"),
        ("is **0.25<!-- = 1/4 --> bits**", f"<p>is <strong>{WORK}0.25</data> bits</strong></p>"),
        ("# Is 0.25<!-- = 1/4 --> much?", "<h1>Is 0.25 much?</h1>"),
        ("![0.25<!-- = 1/4 --> of it](a.svg)", '<p><img alt="0.25 of it" src="a.svg" /></p>'),
    ],
)
def test_elements_nest(source: str, shown: str) -> None:
    assert Markdown(extensions=["rendering.shown_work"]).convert(source) == shown
