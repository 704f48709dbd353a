"""The order in which pages are read: that of the navigation. Each page that teaches names the next one, and says why.

`**Next** [KL divergence](kl-divergence.md), because …` with `{: .next }` below it makes a card of the line.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DOCS = Path(__file__).parent.parent.parent / "docs"
TEACHING = ("concepts", "uses")
NEXT = re.compile(
    r"^\*\*Next\*\* \[[^\]]+\]\((?P<target>[^)#\s]+)[^)\s]*\), because [^\n]+\.\n(?P<card>\{: \.next \}$)?",
    re.MULTILINE,
)
HOW = "write “**Next** [title](address), because ….” and “{: .next }” below it, before “Leads to”"


@cache
def settings() -> dict[str, Any]:
    """What stands in mkdocs.yml."""

    class Loader(yaml.SafeLoader):
        """Reads MkDocs' own tags as empty values."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: "")
    loaded: dict[str, Any] = yaml.load((DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    return loaded


class Entry(NamedTuple):
    """A page in the navigation: where its source is, what it is called there, in which group; "" where it has none."""

    page: Path
    title: str
    group: str


@cache
def entries() -> dict[Path, Entry]:
    """The pages in the navigation, in its order."""
    return {entry.page: entry for entry in _within(settings()["nav"], "", "")}


@cache
def pages() -> list[Path]:
    """The same, without their names."""
    return list(entries())


def teaches(page: Path) -> bool:
    """Whether a page is on one thing to learn; that at the head of a folder sets those below it side by side."""
    return page.parent.name in TEACHING and page.stem != "index"


def next_of(page: Path) -> Path | None:
    """The page that is read after one that teaches, or None behind the last."""
    teaching = [read for read in pages() if read.parent.name in TEACHING]
    return dict(pairwise(teaching)).get(page.resolve())


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page does not name the page that comes next."""
    wanted, found = next_of(page), list(NEXT.finditer(text))
    for card in found:
        if (page.parent / card["target"]).resolve() != wanted:
            yield card.start(), f"the next page is {_named(wanted)}, not {card['target']}"
        if not card["card"]:
            yield card.start(), "no card: write “{: .next }” below it"
    if wanted and len(found) != 1:
        yield len(text), f"{len(found)} lines name the next page, {_named(wanted)}: {HOW}"


def _named(wanted: Path | None) -> str:
    return wanted.relative_to(DOCS).as_posix() if wanted else "none"


def _within(part: Any, title: str, group: str) -> Iterator[Entry]:
    """The pages in a part of the navigation; a title above a list names a group, one above an address a page."""
    if isinstance(part, str):
        yield Entry(DOCS / part, title, group)
    elif isinstance(part, list):
        for inner in part:
            yield from _within(inner, "", title or group)
    else:
        for name, inner in part.items():
            yield from _within(inner, name, group)
