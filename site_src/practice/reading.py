"""All questions of the site, read from its pages; whatever is wrong with one is told with file and line."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from checking import navigation
from checking.concept_map import title
from checking.source import line_of, markdown_cells
from practice import parts, tasks, unchanging
from practice.blocks import Block, WrongQuestionError, blocks
from practice.model import Choice, Html, Matching, Number, Order, Question, Task

HINT = "hint"


def questions(pages: Iterable[Path] | None = None) -> tuple[Question, ...]:
    """Those of these pages, or of all in the order of the navigation, as they are printed."""
    return tuple(made for page in (navigation.pages() if pages is None else pages) for made in of_page(page))


@cache
def of_page(page: Path) -> tuple[Question, ...]:
    """Those of one page; raises ValueError with file and line."""
    text = source(page)
    try:
        return tuple(read(block, page, text) for block in blocks(text))
    except WrongQuestionError as error:
        raise ValueError(f"{page}:{line_of(text, error.at)}: {error.why}") from error


@cache
def source(page: Path) -> str:
    """The Markdown of a page."""
    text = page.read_text(encoding="utf-8")
    return markdown_cells(text) if page.suffix == ".py" else text


def block_of(question: Question) -> tuple[Block, Path]:
    """Where a question is written."""
    page = navigation.DOCS.parent / question.where.rpartition(":")[0]
    return next(block for block in blocks(source(page)) if block.id == question.id), page


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Position and message of each question that cannot be asked."""
    try:
        found = blocks(text)
    except WrongQuestionError as error:
        yield error.at, error.why
        return
    for block in found:
        try:
            tasks.task(block, page)
            _named_parts(block)
            yield from unchanging.problems(block)
        except WrongQuestionError as error:
            yield error.at, error.why


def read(block: Block, page: Path, text: str, variant: int | None = None) -> Question:
    """One question as everything that asks it sees it."""
    task, entry = tasks.task(block, page), navigation.entries()[page]
    answer, (solution, *_) = tasks.the_answer(block), [*_named(block, "Solution"), None]
    stem = parts.as_html(f"{block.stem.text}\n\n{tasks.without_lines(block.below.text)}", page)
    hints = tuple(parts.as_html(part, page) for part in _named(block, HINT))
    told = parts.as_html(tasks.without_lines(tasks.without_diagnoses(answer.text)), page)
    worked = None if solution is None else parts.as_html(solution, page)
    address = parts.address(page)
    return Question(
        page=address,
        address=f"{address}#{block.id}",
        id=block.id,
        page_title=entry.title or title(page),
        group=entry.group,
        stem=stem,
        hints=hints,
        answer=told,
        solution=worked,
        task=task,
        pictures=parts.pictures(stem, *hints, told, worked or "", *in_task(task)),
        where=f"{page.relative_to(navigation.DOCS.parent).as_posix()}:{line_of(text, block.start)}",
        variant=variant,
    )


def in_task(task: Task | None) -> Iterator[Html]:
    """The HTML that a task holds."""
    if isinstance(task, Choice):
        yield from (part for option in task.options for part in (option.words, option.reply))
    elif isinstance(task, Order):
        yield from task.lines
    elif isinstance(task, Matching):
        yield from (part for pair in task.pairs for part in pair)
    elif isinstance(task, Number):
        yield from (diagnosis.words for diagnosis in task.diagnoses)


def _named(block: Block, name: str) -> list[str]:
    """The parts of this name; of hints there may be a "Hint", a "Second hint" and more."""
    return [part.text for part in block.parts if part.name.lower().split()[-1] == name.lower()]


def _named_parts(block: Block) -> None:
    for part in block.parts:
        known = part.name in ("Answer", "Solution") or part.name.lower().split()[-1] == HINT
        if not known:
            raise WrongQuestionError(part.start, f"{part.name}: a question has hints, an answer and a solution")
    if len(_named(block, "Solution")) > 1:
        raise WrongQuestionError(block.start, "two solutions: a question has one")
