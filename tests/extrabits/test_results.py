"""What comes out: Python floats for one law, arrays for a batch, no nan, no −0.0, and the input untouched."""

import inspect
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from test_bad_input import functions, required

import extrabits as xb
from extrabits.families import Family

MEASURES = [n for n, f in functions().items() if not inspect.isclass(f) and n not in ("encode", "arithmetic_encode")]
OF_TWO_LAWS = [
    n for n in MEASURES
    if n not in ("gibbs_term", "i_projection") and {"p", "q"} <= set(inspect.signature(functions()[n]).parameters)
    and required(n)["p"] == [0.5, 0.25, 0.25]
]  # fmt: skip


def numbers_in(result: Any) -> list[Any]:
    """All numbers of a result."""
    if isinstance(result, Family):
        return [x for value in vars(result).values() for x in np.ravel(value).tolist()]
    if isinstance(result, dict):
        return [result[label] for label in sorted(result)]
    if isinstance(result, tuple | list):
        return [x for part in result for x in numbers_in(part)]
    return np.ravel(result).tolist() if isinstance(result, np.ndarray) else [result]


@pytest.mark.parametrize("name", MEASURES)
def test_results_are_python_numbers_without_nan_or_negative_zero(name: str) -> None:
    for number in numbers_in(functions()[name](**required(name))):
        assert type(number) in (int, float, str)
        assert not (isinstance(number, float) and math.isnan(number))
        assert str(number) != "-0.0"


@pytest.mark.parametrize("name", OF_TWO_LAWS)
def test_equal_laws_differ_by_positive_zero(name: str) -> None:
    p = [0.5, 0.25, 0.25, 0.0]
    result = functions()[name](**(required(name) | {"p": p, "q": p}))
    expected = {"bhattacharyya_coefficient": 1.0, "cross_entropy": 1.5}.get(name, 0.0)
    assert str(result) == str(expected)


@pytest.mark.parametrize("name", OF_TWO_LAWS)
def test_batches_go_along_any_axis(name: str) -> None:
    function, arguments = functions()[name], required(name)
    p = np.array([[0.5, 0.25, 0.25], [1, 0, 0], [0.2, 0.2, 0.6], [0.25, 0.5, 0.25]])
    q = p[::-1].copy()
    rows = [function(**(arguments | {"p": a, "q": b})) for a, b in zip(p, q, strict=True)]
    assert all(type(row) is float for row in rows)
    np.testing.assert_array_equal(function(**(arguments | {"p": p, "q": q})), rows)
    np.testing.assert_array_equal(function(**(arguments | {"p": p.T, "q": q.T, "axis": 0})), rows)
    one = function(**(arguments | {"p": p, "q": q[0]}))
    np.testing.assert_array_equal(one, [function(**(arguments | {"p": a, "q": q[0]})) for a in p])


@pytest.mark.parametrize(
    "p",
    [
        (0.5, 0.25, 0.25),
        np.array([0.5, 0.25, 0.25], np.float32),
        np.array([0.5, 0.25, 0.25], ">f8"),
        [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)],
        [Decimal("0.5"), Decimal("0.25"), Decimal("0.25")],
        np.ma.masked_array([0.5, 0.25, 0.25]),
    ],
    ids=lambda p: type(p).__name__,
)
def test_array_likes_are_accepted(p: Any) -> None:
    assert xb.entropy(p) == 1.5
    assert xb.entropy([1, 0]) == 0
    assert xb.entropy([True, False]) == 0


class Column:
    """What a data frame's column looks like to numpy."""

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array([0.5, 0.5], dtype)


def test_columns_are_accepted() -> None:
    assert xb.entropy(Column()) == 1


def test_input_is_left_alone() -> None:
    p, q = np.array([0.5, 0.5]), np.array([0.5 + 1e-9, 0.5 - 1e-9])
    for array in (p, q):
        array.flags.writeable = False
    for name in OF_TWO_LAWS:
        functions()[name](**(required(name) | {"p": p, "q": q}))


def test_units_are_multiples_of_each_other() -> None:
    p, q = [0.7, 0.2, 0.1], [0.4, 0.3, 0.3]
    bits, nats, bans = (xb.kl_divergence(p, q, base=base) for base in (2, math.e, 10))
    assert bits * math.log(2) == pytest.approx(nats, rel=1e-15)
    assert bans * math.log(10) == pytest.approx(nats, rel=1e-15)


def test_importing_is_quick_and_leaves_scipy_stats_and_optimize_out() -> None:
    import subprocess
    import sys

    code = "import extrabits, sys; print(sorted(m for m in sys.modules if m in ('scipy.stats', 'scipy.optimize')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
