"""Tables that can be read by rows: the cells that name a row are its header, for those who hear a table cell by cell.

A first column names its rows where each of its cells says something in words and no two say the same: to a checker of
accessibility, a header that is nothing but a formula is empty. In `<div class="cards">` each row is a card on a narrow
screen, and each cell knows the name of its column. Long names in heads may break where their parts meet, in any table.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# What other extensions put into a text to find it again.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd]")
# Behind these a long name may go on in the next line.
BREAKS = re.compile(r"(?<=[_(,])(?=\S)|(?<=[a-z])(?=[A-Z])")
# And a divergence of two laws with long names, behind the first.
BETWEEN_LAWS = re.compile(r"(?<=‖)(?=\w{4})")


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            _name_rows(table)
            for code in table.iterfind("thead//code"):
                _let_break(code, BREAKS)
            for cell in table.iterfind(".//tr/*"):
                _let_break(cell, BETWEEN_LAWS)
        for box in root.iter("div"):
            if "cards" in box.get("class", "").split():
                for table in box.iter("table"):
                    _make_cards(table)


def _name_rows(table: Element) -> None:
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    firsts = [row[0] for row in table.iterfind("tbody/tr")]
    names = [_text(cell) for cell in firsts]
    if all(names) and len(set(names)) == len(names) and not any(map(_is_formula, firsts)):
        for cell in firsts:
            cell.tag = "th"
            cell.set("scope", "row")


def _is_formula(cell: Element) -> bool:
    """Whether a formula is all that a cell holds."""
    return [part.get("class") for part in cell] == ["arithmatex"] and _text(cell) == _text(cell[0])


def _make_cards(table: Element) -> None:
    columns = [_text(cell) for cell in table.iterfind("thead/tr/th")]
    for row in table.iterfind("tbody/tr"):
        for cell, column in zip(row, columns, strict=True):
            cell.set("data-column", column)
    for code in table.iter("code"):
        _let_break(code, BREAKS)


def _let_break(element: Element, breaks: re.Pattern[str]) -> None:
    """Let a long name break where its parts meet, and nowhere else."""
    first, *rest = breaks.split(element.text or "")
    element.text = first
    for place, part in enumerate(rest):
        chance = Element("wbr")
        chance.tail = part
        element.insert(place, chance)


def _text(cell: Element) -> str:
    return PRIVATE.sub("", "".join(cell.itertext())).strip()


class Tables(Extension):
    """Names rows, and makes cards of those that ask for it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the inline patterns (20) and before formulas become placeholders that all differ (15)."""
        md.treeprocessors.register(_Tables(md), "tables", 17)


def makeExtension(**configs: object) -> Tables:
    """Python-Markdown's entry point."""
    return Tables(**configs)
