"""A page's widgets are checked before they are built: by name, by what they say, by the still figure inside."""

from pathlib import Path

import pytest

from checking import pages
from checking.source import line_of
from checking.widgets import corrections, problems
from environment import ROOT
from rendering.widgets import tags

STILL = '\n\n![Bars, p blue and q orange.](../generated/x/bars.svg "A title.")\n\n'
GOOD = f'<xb-bars id="board" p="0.5 0.5" q="0.25 0.75" labels="sun rain" markdown>{STILL}</xb-bars>'
CALCULATOR = (
    '<xb-calculator id="c" lists="a_1_0.5*b_1_0.5" table="1_2*3_4" examples="A coin|5_0.5*7_0.5" markdown>'
    f"{STILL}</xb-calculator>"
)


def said(text: str) -> list[str]:
    """What is wrong with a page, each after its line."""
    text = "# Title\n\n" + text
    return [f"{line_of(text, at)}: {message}" for at, message in problems(Path("page.md"), text)]


def test_a_good_widget_has_no_problem() -> None:
    assert said(f"{GOOD}\n\n{CALCULATOR}") == []


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('p="0.5 0.5"', 'p="0.5 0.5" truth="0.5 0.5"', "<xb-bars> knows no attribute truth: it knows p, q, labels, id"),
        ('q="0.25 0.75"', 'belief="0.25 0.75"', "<xb-bars> knows no attribute belief"),
        ("xb-bars", "xb-bar", "no folder site_src/widgets/xb-bar/ defines this tag; did you mean <xb-bars>?"),
        (STILL, "", "<xb-bars> has no still figure"),
        (STILL, "\n\nSome words.\n\n", "<xb-bars> has no still figure"),
        ("![Bars, p blue and q orange.]", "![]", "<xb-bars> has no still figure"),
        ("</xb-bars>", "", "<xb-bars> is not closed"),
        (" markdown>", ">", "<xb-bars> needs the word markdown"),
        ('id="board" ', "", "<xb-bars> needs an id"),
        (" markdown>", " markdown", "<xb-bars cannot be read"),
        ('"0.5 0.5"', "'0.5 0.5'", "<xb-bars cannot be read"),
        ('p="0.5 0.5"', 'p="0.5 0.4"', '<xb-bars> cannot begin: p="0.5 0.4": write two or more numbers'),
        ('q="0.25 0.75"', 'q="1"', "<xb-bars> cannot begin"),
        ("sun rain", "sun", '<xb-bars> cannot begin: labels="sun": 2 outcomes need 2 labels'),
    ],
)
def test_what_is_wrong_is_named_with_its_line(right: str, wrong: str, words: str) -> None:
    assert right in GOOD
    first = said(GOOD.replace(right, wrong))[0]
    assert first.startswith("3: ")
    assert words in first


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("5_0.5*7_0.5", "5_0.5*7_half", "q in line 2 is “half”, which is no number"),
        ("A coin|5_0.5*7_0.5", "A coin", "write a name and its lists"),
        ("5_0.5*7_0.5", "5_0.5*7_-0.5", "A count or a probability is 0 or more"),
        ("a_1_0.5*b_1_0.5", "", "Nothing is pasted yet"),
        ("1_2*3_4", "1_2*3", "Line 2 has 1 number"),
    ],
)
def test_the_calculator_reads_its_examples_with_its_own_parser(right: str, wrong: str, words: str) -> None:
    assert right in CALCULATOR
    (only,) = said(CALCULATOR.replace(right, wrong))
    assert words in only


def test_code_is_no_widget() -> None:
    assert said("A tag is written `<xb-nothing>`.\n\n```html\n<xb-bars p='1'>\n```\n") == []


def test_every_page_of_the_site_is_asked() -> None:
    texts = {page: page.read_text(encoding="utf-8") for page in pages.every()}
    assert {tag for tag in tags() for text in texts.values() if f"<{tag} " in text} == set(tags()), "a widget is unused"
    assert [
        f"{page}:{line_of(text, at)}: {why}" for page, text in texts.items() for at, why in problems(page, text)
    ] == []


def test_a_computed_attribute_is_what_its_exhibit_returns() -> None:
    page = ROOT / "docs" / "reference" / "calculator.md"
    text = page.read_text(encoding="utf-8")
    assert list(corrections(text)) == []
    ((at, old, new, why),) = corrections(text.replace("0.190756829074", "0.190756829075"))
    assert why == "the attribute calculator.examples differs from its exhibit"
    assert text[at:].startswith(new[:10])
    assert old.replace("0.190756829075", "0.190756829074") == new
