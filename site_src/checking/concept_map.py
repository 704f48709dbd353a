"""The concept map, read from the pages themselves: their "You need" lines are its arrows.

`**You need** [entropy](entropy.md): a divergence is the difference of two.` is an arrow from entropy to the page, and
its reason. `[the tangent line](gibbs-inequality.md#tangent)` is one from a section, which needs what its page needs.
The list under `<!-- leads-to -->` is the same arrows seen from the other end.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from checking import navigation
from checking.source import blank, markdown_cells

DOCS = Path(__file__).parent.parent.parent / "docs"
NEED = re.compile(r"^\*\*You need\*\*.*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<target>[^)#\s]+)(?:#(?P<anchor>[\w-]+))?[^)]*\)")
REASON = re.compile(r":\s+(?P<reason>.+?)\.(?=\s|$)", re.DOTALL)
LEADS_TO = re.compile(r"<!-- leads-to -->\n\n(?P<list>(?:- .*\n)*\n?)")


class Concept(NamedTuple):
    """What a page may build on: another page, or a section of one."""

    page: Path
    anchor: str = ""

    @property
    def address(self) -> str:
        """Where it is read, from the root of the site."""
        path = self.page.relative_to(DOCS).with_suffix("").as_posix()
        return f"{path}/#{self.anchor}" if self.anchor else f"{path}/"


class Need(NamedTuple):
    """What the page calls a concept that it builds on, and what it needs it for; "" where it does not say."""

    words: str
    reason: str


def needs(page: Path) -> dict[Concept, Need]:
    """The concepts that a page builds on, in the order it names them."""
    text = page.read_text(encoding="utf-8")
    block = NEED.search(_bare(text) if page.suffix == ".py" else text)
    needed: dict[Concept, Need] = {}
    read = 0  # a link inside a reason is no arrow
    for link in LINK.finditer(block[0]) if block else ():
        target = _source(page, link["target"])
        if block and target and link.start() >= read:
            reason = REASON.match(block[0], link.end())
            read = reason.end() if reason else link.end()
            said = " ".join(LINK.sub(r"\g<words>", reason["reason"]).split()) if reason else ""
            needed.setdefault(Concept(target, link["anchor"] or ""), Need(link["words"], said))
    return needed


def _source(page: Path, target: str) -> Path | None:
    """The file behind a link; a notebook's links are addresses, seen from its own."""
    if page.suffix == ".py" and target.endswith("/"):
        return (page.parent / page.stem / target).resolve().with_suffix(".md")
    return (page.parent / target).resolve() if target.endswith((".md", ".py")) else None


@cache
def arrows() -> dict[Concept, dict[Concept, Need]]:
    """What each page and each section that another page needs builds on; the pages in the order of reading."""
    pages = {Concept(page): needs(page) for page in navigation.pages()}
    sections = {needed for wanted in pages.values() for needed in wanted if needed.anchor}
    return pages | {section: pages.get(Concept(section.page), {}) for section in sorted(sections)}


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page does not say what it needs another one for, or needs one that is nowhere in the navigation."""
    for needed, need in needs(page).items():
        if needed.page not in navigation.pages():
            yield text.find("**You need**"), f"it needs {needed.page.name}, which is not in the navigation"
        if not need.reason:
            yield text.find("**You need**"), f"what does it need {needed.page.name} for? Write “: ….” behind the link"


def order(arrows: Mapping[Concept, Mapping[Concept, Need]]) -> list[Concept]:
    """The concepts, each after all that it builds on; raises ValueError that spells a circle out."""
    try:
        return list(TopologicalSorter(arrows).static_order())
    except CycleError as error:
        circle = " → ".join(concept.address for concept in error.args[1])
        raise ValueError(f"these concepts need each other, each arrow to what needs it: {circle}") from error


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
        right = "".join(f"- {line}.\n" for line in _followers(page))
        right += "\n" if right else ""
        if found["list"] != right:
            yield found.start("list"), found["list"], right


def _followers(page: Path) -> Iterator[str]:
    for follower, needed in arrows().items():
        for concept, need in needed.items():
            if concept.page == page.resolve() and not follower.anchor:
                what = f"[{need.words}](#{concept.anchor})" if concept.anchor else "this"
                yield f"[{title(follower.page)}]({_link(page, follower.page)}) builds on {what}: {need.reason}"


def _link(page: Path, follower: Path) -> str:
    return Path(os.path.relpath(follower, page.parent)).as_posix()
