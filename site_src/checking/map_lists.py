"""What pages say of the concept map: a line on each page that is on it, and all of it, in words, on a page of its own.

Below `<!-- on the map -->` stands the line; between `<!-- map -->` and `<!-- /map -->` an entry for each page, in the
groups and the order of the navigation; below `<!-- starts -->` a link to each page that needs no other.
"""

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from markdown.extensions.toc import slugify

from checking import concept_measures, navigation
from checking.concept_map import DOCS, Concept, Need, title
from checking.source import blank

MAP = DOCS / "map.md"
LINE = re.compile(r"<!-- on the map -->\n\n(?P<text>(?:.+\n\{: \.on-the-map \}\n\n)?)")
WHOLE = re.compile(r"<!-- map -->\n(?P<text>.*?)(?=<!-- /map -->)", re.DOTALL)
STARTS = re.compile(r"<!-- starts -->\n\n(?P<text>(?:- .*\n)*\n?)")

Correction = tuple[int, str, str, str]


def corrections(page: Path, text: str) -> Iterator[Correction]:
    """Position, present text, right text and complaint, for each part that differs from what the pages need."""
    written: list[tuple[re.Pattern[str], Callable[[], str]]] = [
        (LINE, partial(_line, page)),
        (WHOLE, _whole),
        (STARTS, _starts),
    ]
    for pattern, write in written:
        for found in pattern.finditer(text):
            if found["text"] != (right := write()):
                yield found.start("text"), found["text"], right, "the map, by the pages' You-need lines, is another"


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page that is on the map does not say so."""
    if page.suffix == ".md" and Concept(page.resolve()) in concept_measures.drawn() and not LINE.search(text):
        yield 0, "this page is on the map: write “<!-- on the map -->” below what it needs, then claims.py --write"


def without_lists(text: str) -> str:
    """The page with its derived parts replaced by blanks: each is checked as a whole."""
    for pattern in (LINE, WHOLE, STARTS):
        text = pattern.sub(blank, text)
    return text


def anchor(concept: Concept) -> str:
    """Where the map speaks of a concept."""
    return concept.page.stem


def pages() -> list[Concept]:
    """The pages on the map, in the order of reading."""
    return [concept for concept in concept_measures.drawn() if not concept.anchor]


def short_title(concept: Concept) -> str:
    """What the navigation calls a page."""
    return navigation.entries()[concept.page].title or title(concept.page)


def _line(page: Path) -> str:
    concept, map_ = Concept(page.resolve()), concept_measures.drawn()
    earlier = {Concept(needed.page) for needed in concept_measures.before(concept, map_)}
    later = concept_measures.before(concept, concept_measures.turned(map_))
    steps = len(concept_measures.longest_chains(map_)[concept])
    link = f"[On the map]({_path(page, MAP)}#{anchor(concept)})"
    needs = (
        f"builds on {_pages(len(earlier))}, the longest way here is {steps} steps" if earlier else "needs no other page"
    )
    unlocks = (
        f"{_pages(len(later))} build{'s' if len(later) == 1 else ''} on it" if later else "nothing builds on it yet"
    )
    return f"{link}: {needs}; {unlocks}.\n{{: .on-the-map }}\n\n"


def _whole() -> str:
    groups = groupby(pages(), key=lambda concept: navigation.entries()[concept.page].group)
    parts = [
        f"## {group} {{#part-{slugify(group, '-')}}}\n\n{''.join(map(_entry, concepts))}" for group, concepts in groups
    ]
    return "\n" + "".join(parts)


def _entry(concept: Concept) -> str:
    map_ = concept_measures.drawn()
    turned = concept_measures.turned(map_)
    chain = concept_measures.longest_chains(map_)[concept]
    later = len(concept_measures.before(concept, turned))
    name, minutes = title(concept.page), concept_measures.minutes(concept)
    parts = [f"[Read {name}]({_path(MAP, concept.page)}), {minutes} min."]
    if chain[1:]:
        parts += [f"The longest way here has {len(chain)} steps: {' → '.join(map(_named, chain[:-1]))} → here."]
    if map_[concept]:
        parts += [
            "It needs",
            "".join(f"- {_needed(needed, need)}\n" for needed, need in map_[concept].items()).rstrip(),
        ]
    if at_once := turned[concept]:
        parts += ["It leads to", "".join(f"- {_named(follower)}\n" for follower in at_once).rstrip()]
        parts += [f"and by way of these to {_pages(later - len(at_once))} more."] if later > len(at_once) else []
    inside = "\n\n".join(parts)
    head = f'<details class="concept" id="{anchor(concept)}" name="concept" markdown>\n<summary>{name}</summary>'
    return f"{head}\n\n{inside}\n\n</details>\n\n"


def _needed(concept: Concept, need: Need) -> str:
    if not concept.anchor:
        return f"{_named(concept)}: {need.reason}."
    section = concept_measures.section_title(concept) or need.words
    return f"[{section}]({_path(MAP, concept.page)}#{concept.anchor}), a section of {_named(concept)}: {need.reason}."


def _named(concept: Concept) -> str:
    return f"[{title(concept.page)}](#{anchor(concept)})"


def _starts() -> str:
    free = [concept for concept in pages() if not concept_measures.drawn()[concept]]
    return "".join(f"- [{title(concept.page)}]({_path(MAP, concept.page)})\n" for concept in free) + "\n"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _path(page: Path, other: Path) -> str:
    return Path(os.path.relpath(other, page.parent)).as_posix()
