"""Running the calls of `calls.json` with the libraries, and what they gave where laws have zeros or are none."""

import ast
import json
import math
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from traps._calls import LIBRARIES, NATS, Call, every, truth
from traps._run import LAWS, NO_LAWS, SOURCES, agree, plain

RECORDED = Path(__file__).with_name("recorded_calls.json")
INSTALLED_AS = {
    "extrabits": "numpy",
    "NumPy": "numpy",
    "SciPy": "scipy",
    "PyTorch": "torch",
    "pandas": "pandas",
    "DuckDB": "duckdb",
    "Dask": "distributed",
    "dit": "dit",
}
RIGHT = "right"

# What calls are asked at the edges, by their parameters. For laws there is a right answer, for what is none an error.
JOINTS = {
    "an empty cell": [[0.5, 0.0], [0.25, 0.25]],
    "an empty row": [[0.4, 0.6], [0.0, 0.0]],
    "Σp = 1.2": [[0.7, 0.0], [0.25, 0.25]],
    "p < 0": [[0.7, -0.2], [0.25, 0.25]],
}
PAIRS = LAWS | NO_LAWS
EDGES: dict[tuple[str, ...], dict[str, dict[str, Any]]] = {
    ("p",): {case: {"p": p} for case, (p, _) in PAIRS.items()},
    ("p", "q"): {case: {"p": p, "q": q} for case, (p, q) in PAIRS.items()},
    ("joint",): {case: {"joint": joint} for case, joint in JOINTS.items()},
}

Record = dict[str, dict[str, dict[str, Any]]]
"""What calls gave at the edges, by library, key and edge."""


def run(python: Path, programs: list[str]) -> list[Any]:
    """What the last line of each program gives in the environment of this interpreter, or the name of its error."""
    env = {**os.environ, "PYTHONPATH": str(SOURCES)}
    done = subprocess.run(
        [python, "-W", "ignore", "-m", "traps._call_runs"],
        env=env,
        input=json.dumps(programs),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return list(json.loads(done.stdout))


def python_with(library: str, pythons: list[Path]) -> Path | None:
    """The first of these interpreters that has the library, or None."""
    ask = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({INSTALLED_AS[library]!r}) is None)"
    return next((python for python in pythons if python.exists() and not subprocess.call([python, "-c", ask])), None)


def edges(library: str, python: Path) -> dict[str, dict[str, Any]]:
    """What each call of a library gives at each edge: "right", something else, or the name of the error."""
    asked = [(call, *edge) for call in _of(library) for edge in EDGES.get(call.parameters, {}).items()]
    given = run(python, [call.program({name: str(value) for name, value in at.items()}, NATS) for call, _, at in asked])
    found: dict[str, dict[str, Any]] = {}
    for (call, case, at), value in zip(asked, given, strict=True):
        is_law = case not in NO_LAWS
        found.setdefault(call.key, {})[case] = RIGHT if is_law and same(value, truth(call, at)) else plain(value)
    return found


def _of(library: str) -> list[Call]:
    return [call for call in every() if call.library == library]


def same(one: Any, other: Any, tolerance: float = 1e-9) -> bool:
    """Whether two results are the same number, or list of numbers."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, float | int) and isinstance(other, float | int):
        return math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    return False


@cache
def recorded() -> Record:
    """What each call gave at the edges when the libraries ran."""
    return dict(json.loads(RECORDED.read_text(encoding="utf-8")))


def record(now: Record) -> None:
    """Keep what calls gave; of a library that did not run, what it gave before."""
    kept = {library: now.get(library, recorded().get(library, {})) for library in LIBRARIES}
    RECORDED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def now(pythons: list[Path]) -> Record:
    """What each call gives at the edges, of the libraries that one of these interpreters has."""
    found = {library: python_with(library, pythons) for library in LIBRARIES}
    return {library: edges(library, python) for library, python in found.items() if python}


def report(now: Record, before: Record) -> bool:
    """Say what was not run and what has changed; whether nothing has."""
    for library in LIBRARIES:
        if library not in now:
            print(f"not run: the calls of {library} ({INSTALLED_AS[library]} is not installed)")
    changed = [
        f"{key} in {library}\n  recorded {old}\n  now      {new}"
        for library, found in now.items()
        for key, new in found.items()
        if not agree(old := before.get(library, {}).get(key), new)
    ]
    for what in changed:
        print(f"changed: the call {what}")
    return not changed


def _result(program: str) -> Any:
    *body, last = ast.parse(program).body
    assert isinstance(last, ast.Expr)
    names: dict[str, Any] = {}
    try:
        exec(compile(ast.Module(body, []), "<program>", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "<program>", "eval"), names)
    except Exception as error:  # whatever a library raises is what we want to know
        return type(error).__name__
    return value.tolist() if hasattr(value, "tolist") else value


if __name__ == "__main__":
    json.dump([_result(program) for program in json.load(sys.stdin)], sys.stdout)
