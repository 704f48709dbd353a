"""Normal laws by scipy's densities on a grid, and by searching for each optimum."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats
from scipy.optimize import minimize, minimize_scalar

from studies import normal_laws as study

X = np.linspace(-15, 15, 300_001)
DX = X[1] - X[0]


def mixture(half_distance: float) -> NDArray[np.float64]:
    return np.asarray(stats.norm.pdf(X, -half_distance) + stats.norm.pdf(X, half_distance)) / 2


@pytest.mark.parametrize("width", [0.1, 0.5])
def test_bins(width: float) -> None:
    below = np.arange(-120, 120) * width
    shares = [stats.norm.cdf(a + width) - stats.norm.cdf(a) for a in below]
    assert study.bits_in_bins(width) == pytest.approx(-sum(p * math.log2(p) for p in shares if p > 0))


@pytest.mark.parametrize("distance", [0.5, 1, 2])
def test_the_largest_gap_on_a_grid(distance: float) -> None:
    gaps = np.abs(stats.norm.cdf(X) - stats.norm.cdf(X, distance))
    assert study.largest_gap(distance) == pytest.approx(gaps.max())


@pytest.mark.parametrize(("half_distance", "start"), [(3, 3), (2, 0)])
def test_the_exclusive_fit_by_a_search_on_a_grid(half_distance: float, start: float) -> None:
    log_p = np.log(mixture(half_distance))

    def divergence(parameters: list[float]) -> float:
        mean, log_sd = parameters
        log_q = stats.norm.logpdf(X, mean, math.exp(log_sd))
        return float(np.exp(log_q) @ (log_q - log_p) * DX)

    found = minimize(divergence, [start, 0.1], method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-15})
    fit = study.exclusive(half_distance, start)
    assert (fit.mean, math.log(fit.sd)) == pytest.approx(list(found.x), abs=1e-6)


def test_the_middle_from_the_mixture_on_a_grid() -> None:
    p = stats.norm.pdf(X)
    assert study.middle_from_mixture() == pytest.approx(float(p @ np.log(p / mixture(1)) * DX))


@pytest.mark.parametrize("beta", [0.1, 1, 4])
def test_the_bound_by_a_search(beta: float) -> None:
    def bound(mean: float, sd: float) -> float:
        reconstruction = -math.log(2 * math.pi) / 2 - ((1 - mean) ** 2 + sd**2) / 2
        to_prior = (mean**2 + sd**2 - 1) / 2 - math.log(sd)
        return reconstruction - beta * to_prior

    best_sd = minimize_scalar(lambda sd: -bound(0.5, sd), bounds=(0.01, 3), method="bounded").x
    best_mean = minimize_scalar(lambda mean: -bound(mean, best_sd), bounds=(-1, 2), method="bounded").x
    assert study.beta_bound(beta) == pytest.approx(bound(best_mean, best_sd), abs=1e-8)
    if beta == 1:
        assert study.beta_bound(1) == pytest.approx(stats.norm.logpdf(1, 0, math.sqrt(2)))
