"""The concept map as a file beside its page, for what shows a reader how far they are."""

import json
from pathlib import Path

from checking import concept_measures, map_lists
from checking.concept_map import Concept
from practice.blocks import blocks

FILE = Path("map", "concepts.json")


def write(site: Path, moved: dict[str, str]) -> None:
    """Write it into a finished site; `moved` says of each address that was published where it is now."""
    text = json.dumps(contents(moved), ensure_ascii=False, separators=(",", ":"))
    (site / FILE).write_text(text, encoding="utf-8")


def contents(moved: dict[str, str]) -> dict[str, object]:
    """Concepts in the order of reading, each with what it needs and the number of its questions; old addresses."""
    map_ = concept_measures.drawn()
    concepts = [
        {
            "address": concept.address,
            "title": _title(concept),
            "minutes": concept_measures.minutes(concept),
            "needs": [needed.address for needed in wanted],
            "questions": 0 if concept.anchor else len(blocks(concept.page.read_text(encoding="utf-8"))),
        }
        for concept, wanted in map_.items()
    ]
    here = {concept.address for concept in map_}
    gone = {old: new for old, new in moved.items() if old != new and new in here and "#" not in old}
    return {"concepts": concepts, "moved": gone}


def _title(concept: Concept) -> str:
    name = map_lists.short_title(Concept(concept.page))
    return f"{concept_measures.section_title(concept) or concept.anchor} ({name})" if concept.anchor else name
