"""The concept map, read from the pages themselves: their "You need" lines are its arrows.

`**You need** [entropy](entropy.md): a divergence is the difference of two.` is an arrow from entropy to the page, and
its reason. The list under `<!-- leads-to -->` is the same arrows seen from the other end.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from checking import navigation
from checking.source import blank, markdown_cells

DOCS = Path(__file__).parent.parent.parent / "docs"
NEED = re.compile(r"^\*\*You need\*\*.*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<target>[^)#\s]+)[^)]*\)")
REASON = re.compile(r":\s+(?P<reason>.+?)\.(?=\s|$)", re.DOTALL)
LEADS_TO = re.compile(r"<!-- leads-to -->\n\n(?P<list>(?:- .*\n)*\n?)")


def needs(page: Path) -> dict[Path, str]:
    """The pages that a page builds on, in the order it names them, each with what for; "" where it does not say."""
    text = page.read_text(encoding="utf-8")
    block = NEED.search(_bare(text) if page.suffix == ".py" else text)
    needed: dict[Path, str] = {}
    for link in LINK.finditer(block[0]) if block else ():
        reason = REASON.match(block[0], link.end()) if block else None
        target = _source(page, link["target"])
        if target and target not in needed:
            needed[target] = " ".join(LINK.sub(r"\g<words>", reason["reason"]).split()) if reason else ""
    return needed


def _source(page: Path, target: str) -> Path | None:
    """The file behind a link; a notebook's links are addresses, seen from its own."""
    if page.suffix == ".py" and target.endswith("/"):
        return (page.parent / page.stem / target).resolve().with_suffix(".md")
    return (page.parent / target).resolve() if target.endswith((".md", ".py")) else None


@cache
def arrows() -> dict[Path, dict[Path, str]]:
    """What each page builds on, and why; the pages in the order of reading."""
    return {page: needs(page) for page in navigation.pages()}


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page does not say what it needs another one for."""
    for needed, reason in needs(page).items():
        if not reason:
            yield text.find("**You need**"), f"what does it need {needed.name} for? Write “: ….” behind the link"


def order(arrows: dict[Path, dict[Path, str]]) -> list[Path]:
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
    return "\n".join(line.strip() for line in markdown_cells(notebook).split("\n"))


def without_leads_to(text: str) -> str:
    """The page with its derived lists replaced by blanks: each is checked as a whole."""
    return LEADS_TO.sub(blank, text)


def leads_to(page: Path, text: str) -> Iterator[tuple[int, str, str]]:
    """Position, present text and right text of each leads-to list that is not what the other pages say."""
    for found in LEADS_TO.finditer(text):
        followers = {
            follower: needed[page.resolve()] for follower, needed in arrows().items() if page.resolve() in needed
        }
        right = "".join(f"- [{title(f)}]({_link(page, f)}) builds on this: {why}.\n" for f, why in followers.items())
        right += "\n" if followers else ""
        if found["list"] != right:
            yield found.start("list"), found["list"], right


def _link(page: Path, follower: Path) -> str:
    return Path(os.path.relpath(follower, page.parent)).as_posix()
