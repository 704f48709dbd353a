"""The chances to miss a change by listing tables in plain Python, and by simulation."""

import math

import numpy as np
import pytest
from scipy.stats import chi2, multinomial

from studies import missed_drift

BEFORE, AFTER = [0.80, 0.15, 0.05], [0.60, 0.25, 0.15]


def test_missed_by_listing() -> None:
    n = 30
    tables = [(i, j, n - i - j) for i in range(n + 1) for j in range(n + 1 - i)]
    g = [2 * sum(c * math.log(c / n / p) for c, p in zip(table, BEFORE, strict=True) if c) for table in tables]
    quiet = np.array(g) <= chi2.isf(0.05, 2)
    before, after = (multinomial.pmf(tables, n, law) for law in (BEFORE, AFTER))
    by_g, best = missed_drift.missed(n)
    assert by_g == pytest.approx(after[quiet].sum())
    assert missed_drift.rung_by_chance(n) == pytest.approx(before[~quiet].sum())
    order = np.argsort(after / before)  # the quietest first: keep 95 % of the law before
    kept = np.searchsorted(np.cumsum(before[order]), 0.95)
    assert after[order][:kept].sum() <= best <= after[order][: kept + 1].sum() + 1e-12


def test_missed_by_simulation() -> None:
    data = np.random.default_rng(3).multinomial(50, AFTER, size=20_000)
    with np.errstate(divide="ignore", invalid="ignore"):
        g = 2 * np.where(data > 0, data * np.log(data / 50 / BEFORE), 0).sum(axis=1)
    assert np.mean(g <= chi2.isf(0.05, 2)) == pytest.approx(missed_drift.missed(50)[0], abs=0.01)


def test_slopes_climb_to_steins_exponent() -> None:
    exponent = sum(p * math.log(p / q) for p, q in zip(BEFORE, AFTER, strict=True))
    for way in (0, 1):
        slopes = [missed_drift.slope(n)[way] for n in (50, 100, 200, 400)]
        assert slopes == sorted(slopes)
        assert slopes[-1] < exponent
    chances = [missed_drift.missed(n)[0] for n in (100, 200)]
    assert missed_drift.slope(100)[0] == pytest.approx(math.log(chances[0] / chances[1]) / 100)
