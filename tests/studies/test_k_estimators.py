"""The estimators by their formulas for Gaussians, by simulation and by finite differences."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import log_softmax

from extrabits import k1, k2, k3
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
