"""Exhibits of the page on the list of true values: how large it is, and what libraries score on it."""

from collections import Counter
from collections.abc import Iterable
from itertools import product

from exhibits._drawing import Table
from traps import _truth_runs as runs
from traps._truth_calls import CALLS, LIBRARIES

VALID = ("usual", "hard", "edge")
KINDS = (*VALID, runs.INVALID)

Tally = Counter[tuple[str, str]]
"""How many cases of a kind had an outcome: (outcome, kind)."""


def size() -> Table:
    """How many cases the list has, by measure and kind."""
    counts = Counter((case["measure"], case["kind"]) for case in runs.cases())
    measures = dict.fromkeys(case["measure"] for case in runs.cases())
    rows = [[f"`{name}`", *(str(counts[name, kind]) for kind in KINDS)] for name in measures]
    return [["measure", *KINDS], *rows, ["all", *(str(count(kind)) for kind in KINDS)]]


def count(kind: str) -> int:
    """The cases of a kind."""
    return sum(case["kind"] == kind for case in runs.cases())


def scores() -> Table:
    """What each library scores over all its calls."""
    return [_head("library"), *(_row(f"{library} {version(library)}", of_library(library)) for library in LIBRARIES)]


def divergences() -> Table:
    """What each call for D(p‖q) of two lists scores."""
    return _by_call(["kl_divergence"])


def calls() -> Table:
    """What each of the other calls scores."""
    return _by_call([measure for measure in CALLS if measure != "kl_divergence"])


def version(library: str) -> str:
    """The version that was run."""
    return str(runs.recorded()[library]["version"])


def of_library(library: str) -> Tally:
    """The outcomes of all calls of a library together."""
    return _tally(runs.recorded()[library]["outcomes"].values())


def of_call(library: str, measure: str, call: str) -> Tally:
    """The outcomes of one call."""
    return _tally([runs.recorded()[library]["outcomes"][runs.key(measure, library, call)]])


def _by_call(measures: list[str]) -> Table:
    rows = [
        _row(f"{library}, {measure.replace('_', ' ')}<br>{_code(call)}", of_call(library, measure, call))
        for measure in measures
        for library in LIBRARIES
        for call in CALLS[measure].get(library, [])
    ]
    return [_head("call"), *rows]


def _head(first: str) -> list[str]:
    right = [f"{kind}, right" for kind in VALID]
    return [first, *right, "digits lost", "wrong", "told", "invalid, refused", "nan or warning", "answered"]


def _row(name: str, tally: Tally) -> list[str]:
    right = [_of(tally[runs.RIGHT, kind], _asked(tally, kind)) for kind in VALID]
    told = [runs.NAN, runs.WARNED, runs.REFUSED]
    wrong = [str(_sum(tally, of, VALID)) for of in ([runs.LOST], [runs.WRONG], told)]
    asked = _asked(tally, runs.INVALID)
    invalid = [_of(_sum(tally, of, [runs.INVALID]), asked) for of in ([runs.REFUSED], told[:2], [runs.WRONG])]
    return [name, *right, *wrong, *invalid]


def _sum(tally: Tally, outcomes: Iterable[str], kinds: Iterable[str]) -> int:
    return sum(tally[outcome, kind] for outcome, kind in product(outcomes, kinds))


def _of(some: int, asked: int) -> str:
    return f"{some} of {asked}" if asked else "–"


def _asked(tally: Tally, kind: str) -> int:
    return sum(number for (_, of), number in tally.items() if of == kind)


def _tally(outcomes: Iterable[dict[str, list[str]]]) -> Tally:
    kinds = {case["id"]: case["kind"] for case in runs.cases()}
    return Counter((outcome, kinds[name]) for of in outcomes for outcome, names in of.items() for name in names)


def _code(call: str) -> str:
    return "<br>".join(f"`{line}`" for line in call.splitlines())
