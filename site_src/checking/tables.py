"""Tables of results: the Markdown under `<!-- table: page.name -->` is what the exhibit of that name returns."""

import importlib
import json
import re
from collections.abc import Iterator

from checking.source import blank
from store import dependencies, kept

TABLE = re.compile(r"<!-- table: (?P<page>\w+)\.(?P<name>\w+) -->\n\n?(?P<rows>(?:\|.*\n)*)")
RULE = re.compile(r"[|: ]*-[|:\- ]*")

Rows = list[list[str]]


def corrections(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, for each table that is not what it should be."""
    for found in TABLE.finditer(text):
        name = f"{found['page']}.{found['name']}"
        try:
            right = _markdown(_rows(found["page"], found["name"]), found["rows"])
        except (ValueError, ModuleNotFoundError) as error:
            yield found.start(), "", "", f"table {name}: {error}"
            continue
        missing = "" if text.startswith("\n", found.end()) or found.end() == len(text) else "\n"
        if _cells(found["rows"]) != _cells(right):
            yield found.start("rows"), found["rows"], right + missing, f"table {name} differs from its exhibit"
        elif missing:
            yield found.end(), "", missing, f"no blank line ends table {name}: what follows would be one of its rows"


def without_tables(text: str) -> str:
    """The page with its tables of results replaced by blanks: each is checked as a whole."""
    return TABLE.sub(blank, text)


def _rows(page: str, name: str) -> Rows:
    module = f"exhibits.{page}"
    key = (name, dependencies.fingerprint([module]))
    rows: Rows = json.loads(kept.text("tables", key, lambda: json.dumps(_computed(module, name))))
    return rows


def _computed(module: str, name: str) -> Rows:
    table = getattr(importlib.import_module(module), name, None)
    if table is None:
        raise ValueError(f"{module} has no function {name}")
    rows: Rows = table()
    return rows


def _cells(rows: str) -> Rows:
    lines = [line for line in rows.splitlines() if not RULE.fullmatch(line)]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]


def _markdown(table: Rows, present: str) -> str:
    """The table as it should stand in the page; how its columns are aligned is for the page to say."""
    header, *rows = ("| " + " | ".join(row) + " |\n" for row in table)
    rules = [line + "\n" for line in present.splitlines() if RULE.fullmatch(line)]
    usual = "| --- |" + " ---: |" * (len(table[0]) - 1) + "\n"
    kept_rules = [rule for rule in rules if rule.count("|") == usual.count("|")]
    return "".join([header, *(kept_rules or [usual])[:1], *rows])
