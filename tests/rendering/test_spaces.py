"""A number keeps its per cent sign; code stays as it is written."""

import pytest
from markdown import Markdown

EXTENSIONS = ["pymdownx.superfences", "rendering.shown_work", "rendering.spaces"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("in 90 % of cases", "in 90\u00a0% of cases"),
        ("in 90\n% of cases", "in 90\u00a0% of cases"),
        ("in *most*, 90 %, of cases", "<em>most</em>, 90\u00a0%, of"),
        ("in 90 %<!-- = 90 --> of cases", ">90\u00a0%</data> of cases"),
        ("a % sign and `5 % 2`", "a % sign and <code>5 % 2</code>"),
        ("`a` 90 %", "</code> 90\u00a0%"),
    ],
)
def test_a_per_cent_sign_stays_with_its_number(source: str, shown: str) -> None:
    assert shown in Markdown(extensions=EXTENSIONS).convert(source)
