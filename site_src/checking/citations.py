"""Sources seen from the other end: below each stands where it is cited, and for which of its places.

A page cites a source by a link to its anchor; the places are what the link or its item in a list of sources names, such
as "Theorem 2.6.3". A place that is changed in a page no longer agrees with the list, so somebody looks at it again.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checking.concept_map import DOCS, title
from checking.source import without_code

SOURCES = DOCS / "reference" / "sources.md"
ENTRY = re.compile(
    r"^(?P<name>.+) \{#(?P<slug>[\w-]+)\}\n(?P<text>:   (?!Cited on).*\n)(?P<cited>(?::   Cited on .*\n)?)", re.M
)
ITEM = re.compile(r"^- .*(?:\n  .*)*", re.MULTILINE)
CITED = re.compile(r"\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<path>[^)\s]*sources\.md|)#(?P<slug>[\w-]+)\)")
PLACE = re.compile(
    r"\b(?:[Ss]ection|[Cc]hapter|[Tt]heorem|[Ll]emma|[Cc]orollary|[Pp]roposition|[Ee]xample|[Ee]xercise|[Pp]roblem"
    r"|[Ff]igure|[Tt]able|[Ee]quation|[Pp]age|[Aa]ppendix)s?\s[A-Z]?\d+(?:\.\d+)*"
)
YEAR = re.compile(r"\b[12]\d{3}\b")


def corrections(page: Path, text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, for each source whose list differs from the pages."""
    if page.resolve() != SOURCES:
        return
    for found in ENTRY.finditer(text):
        right = _cited(found["slug"])
        if found["cited"] != right:
            yield found.start("cited"), found["cited"], right, f"the places cited of {found['name']} differ"
        for year in YEAR.findall(found["name"]):
            if year not in found["slug"]:
                yield found.start(), "", "", f"{year} is not the year of #{found['slug']}"


def without_lists(text: str) -> str:
    """The page with its derived lists taken away: each is checked as a whole."""
    return re.sub(r"^:   Cited on .*$", lambda line: " " * len(line[0]), text, flags=re.MULTILINE)


def _cited(slug: str) -> str:
    pages = [(page, places) for page, cited in _citations().items() for s, places in cited.items() if s == slug]
    links = [_link(page) + (f" ({', '.join(places)})" if places else "") for page, places in pages]
    return f":   Cited on {'; '.join(links)}.\n" if links else ""


def _link(page: Path) -> str:
    return f"[{title(page)}]({Path(os.path.relpath(page, SOURCES.parent)).as_posix()})"


@cache
def _citations() -> dict[Path, dict[str, list[str]]]:
    """For each page the sources that it cites, with the places."""
    pages = [page for page in sorted(DOCS.rglob("*.md")) if page != SOURCES and "generated" not in page.parts]
    return {page: _of(without_code(page.read_text(encoding="utf-8"))) for page in pages}


def _of(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    items = {item.start(): item for item in ITEM.finditer(text)}
    for link in CITED.finditer(text):
        if link["path"]:
            start = text.rfind("\n- ", 0, link.start()) + 1
            item = items.get(start)
            alone = item is not None and link.end() <= item.end() and len(CITED.findall(item[0])) == 1
            words = item[0] if item is not None and alone else link["words"]
            places = found.setdefault(link["slug"], [])
            places += [place for place in PLACE.findall(words) if place not in places]
    return found
