"""Compare every number and table of the pages with what computes it; `--write` puts the computed ones in.

A page is wrong here when a number disagrees with its expression, a table with its exhibit, a "leads to" list with the
other pages, an entry of the reference with its docstring, or when a decimal stands in prose with nothing behind it.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

from exhibits._discovery import find
from exhibits._drawing import Table
from rendering import claims, docstrings, links

DOCS = environment.ROOT / "docs"
PAGES = sorted(p for p in [*DOCS.rglob("*.md"), *DOCS.glob("notebooks/*.py")] if "generated" not in p.parts)
TABLE = re.compile(r"<!-- table: (?P<page>\w+)\.(?P<name>\w+) -->\n\n?(?P<rows>(?:\|.*\n)*)")
RULE = re.compile(r"[|: ]*-[|:\- ]*")


def corrected(page: Path) -> tuple[str, list[str]]:
    """The page's text with every number and table as computed, and a message for each that was wrong."""
    text = page.read_text(encoding="utf-8")
    markdown = claims.markdown_cells(text) if page.suffix == ".py" else text
    prose = _no_tables(docstrings.without_entries(markdown))
    problems = [f"{page}:{claims.line_of(text, f.start())}: {f[0]} stands alone" for f in claims.unmarked(prose)]
    for start, old, new, why in sorted(_corrections(page, markdown), reverse=True):
        problems.append(f"{page}:{claims.line_of(text, start)}: {why}")
        text = text[:start] + new + text[start + len(old) :]
    return text, problems


def _corrections(page: Path, text: str) -> Iterator[tuple[int, str, str, str]]:
    for claim in claims.claims(text):
        value = claims.evaluate(claim.expression)
        if not claim.agrees(value):
            why = f"{claim.written} is written, {claim.expression} is {value!r}"
            yield claim.start, claim.written, claims.shown(value, claim.written), why
    for found in TABLE.finditer(text):
        computed = _markdown(_tables()[f"{found['page']}.{found['name']}"](), found["rows"])
        if _cells(found["rows"]) != _cells(computed):
            yield (
                found.start("rows"),
                found["rows"],
                computed,
                f"table {found['name']} differs from its exhibit",
            )
    for start, old, new in links.leads_to(page, text):
        yield start, old, new, "the leads-to list differs from the other pages' You-need lines"
    yield from docstrings.corrections(page, text)


@cache
def _tables() -> dict[str, Callable[[], Table]]:
    return {f"{page}.{name}": function for page, name, function in find(Table)}


def _no_tables(text: str) -> str:
    return TABLE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _cells(rows: str) -> list[list[str]]:
    lines = [line for line in rows.splitlines() if not RULE.fullmatch(line)]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]


def _markdown(table: Table, present: str) -> str:
    """The table as it should stand in the page; how its columns are aligned is for the page to say."""
    header, *rows = ("| " + " | ".join(row) + " |\n" for row in table)
    rules = [line + "\n" for line in present.splitlines() if RULE.fullmatch(line)]
    usual = "| --- |" + " ---: |" * (len(table[0]) - 1) + "\n"
    kept = [rule for rule in rules if rule.count("|") == usual.count("|")]
    return "".join([header, *(kept or [usual])[:1], *rows])


if __name__ == "__main__":
    write = "--write" in sys.argv
    found = 0
    for page in PAGES:
        text, problems = corrected(page)
        found += len(problems)
        print(*problems, sep="\n", end="\n" if problems else "")
        if write and problems:
            page.write_text(text, encoding="utf-8")
    print(f"{len(PAGES)} pages, {found} problems{' (corrected where computed)' if write and found else ''}")
    sys.exit(bool(found) and not write)
