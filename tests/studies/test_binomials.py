"""Binomials by fractions and by scipy.stats, the best one by trying others."""

import math
from fractions import Fraction

import numpy as np
import pytest
from scipy.special import rel_entr
from scipy.stats import binom

from studies import binomials

COUNTS = [3, 10, 12, 4, 1]


@pytest.mark.parametrize("theta", [Fraction(1, 3), Fraction(1, 2), Fraction(9, 10), Fraction(0), Fraction(1)])
def test_the_law_by_fractions(theta: Fraction) -> None:
    exact = [math.comb(6, k) * theta**k * (1 - theta) ** (6 - k) for k in range(7)]
    assert binomials.law(6, float(theta)) == pytest.approx([float(p) for p in exact], rel=1e-12)


def test_the_best_share_is_the_most_likely_of_many() -> None:
    grid = np.linspace(0.001, 0.999, 9981)
    likelihoods = [np.dot(COUNTS, binom.logpmf(range(5), 4, theta)) for theta in grid]
    best = grid[int(np.argmax(likelihoods))]
    assert binomials.mean_share(COUNTS) == pytest.approx(best, abs=1e-4)
    assert binomials.mean_share(COUNTS) == pytest.approx((10 + 2 * 12 + 3 * 4 + 4) / (4 * 30))
    assert binomials.nearest(COUNTS) == pytest.approx(binom.pmf(range(5), 4, 5 / 12))


def test_the_exclusive_share_is_the_best_of_many() -> None:
    grid = np.linspace(0.3, 0.6, 30_001)
    laws = np.array([binom.pmf(range(5), 4, theta) for theta in grid])
    divergences = rel_entr(laws, np.array(COUNTS) / 30).sum(axis=1)
    assert binomials.exclusive_share(COUNTS) == pytest.approx(grid[int(np.argmin(divergences))], abs=1e-5)


def test_misfit_by_a_loop() -> None:
    model = [0.1, 0.3, 0.3, 0.2, 0.1]
    by_loop = sum(c / 30 * math.log(c / 30 / m) for c, m in zip(COUNTS, model, strict=True))
    assert binomials.misfit(COUNTS, np.array(model)) == pytest.approx(by_loop)


@pytest.mark.parametrize("theta", [0.2, 0.5])
def test_evidence_is_the_difference_of_log_likelihoods(theta: float) -> None:
    best, other = (np.dot(COUNTS, binom.logpmf(range(5), 4, share)) for share in (5 / 12, theta))
    assert binomials.evidence(COUNTS, theta) == pytest.approx(best - other)


def test_variance() -> None:
    observations = np.repeat(range(5), COUNTS)
    assert binomials.variance(np.array(COUNTS) / 30) == pytest.approx(observations.var())
    assert binomials.variance(binom.pmf(range(13), 12, 0.3)) == pytest.approx(12 * 0.3 * 0.7)
