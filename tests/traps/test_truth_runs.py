"""Libraries answer the list of true values as recorded. What is not installed is skipped, and says so."""

import math
import warnings
from typing import Any

import pytest
from shown_tabs import PYTHONS

from traps import _truth_runs as runs
from traps._call_runs import python_with
from traps._truth_calls import CALLS, LIBRARIES

VALID = {"kind": "hard", "float64": 2.0}
NOTHING = {"kind": "edge", "float64": 0.0}
BAD = {"kind": "invalid"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_answers_as_recorded(library: str) -> None:
    # Those of the environment of the libraries first: theirs are the versions that were recorded.
    python = python_with(library, PYTHONS[::-1])
    if python is None:
        pytest.skip(f"not run: {library} is not installed; python3 scripts/libraries.py installs it")
    now = runs.run(python, library)
    assert now["outcomes"] == runs.recorded()[library]["outcomes"], f"{library} {now['version']} answers differently"


def test_the_record_has_every_call_and_every_case_once() -> None:
    wanted = {
        library: {
            runs.key(measure, library, call): sorted(case["id"] for case in runs.asked(measure))
            for measure, of in CALLS.items()
            for call in of.get(library, [])
        }
        for library in LIBRARIES
    }
    found = {
        library: {
            call: sorted(name for names in outcomes.values() for name in names)
            for call, outcomes in record["outcomes"].items()
        }
        for library, record in runs.recorded().items()
    }
    assert found == wanted, "python3 scripts/libraries.py records what libraries answer"


@pytest.mark.parametrize("call", [call for of in CALLS.values() for calls in of.values() for call in calls])
def test_a_call_compiles(call: str) -> None:
    compile(call, "<call>", "exec")


@pytest.mark.parametrize(
    ("case", "value", "what"),
    [
        (VALID, 2.0, runs.RIGHT), (VALID, 2 + 1e-13, runs.RIGHT), (VALID, 2 + 1e-11, runs.WRONG),
        (VALID, math.nan, runs.NAN), (VALID, math.inf, runs.WRONG), (NOTHING, -1e-16, runs.RIGHT),
        (NOTHING, 1e-14, runs.LOST), ({"kind": "hard", "float64": 1e-20}, 2e-20, runs.LOST),
        ({"kind": "edge", "float64": "inf"}, math.inf, runs.RIGHT), (BAD, 0.5, runs.WRONG), (BAD, math.nan, runs.NAN),
    ],
)  # fmt: skip
def test_an_answer_is_judged(case: dict[str, Any], value: float, what: str) -> None:
    assert runs.outcome(lambda: value, case) == what


def test_an_error_refuses_and_a_warning_tells() -> None:
    def warns() -> float:
        warnings.warn("divide by zero", RuntimeWarning, stacklevel=1)
        return 0.5

    assert runs.outcome(lambda: 1 / 0, BAD) == runs.outcome(lambda: 1 / 0, VALID) == runs.REFUSED
    assert runs.outcome(warns, VALID) == runs.outcome(warns, BAD) == runs.WARNED
    assert runs.outcome(warns, {"kind": "usual", "float64": 0.5}) == runs.RIGHT
