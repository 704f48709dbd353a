"""The overview of uses holds the rows of their pages, and a page without one is told."""

import pytest

from checking import navigation, overview
from checking.overview import HEADER, OVERVIEW, RULE, USES

TEXT = OVERVIEW.read_text(encoding="utf-8")
PAGE = USES / "maximum-likelihood.md"
PAGE_TEXT = PAGE.read_text(encoding="utf-8")
ROW = "| a method | $D(p \\parallel q)$ | $p$ | $q$ | $q$ | 3<!-- = 3 --> draws |\n"


def told(text: str) -> list[str]:
    return [why for _, why in overview.problems(PAGE, text)]


def test_the_table_holds_each_page_of_a_use() -> None:
    assert list(overview.corrections(TEXT)) == []
    assert all(f"]({page.name})" in TEXT for page in navigation.pages() if page.parent == USES and page != OVERVIEW)


def test_a_changed_table_is_told() -> None:
    (found,) = overview.corrections(TEXT.replace("[maximum likelihood]", "[likelihood]", 1))
    assert found[3] == "the pages of the uses have other rows"


def test_a_row_becomes_a_link_without_its_shown_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "pages", lambda: [PAGE])
    monkeypatch.setattr(type(PAGE), "read_text", lambda *_, **__: f"<!-- in the overview -->\n{HEADER}{RULE}{ROW}\n")
    ((_, _, right, _),) = overview.corrections("<!-- overview -->\n\n")
    assert right.splitlines()[2:] == [
        "| [a method](maximum-likelihood.md) | $D(p \\parallel q)$ | $p$ | $q$ | $q$ | 3 draws |"
    ]


def test_a_page_without_a_row_is_told() -> None:
    assert told(PAGE_TEXT) == []
    assert "no row of the overview" in told(PAGE_TEXT.replace("<!-- in the overview -->", ""))[0]


@pytest.mark.parametrize(("good", "bad"), [("minimised over", "maximised over"), ("| estimated by |", "|")])
def test_other_columns_are_told(good: str, bad: str) -> None:
    assert "the columns of the overview" in told(PAGE_TEXT.replace(good, bad, 1))[0]
