"""Bins at quantiles by sorting, and their chance law by columns that were really drawn, of two laws."""

import math
from typing import Any

import numpy as np
import pytest
from scipy.stats import chi2, norm

from studies import quantile_bins
from studies.psi import psi


def test_ends_and_counts() -> None:
    rows = np.random.default_rng(5).permutation(221) + 1.0
    ends = quantile_bins.edges(rows)
    assert ends.tolist() == [math.ceil(22.1 * k - 1e-9) for k in range(1, 10)]
    below = [sum(row <= end for row in rows) for end in [*ends, math.inf]]
    assert quantile_bins.counts(rows, ends).tolist() == np.diff([0, *below]).tolist()
    assert quantile_bins.counts([ends[0], ends[0] + 0.5], ends).tolist() == [1, 1, *[0] * 8]


def test_a_shift_moves_probability_up() -> None:
    ends = norm.ppf([0.1, 0.4])
    expected = np.diff([0, *norm.cdf(ends - 0.3), 1])
    assert quantile_bins.shifted(np.array([0.1, 0.3, 0.6]), 0.3) == pytest.approx(expected)


def drawn(n: int, m: int, shift: float, runs: int) -> list[float]:
    """The index of real samples: normal ones, or their exponentials, in turn."""
    rng = np.random.default_rng(6)
    values = []
    for run in range(runs):
        scale = np.exp if run % 2 else np.asarray
        reference, today = scale(rng.normal(size=n)), scale(rng.normal(shift, 1, size=m))
        ends = np.sort(reference)[[math.ceil(n * k / 10 - 1e-9) - 1 for k in range(1, 10)]]
        values.append(float(psi(*(np.diff([0, *(sum(x <= e) for e in ends), len(x)]) for x in (reference, today)))))
    return values


@pytest.mark.parametrize(("n", "m", "shift"), [(221, 221, 0.0), (1000, 150, 0.0), (1000, 150, 0.2)])
def test_the_simulated_index_is_that_of_columns(n: int, m: int, shift: float) -> None:
    values, simulated = drawn(n, m, shift, 1500), quantile_bins.simulated(n, m, shift)
    for limit in np.quantile(simulated, [0.1, 0.5, 0.9, 0.99]):
        share = float(np.mean(simulated > limit))
        assert abs(np.mean(np.array(values) > limit) - share) < 4 * math.sqrt(share * (1 - share) / 1500)


def test_limits_and_alarms() -> None:
    limit = quantile_bins.threshold(0.01, 150)
    assert np.mean(quantile_bins.simulated(quantile_bins.REFERENCE, 150) > limit) == pytest.approx(0.01, abs=1e-4)
    assert quantile_bins.rings(limit, 150) == pytest.approx(0.01, abs=0.003)
    assert quantile_bins.rings(0, 150) == 1
    assert quantile_bins.threshold(0.01, 50) == math.inf
    assert quantile_bins.rings(1e9, 50) == pytest.approx(10 * 0.9**50, rel=0.1)
    assert quantile_bins.chance_of(0, 221, 221) == 1
    assert quantile_bins.chance_of(quantile_bins.threshold(0.2, 221, 221), 221, 221) == pytest.approx(0.2, abs=1e-3)


def test_what_more_bins_see_by_columns() -> None:
    """Three bins of real samples: cut at thirds of the reference, with the limit of other real samples."""
    rng = np.random.default_rng(7)

    def indices(shift: float) -> Any:
        for _ in range(1000):
            reference, today = np.sort(rng.normal(size=10_000)), rng.normal(shift, 1, size=500)
            first, second = reference[3333], reference[6666]
            q = np.array([np.mean(today <= first), 0, np.mean(today > second)])
            q[1] = 1 - q.sum()
            yield float(psi([3334, 3333, 3333], q))

    limit = (1 / 10_000 + 1 / 500) * chi2.isf(0.01, 2)
    assert np.mean([value > limit for value in indices(0.2)]) == pytest.approx(quantile_bins.seen(3, 500), abs=0.05)


@pytest.mark.parametrize(("m", "below"), [(150, 0.5), (5000, 0.5), (5000, 0.9)])
def test_one_reference_rings_at_its_own_rate(m: int, below: float) -> None:
    rng = np.random.default_rng(8)
    limit = quantile_bins.threshold(0.01, m)
    rates = []
    for chances in rng.dirichlet([1000] * 9 + [1001], size=400):
        shares = rng.multinomial(m, chances, size=2000) / m
        rates.append(np.mean(((0.1 - shares) * np.log(0.1 / shares.clip(1e-9))).sum(axis=1) > limit))
    assert quantile_bins.rate_of_reference(below, m) == pytest.approx(np.quantile(rates, below), rel=0.3)
