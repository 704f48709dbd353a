"""The libraries still do what the page says. What is not installed is skipped, and says so.

Without `.venv-libraries`, which `python3 scripts/libraries.py` makes, only the traps of SciPy run.
"""

import re
import sys
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from environment import ROOT
from exhibits.libraries import recorded
from traps import _page
from traps._registry import Trap, find, modules
from traps._run import Result, agree, edges, plain, run_everywhere

ALL = list(find())
TRAPS = [trap for trap in ALL if not trap.is_way]
PAGES = _page.read()
EXAMPLE = next(trap for trap in TRAPS if trap.key == "pytorch.kl_div_order")

every = pytest.mark.parametrize("trap", ALL, ids=lambda trap: trap.key)
every_trap = pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.key)


@pytest.fixture(scope="session")
def now() -> dict[str, Result]:
    folder = ROOT / ".venv-libraries"
    pythons = [folder / "bin" / "python", folder / "Scripts" / "python.exe", Path(sys.executable)]
    return run_everywhere(next(python for python in pythons if python.exists()))


@every
def test_the_library_behaves_as_recorded(trap: Trap, now: dict[str, Result]) -> None:
    result, record = now[trap.key], recorded()[trap.key]
    if result["version"] is None:
        pytest.skip(f"not run: {trap.library} is not installed; python3 scripts/libraries.py installs it")
    where = "the table in #edges" if trap.is_way else f"#{trap.anchor}"
    message = f"{trap.library} {result['version']} behaves differently: rewrite {where} of {_page.PAGES}"
    assert agree(record["saw"], result["saw"]), message
    assert record["warned"] == result["warned"], message


@every_trap
def test_what_is_called_right_is_right(trap: Trap) -> None:
    saw = recorded()[trap.key]["saw"]
    if "right" in saw:
        assert close(saw["right"], saw["truth"])


@every_trap
def test_something_goes_wrong_in_it(trap: Trap) -> None:
    saw = recorded()[trap.key]["saw"]
    if "right" in saw:
        assert any(not close(value, saw["right"]) for name, value in saw.items() if name != "truth")


@every_trap
def test_the_code_shown_is_whole(trap: Trap) -> None:
    saw = recorded()[trap.key]["saw"]
    shown = _page.code(trap, saw)
    compile(shown, trap.key, "exec")
    own = {name for name in saw if re.search(rf"^ *{name} = ", shown, re.MULTILINE)}
    assert shown.count("\n# ") + len(re.findall(r"\n +# ", shown)) == len(own), "a result is missing or shown twice"
    assert own, "no result is shown"


def test_everything_recorded_exists_and_the_other_way_round() -> None:
    assert sorted(recorded()) == sorted(trap.key for trap in ALL)


def test_addresses_are_unique() -> None:
    assert len({trap.anchor for trap in TRAPS}) == len(TRAPS)


def test_the_page_shows_what_ran() -> None:
    assert _page.problems(PAGES, recorded()) == []


def test_a_library_that_is_missing_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    from traps import _run

    monkeypatch.setattr(
        _run, "find", lambda: iter([Trap("pytorch.x", "a-library-that-nobody-has", test_addresses_are_unique)])
    )
    assert _run.run_module("pytorch") == {"pytorch.x": {"library": "a-library-that-nobody-has", "version": None}}


def test_every_module_has_traps() -> None:
    assert {trap.module for trap in TRAPS} == set(modules())


class TestTheComparison:
    """A comparison that lets a change pass would make every other test here worthless."""

    @pytest.mark.parametrize(
        ("recorded", "now"),
        [
            ({"x": 1.0}, {"x": 1.001}),
            ({"x": 1.0}, {"x": "nan"}),
            ({"x": "inf"}, {"x": "nan"}),
            ({"x": 1.0}, {"x": 1.0, "y": 2.0}),
            ({"x": [1.0, "nan"]}, {"x": [1.0, 0.0]}),
            ({"x": [1.0]}, {"x": [1.0, 1.0]}),
            ({"x": 0.0}, {"x": 1e-9}),
            ({"x": "ValueError"}, {"x": 0.5}),
            ({"x": True}, {"x": False}),
        ],
    )
    def test_finds_a_change(self, recorded: Any, now: Any) -> None:
        assert not agree(recorded, now)

    @pytest.mark.parametrize("value", [1.0, "nan", [1.0, "inf"], True, "text"])
    def test_accepts_the_same(self, value: Any) -> None:
        assert agree({"x": value}, {"x": value})

    def test_accepts_rounding(self) -> None:
        assert agree({"x": 0.2007768}, {"x": 0.2007767})

    def test_finds_wrong_edges(self) -> None:
        given = edges(lambda p, q: 0.0)
        assert given["0 in both"] == "right"
        assert given["0 in q"] == 0.0
        assert not agree(given["value"], given["truth"])

    def test_records_errors_by_name(self) -> None:
        assert edges(lambda p, q: plain(1 / (p[1] + 0.2)))["p < 0"] == "ZeroDivisionError"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('swapped = F.kl_div(p.log(), q, reduction="sum")', 'swapped = F.kl_div(q.log(), p, reduction="sum")'),
            ("# 0.2274", "# 0.2275"),
            (f"{{#{EXAMPLE.anchor}}}", "{#elsewhere}"),
            (f"(pytorch.md#{EXAMPLE.anchor})", "(pytorch.md#elsewhere)"),
            ("UserWarning: reduction: 'mean'", "UserWarning: reduction: “mean”"),
            ("<!-- trap: pytorch.kl_div_order -->", "<!-- trap: pytorch.kl_div_ordre -->"),
        ],
    )
    def test_finds_a_page_that_is_wrong(self, old: str, new: str) -> None:
        assert any(old in text for text in PAGES.values())
        assert _page.problems({page: text.replace(old, new) for page, text in PAGES.items()}, recorded())

    def test_finds_a_trap_that_is_shown_twice(self) -> None:
        assert _page.problems({**PAGES, _page.PAGES / "z.md": "".join(PAGES.values())}, recorded())

    def test_writes_what_ran(self) -> None:
        for text in PAGES.values():
            assert _page.corrected(text.replace("# 0.2274", "# 0.2275"), recorded()) == text


def close(value: Any, truth: Any) -> bool:
    if isinstance(value, list) and isinstance(truth, list):
        return len(value) == len(truth) and all(map(close, value, truth))
    if isinstance(value, float | int) and isinstance(truth, float | int):
        return isclose(value, truth, rel_tol=1e-5, abs_tol=1e-20)
    return bool(value == truth)
