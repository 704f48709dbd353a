"""Bins of two normal laws with scipy.stats, and the power of the test by simulation."""

import math

import numpy as np
import pytest
from scipy.stats import chi2, ncx2, norm

from studies import binned_shift, quantile_bins


def test_ends() -> None:
    assert norm.cdf(binned_shift.quantile_ends(5)) == pytest.approx([0.2, 0.4, 0.6, 0.8])
    assert binned_shift.equal_ends(4).tolist() == [-2, 0, 2]
    assert np.exp(binned_shift.equal_ends_of_exponential(4)) == pytest.approx(math.exp(4) * np.array([1, 2, 3]) / 4)


def test_index() -> None:
    p, q = (np.diff(law.cdf([-math.inf, -1, 0.5, math.inf])) for law in (norm(), norm(0.3, 1.2)))
    assert binned_shift.index(np.array([-1, 0.5]), 0.3, 1.2) == pytest.approx(((p - q) * np.log(p / q)).sum())
    assert binned_shift.index(binned_shift.quantile_ends(2000)) == pytest.approx(0.04, rel=0.01)


def test_halving_bins_loses_nothing() -> None:
    for ends in (binned_shift.quantile_ends, binned_shift.equal_ends, binned_shift.equal_ends_of_exponential):
        values = [binned_shift.index(ends(cells)) for cells in (3, 6, 12, 24, 48)]
        assert values == sorted(values)


def test_power() -> None:
    value = binned_shift.index(binned_shift.quantile_ends(10))
    power = binned_shift.power(value, 10, 10_000, 500)
    assert power == pytest.approx(ncx2.sf(chi2.isf(0.01, 9), 9, value / (1 / 10_000 + 1 / 500)))
    limit = quantile_bins.threshold(0.01, 500)
    assert power == pytest.approx(quantile_bins.rings(limit, 500, 0.2), abs=0.03)
