"""The estimates k1, k2 and k3 of D(policy‖reference) from single draws: how they scatter, what their gradients are."""

import math
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtr

from extrabits import Normal, k1_moments, k3_moments, kl_divergence

Array = NDArray[np.float64]

# A policy over three tokens, and the reference that it must stay close to.
POLICY = np.array([0.5, 0.3, 0.2])
REFERENCE = np.array([0.2, 0.5, 0.3])

SLOPES: dict[str, Callable[[Array], Array]] = {
    "k1": lambda log_ratio: -np.ones(3),
    "k2": lambda log_ratio: log_ratio,
    "k3": lambda log_ratio: np.exp(log_ratio) - 1,
}


def deviations(distance: float) -> tuple[float, float]:
    """The standard deviations of k1 and of k3 for one draw from N(0, 1) and the reference N(distance, 1)."""
    p, q = Normal(0, 1), Normal(distance, 1)
    return math.sqrt(k1_moments(p, q).variance), math.sqrt(k3_moments(p, q).variance)


@cache
def crossing() -> float:
    """The distance of N(0, 1) and N(μ, 1) at which k3 begins to scatter more than k1."""

    def excess(distance: float) -> float:
        one, three = deviations(distance)
        return three - one

    return float(brentq(excess, 0.5, 2, xtol=1e-12))


def share_of_batches_below_zero(divergence: float, draws: int) -> float:
    """How often the mean of k1 over so many draws is negative, for two Gaussians of one variance."""
    # k1 has mean D and variance 2D there, and is Gaussian itself.
    return float(ndtr(-math.sqrt(divergence * draws / 2)))


def mean_gradient(estimator: str, policy: Array = POLICY, reference: Array = REFERENCE) -> Array:
    """The mean, over tokens from the policy, of the gradient of the estimator by the policy's logits."""
    log_ratio = np.log(reference / policy)
    of_log_ratio = policy - np.eye(3)  # row x: the gradient of ln r(x) = ln ref(x) − ln π(x)
    return np.asarray((policy * SLOPES[estimator](log_ratio)) @ of_log_ratio)


def gradients() -> dict[str, Array]:
    """The gradients of both divergences by the policy's logits, and none."""
    to_reference = POLICY * (np.log(POLICY / REFERENCE) - kl_divergence(POLICY, REFERENCE, base=math.e))
    return {"nothing": np.zeros(3), "D(π‖ref)": to_reference, "D(ref‖π)": POLICY - REFERENCE}


def gradient_of(estimator: str) -> str:
    """Which of the divergences has the estimator's mean gradient."""
    mean = mean_gradient(estimator)
    return next(name for name, gradient in gradients().items() if np.allclose(mean, gradient))
