"""Bins at quantiles by sorting, and their chance law by columns that were really drawn, of two laws."""

import math

import numpy as np
import pytest
from scipy.stats import norm

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
