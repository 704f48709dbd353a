"""Everything that one page must be before it is built: each problem with file and line, each derived part corrected."""

from collections.abc import Iterator
from pathlib import Path

from checking import (
    anchors,
    calls,
    citations,
    claims,
    concept_map,
    derived,
    docstrings,
    explore,
    install,
    map_lists,
    markers,
    navigation,
    overview,
    prose,
    question_lists,
    reading_time,
    tables,
    widgets,
)
from checking.evaluation import evaluate
from checking.source import line_of, markdown_cells
from practice import listing, parameters, reading
from practice.blocks import WrongQuestionError

DOCS = Path(__file__).parent.parent.parent / "docs"

Correction = tuple[int, str, str, str]


def every() -> list[Path]:
    """All pages: Markdown, and notebooks as percent scripts."""
    pages = [*DOCS.rglob("*.md"), *DOCS.glob("notebooks/*.py")]
    return sorted(page for page in pages if "generated" not in page.parts)


def corrected(page: Path) -> tuple[str, list[str]]:
    """The page's text with every derived part as computed, and a message for each thing that is wrong."""
    text = page.read_text(encoding="utf-8")
    markdown = markdown_cells(text) if page.suffix == ".py" else text
    found: list[tuple[int, str, str, str]] = [(at, "", "", why) for at, why in _problems(page, markdown)]
    for correction in _corrections(page, markdown):
        found.append(correction)
    messages = [f"{page}:{line_of(text, at)}: {why}" for at, _, _, why in sorted(found, reverse=True)]
    for at, old, new, _ in sorted(found, reverse=True):
        text = text[:at] + new + text[at + len(old) :]
    return text, messages


def _corrections(page: Path, text: str) -> Iterator[Correction]:
    yield from _numbers(text)
    yield from tables.corrections(text)
    yield from widgets.corrections(text)
    for at, old, new in concept_map.leads_to(page, text):
        yield at, old, new, "the leads-to list differs from the other pages' You-need lines"
    yield from map_lists.corrections(page, text)
    yield from reading_time.corrections(text)
    yield from docstrings.corrections(page, text)
    yield from calls.corrections(page, docstrings.without_entries(text))
    yield from question_lists.corrections(page, text)
    yield from citations.corrections(page, text)
    yield from overview.corrections(text)
    yield from explore.corrections(page, text)
    yield from listing.corrections(text)


def _numbers(text: str) -> Iterator[Correction]:
    for found in claims.find(text):
        try:
            for claim in claims.claims_of(found):
                value = evaluate(claim.expression, parameters.at(text, claim.start))
                if not claim.agrees(value):
                    why = f"{claim.written} is written, {claim.expression} is {value!r}"
                    yield claim.start, claim.written, claim.corrected(value), why
        except WrongQuestionError:
            continue  # the question itself is told
        except Exception as error:  # an expression is a page's own code: whatever it raises is that page's mistake
            yield found.start(), "", "", f"{found['token']}: {type(error).__name__}: {error}"


def _problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    yield from markers.problems(calls.without_tabs(text))
    yield from widgets.problems(page, text)
    yield from anchors.problems(text)
    yield from navigation.problems(page, text)
    yield from install.problems(page, text)
    yield from concept_map.problems(page, text)
    yield from map_lists.problems(page, text)
    yield from overview.problems(page, text)
    yield from explore.problems(page, text)
    yield from reading.problems(page, text)
    yield from prose.problems(page, calls.without_tabs(derived.without(text)))
