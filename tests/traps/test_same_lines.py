"""The same lines in several libraries, as pages show them side by side: each runs and gives what stands under it.

Lines before the first tab make the files that all tabs read.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from shown_tabs import TAB, python_for

from checking import calls, pages
from traps._call_runs import INSTALLED_AS, run

BEFORE = re.compile(r"^\s*```py\n(?P<program>.*?)^```$", re.DOTALL | re.MULTILINE)
UNDER = re.compile(r"# (?P<number>−?[\d.]+)(?: (?:nats|bits)(?: per \w+)?)?$")
SHOWN = [
    pytest.param(found[0], tab["library"], tab["program"], id=f"{page.stem}-{tab['library']}")
    for page in pages.every()
    for found in calls.SAME_LINES.finditer(page.read_text(encoding="utf-8"))
    for tab in TAB.finditer(found[0])
]


def said(program: str) -> str:
    found = UNDER.search(program.splitlines()[-1])
    assert found, f"say in a comment at the end what the last line gives: {program}"
    return found["number"]


@pytest.mark.parametrize(("tabs", "library", "program"), SHOWN)
def test_they_give_what_stands_under_them(
    tabs: str, library: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digits = len(said(program).partition(".")[2])
    monkeypatch.chdir(tmp_path)
    before = BEFORE.match(tabs)
    *_, value = run(python_for(library), [f"{before['program']}None\n", program] if before else [program])
    assert isinstance(value, float), f"gives {value}"
    assert f"{value:.{digits}f}".replace("-", "−") == said(program)


@pytest.mark.parametrize(("tabs", "library", "program"), SHOWN)
def test_all_say_the_same(tabs: str, library: str, program: str) -> None:
    others: list[Any] = [tab["program"] for tab in TAB.finditer(tabs)]
    assert len(others) == tabs.count("/// tab") >= 2
    assert library in INSTALLED_AS
    assert {said(other) for other in others} == {said(program)}


def test_there_are_some() -> None:
    assert {parameter.values[1] for parameter in SHOWN} == {"NumPy", "PyTorch", "pandas", "DuckDB", "Dask"}


def test_a_number_of_none_of_them_is_no_number() -> None:
    with pytest.raises(AssertionError, match="say in a comment"):
        said("loss\n# small")
