"""What follows from the arrows of the map: what comes before a concept, what it unlocks, how long it takes."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from checking import navigation, reading_time
from checking.concept_map import Concept, Need, arrows, order
from checking.source import markdown_cells

HEADING = re.compile(r"^(?P<level>#{2,4}) (?P<title>.*?) *(?:\{[^}\n]*#(?P<anchor>[\w-]+)[^}\n]*\})?$", re.MULTILINE)
BOX = r"^<(?P<tag>div|details)\b[^>]*\bid=\"%s\"[^>]*>\n(?P<inside>.*?)^</(?P=tag)>"


@cache
def drawn() -> dict[Concept, dict[Concept, Need]]:
    """The map: every page that teaches or is built on, and the sections that others build on."""
    everything = arrows()
    needed = {concept for wanted in everything.values() for concept in wanted}
    whole = needed | {Concept(concept.page) for concept in needed}
    return {
        concept: wanted
        for concept, wanted in everything.items()
        if wanted or concept in whole or navigation.teaches(concept.page)
    }


def before(concept: Concept, map_: Mapping[Concept, Iterable[Concept]]) -> set[Concept]:
    """All that a concept builds on, by whatever way."""
    found: set[Concept] = set()
    waiting = list(map_[concept])
    while waiting:
        next_ = waiting.pop()
        if next_ not in found:
            found.add(next_)
            waiting += map_[next_]
    return found


def turned(map_: Mapping[Concept, Iterable[Concept]]) -> dict[Concept, list[Concept]]:
    """The same arrows from their other ends; what builds on a section builds on its page."""
    after: dict[Concept, list[Concept]] = {concept: [] for concept in map_}
    for concept, wanted in map_.items():
        for needed in wanted:
            for end in {needed, Concept(needed.page)}:
                if concept not in after[end] and not concept.anchor:
                    after[end].append(concept)
    return after


def longest_chains(map_: Mapping[Concept, Mapping[Concept, Need]]) -> dict[Concept, list[Concept]]:
    """For each concept the longest way that ends there; of equals, the one that a page names first."""
    chains: dict[Concept, list[Concept]] = {}
    for concept in order(map_):
        ways = [chains[needed] for needed in map_[concept]]
        chains[concept] = [*max(ways, key=len, default=[]), concept]
    return chains


def minutes(concept: Concept) -> int:
    """How long a page, or a section of one, takes to read."""
    text = concept.page.read_text(encoding="utf-8")
    text = markdown_cells(text) if concept.page.suffix == ".py" else text
    return reading_time.minutes(section(text, concept.anchor) if concept.anchor else text)


def section(text: str, anchor: str) -> str:
    """The text below a heading with this anchor, or in a box with this id; raises ValueError where there is none."""
    headings = list(HEADING.finditer(text))
    for found, heading in enumerate(headings):
        if heading["anchor"] == anchor:
            ends = (other.start() for other in headings[found + 1 :] if len(other["level"]) <= len(heading["level"]))
            return text[heading.end() : next(ends, len(text))]
    box = re.search(BOX % re.escape(anchor), text, re.MULTILINE | re.DOTALL)
    if box is None:
        raise ValueError(f"no heading and no box has the anchor #{anchor}")
    return box["inside"]


def section_title(concept: Concept) -> str:
    """The heading of a section; "" where it is a box, which has none."""
    text = concept.page.read_text(encoding="utf-8")
    titles = {str(heading["anchor"]): str(heading["title"]) for heading in HEADING.finditer(text)}
    return titles.get(concept.anchor, "")
