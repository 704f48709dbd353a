"""Tilted dice against sums written out, a solver of their own, and Lagrange's equations."""

from math import exp, log

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import power_divergence

from studies import tilted_dice as study


def die(eta: float) -> np.ndarray:
    weights = np.array([exp(eta * k) for k in range(1, 7)])
    return np.asarray(weights / weights.sum())


def solved(mean: float) -> np.ndarray:
    return die(float(brentq(lambda eta: die(eta) @ range(1, 7) - mean, -5, 5, xtol=1e-14)))


def divergence(p: np.ndarray, q: np.ndarray) -> float:
    return float(np.sum(p * np.log(p / q)))


@pytest.mark.parametrize("eta", [-1, 0, 0.37, 2])
def test_member(eta: float) -> None:
    assert study.member(eta) == pytest.approx(die(eta))
    assert study.tilt(study.member(eta)) == pytest.approx(eta, abs=1e-12)
    assert study.log_partition(eta) == pytest.approx(log(sum(exp(eta * (k - 3.5)) for k in range(1, 7))))


@pytest.mark.parametrize("mean", [1.5, 3.5, 4.5])
def test_with_mean(mean: float) -> None:
    assert study.with_mean(mean) == pytest.approx(solved(mean), abs=1e-9)


def test_bregman_with_the_tangent_at_the_truth_is_the_divergence() -> None:
    p, q = solved(4.5), die(-0.2)
    assert study.bregman(-0.2, study.tilt(p)) == pytest.approx(divergence(p, q))
    assert study.bregman(study.tilt(p), -0.2) == pytest.approx(divergence(q, p))


def test_wolf() -> None:
    assert sum(study.WOLF) == 20000
    assert study.shares() @ study.FACES == pytest.approx(3.5983)
    assert study.tilted() == pytest.approx(solved(3.5983), abs=1e-9)
    both = study.tilted_and_long()
    # Of the form h e^(a·k + b·axis): three equations in the logarithms hold whatever a and b are.
    logs = np.log(both)
    assert logs[1] - logs[0] == pytest.approx(logs[5] - logs[4])
    assert logs[1] - logs[0] == pytest.approx(logs[3] - logs[2])
    assert (logs[4] - logs[1]) / 3 == pytest.approx(logs[1] - logs[0])
    for statistic in (study.FACES, study.LONG_AXIS):
        assert both @ statistic == pytest.approx(study.shares() @ statistic)
    for law in (study.FAIR, study.tilted(), both):
        expected = power_divergence(study.WOLF, 20000 * law, lambda_="log-likelihood").statistic
        assert study.g(study.shares(), law) == pytest.approx(expected, rel=1e-9)


def test_largest_mean() -> None:
    k = np.arange(1, 2_000_000)
    assert study.largest_mean() == pytest.approx(np.sum(1 / k**2) / np.sum(1.0 / k**3), abs=1e-6)
