"""Readings by fifty digits, and by drawing; the mean over positions by adding up shifted rulers."""

import numpy as np
import pytest
from mpmath import mp, mpf, ncdf
from scipy import stats

from studies import rounded_normal


@pytest.mark.parametrize(("sd", "step", "offset"), [(7, 14, 0), (7, 7, 3), (1, 0.5, 0.1), (2, 9, 4)])
def test_a_reading_by_fifty_digits(sd: float, step: float, offset: float) -> None:
    with mp.workdps(50):
        bits = mpf(0)
        for k in range(-60, 61):
            left = (mpf(offset) + k * mpf(step)) / sd
            p = ncdf(left + mpf(step) / sd) - ncdf(left) if left < 0 else ncdf(-left) - ncdf(-left - mpf(step) / sd)
            bits -= p * mp.log(p, 2) if p > 0 else 0
        assert rounded_normal.of_reading(sd, step, offset) == pytest.approx(float(bits), abs=1e-12)
        above = bits + mp.log(step, 2) - mp.log(2 * mp.pi * mp.e * sd**2, 2) / 2
        assert rounded_normal.above(sd, step, offset) == pytest.approx(float(above), abs=1e-12)


def test_cells_hold_what_is_drawn() -> None:
    drawn = np.floor(np.random.default_rng(2).normal(0, 7, 400_000) / 10).astype(int)
    p = rounded_normal.cells(7, 10)
    shares = [np.mean(drawn == k) for k in (-2, -1, 0, 1)]
    middle = len(p) // 2
    assert shares == pytest.approx(p[middle - 2 : middle + 2], abs=0.004)


@pytest.mark.parametrize("step", [7, 14, 21])
def test_the_mean_over_positions_has_no_error_term(step: float) -> None:
    shifts = np.arange(50) / 50 * step
    mean = np.mean([rounded_normal.above(7, step, shift) for shift in shifts])
    assert rounded_normal.of_sum(7, step) - rounded_normal.of_density(7) == pytest.approx(mean, abs=1e-9)


def test_sheppard() -> None:
    sd, step = 3.0, 2.0
    variance = sd**2 + stats.uniform(0, step).var()
    assert rounded_normal.sheppard(sd, step) == pytest.approx(np.log2(variance / sd**2) / 2)
