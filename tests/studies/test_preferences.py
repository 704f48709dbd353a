"""DPO on three answers: by an optimiser, by the optimum it should end in, and by what an hour with a pencil gives."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_expit, softmax

from studies import leashed_policies, preferences
from studies.k_estimators import REFERENCE
from studies.leashed_policies import BETA, REWARD

Array = NDArray[np.float64]


def least(wins: Array) -> Array:
    """The policy with the least loss, by an optimiser."""

    def loss(logits: Array) -> float:
        ratio = logits - np.log(REFERENCE)
        return float(-(wins * log_expit(BETA * np.subtract.outer(ratio, ratio))).sum() / wins.sum())

    return np.asarray(softmax(minimize(loss, np.zeros(3), method="BFGS", options={"gtol": 1e-10}).x))


def test_drawn() -> None:
    wins = preferences.drawn(10_000)
    assert wins + wins.T == pytest.approx(10_000 * (1 - np.eye(3)))
    assert wins[0, 2] / 10_000 == pytest.approx(1 / (1 + math.exp(-2)), abs=0.02)
    assert wins[0, 1] / 10_000 == pytest.approx(1 / (1 + math.exp(-1)), abs=0.02)


@pytest.mark.parametrize("times", [100, 1000])
def test_fit_by_an_optimiser(times: int) -> None:
    assert preferences.fit(times) == pytest.approx(least(preferences.drawn(times)), abs=1e-5)


def test_endless_preferences_end_in_the_optimum() -> None:
    assert preferences.expected()[0, 1] == pytest.approx(math.e / (1 + math.e))
    assert preferences.dpo(preferences.expected()) == pytest.approx(leashed_policies.optimum(), abs=1e-6)
    assert least(preferences.expected()) == pytest.approx(leashed_policies.optimum(), abs=1e-5)


def test_one_pair() -> None:
    # The two logits move apart by the same steps until they differ by (r₁ − r₂)/β more than in the reference.
    half = (REWARD[0] - REWARD[1]) / BETA / 2
    weights = REFERENCE * np.exp([half, -half, 0])
    assert preferences.one_pair() == pytest.approx(weights / weights.sum(), abs=1e-6)


def test_unanimous_goes_on_for_ever() -> None:
    gaps = [math.log(law[0] / law[1]) for law in (preferences.unanimous(BETA, 10**k) for k in (2, 3, 4))]
    assert np.diff(gaps) == pytest.approx(math.log(10) / BETA, rel=0.02)
