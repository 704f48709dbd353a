"""What a file says around a question, in every format alike."""

import math
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape

from exports.parts import blocks, is_plain, paragraph, plain
from exports.site import Site
from practice.model import Choice, Diagnosis, Html, Matching, Number, Order, Question
from practice.tasks import tolerance

SINGULAR = {"bit", "nat", "ban", "deciban"}


def title(question: Question) -> str:
    """A name that stays when the words change, for lists in which no formula is shown."""
    name = question.id.removeprefix("question-").replace("-", " ")
    variant = "" if question.variant is None else f", variant {question.variant}"
    return f"{question.page_title}: {name}{variant}"


def by_page(questions: Iterable[Question]) -> list[list[Question]]:
    """The questions of each page, pages in the order in which they come."""
    pages: dict[str, list[Question]] = {}
    for question in questions:
        pages.setdefault(question.page, []).append(question)
    return list(pages.values())


def category(question: Question, site: Site) -> str:
    """Where Moodle keeps a question: a category for each page, in one for each group; a / in a name is doubled."""
    names = (site.name, question.group, question.page_title)
    return "$course$/top/" + "/".join(name.replace("/", "//") for name in names)


def decimal(value: float) -> str:
    """The number written out: some programs cannot read 5e-05, or read it without its margin."""
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be typed as a number")
    return format(Decimal(repr(value)), "f")


def typable(question: Question) -> Question:
    """The question without what other programs cannot compare: an infinite number is told instead of checked."""
    task = question.task
    if not isinstance(task, Number) or all(
        map(math.isfinite, (task.value, *(known.value for known in task.diagnoses)))
    ):
        return question
    if not math.isfinite(task.value):
        return replace(question, task=None, answer=blocks(question.answer) + diagnoses(task))
    kept = tuple(known for known in task.diagnoses if math.isfinite(known.value))
    lost = replace(task, diagnoses=tuple(known for known in task.diagnoses if known not in kept))
    return replace(question, task=replace(task, diagnoses=kept), answer=blocks(question.answer) + diagnoses(lost))


def bounds(number: Number) -> tuple[str, str]:
    """The least and the greatest number that is right, both included, without an error of rounding."""
    value, tolerance = Decimal(repr(number.value)), Decimal(repr(number.tolerance))
    return format(value - tolerance, "f"), format(value + tolerance, "f")


def room(number: Number, known: Diagnosis) -> float:
    """How far from a known wrong number one may be to be told what it tells: no further than half way to another."""
    others = [abs(other.value - known.value) / 2 for other in number.diagnoses if other is not known]
    return min([tolerance(known.value, known.shown), *others])


def form(number: Number) -> Html:
    """How a number is to be typed, and what counts, before anybody types."""
    unit = f" in {escape(_plural(number.unit), quote=False)}" if number.unit else ""
    exact = "It must be exact." if not number.tolerance else f"Up to {decimal(number.tolerance)} away counts as right."
    bare = ", without the unit" if number.unit else ""
    what = f"{number.asks}: type a number" if number.asks else "Type a number"
    return f"<p>{what}{unit}{bare}. {exact}</p>"


def _plural(unit: str) -> str:
    """The unit as one speaks of many: "bits per toss" of "bit per toss", and "percent"."""
    first, rest = re.match(r"(\w*)(.*)", unit.replace("%", "percent"), re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{first}s{rest}" if first in SINGULAR else f"{first}{rest}"


def stem(question: Question) -> Html:
    """The question, and what must be known to answer it here."""
    asked = blocks(question.stem)
    if isinstance(question.task, Number):
        return asked + form(question.task)
    if isinstance(question.task, Order | Matching):
        return asked + pairs(question).legend
    return asked


def diagnoses(number: Number) -> Html:
    """What known wrong numbers tell, for programs that cannot tell each its own."""
    return "".join(f"<p>{known.shown}? {known.words}</p>" for known in number.diagnoses)


def told(question: Question) -> Html:
    """The answer and how to get there, for when everything has been tried."""
    return blocks(question.answer) + blocks(question.solution or "")


@dataclass(frozen=True)
class Pairs:
    """An order or a matching as programs take both: to each thing belongs one of some plain words."""

    legend: Html
    """What the plain words mean where they stand for more."""
    lefts: tuple[Html, ...]
    rights: tuple[str, ...]


def pairs(question: Question, *, lettered: bool = False) -> Pairs:
    """The task as pairs, mixed in the same way each time: the order of a file must not tell the answer."""
    task = question.task
    if isinstance(task, Order):
        numbered = [(line, str(place)) for place, line in enumerate(task.lines, 1)]
        return _mixed(paragraph("Which line comes first, which second? Give each its place."), numbered, question)
    if not isinstance(task, Matching):
        raise TypeError(f"{question.where}: {question.id} is neither an order nor a matching")
    rights = list(dict.fromkeys(right for _, right in task.pairs))
    if not lettered and all(is_plain(right) for right in rights):
        return _mixed("", [(left, plain(right)) for left, right in task.pairs], question)
    # Lists to choose from show no formula: the choices stand above, under letters.
    random.Random(question.address + "letters").shuffle(rights)
    letters = {right: chr(ord("A") + place) for place, right in enumerate(rights)}
    legend = "".join(f"<tr><td>{letter}</td><td>{right}</td></tr>" for right, letter in letters.items())
    named = [(left, letters[right]) for left, right in task.pairs]
    return _mixed(f"<table><tbody>{legend}</tbody></table>", named, question)


def _mixed(legend: Html, those: list[tuple[Html, str]], question: Question) -> Pairs:
    order = list(range(len(those)))
    random.Random(question.address).shuffle(order)
    if order == sorted(order):
        order = [*order[1:], order[0]]
    lefts, rights = zip(*(those[place] for place in order), strict=True)
    return Pairs(legend, lefts, rights)


def weights(choice: Choice, question: Question) -> tuple[str, ...]:
    """What each option is worth in percent: all right ones together 100, and choosing everything nothing."""
    right = sum(option.right for option in choice.options)
    if not choice.several:
        return tuple("100" if option.right else "0" for option in choice.options)
    wrong = len(choice.options) - right
    return tuple(
        _share(right, question) if option.right else f"-{_share(wrong, question)}" for option in choice.options
    )


# Moodle refuses a file with any other fraction: those of its own list that share 100 among so many.
SHARES = {
    1: "100",
    2: "50",
    3: "33.33333",
    4: "25",
    5: "20",
    6: "16.66667",
    7: "14.28571",
    8: "12.5",
    9: "11.11111",
    10: "10",
}


def _share(among: int, question: Question) -> str:
    if among not in SHARES:
        raise ValueError(
            f"{question.where}: {among} options share the points; Moodle knows no such fraction: at most 10"
        )
    return SHARES[among]


Fit = Callable[[Html], Html]
"""Makes HTML fit a format."""
