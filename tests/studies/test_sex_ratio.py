"""The beta-binomial by scipy.stats; its best member by the slope of the likelihood."""

import numpy as np
import pytest
from scipy.stats import beta, betabinom

from studies import sex_ratio
from studies.sex_ratio import BOYS


def log_likelihood(a: float, b: float) -> float:
    return float(np.dot(BOYS, betabinom.logpmf(range(13), 12, a, b)))


def test_the_families_are_those_that_edwards_prints() -> None:
    """Edwards 1958, Table 1: 6115 families of 12, 0.519215 of the children boys."""
    assert sum(BOYS) == 6115
    assert np.dot(BOYS, range(13)) / (12 * 6115) == pytest.approx(0.519215, abs=5e-7)


@pytest.mark.parametrize(("a", "b"), [(0.5, 2.0), (34.0, 31.0)])
def test_the_law(a: float, b: float) -> None:
    assert sex_ratio.beta_binomial(12, a, b) == pytest.approx(betabinom.pmf(range(13), 12, a, b))


def test_the_nearest_has_no_slope_and_no_better_neighbour() -> None:
    a, b = sex_ratio.nearest_parameters()
    assert sex_ratio.nearest() == pytest.approx(betabinom.pmf(range(13), 12, a, b))
    step = 1e-3
    assert (log_likelihood(a + step, b) - log_likelihood(a - step, b)) / (2 * step) == pytest.approx(0, abs=1e-4)
    assert (log_likelihood(a, b + step) - log_likelihood(a, b - step)) / (2 * step) == pytest.approx(0, abs=1e-4)
    for factor in (0.5, 0.9, 1.1, 2):
        assert log_likelihood(factor * a, factor * b) < log_likelihood(a, b)


def test_the_spread_is_that_of_the_beta_law() -> None:
    assert sex_ratio.spread_between_families() == pytest.approx(beta(*sex_ratio.nearest_parameters()).std())
