"""Pairs of samples in bins of equal width, counted by hand, and what a floor makes of many pairs."""

import math

import numpy as np
import pytest
from scipy.stats import chi2, chi2_contingency

from studies import empty_cells


def counted(seed: int) -> tuple[list[int], list[int]]:
    rng = np.random.default_rng(seed)
    reference, today = rng.normal(size=1000), rng.normal(size=150)
    low, width = reference.min(), (reference.max() - reference.min()) / 10
    cells = (np.clip((sample - low) // width, 0, 9).astype(int) for sample in (reference, today))
    first, second = (np.bincount(cell, minlength=10).tolist() for cell in cells)
    return first, second


def test_the_tables() -> None:
    for seed in range(5):
        first, second = empty_cells.tables(seed)
        assert (first.tolist(), second.tolist()) == counted(seed)


def index(seed: int, floor: float, more: float = 0) -> float:
    total = 0.0
    for a, b in zip(*counted(seed), strict=True):
        p, q = ((a + more) / (1000 + 10 * more) or floor), ((b + more) / (150 + 10 * more) or floor)
        total += (p - q) * math.log(p / q)
    return total


def test_how_many_ring() -> None:
    pairs = range(empty_cells.PAIRS)
    for floor in (1e-3, 1e-10):
        assert empty_cells.ringing(floor) == np.mean([index(seed, floor) > 0.1 for seed in pairs])
    assert empty_cells.ringing_with_half() == np.mean([index(seed, 0, 0.5) > 0.1 for seed in pairs])


def test_how_many_g_rings_for() -> None:
    def g(seed: int) -> float:
        seen = [pair for pair in zip(*counted(seed), strict=True) if sum(pair)]
        return float(chi2_contingency(np.transpose(seen), lambda_="log-likelihood", correction=False).statistic)

    assert empty_cells.ringing_g() == np.mean([g(seed) > chi2.isf(0.05, 9) for seed in range(empty_cells.PAIRS)])


def test_the_share_that_was_met() -> None:
    share = empty_cells.share_met()
    high, low = ((share - floor) * math.log(share / floor) for floor in (1e-4, 1e-3))
    assert high - low == pytest.approx(0.17762 - 0.15276)
    assert share == pytest.approx(0.01, abs=1e-5)
