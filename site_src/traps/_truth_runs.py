"""Asking the libraries for the true values of `docs/data/truths.json`, and what they answer."""

import json
import math
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from traps._call_runs import INSTALLED_AS
from traps._truth_calls import CALLS, FAMILIES, LIBRARIES

SOURCES = Path(__file__).parent.parent
TRUTHS = SOURCES.parent / "docs" / "data" / "truths.json"
RECORDED = Path(__file__).with_name("recorded_truths.json")
TOLERANCE = 1e-12  # of what is right, relative to it; what is off by less than this has lost digits
OF_NOTHING = 1e-15  # where 0 is right

RIGHT, LOST, WRONG, WARNED, NAN, REFUSED = "right", "digits lost", "wrong", "warned", "nan", "refused"
INVALID = "invalid"
ARGUMENTS = {"p", "q", "alpha", "joint", "p_logits", "q_logits"}

Outcomes = dict[str, dict[str, list[str]]]
"""By the key of a call, under each outcome the cases that had it."""
Argument = Callable[[str, Any], dict[str, Any]]
"""How an argument of a case becomes what calls name."""


@cache
def cases() -> list[dict[str, Any]]:
    """The cases of the list."""
    return list(json.loads(TRUTHS.read_text(encoding="utf-8"))["cases"])


def key(measure: str, library: str, call: str) -> str:
    """Under which a call is recorded."""
    return f"{library}, {measure}: {call}"


def asked(measure: str) -> list[dict[str, Any]]:
    """The cases of a measure, of lists or of families."""
    of_families = measure.endswith(FAMILIES)
    return [
        case
        for case in cases()
        if case["measure"] == measure.removesuffix(FAMILIES) and isinstance(case.get("p"), dict) == of_families
    ]


def run(python: Path, library: str) -> dict[str, Any]:
    """The version of a library and the outcomes of its calls, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [str(python), "-m", "traps._truth_runs", library]
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


@cache
def recorded() -> dict[str, dict[str, Any]]:
    """What was recorded of each library when it ran."""
    return dict(json.loads(RECORDED.read_text(encoding="utf-8"))) if RECORDED.exists() else {}


def record(now: dict[str, dict[str, Any]]) -> None:
    """Keep what the libraries answered, and on which day; of one that did not run or says the same, what was kept."""
    today = datetime.now(UTC).date().isoformat()
    kept = {}
    for library in LIBRARIES:
        before = recorded().get(library, {})
        fresh = now.get(library)
        same = fresh is None or {**fresh, "date": None} == {**before, "date": None}
        kept[library] = before if same else {"date": today, **(fresh or {})}
    RECORDED.write_text(_one_call_a_line(kept), encoding="utf-8")


def _one_call_a_line(kept: dict[str, dict[str, Any]]) -> str:
    libraries = []
    for library, found in kept.items():
        calls = ",\n".join(
            f"   {json.dumps(call, ensure_ascii=False)}: {json.dumps(of)}" for call, of in found["outcomes"].items()
        )
        facts = "".join(f"  {json.dumps(name)}: {json.dumps(found[name])},\n" for name in ("date", "version"))
        libraries.append(f' {json.dumps(library)}: {{\n{facts}  "outcomes": {{\n{calls}\n  }}\n }}')
    return "{\n" + ",\n".join(libraries) + "\n}\n"


def report(now: dict[str, dict[str, Any]]) -> bool:
    """Say what has changed; whether nothing has."""
    unchanged = True
    for library, fresh in now.items():
        before = recorded().get(library, {}).get("outcomes", {})
        for call in sorted(fresh["outcomes"].keys() | before.keys()):
            if fresh["outcomes"].get(call) != before.get(call):
                unchanged = False
                print(f"changed on the list of true values: {call}\n  recorded {before.get(call)}")
                print(f"  now      {fresh['outcomes'].get(call)}")
    return unchanged


def outcome(compute: Callable[[], Any], case: dict[str, Any]) -> str:
    """What a call does with a case: for one that is invalid, to refuse it is right."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = float(compute())
        except Exception:  # whatever a library raises is a refusal
            return REFUSED
    if math.isnan(value):
        return NAN
    if case["kind"] != INVALID and is_right(value, float(case["float64"])):
        return RIGHT
    if any(issubclass(w.category, UserWarning | RuntimeWarning) for w in caught):
        return WARNED
    near = case["kind"] != INVALID and abs(value - float(case["float64"])) < TOLERANCE
    return LOST if near else WRONG


def is_right(value: float, truth: float) -> bool:
    """Whether twelve digits agree."""
    return math.isclose(value, truth, rel_tol=TOLERANCE, abs_tol=0 if truth else OF_NOTHING)


