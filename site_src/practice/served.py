"""What the exercise on a page asks the site for: of each page what can be checked, of each question its variants.

`generated/practice/<page>.json` has the tasks of a page by the ids of its questions. What a variant changes is in
`generated/practice/<page>/<id>.json`: which checked numbers and which lines of code, and what stands there instead, so
that the browser computes nothing and the page holds nothing twice.
"""

import json
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from lxml import html

from checking import claims, navigation
from practice import parts, reading, tasks, variants
from practice.blocks import Block, blocks
from practice.model import Choice, Diagnosis, Matching, Number, Order, Task
from store import dependencies, kept

GENERATED = navigation.DOCS / "generated" / "practice"
CODE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)

Json = dict[str, Any]


def write(pages: Iterable[Path] | None = None) -> list[Path]:
    """Write the files of these pages, or of all, and take away those of questions that are gone."""
    chosen = list(navigation.pages() if pages is None else pages)
    with ProcessPoolExecutor() as workers:
        written = [file for files in workers.map(_write_page, chosen) for file in files]
    if pages is None:
        for file in set(GENERATED.rglob("*.json")).difference(written):
            file.unlink()
    return written


def of_page(page: Path) -> dict[str, Json]:
    """The tasks of a page by the ids of its questions."""
    found = blocks(reading.source(page))
    reading.of_page(page)  # tells what is wrong with one
    return {block.id: {**_task(block, page), "variants": len(variants.written(block, page))} for block in found}


def of_variants(block: Block, page: Path) -> Json:
    """What the variants of a question change, and their tasks."""
    base, sources = _places(block.text, page), variants.written(block, page)
    others = [_places(source, page) for source in sources]
    changed = [place for place in base if any(other[place] != base[place] for other in others)]
    own = _task(block, page)
    made = [
        {"text": [other[place] for place in changed], "task": _less(_task(blocks(source)[0], page), own)}
        for source, other in zip(sources, others, strict=True)
    ]
    return {"places": changed, "variants": made}


def _write_page(page: Path) -> list[Path]:
    found = blocks(reading.source(page))
    if not found:
        return []
    modules = {__name__, *(module for block in found for module in variants.modules(block))}
    key = (page.name, reading.source(page), dependencies.fingerprint(modules))
    made: dict[str, str] = json.loads(kept.text("exercises", key, lambda: json.dumps(_files(page))))
    for name, text in made.items():
        kept.put_if_new(GENERATED / name, text.encode())
    return [GENERATED / name for name in made]


def _files(page: Path) -> dict[str, str]:
    """The text of each file of a page, by its name."""
    made, name = of_page(page), parts.address(page).rstrip("/") or "index"
    varied = [block for block in blocks(reading.source(page)) if made[block.id]["variants"]]
    files = {f"{name}.json": made} | {f"{name}/{block.id}.json": of_variants(block, page) for block in varied}
    return {file: json.dumps(content, ensure_ascii=False, separators=(",", ":")) for file, content in files.items()}


def _task(block: Block, page: Path) -> Json:
    made = tasks.task(block, page, typeset=True)
    if isinstance(made, Number):
        told = [_diagnosis(diagnosis) for diagnosis in made.diagnoses]
        fields = {"value": made.value, "shown": made.shown, "unit": made.unit, "tolerance": made.tolerance}
        return {"kind": "number", **fields, "asks": made.asks, "diagnoses": told}
    if isinstance(made, Choice):
        options = [{"right": option.right, "reply": option.reply} for option in made.options]
        return {"kind": "choice", "several": made.several, "options": options}
    if made is None:
        return {"kind": "none"}
    return {"kind": "order" if isinstance(made, Order) else "matching", "right": list(_places_of(made, block, page))}


def _diagnosis(diagnosis: Diagnosis) -> Json:
    room = tasks.tolerance(diagnosis.value, diagnosis.shown)
    return {"value": diagnosis.value, "tolerance": room, "right": diagnosis.right, "words": diagnosis.words}


def _places_of(task: Task, block: Block, page: Path) -> Iterator[int | tuple[int, int]]:
    """The lines of an order, or the pairs of a matching, by where they stand below the question."""
    lines = [parts.words(words, page, typeset=True) for words in tasks.lettered(block.below).values()]
    if isinstance(task, Order):
        yield from (lines.index(line) for line in task.lines)
    elif isinstance(task, Matching):
        yield from ((lines.index(a), lines.index(b)) for a, b in task.pairs)


def _less(task: Json, own: Json) -> Json:
    """A variant's task without the words that are those of the question itself."""
    if task["kind"] != "number":
        return {} if task == own else task
    fields = {key: value for key, value in task.items() if value != own[key] and key != "diagnoses"}
    told = [_less_words(a, b) for a, b in zip(task["diagnoses"], own["diagnoses"], strict=True)]
    return {**fields, "diagnoses": told}


def _less_words(diagnosis: Json, own: Json) -> Json:
    return {key: value for key, value in diagnosis.items() if key != "words" or value != own["words"]}


def _places(source: str, page: Path) -> dict[str, str]:
    """What stands at each place that a variant may change: at each claim, and on each line of code."""
    places = {f"claim {i}": parts.words(found["token"], page, True) for i, found in enumerate(claims.find(source))}
    for i, code in enumerate(CODE.finditer(source)):
        (shown,) = html.fragment_fromstring(parts.as_html(code[0], page), create_parent="div").iter("code")
        inside = (shown.text or "") + "".join(html.tostring(child, encoding="unicode") for child in shown)
        places |= {f"code {i} {j}": line for j, line in enumerate(inside.split("\n"))}
    return places
