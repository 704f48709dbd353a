"""What can be pointed at: an address from a name, a role, and a link beside it."""

import pytest
from lxml import html
from markdown import Markdown

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "rendering.widgets", "rendering.marks"]
TABLE = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
THEOREM = '<div class="statement" id="stein" markdown>\n\n**Theorem (Stein).** It *holds*.\n\n</div>\n\n'


def made(source: str) -> html.HtmlElement:
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(source), create_parent="article")


def marks(source: str) -> dict[str, str]:
    """Where the marks of a page lead, and what they are called."""
    return {
        mark.get("href", ""): mark.get("aria-label", "") for mark in made(source).iter("a") if "mark" in mark.classes
    }


@pytest.mark.parametrize(
    ("source", "address", "name"),
    [
        ("## A *fine* day {#day}", "#day", "Link to A fine day"),
        (THEOREM, "#stein", "Link to Theorem (Stein)"),
        (
            THEOREM + '<div class="proof" markdown>\n\nSo.\n\n</div>',
            "#proof-of-stein",
            "Link to Proof of Theorem (Stein)",
        ),
        (
            THEOREM + '<details class="proof" markdown>\n<summary>Proof</summary>\n\nSo.\n\n</details>',
            "#proof-of-stein",
            "Link to proof of stein",
        ),
        ('<div class="myth" id="myth-no" markdown>\n\n**"No."** Yes.\n\n</div>', "#myth-no", 'Link to "No."'),
        (
            '<details class="question" id="question-why" markdown>\n<summary>Why?</summary>\n\nSo.\n\n</details>',
            "#question-why",
            "Link to question why",
        ),
        (
            f"<!-- table: closed_forms.one_deviation -->\n{TABLE}",
            "#table-one-deviation",
            "Link to table one deviation",
        ),
        ('<xb-bars id="board" markdown>\n\nStill.\n\n</xb-bars>', "#board", "Link to widget board"),
    ],
)
def test_it_shows_a_link_to_itself(source: str, address: str, name: str) -> None:
    assert marks(source)[address] == name
    assert [element.tag for element in made(source).iter() if element.get("id") == address[1:]] != []


@pytest.mark.parametrize(
    "source", ["# Title", TABLE, "<details markdown>\n<summary>Hint</summary>\n\nSo.\n\n</details>"]
)
def test_what_has_no_address_of_its_own_has_no_mark(source: str) -> None:
    assert marks(source) == {}


def test_a_heading_is_read_out_by_its_name_alone() -> None:
    (heading,) = made("## A fine day").iter("h2")
    assert heading.text_content() == "A fine day"
    assert heading.get("aria-label") is None
    assert heading.getnext().get("class") == "mark"


def test_a_heading_still_begins_its_section() -> None:
    page = html.fragment_fromstring(
        Markdown(extensions=[*EXTENSIONS, "rendering.sections"]).convert("# Title\n\n## One\n\n## Two"),
        create_parent="p",
    )
    assert [[child.get("class") for child in section] for section in page.iter("section")] == [["marked"], ["marked"]]


def test_boxes_and_tables_say_what_they_are() -> None:
    page = made(f"## Day\n\n{THEOREM}<!-- table: kl_divergence.coding -->\n{TABLE}")
    (box,) = page.find_class("statement")
    assert (box.get("role"), box.get("aria-label")) == ("group", "Theorem (Stein)")
    (table,) = page.iter("table")
    assert table.get("aria-label") == "Day"


def test_what_follows_stays_in_its_place() -> None:
    text = made(f"## Day\n\nOne.\n\n<!-- table: a.b -->\n{TABLE}\nTwo.\n\n{THEOREM}Three.").text_content()
    assert text.split() == ["Day", "One.", "a", "b", "1", "2", "Two.", "Theorem", "(Stein).", "It", "holds.", "Three."]


def test_a_table_in_a_box_is_found() -> None:
    table = f"<!-- table: a.b -->\n{TABLE}"
    folded = f'<details class="aside" id="more" markdown>\n<summary>More</summary>\n\n{table}\n</details>'
    assert set(marks(folded)) == {"#more", "#table-b"}
