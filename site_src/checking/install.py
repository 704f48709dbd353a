"""Where a page first imports the package, it says how that is installed: a link to the section that tells it."""

import re
from collections.abc import Iterator
from pathlib import Path

from checking.docstrings import without_entries
from checking.source import without_code

IMPORT = re.compile(r"^ *(?:>>> )?(?:from extrabits\b[\w.]* import|import extrabits\b)", re.MULTILINE)
HEADING = re.compile(r"^ *#{1,6} ", re.MULTILINE)
SAID = re.compile(r"\]\([^)\s]*python/(?:index\.md)?#install\)|\]\(index\.md#install\)|\{#install\}")
HOW = "say how the package is installed where it is first imported: a link to reference/python/index.md#install"


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """The first import of a page, if nothing in its section leads to how the package is installed."""
    first = IMPORT.search(page.read_text(encoding="utf-8") if page.suffix == ".py" else text)
    if first and not SAID.search(_section(without_code(without_entries(text)), first.start())):
        yield first.start(), HOW


def _section(text: str, position: int) -> str:
    """The section in which a position stands; the entries of the reference count to what stands above them."""
    starts = [0, *(heading.start() for heading in HEADING.finditer(text)), len(text)]
    begin = max(start for start in starts[:-1] if start <= position)
    return text[begin : next(start for start in starts if start > position)]
