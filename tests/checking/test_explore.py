"""A widget is lent out on a page of its own: its copy, its steps and its place in the gallery are derived."""

import pytest

from checking import explore, navigation
from checking.explore import EXPLORE, GALLERY_PAGE
from rendering.widgets import tags

PAGE = EXPLORE / "zeros.md"
TEXT = PAGE.read_text(encoding="utf-8")
GALLERY = GALLERY_PAGE.read_text(encoding="utf-8")


def told(text: str) -> list[str]:
    corrections = [why for _, _, _, why in explore.corrections(PAGE, text)]
    return corrections + [why for _, why in explore.problems(PAGE, text)]


def test_what_is_derived_is_as_it_is_derived() -> None:
    assert told(TEXT) == []
    assert list(explore.corrections(GALLERY_PAGE, GALLERY)) == []


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ('counts="11 6 3 0"', 'counts="11 6 3 1"', "the widget of concepts/zeros-and-infinities.md is another"),
        ("![What is reported", "![What was reported", "the widget of concepts/zeros-and-infinities.md is another"),
        ("place=30", "place=31", "the widget tells another story"),
        ("#epsilon-lab -->", "#epsilon -->", "no widget of concepts/zeros-and-infinities.md has the id epsilon"),
        ("zeros-and-infinities.md#e", "zeros.md#e", "no widget of concepts/zeros.md has the id epsilon-lab"),
        ("<!-- in the gallery -->", "", "write “<!-- in the gallery -->”"),
        ("do with a zero?**", "do with a zero.**", "write “<!-- in the gallery -->”"),
        ("<!-- widget:", "<!-- a widget:", "no widget: write"),
        ("<!-- steps -->", "", "no steps: write"),
    ],
)
def test_what_differs_or_lacks_is_told(good: str, bad: str, complaint: str) -> None:
    assert good in TEXT
    assert any(complaint in why for why in told(TEXT.replace(good, bad, 1)))


def test_a_page_is_called_like_its_tag() -> None:
    (why,) = (why for _, why in explore.problems(EXPLORE / "nought.md", TEXT))
    assert why == "the page of <xb-zeros> is called zeros.md"


def test_a_page_without_its_derived_parts_gets_them() -> None:
    bare = explore.COPY.sub(lambda found: found[0].removesuffix(found["text"]), TEXT)
    bare = explore.STEPS.sub("<!-- steps -->\n\n", bare)
    for at, old, new, _ in sorted(explore.corrections(PAGE, bare), reverse=True):
        bare = bare[:at] + new + bare[at + len(old) :]
    assert bare == TEXT


def test_the_copy_is_for_readers_and_not_checked_twice() -> None:
    copy = explore.COPY.search(TEXT)
    assert copy
    assert "<!--" not in copy["text"]
    assert "10⁻¹²" not in explore.without_copies(TEXT)


def test_links_are_those_of_the_page_that_they_stand_on() -> None:
    moved = explore._moved("[a](../uses/x.md#y) ![b](c.svg) [d](#e) [f](https://g.h)", EXPLORE / "a.md", GALLERY_PAGE)
    assert moved == "[a](../uses/x.md#y) ![b](c.svg) [d](#e) [f](https://g.h)"
    moved = explore._moved("[a](../uses/x.md#y) ![b](c.svg)", EXPLORE / "a.md", navigation.DOCS / "index.md")
    assert moved == "[a](uses/x.md#y) ![b](explore/c.svg)"


def test_signs_of_a_sentence_are_no_markup() -> None:
    assert explore._plain("p_1 * q_1 <b> $x$ [y]") == r"p\_1 \* q\_1 \<b\> \$x\$ \[y\]"


def test_every_widget_is_in_the_gallery() -> None:
    shown = [page for page in navigation.pages() if explore.ENTRY.search(page.read_text(encoding="utf-8"))]
    texts = "".join(page.read_text(encoding="utf-8") for page in shown)
    assert [tag for tag in tags() if f"<{tag} " not in texts] == []
