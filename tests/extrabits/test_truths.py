"""One file of truths, `tests/truths.json`, that the Python and the TypeScript mathematics must both meet.

Each value is a definition evaluated by mpmath for exactly these float64 inputs, rounded once. Decimals such as
0.9 and 0.1 are not exactly representable and do not sum to exactly 1, so each law is first divided by its sum.
`python tests/extrabits/test_truths.py` writes the file anew from the cases below.
"""

import json
import math
from pathlib import Path
from typing import Any

import mpmath
import pytest
from oracles import oracles

import extrabits

FILE = Path(__file__).resolve().parent.parent / "truths.json"
DIGITS = 400  # enough to see 1e-300 beside 1

Case = dict[str, Any]


def cases() -> dict[str, list[Case]]:
    """The inputs; each law sums to 1 exactly, so that every correct way to compute agrees near equality too."""
    near = [0.5 + 2.0**-30, 0.25 - 2.0**-30, 0.25]
    nearer = [0.5 + 2.0**-45, 0.25, 0.25 - 2.0**-45]
    pairs: list[tuple[list[float], list[float]]] = [
        ([0.5, 0.5], [0.9, 0.1]),
        ([0.9, 0.1], [0.5, 0.5]),
        ([0.5, 0.25, 0.125, 0.125], [0.125, 0.125, 0.25, 0.5]),
        ([0.7, 0.2, 0.1], [0.4, 0.3, 0.3]),
        ([0.5, 0.25, 0.25], [0.5, 0.25, 0.25]),
        ([0.5, 0.25, 0.25], near),
        (near, [0.5, 0.25, 0.25]),
        ([0.5, 0.25, 0.25], nearer),
        ([1, 0], [0.8, 0.2]),
        ([1, 0], [0, 1]),
        ([0.5, 0.5, 0], [1, 0, 0]),
        ([0.5, 0, 0.5], [0.25, 0, 0.75]),
        ([0.5, 0.5, 1e-300], [0.25, 0.5, 0.25]),
        ([0.25, 0.5, 0.25], [0.5, 0.5, 1e-300]),
    ]
    laws = [p for p, _ in pairs] + [[1.0], [0.125] * 8, [0.01] * 100]
    chances = [0, 1e-300, 1e-20, 1e-10, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 1 - 2.0**-40, 1]
    bases = [2, math.e, 10]
    terms = [(0.5, 0.5), (0.5, 0.25), (0.25, 0.5), (1, 0), (0, 1), (0, 0), (3, 3 + 2.0**-40), (0.475, 0.525),
             (0.4751, 0.525), (0.3, 0.3 + 2.0**-30), (1e-300, 0.5), (0.5, 1e-300), (2, 7), (5e-324, 1)]  # fmt: skip
    both = [{"p": p, "q": q} for p, q in pairs]
    return {
        "gibbs_term": [{"p": p, "q": q} for p, q in terms],
        "surprisal": [{"p": p, "base": base} for p in chances for base in bases],
        "binary_entropy": [{"p": p, "base": base} for p in chances for base in bases],
        "entropy": [{"p": p, "base": base} for p in laws for base in bases],
        "cross_entropy": [case | {"base": base} for case in both for base in bases],
        "kl_divergence": [case | {"base": base} for case in both for base in bases],
        "js_divergence": [case | {"base": base} for case in both for base in bases],
        "total_variation": both,
        "hellinger_distance": both,
        "renyi_divergence": [
            case | {"alpha": alpha, "base": 2} for case in both for alpha in (0, 0.5, 0.999, 1, 2, math.inf)
        ],
    }


def value(name: str, case: Case) -> float:
    """The definition of that name for these inputs, rounded to a float64."""
    with mpmath.workdps(DIGITS):
        return float(oracles()[name](**case))


def write() -> None:
    """Write the file, one case a line."""
    lines = []
    for name, inputs in cases().items():
        rows = [json.dumps({key: _in_json(x) for key, x in (case | {"value": value(name, case)}).items()})
                for case in inputs]  # fmt: skip
        lines.append(f'  "{name}": [\n    ' + ",\n    ".join(rows) + "\n  ]")
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def read() -> list[tuple[str, Case]]:
    """All cases of the file as (name, case)."""
    truths = json.loads(FILE.read_text(encoding="utf-8"))
    return [(name, {key: _from_json(x) for key, x in case.items()}) for name, rows in truths.items() for case in rows]


def _in_json(value: Any) -> Any:
    return "inf" if value == math.inf else value


def _from_json(value: Any) -> Any:
    return math.inf if value == "inf" else value


@pytest.mark.parametrize(("name", "case"), read() if FILE.exists() else [])
def test_truth(name: str, case: Case) -> None:
    inputs = {key: value for key, value in case.items() if key != "value"}
    assert case["value"] == value(name, inputs), "the file is not what the definition says: write it anew"
    computed = getattr(extrabits, name)(**inputs)
    assert computed == pytest.approx(case["value"], rel=1e-14, abs=0), f"{name}(**{inputs})"


def test_every_case_is_in_the_file() -> None:
    assert [(name, len(rows)) for name, rows in cases().items()] == [
        (name, len(rows)) for name, rows in json.loads(FILE.read_text(encoding="utf-8")).items()
    ]


if __name__ == "__main__":
    write()
