"""Exhibits of the page on the list of true values: how large it is, and what libraries score on it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from exhibits._drawing import Table
from traps import _truth_runs as runs
from traps._truth_calls import CALLS, FAMILIES, LIBRARIES

VALID = ("usual", "hard", "edge")
KINDS = (*VALID, runs.INVALID)
TOLD = (runs.NAN, runs.WARNED)
# What becomes of a case that is not right, and of one that is invalid: a title, the outcomes, the kinds.
NOT_RIGHT = (
    ("not right: digits lost", (runs.LOST,), VALID),
    ("not right: wrong", (runs.WRONG,), VALID),
    ("not right: told", (*TOLD, runs.REFUSED), VALID),
)
OF_INVALID = (
    ("invalid: refused", (runs.REFUSED,), (runs.INVALID,)),
    ("invalid: seen", TOLD, (runs.INVALID,)),
    ("invalid: answered", (runs.WRONG,), (runs.INVALID,)),
)
WIDTH = 28  # of a line of code in a table

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
    tallies = [of_library(library) for library in LIBRARIES]
    rows = [[f"{kind}, right", *(_right(tally, kind) for tally in tallies)] for kind in VALID]
    for title, outcomes, kinds in (*NOT_RIGHT, *OF_INVALID):
        rows.append([title, *(str(_sum(tally, outcomes, kinds)) for tally in tallies)])
    return [["cases", *(f"{library} {version(library)}" for library in LIBRARIES)], *rows]


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
        _row(library, measure, call)
        for measure in measures
        for library in LIBRARIES
        for call in CALLS[measure].get(library, [])
    ]
    return [["call", *VALID, "lost, wrong, told", "refused, seen, answered"], *rows]


def _row(library: str, measure: str, call: str) -> list[str]:
    tally = of_call(library, measure, call)
    three = [
        "\u00a0·\u00a0".join(str(_sum(tally, outcomes, kinds)) for _, outcomes, kinds in of)
        for of in (NOT_RIGHT, OF_INVALID)
    ]
    name = measure.removesuffix(FAMILIES)
    title = library if measure == "kl_divergence" else f"{library}, `{name}`{measure.removeprefix(name)}"
    return [f"{title}<br>{_code(call)}", *(_right(tally, kind) for kind in VALID), *three]


def _right(tally: Tally, kind: str) -> str:
    asked = _asked(tally, kind)
    return f"{tally[runs.RIGHT, kind]}/{asked}" if asked else "–"


def _sum(tally: Tally, outcomes: Iterable[str], kinds: Iterable[str]) -> int:
    return sum(tally[outcome, kind] for outcome, kind in product(outcomes, kinds))


def _asked(tally: Tally, kind: str) -> int:
    return sum(number for (_, of), number in tally.items() if of == kind)


def _tally(outcomes: Iterable[dict[str, list[str]]]) -> Tally:
    kinds = {case["id"]: case["kind"] for case in runs.cases()}
    return Counter((outcome, kinds[name]) for of in outcomes for outcome, names in of.items() for name in names)


def _code(call: str) -> str:
    lines = [part for line in call.splitlines() for part in _broken(line)]
    return "<br>".join(f"`{line}`" for line in lines)


def _broken(line: str) -> Iterator[str]:
    """A line of code in parts that a phone has room for: cut at spaces or behind parentheses, far out."""
    while len(line) > WIDTH:
        cuts = [at for at in range(1, WIDTH + 1) if line[at - 1] in " ("]
        if not cuts:
            break
        cut = min(cuts, key=lambda at: (_depth(line[:at]), -at))
        yield line[:cut].rstrip()
        line = line[cut:]
    yield line


def _depth(code: str) -> int:
    return code.count("(") - code.count(")")
