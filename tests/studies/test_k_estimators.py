"""The estimators by their formulas for Gaussians, by simulation and by finite differences."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import log_softmax
from scipy.stats import norm

from extrabits import Normal, k1, k2, k3, kl_divergence
from studies import k_estimators as study
from studies.k_estimators import POLICY, REFERENCE

FUNCTIONS = {"k1": k1, "k2": k2, "k3": k3}


@pytest.mark.parametrize("distance", [0.1, 1, 2, 3])
def test_deviations_by_their_closed_forms(distance: float) -> None:
    one, three = study.deviations(distance)
    assert one == pytest.approx(distance)
    assert three == pytest.approx(math.sqrt(math.exp(distance**2) - 1 - distance**2))


def test_at_the_crossing_they_scatter_alike() -> None:
    square = study.crossing() ** 2
    assert math.exp(square) - 1 - square == pytest.approx(square)


def test_batches_by_simulation() -> None:
    distance, draws = math.sqrt(2 * 0.005), 10
    x = np.random.default_rng(0).normal(size=(100_000, draws))
    estimates = ((x - distance) ** 2 - x**2).mean(axis=1) / 2  # ln p/q of N(0, 1) and N(distance, 1)
    assert study.share_of_batches_below_zero(0.005, draws) == pytest.approx((estimates < 0).mean(), abs=0.01)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_mean_gradients_by_finite_differences(name: str) -> None:
    def mean(logits: NDArray[np.float64]) -> float:
        log_ratio = np.log(REFERENCE) - log_softmax(logits)
        return float(POLICY @ FUNCTIONS[name](log_ratio))

    step, logits = 1e-6, np.log(POLICY)
    slopes = [(mean(logits + step * e) - mean(logits - step * e)) / (2 * step) for e in np.eye(3)]
    assert study.mean_gradient(name) == pytest.approx(slopes, abs=1e-8)
    assert study.gradients()[study.gradient_of(name)] == pytest.approx(slopes, abs=1e-8)


@pytest.mark.parametrize("d", [0.1, 0.5, 2])
def test_moments_by_their_closed_forms(d: float) -> None:
    moments = study.gaussian_moments(d)
    assert [moments[name].mean for name in FUNCTIONS] == pytest.approx([d, d + d**2 / 2, d])
    variances = [2 * d, 2 * d**2 * (1 + d), math.exp(2 * d) - 1 - 2 * d]
    assert [moments[name].variance for name in FUNCTIONS] == pytest.approx(variances)


@pytest.mark.parametrize("by", ["mean", "width"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_gaussian_gradients_by_integration(name: str, by: str) -> None:
    d = 0.4
    shift = math.sqrt(2 * d)

    def moment(power: int) -> float:
        def term(z: float) -> float:
            log_ratio = shift * z - d
            slope = {"k1": 1.0, "k2": -log_ratio, "k3": 1 - math.exp(log_ratio)}[name]
            score = z if by == "mean" else z * z - 1
            return float((slope * score) ** power * norm.pdf(z))

        return float(quad(term, -14, 14, limit=200)[0])

    mean, variance = study.gaussian_gradient(name, by, d)
    assert mean == pytest.approx(moment(1), abs=1e-9)
    assert variance == pytest.approx(moment(2) - moment(1) ** 2, rel=1e-7)


@pytest.mark.parametrize("by", ["mean", "width"])
def test_k2_has_the_gradient_of_one_order_and_k3_that_of_the_other(by: str) -> None:
    d, step = 0.7, 1e-5
    q = Normal(math.sqrt(2 * d), 1)

    def moved(by_how_much: float) -> Normal:
        return Normal(by_how_much, 1) if by == "mean" else Normal(0, math.exp(by_how_much))

    def slope(of: Callable[[Normal], float]) -> float:
        return (of(moved(step)) - of(moved(-step))) / (2 * step)

    assert study.gaussian_gradient("k1", by, d).mean == pytest.approx(0, abs=1e-12)
    to_q = slope(lambda p: float(kl_divergence(p, q, base=math.e)))
    from_q = slope(lambda p: float(kl_divergence(q, p, base=math.e)))
    assert study.gaussian_gradient("k2", by, d).mean == pytest.approx(to_q, abs=1e-6)
    assert study.gaussian_gradient("k3", by, d).mean == pytest.approx(from_q, abs=1e-6)


def test_repetitions_scatter_as_they_should() -> None:
    drawn = study.repeated(0.3, 10, 2000, seed=2)
    moments = study.gaussian_moments(0.3).values()
    for column, (mean, variance) in zip(drawn.T, moments, strict=True):
        sd = math.sqrt(variance / 10)
        assert column.mean() == pytest.approx(mean, abs=4 * sd / math.sqrt(2000))
        assert column.std() == pytest.approx(sd, rel=0.1)
    assert (study.repeated(0.3, 10, 5, seed=2) == drawn[:5]).all()
