"""Losses of classifiers: a network that grows too sure, one logit that is wrong, a teacher and a student."""

import math
from collections.abc import Sequence

import numpy as np
from scipy.special import softmax

# Probabilities given to the right class of five pictures early and late in training.
EARLY = [0.6, 0.6, 0.6, 0.4, 0.4]
LATE = [0.9, 0.9, 0.9, 0.9, 0.001]

TEACHER = np.array([2.0, 0.0, -1.0])
STUDENT = np.array([0.0, 1.0, 0.0])


def log_loss(given: Sequence[float]) -> float:
    """The mean loss of a classifier that gave the right classes these probabilities."""
    return float(np.mean(-np.log(given)))


def log_loss_slope(logit: float) -> float:
    """The derivative by the logit of −ln q, where q = 1/(1 + e^(−logit)) is given to what happened."""
    return _sigmoid(logit) - 1


def squared_error_slope(logit: float) -> float:
    """The derivative by the logit of (q − 1)²/2."""
    q = _sigmoid(logit)
    return (q - 1) * q * (1 - q)


def distillation_slope(temperature: float) -> float:
    """The largest entry of the gradient of D(teacher‖student), both at a temperature, by the student's logits."""
    teacher, student = softmax(TEACHER / temperature), softmax(STUDENT / temperature)
    return float(np.abs(student - teacher).max()) / temperature


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
