"""Running traps and comparing what they give."""

import json
import math
import os
import subprocess
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from extrabits import kl_divergence
from traps._registry import Trap, find, modules

Result = dict[str, Any]

RECORDED = Path(__file__).parent / "recorded.json"
SOURCES = Path(__file__).parent.parent
MODULES = {"scikit-learn": "sklearn"}  # where the name to import is not the name to install
DIGITS = 7  # significant digits that are recorded: what float32 carries
LAWS = {
    "0 in p": ([1.0, 0.0], [0.4, 0.6]),
    "0 in q": ([0.4, 0.6], [1.0, 0.0]),
    "0 in both": ([1.0, 0.0], [1.0, 0.0]),
}
NO_LAWS = {
    "Σp = 1.2": ([0.7, 0.5], [0.4, 0.6]),
    "p < 0": ([1.2, -0.2], [0.4, 0.6]),
}


def run_everywhere(python: Path) -> dict[str, Result]:
    """What each trap gives in the environment of this interpreter, by key.

    Every module has a process of its own, because a library may change what another one does.
    """
    results: dict[str, Result] = {}
    for module in modules():
        env = {**os.environ, "PYTHONPATH": str(SOURCES)}
        done = subprocess.run([python, "-m", "traps", module], env=env, check=True, stdout=subprocess.PIPE, text=True)
        results |= json.loads(done.stdout)
    return results


def run_module(module: str) -> dict[str, Result]:
    """What the traps of one module give here; a library that is not installed has no version and gave nothing."""
    return {trap.key: _run(trap) for trap in find() if trap.module == module}


def agree(recorded: Any, now: Any) -> bool:
    """Whether two results are the same up to rounding, which differs between processors."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        return recorded.keys() == now.keys() and all(agree(recorded[name], now[name]) for name in recorded)
    if isinstance(recorded, list) and isinstance(now, list):
        return len(recorded) == len(now) and all(map(agree, recorded, now))
    if isinstance(recorded, float) and isinstance(now, float):
        return math.isclose(recorded, now, rel_tol=1e-4)
    return bool(recorded == now)


def edges(way: Callable[..., Any]) -> Result:
    """What a way to D(p‖q) gives at each edge: "right", something else, or the name of the error."""
    p, q = [0.7, 0.3], [0.4, 0.6]
    given: Result = {"value": plain(way(p, q)), "truth": plain(kl_divergence(p, q, base=math.e))}
    for case, (p, q) in (LAWS | NO_LAWS).items():
        try:
            value = plain(way(p, q))
        except Exception as error:  # whatever a library raises is what we want to know
            value = type(error).__name__
        if case in LAWS and _is(value, float(kl_divergence(p, q, base=math.e))):
            value = "right"
        given[case] = value
    return given


def plain(value: Any) -> Any:
    """Plain Python for tensors and arrays, with the digits that are recorded; JSON has no nan and no infinity."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") + 0.0 if math.isfinite(value) else str(value)
    return value


def _run(trap: Trap) -> Result:
    installed = _version(trap.library)
    if installed is None:
        return {"library": trap.library, "version": None}
    import_module(MODULES.get(trap.library, trap.library))  # so that we hear only what the call itself warns of
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        saw = edges(trap.function) if trap.is_way else {name: plain(v) for name, v in trap.function().items()}
    kinds = (UserWarning, RuntimeWarning, FutureWarning)
    warned = dict.fromkeys(f"{w.category.__name__}: {w.message}" for w in caught if issubclass(w.category, kinds))
    return {"library": trap.library, "version": installed, "saw": saw, "warned": list(warned)}


def _version(library: str) -> str | None:
    try:
        return version(library).partition("+")[0]  # 2.13.0+cpu is 2.13.0, built for CPUs
    except PackageNotFoundError:
        return None


def _is(value: Any, truth: float) -> bool:
    """Whether a value is this truth; a library that clips at 1e-7 is right to four decimals."""
    return (isinstance(value, float | int) and math.isclose(value, truth, abs_tol=1e-5)) or value == str(truth)
