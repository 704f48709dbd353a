"""What a formula looks like in its sentence."""

import re

import pytest
from markdown import Markdown


@pytest.mark.parametrize("source", [r"then $\;H(p)$", r"then $\, \; H(p)$", "then $H(p)$"])
def test_one_space_stands_before_a_formula(source: str) -> None:
    settings = {"pymdownx.arithmatex": {"generic": True}}
    shown = Markdown(extensions=[*settings, "rendering.formulas"], extension_configs=settings).convert(source)
    seen = shown.partition('class="katex-html"')[2]
    assert re.search(r'class="m(ord|space)', seen), "the formula is set"
    assert "mspace" not in seen.partition('class="mord')[0]
