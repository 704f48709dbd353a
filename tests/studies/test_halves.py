"""The halves of two tables, with pandas' way to cut them done by hand."""

import math

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_diabetes

from studies import halves, quantile_bins


def index(column: list[float]) -> float:
    first, second = column[: len(column) // 2], column[len(column) // 2 :]
    ends = [sorted(first)[math.ceil(len(first) * k / 10) - 1] for k in range(1, 10)]
    total = 0.0
    for low, high in zip([-math.inf, *ends], [*ends, math.inf], strict=True):
        p, q = (sum(low < x <= high for x in half) / len(half) for half in (first, second))
        total += (p - q) * math.log(p / q)
    return total


def test_the_columns_of_the_diabetes_table() -> None:
    table = load_diabetes(scaled=False)
    assert halves.diabetes().keys() == {"age", "bmi", "bp", "s1", "s2", "s3", "s5", "s6", "target"}
    assert halves.of_halves(halves.diabetes()["bmi"]) == pytest.approx(index(table.data[:, 2].tolist()))
    assert halves.of_halves(halves.diabetes()["target"]) == pytest.approx(index(table.target.tolist()))


def test_the_tumours() -> None:
    table = load_breast_cancer()
    assert len(halves.breast_cancer()) == 30
    assert halves.of_halves(halves.breast_cancer()["mean texture"]) == pytest.approx(index(table.data[:, 1].tolist()))
    assert halves.benign() == pytest.approx((sum(table.target[:284]) / 284, sum(table.target[284:]) / 285))


def test_chance() -> None:
    column = halves.diabetes()["s5"]
    simulated = quantile_bins.simulated(221, 221)
    assert halves.chance(column) == np.mean(simulated >= halves.of_halves(column))


def test_shuffled_rows_give_the_chance_that_is_told() -> None:
    """Rounded values are not continuous; shuffling needs no law at all."""
    rng, column = np.random.default_rng(9), halves.diabetes()["bmi"]
    shuffled = np.array([halves.of_halves(rng.permutation(column)) for _ in range(800)])
    assert abs(np.mean(shuffled >= halves.of_halves(column)) - halves.chance(column)) < 0.07
