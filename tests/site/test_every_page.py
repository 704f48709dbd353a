"""What every page must pass. What is asked of it in Chromium was gathered by one visit (visits.py)."""

import re
from pathlib import Path

import pytest
from conftest import Validate
from lxml import html as parser
from visits import Seen

BUDGET = 120_000  # bytes over the wire on a first visit to a page without widgets


def test_asks_nobody_else_and_complains_of_nothing(seen: Seen) -> None:
    assert seen.complaints == [], "\n".join(seen.complaints)


def test_is_accessible(seen: Seen) -> None:
    assert seen.inaccessible == [], "\n".join(seen.inaccessible)


def test_is_dark_enough_to_read(seen: Seen) -> None:
    assert seen.faint == [], "\n".join(seen.faint)


def test_never_scrolls_sideways(seen: Seen) -> None:
    assert seen.width <= 320, seen.too_wide


def test_shows_all_columns_on_a_phone(seen: Seen, address: str) -> None:
    if not address.startswith(("concepts/", "uses/")):
        pytest.skip("what is looked up may scroll")
    assert seen.hiding_columns == [], "\n".join(seen.hiding_columns)


def test_is_whole_without_javascript(seen: Seen) -> None:
    assert seen.unseen_without_javascript == [], "\n".join(seen.unseen_without_javascript)
    assert seen.headings_without_javascript == 1
    assert seen.useless_without_javascript == 0
    assert seen.menu_without_javascript >= 5


def test_keeps_to_its_budget(seen: Seen, html: Path) -> None:
    if re.search(r"<xb-\w+", html.read_text(encoding="utf-8")):
        pytest.skip("the budget is for pages without widgets")
    assert seen.first_visit <= BUDGET


def test_is_valid_html(validate: Validate, html: Path) -> None:
    problems = validate(html)
    assert problems == [], "\n".join(problems)


def test_names_itself(html: Path) -> None:
    text = html.read_text(encoding="utf-8")
    title = str(parser.fromstring(text).findtext(".//title"))
    assert 40 <= len(title) <= 75, (
        f"{title!r} has {len(title)} characters: give the page a headline in its front matter"
    )
    description = re.search(r'<meta name="description" content="([^"]*)"', text)
    assert description, "give the page a description in its front matter"
    assert 50 <= len(description[1]) <= 160, f"{description[1]!r} has {len(description[1])} characters"


def test_shows_no_markup_as_text(html: Path) -> None:
    """An unclosed comment, a marker that nothing read or a formula that nothing set would be seen by readers."""
    article = parser.parse(str(html), parser.HTMLParser(encoding="utf-8")).xpath("//article")[0]
    prose = "".join(article.xpath(".//text()[not(ancestor::code or ancestor::*[contains(@class, 'katex')])]"))
    assert re.findall(r"<!--|-->|\$|\\[a-z(]|\]\(|\{[#:.]| markdown=|\*\*", prose) == []
