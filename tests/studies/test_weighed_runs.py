"""Counted and weighed runs against binomial sums."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from studies import telling_apart, weighed_runs


@pytest.mark.parametrize("n", [50, 200, 800])
def test_the_test_misses_the_fair_coin_as_often_as_it_may(n: int) -> None:
    says = weighed_runs.says_fair(n)
    heads = np.arange(n + 1)
    assert says @ binom.pmf(heads, n, 0.5) == pytest.approx(0.95)
    assert says @ binom.pmf(heads, n, 0.62) == pytest.approx(telling_apart.missed(n), rel=1e-6)
    assert (np.diff(says) <= 0).all()


@pytest.mark.parametrize("n", [50, 200, 800])
def test_runs_come_near_the_exact_chance(n: int) -> None:
    exact = telling_apart.missed(n)
    counted = weighed_runs.counted(n)
    assert counted == pytest.approx(exact * 100_000, abs=4 * math.sqrt(exact * 100_000) + 1e-3)
    mean, error = weighed_runs.weighed(n)
    assert mean == pytest.approx(exact, abs=4 * error)
    heads = np.arange(n + 1)
    fair, other = binom.pmf(heads, n, 0.5), binom.pmf(heads, n, 0.62)
    square = np.sum((weighed_runs.says_fair(n) * other) ** 2 / fair)
    assert error == pytest.approx(math.sqrt((square - exact**2) / 100_000), rel=0.02)
