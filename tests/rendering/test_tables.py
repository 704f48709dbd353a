"""Rows are named by their first cells where these are names; cards know their columns."""

import pytest
from markdown import Markdown

HEAD = "| law | bits |\n| --- | ---: |\n"


def html(rows: str, around: str = "{}") -> str:
    extensions = ["tables", "md_in_html", "pymdownx.arithmatex", "rendering.shown_work", "rendering.tables"]
    return Markdown(extensions=extensions).convert(around.format(HEAD + rows))


def test_the_first_cells_are_headers_of_their_rows() -> None:
    shown = html("| a coin | 1 |\n| a die | 2.585 |\n")
    assert '<th scope="row">a coin</th>' in shown
    assert '<th scope="row">a die</th>' in shown
    assert shown.count('scope="col"') == 2
    assert shown.count("<td") == 2


@pytest.mark.parametrize(
    "rows",
    [
        "| a coin | 1 |\n| a coin | 2 |\n",
        "| a coin | 1 |\n| | 2 |\n",
        "| $p$ | 1 |\n| $p$ | 2 |\n",
        "| 0.5<!-- = 1/2 --> | 1 |\n| 0.5<!-- = 1/2 --> | 2 |\n",
    ],
)
def test_cells_that_name_nothing_are_no_headers(rows: str) -> None:
    shown = html(rows)
    assert "scope" not in shown.partition("<tbody>")[2]
    assert 'scope="col"' in shown


def test_the_cells_of_cards_know_their_columns() -> None:
    cards = html("| a coin | 1 |\n", around='<div class="sheet cards" markdown>\n\n{}\n</div>')
    assert '<td data-column="bits" style="text-align: right;">1</td>' in cards
    assert "data-column" not in html("| a coin | 1 |\n")


def test_a_long_name_on_a_card_breaks_where_its_parts_meet() -> None:
    row = "| `kl_divergence(MultivariateNormal(0, 1))` | 1 |\n"
    name = "<code>kl_<wbr />divergence(<wbr />Multivariate<wbr />Normal(<wbr />0, 1))</code>"
    assert name in html(row, around='<div class="cards" markdown>\n\n{}\n</div>')
    assert "<wbr" not in html(row)


def test_names_in_a_head_may_break() -> None:
    table = (
        "| `rel_entr` | D(teacher‖student) | D(p‖q) |\n| --- | --- | --- |\n| D(teacher‖student) | `rel_entr` | 1 |\n"
    )
    shown = Markdown(extensions=["tables", "rendering.tables"]).convert(table)
    head, _, body = shown.partition("<tbody>")
    assert "<code>rel_<wbr />entr</code>" in head
    assert "D(teacher‖<wbr />student)" in head
    assert "D(p‖q)" in head
    assert "D(teacher‖<wbr />student)" in body
    assert "<code>rel_entr</code>" in body
