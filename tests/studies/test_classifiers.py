"""Losses by hand, slopes by finite differences."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from extrabits import kl_divergence_logits
from studies import classifiers as study
from studies.classifiers import EARLY, LATE, STUDENT, TEACHER

STEP = 1e-5


def q(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


@pytest.mark.parametrize("given", [EARLY, LATE])
def test_log_loss_is_the_mean_of_five_logarithms(given: list[float]) -> None:
    assert study.log_loss(given) == pytest.approx(-sum(map(math.log, given)) / 5)


@pytest.mark.parametrize("logit", [-6, -1, 0, 2.5])
def test_slopes_by_finite_differences(logit: float) -> None:
    log_loss = (-math.log(q(logit + STEP)) + math.log(q(logit - STEP))) / (2 * STEP)
    square = ((q(logit + STEP) - 1) ** 2 - (q(logit - STEP) - 1) ** 2) / (4 * STEP)
    assert study.log_loss_slope(logit) == pytest.approx(log_loss, abs=1e-8)
    assert study.squared_error_slope(logit) == pytest.approx(square, abs=1e-8)


@pytest.mark.parametrize("temperature", [1, 4])
def test_distillation_by_finite_differences(temperature: float) -> None:
    def loss(student: NDArray[np.float64]) -> float:
        return float(kl_divergence_logits(TEACHER / temperature, student / temperature, base=math.e))

    slopes = [(loss(STUDENT + STEP * e) - loss(STUDENT - STEP * e)) / (2 * STEP) for e in np.eye(3)]
    assert study.distillation_slope(temperature) == pytest.approx(max(map(abs, slopes)), abs=1e-8)
