"""The index of a built site: one entry for each part of each page, written into one file that the browser asks."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from rendering.facts import Page
from search.parts import Part, parts, readable

INDEX = Path("search", "index.json")
# How much a part counts by where it stands: the longest beginning of its address decides.
PLACES = {
    "": 0.8,
    "concepts/": 1.0,
    "explore/": 0.4,
    "uses/": 1.0,
    "notebooks/": 0.5,
    "reference/common-errors/": 0.4,
    "reference/glossary/": 0.3,
    "reference/libraries/": 0.6,
    "reference/python/": 0.35,
    "reference/questions/": 0.7,
    "reference/sources/": 0.3,
}
# And by what it is: a page is the place to begin; a question to the reader uses words that other parts explain.
KINDS = {"lead": 1.4, "section": 1.0, "statement": 0.6, "term": 1.0, "question": 0.4}
GLOSSARY = "reference/glossary/"
WHOLE = ("explore/", "practice/")  # what they show or ask is explained elsewhere
# Links that the build makes: the mark at a heading, the first use of a term.
MADE = {"mark", "term"}
# A heading that only groups what follows, and the lists at the end of a page.
GROUP = 0.2
LISTS = {"leads-to": 0.1, "sources": 0.1}


@dataclass
class Entry:
    """A part, with what the rest of the site says about it."""

    page: str
    of: str
    part: Part
    called: set[str] = field(default_factory=set)
    linked_from: set[str] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where it is, below the root of the site."""
        return f"{self.page}#{self.part.anchor}" if self.part.anchor else self.page

    @property
    def weight(self) -> float:
        """How much it counts among others that say the same words; pages that link to it speak for it."""
        place = max((place for place in PLACES if self.page.startswith(place)), key=len)
        spoken_for = 1 + math.log2(1 + len(self.linked_from)) / 10
        says = LISTS.get(self.part.anchor, 1.0) if self.part.text or self.part.code else GROUP
        return PLACES[place] * KINDS[self.part.kind] * spoken_for * says * (1 - 0.5 * self.part.share_of_links)

    def row(self) -> dict[str, object]:
        """What the browser is told."""
        return {
            "address": self.address,
            "page": self.of,
            "title": self.part.title,
            "also": self.part.also,
            "called": sorted(self.called - {self.part.title}),
            "text": self.part.text,
            "code": self.part.code,
            "weight": round(self.weight, 3),
        }


def write(site: Path) -> None:
    """Write the index of a built site into it."""
    target = site / INDEX
    target.parent.mkdir(exist_ok=True)
    rows = [entry.row() for entry in entries(site)]
    target.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def entries(site: Path) -> list[Entry]:
    """Every part of every page, and what links call it."""
    pages = dict(_pages(site))
    found = {entry.address: entry for page, tree in pages.items() for entry in _entries(Page(site, page), tree)}
    for page, tree in pages.items():
        for target, text in _links(page, tree):
            if entry := found.get(target):
                entry.called.add(text)
                entry.linked_from.add(page)
    return list(found.values())


def _pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Each page that has a text of its own, under its address below the root."""
    for file in sorted(site.rglob("index.html")):
        tree = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
        if tree.find(".//article") is not None:
            yield file.relative_to(site).as_posix().removesuffix("index.html"), tree


def _entries(page: Page, tree: HtmlElement) -> Iterator[Entry]:
    lead, *others = parts(tree.find(".//article"))
    lead.also += page.front.get("also", [])
    for part in [lead, *([] if page.address.startswith(WHOLE) else others)]:
        if page.address != GLOSSARY or part.kind != "term":  # the page that states a term is found instead
            yield Entry(page.address, lead.title, part)


def _links(page: str, tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Where the links that an author wrote lead, and what they say; what is on another host leads nowhere here."""
    for link in tree.iterfind(".//article//a[@href]"):
        if not MADE & set(link.classes):
            yield urljoin(page, link.get("href")), readable(link)
