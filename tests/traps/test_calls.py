"""The calls that pages show and the calculator writes: each runs with its library and gives what the package gives.

A library that is not installed is skipped, and says so: PyTorch is in `.venv-libraries`, which
`python3 scripts/libraries.py` makes.
"""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shown_tabs import PYTHONS, TAB, python_for

from checking import calls as tabs
from checking import pages
from environment import ROOT
from traps import _call_runs
from traps._call_runs import EDGES, edges, python_with, recorded, run, same
from traps._calls import BITS, LIBRARIES, NATS, Call, calls, evaluated, every, truth
from traps._registry import find
from traps._run import agree

SHOWN = [
    (page, found["call"], tab["library"], tab["program"])
    for page in pages.every()
    for found in tabs.REGION.finditer(page.read_text(encoding="utf-8"))
    for tab in TAB.finditer(found["tabs"] or "")
]

every_library = pytest.mark.parametrize("library", LIBRARIES)


def of(library: str) -> list[Call]:
    return [call for call in every() if call.library == library]


def arguments(call: Call, seed: int) -> dict[str, Any]:
    """Random ones, without zeros."""
    rng = np.random.default_rng(seed)
    outcomes, samples = int(rng.integers(2, 7)), 4
    of_labels = "labels" in call.parameters
    binary = call.function.startswith("binary")
    logits = rng.normal(size=samples if binary else (samples, outcomes) if of_labels else outcomes)
    labels = rng.integers(2 if binary else outcomes, size=samples)
    given = {
        "p": rng.dirichlet(np.ones(outcomes)),
        "q": rng.dirichlet(np.ones(outcomes)),
        "joint": rng.dirichlet(np.ones(outcomes * 3)).reshape(outcomes, 3),
        "logits": logits,
        "p_logits": logits,
        "q_logits": rng.normal(size=outcomes),
        "labels": labels.astype(float) if binary else labels,
    }
    values = {name: given[name].tolist() for name in call.parameters if name in given}
    return values | ({"alpha": float(rng.choice([0.5, 2, 3.5]))} if "alpha" in call.parameters else {})


@every_library
@pytest.mark.parametrize("unit", [BITS, NATS], ids=lambda unit: unit.name)
def test_a_call_gives_what_the_package_gives(library: str, unit: Any) -> None:
    asked = [(call, arguments(call, seed)) for call in of(library) for seed in range(8)]
    programs = [call.program({name: str(value) for name, value in given.items()}, unit) for call, given in asked]
    assert programs
    for (call, given), value in zip(asked, run(python_for(library), programs), strict=True):
        assert same(value, truth(call, given, unit)), f"{call.key} of {given} gives {value} in {library}"


@every_library
def test_what_a_page_shows_gives_what_it_says(library: str) -> None:
    shown = [(page, call, program) for page, call, where, program in SHOWN if where == library]
    assert len({page for page, _, _ in shown}) >= 3
    values = run(python_for(library), [program for _, _, program in shown])
    for (page, call, program), value in zip(shown, values, strict=True):
        key, given, unit = tabs.read(call)
        right = evaluated(Call(key, "extrabits").filled(given, unit)[-1])
        assert same(value, right), f"{page}: {call} gives {value} in {library}, not {right}"
        said = program.splitlines()[-1]
        assert said.startswith(f"# {tabs.written(value)}"), f"{page}: {call} gives {value} in {library}, not {said}"


@every_library
def test_a_call_behaves_at_the_edges_as_recorded(library: str) -> None:
    now = edges(library, python_for(library))
    assert agree(recorded()[library], now), "python3 scripts/libraries.py records what calls give"


def test_every_call_is_recorded() -> None:
    asked = {library: [call.key for call in of(library) if call.parameters in EDGES] for library in LIBRARIES}
    assert {library: list(found) for library, found in recorded().items()} == asked


def test_every_call_is_one_of_the_package_and_names_only_its_arguments() -> None:
    for call in every():
        known = {*call.parameters, *vars(BITS)}
        assert set(re.findall(r"\{(\w+)\}", " ".join(call.lines))) <= known, call
        assert call.parameters == Call(call.key, "extrabits").parameters, call


def test_what_is_said_of_a_call_is_a_trap() -> None:
    anchors = {trap.key.partition(".")[2] for trap in find()}
    for (key, library), (_, trap) in tabs.SAID.items():
        assert library in calls()[key]
        assert trap in anchors


@pytest.mark.parametrize("library", ["SciPy", "PyTorch"])
def test_the_divergence_is_computed_as_in_the_table_of_edges(library: str) -> None:
    ways = {way.expression for way in find() if way.is_way}
    assert Call("kl_divergence", library).filled({"p": "p", "q": "q"}, NATS)[-1] in ways


def test_a_library_that_is_missing_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_call_runs.INSTALLED_AS, "PyTorch", "a_library_that_nobody_has")
    assert python_with("PyTorch", PYTHONS) is None


class TestTheTabs:
    """Tabs that differ from what runs are found and corrected."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("kl_div(p, q).sum() / math.log(2)", "kl_div(q, p).sum() / math.log(2)"),
            ("# 0.625 bits", "# 0.626 bits"),
            ("gives nan where both are 0", "right at every zero"),
            ("/// tab | NumPy", "/// tab | Numpy"),
        ],
    )
    def test_a_wrong_one_is_found_and_corrected(self, old: str, new: str) -> None:
        source = ROOT / "docs" / "concepts" / "kl-divergence.md"
        right = "".join(found[0] for found in tabs.REGION.finditer(source.read_text(encoding="utf-8")))
        assert old in right
        wrong = right.replace(old, new)
        ((at, present, computed, why),) = tabs.corrections(source, wrong)
        assert "differ" in why
        assert wrong[:at] + computed + wrong[at + len(present) :] == right

    @pytest.mark.parametrize(
        ("call", "why"),
        [
            ("kl_divergens([1], [1])", "no lines for kl_divergens"),
            ("kl_divergence([1])", "takes p, q"),
            ("kl_divergence([1], [1], base=10)", "base=10"),
            ("kl_divergence", "no call"),
            ("kl_divergence([1], [1]", "never closed"),
            ("kl_divergence([0.5, 0.4], [0.5, 0.5])", "sums to 0.9"),
        ],
    )
    def test_what_is_no_call_is_told(self, tmp_path: Path, call: str, why: str) -> None:
        page = tmp_path / "page.md"
        page.write_text(f"text\n\n<!-- calls: {call} -->\n", encoding="utf-8")
        (problem,) = pages.corrected(page)[1]
        assert problem.startswith(f"{page}:3: ")
        assert why in problem


def test_nats_need_no_division() -> None:
    call = Call("kl_divergence", "SciPy")
    assert call.filled({"p": "p", "q": "q"}, NATS) == ["kl_div(p, q).sum()"]
    assert call.filled({"p": "p", "q": "q"}, BITS) == ["kl_div(p, q).sum() / math.log(2)"]


def test_every_tab_has_a_line_on_where_it_differs() -> None:
    for page in pages.every():
        for found in tabs.REGION.finditer(page.read_text(encoding="utf-8")):
            notes = re.findall(r"^```\n\n(.*)\n\n///$", found["tabs"] or "", re.MULTILINE)
            assert len(notes) == len(TAB.findall(found["tabs"] or "")), page
            assert all(re.search(r"\w", note) for note in notes), page
