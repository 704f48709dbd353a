"""Each heading of the second level begins a section."""

from lxml import html
from markdown import markdown


def sections(text: str) -> list[str]:
    root = html.fragment_fromstring(markdown(text, extensions=["rendering.sections", "md_in_html"]), create_parent=True)
    return [f"{child.tag}: {' '.join(child.text_content().split())}" for child in root]


def test_what_follows_a_heading_is_in_its_section() -> None:
    text = "# Title\n\nLead.\n\n## One\n\nText.\n\n### Small\n\nMore.\n\n## Two\n\n<div markdown>\n\nBoxed.\n\n</div>\n"
    assert sections(text) == ["h1: Title", "p: Lead.", "section: One Text. Small More.", "section: Two Boxed."]


def test_a_page_without_headings_has_no_sections() -> None:
    assert sections("# Title\n\nLead.\n") == ["h1: Title", "p: Lead."]


def test_a_box_with_headings_has_sections_of_its_own() -> None:
    text = "# Title\n\n<div markdown>\n\n## One\n\nText.\n\n## Two\n\nMore.\n\n</div>\n"
    root = html.fragment_fromstring(markdown(text, extensions=["rendering.sections", "md_in_html"]), create_parent=True)
    assert [section.text_content().split() for section in root.xpath("div/section")] == [
        ["One", "Text."],
        ["Two", "More."],
    ]


def test_a_section_says_how_many_letters_it_shows() -> None:
    text = "# Title\n\n## One\n\nFour *five*.\n\n<details markdown>\n<summary>Six</summary>\n\nFolded.\n\n</details>\n"
    root = html.fragment_fromstring(markdown(text, extensions=["rendering.sections", "md_in_html"]), create_parent=True)
    shown = sum(len(word) for word in ["One", "Four five.", "Six"])
    said = int(root.xpath("string(section/@style)").removeprefix("--letters:"))
    assert shown <= said < shown + len("Folded.")  # white space between blocks counts


LONG = "word " * 200


def pieces(text: str) -> list[str]:
    root = html.fragment_fromstring(markdown(text, extensions=["rendering.sections", "tables"]), create_parent=True)
    return [" ".join(piece.text_content().split()[:1]) for piece in root.xpath("section/section")]


def test_a_long_section_is_cut_between_paragraphs() -> None:
    assert pieces(f"## One\n\nFirst {LONG}\n\nSecond {LONG}\n\nThird.\n\nFourth.\n") == ["Second", "Third."]


def test_a_piece_begins_with_no_list_heading_or_caption() -> None:
    table = "| a |\n| --- |\n| b |\n"
    assert pieces(f"## One\n\n{LONG}\n\n- A list.\n\n### Small\n\nText.\n\nA caption.\n\n{table}\n\nEnd.\n") == []


def test_a_short_section_is_whole() -> None:
    assert pieces("## One\n\nFirst.\n\nSecond.\n") == []
