"""The concept map, read from the pages themselves: their "You need" lines are its arrows.

`**You need** [entropy](entropy.md): a divergence is the difference of two.` is an arrow from entropy to the page.
The list under `<!-- leads-to -->` is the same arrows seen from the other end.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from checking.source import blank, markdown_cells

DOCS = Path(__file__).parent.parent.parent / "docs"
NEED = re.compile(r"^\*\*You need\*\*.*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+\.(?:md|py))[^)]*\)")
LEADS_TO = re.compile(r"<!-- leads-to -->\n\n(?P<list>(?:- .*\n)*\n?)")


def needs(page: Path) -> list[Path]:
    """The pages that a page builds on, in the order it names them."""
    text = page.read_text(encoding="utf-8")
    block = NEED.search(_bare(text) if page.suffix == ".py" else text)
    return [(page.parent / target).resolve() for target in LINK.findall(block[0])] if block else []


@cache
def arrows() -> dict[Path, list[Path]]:
    """What each page builds on."""
    pages = sorted([*DOCS.rglob("*.md"), *DOCS.glob("notebooks/*.py")])
    return {page.resolve(): needs(page) for page in pages}


def order(arrows: dict[Path, list[Path]]) -> list[Path]:
    """The pages, each after all that it builds on; raises graphlib.CycleError where they build on each other."""
    return list(TopologicalSorter(arrows).static_order())


def title(page: Path) -> str:
    """A page's first heading, without the comments behind its numbers."""
    text = page.read_text(encoding="utf-8")
    found = re.search(r"^# (.+)$", _bare(text) if page.suffix == ".py" else text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{page} has no first heading")
    return re.sub(r"<!--.*?-->", "", found[1])


def _bare(notebook: str) -> str:
    """The Markdown of a percent notebook without the signs that make it comments."""
    return re.sub(r"^# ?", "", markdown_cells(notebook), flags=re.MULTILINE)


def without_leads_to(text: str) -> str:
    """The page with its derived lists replaced by blanks: each is checked as a whole."""
    return LEADS_TO.sub(blank, text)


def leads_to(page: Path, text: str) -> Iterator[tuple[int, str, str]]:
    """Position, present text and right text of each leads-to list that is not what the other pages say."""
    for found in LEADS_TO.finditer(text):
        followers = [follower for follower, needed in arrows().items() if page.resolve() in needed]
        right = "".join(f"- [{title(f)}]({Path(os.path.relpath(f, page.parent)).as_posix()})\n" for f in followers)
        right += "\n" if followers else ""
        if found["list"] != right:
            yield found.start("list"), found["list"], right
