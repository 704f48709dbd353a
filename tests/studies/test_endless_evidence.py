"""Sums that are done with other means: the zeta function, integrals, and draws."""

import math

import mpmath
import numpy as np
import pytest

from studies import endless_evidence as study


def p(k: int) -> float:
    return float(6 / (math.pi**2 * k**2))


def test_both_are_laws() -> None:
    assert mpmath.nsum(lambda k: 6 / (mpmath.pi * k) ** 2, [1, mpmath.inf]) == pytest.approx(1)
    assert mpmath.nsum(lambda k: mpmath.mpf(2) ** -k, [1, mpmath.inf]) == pytest.approx(1)


def test_evidence_is_the_log_ratio() -> None:
    for k in (1, 2, 7, 30):
        assert float(study.evidence(k)) == pytest.approx(math.log2(p(k) / 2.0**-k))


def test_the_mean_under_the_thin_law() -> None:
    divergence = mpmath.nsum(lambda k: 2**-k * mpmath.log(2**-k * (mpmath.pi * k) ** 2 / 6, 2), [1, mpmath.inf])
    assert study.thin_mean() == pytest.approx(-float(divergence))


def test_the_mean_under_the_heavy_law_grows_like_a_logarithm() -> None:
    assert study.heavy_mean_up_to(50) == pytest.approx(sum(p(k) * math.log2(p(k) / 2.0**-k) for k in range(1, 51)))
    grown = study.heavy_mean_up_to(10**6) - study.heavy_mean_up_to(10**5)
    assert grown == pytest.approx(6 / math.pi**2 * math.log(10), abs=2e-3)


@pytest.mark.parametrize("heavy", [True, False])
def test_running_averages(heavy: bool) -> None:
    counts = np.array([1, 2, 400])
    averages = study.running_averages(heavy, 500, counts, seed=3)
    # One draw: its evidence tells which number it was.
    values = [float(study.evidence(k)) for k in (1, 2, 3)]
    for value in values:
        same = sum(p(j) if heavy else 2.0**-j for j in range(1, 60) if math.isclose(study.evidence(j), value))
        assert np.isclose(averages[:, 0], value).mean() == pytest.approx(same, abs=4 * math.sqrt(0.25 / 500))
    second = 2 * averages[:, 1] - averages[:, 0]
    assert np.isclose(second, values[0]).mean() == pytest.approx(np.isclose(averages[:, 0], values[0]).mean(), abs=0.09)
    if not heavy:
        assert averages[:, 2].mean() == pytest.approx(study.thin_mean(), abs=0.01)