def names(library: str) -> tuple[dict[str, Any], Argument]:
    """What the calls of a library may name, and how an argument becomes what they name."""
    return {"NumPy": _numpy, "SciPy": _scipy, "PyTorch": _torch, "dit": _dit}[library]()


def _numpy() -> tuple[dict[str, Any], Argument]:
    import numpy as np

    return {"np": np}, lambda name, value: {name: np.array(value, dtype=float) if isinstance(value, list) else value}


def _scipy() -> tuple[dict[str, Any], Argument]:
    from scipy import special, stats
    from scipy.spatial.distance import jensenshannon

    known, array = _numpy()
    families: dict[str, Callable[..., Any]] = {
        "Normal": lambda mean, sd: stats.norm(mean, sd),
        "Laplace": lambda mean, scale: stats.laplace(mean, scale),
        "Exponential": lambda rate: stats.expon(scale=1 / rate),
        "Gamma": lambda shape, rate: stats.gamma(shape, scale=1 / rate),
        "Beta": lambda a, b: stats.beta(a, b),
        "Uniform": lambda low, high: stats.uniform(low, high - low),
        "Bernoulli": lambda p: stats.bernoulli(p),
        "Binomial": lambda n, p: stats.binom(n, p),
        "Geometric": lambda p: stats.geom(p),
        "Poisson": lambda rate: stats.poisson(rate),
    }
    return (
        {**known, "special": special, "stats": stats, "jensenshannon": jensenshannon},
        lambda name, value: {name.upper(): _family(families, value)} if isinstance(value, dict) else array(name, value),
    )


def _torch() -> tuple[dict[str, Any], Argument]:
    import torch
    import torch.nn.functional as F
    from torch import distributions

    def argument(name: str, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            doubles = {key: x if key == "family" else torch.tensor(x, dtype=torch.float64) for key, x in value.items()}
            return {name.upper(): _family(families, doubles)}
        return {name: torch.tensor(value, dtype=torch.float64)}

    families: dict[str, Callable[..., Any]] = {
        "Normal": lambda mean, sd: distributions.Normal(mean, sd),
        "Laplace": lambda mean, scale: distributions.Laplace(mean, scale),
        "Exponential": lambda rate: distributions.Exponential(rate),
        "Gamma": lambda shape, rate: distributions.Gamma(shape, rate),
        "Beta": lambda a, b: distributions.Beta(a, b),
        "Uniform": lambda low, high: distributions.Uniform(low, high),
        "Bernoulli": lambda p: distributions.Bernoulli(p),
        "Binomial": lambda n, p: distributions.Binomial(n, p),
        "Geometric": lambda p: distributions.Geometric(p),
        "Poisson": lambda rate: distributions.Poisson(rate),
    }
    known = {"Categorical": distributions.Categorical, "kl_divergence": distributions.kl_divergence}
    return {"torch": torch, "F": F, **known}, argument


def _dit() -> tuple[dict[str, Any], Argument]:
    import dit
    from dit import divergences, shannon

    def argument(name: str, value: Any) -> dict[str, Any]:
        if name == "joint":
            cells = [((str(i), str(j)), x) for i, row in enumerate(value) for j, x in enumerate(row)]
            return {"J": dit.Distribution([cell for cell, _ in cells], [x for _, x in cells])}
        if isinstance(value, list):
            return {name.upper(): dit.Distribution([(f"{i:03}",) for i in range(len(value))], value)}
        return {name: value}

    return {**vars(shannon), **vars(divergences), "log": math.log}, argument


def _family(families: dict[str, Callable[..., Any]], law: dict[str, Any]) -> Any:
    return families[law["family"]](**{name: x for name, x in law.items() if name != "family"})


def _in_floats(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _in_floats(x) for name, x in value.items()}
    if isinstance(value, list):
        return [_in_floats(x) for x in value]
    return float(value) if value in ("inf", "nan") else value


def _outcomes(library: str) -> Outcomes:
    known, argument = names(library)
    found: Outcomes = {}
    for measure, of in CALLS.items():
        for call in of.get(library, []):
            results = found.setdefault(key(measure, library, call), {})
            for case in asked(measure):
                what = outcome(partial(_computed, call, case, known, argument), case)
                results.setdefault(what, []).append(case["id"])
    return found


def _computed(call: str, case: dict[str, Any], known: dict[str, Any], argument: Argument) -> Any:
    given = dict(known)
    for name in ARGUMENTS & case.keys():
        given |= argument(name, _in_floats(case[name]))
    *before, last = call.splitlines()
    exec("\n".join(before), given)
    return eval(last, given)


if __name__ == "__main__":
    library = sys.argv[1]
    installed = version(INSTALLED_AS[library]).partition("+")[0]
    json.dump({"version": installed, "outcomes": _outcomes(library)}, sys.stdout)
