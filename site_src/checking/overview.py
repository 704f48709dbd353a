"""One table of all uses: which divergence of which two laws. Each page of a use has its rows, the overview all of them.

Under `<!-- in the overview -->` a page writes its rows; `<!-- overview -->` is followed by those of all pages, in the
order of the navigation, each method a link to its page. A number is checked where its page writes it.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from checking import navigation
from checking.claims import WORK
from checking.navigation import DOCS
from checking.source import blank

USES = DOCS / "uses"
OVERVIEW = USES / "index.md"
HEADER = "| method | measure | first argument | second argument | minimised over | estimated by |\n"
RULE = "| --- | --- | --- | --- | --- | --- |\n"
ROWS = re.compile(r"<!-- in the overview -->\n(?P<head>(?:\|.*\n){0,2})(?P<rows>(?:\|.*\n)*)")
TABLE = re.compile(r"<!-- overview -->\n\n?(?P<rows>(?:\|.*\n)*)")
METHOD = re.compile(r"^\| *(?P<method>[^|]*?) *\|(?P<rest>.*)$")


def corrections(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, where the table differs from the pages' rows."""
    for found in TABLE.finditer(text):
        right = HEADER + RULE + "".join(_linked_rows())
        if found["rows"] != right:
            yield found.start("rows"), found["rows"], right, "the pages of the uses have other rows"


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page of a use has no row, or one with other columns than the overview."""
    if page.resolve().parent != USES or page.resolve() == OVERVIEW:
        return
    found = ROWS.search(text)
    if not found:
        yield 0, "no row of the overview: write its table below “<!-- in the overview -->”"
    elif found["head"] != HEADER + RULE or not found["rows"]:
        yield found.start(), f"the columns of the overview are {HEADER.strip()}, with a row below them"


def without_table(text: str) -> str:
    """The overview with its table replaced by blanks: it is checked as a whole."""
    return TABLE.sub(blank, text)


def _linked_rows() -> Iterator[str]:
    """Each page's rows, each with a link to the page."""
    for page in navigation.pages():
        if page.parent == USES and (found := ROWS.search(page.read_text(encoding="utf-8"))):
            link = Path(os.path.relpath(page, USES)).as_posix()
            for row in WORK.sub("", found["rows"]).splitlines():
                yield METHOD.sub(rf"| [\g<method>]({link}) |\g<rest>", row) + "\n"
