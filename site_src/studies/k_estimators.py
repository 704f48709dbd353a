"""The estimates k1, k2 and k3 of D(policy‖reference) from single draws: how they scatter, what their gradients are."""

import math
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtr

from extrabits import Normal, k1, k1_moments, k2, k2_moments, k3, k3_moments, kl_divergence
from extrabits.ratio_estimates import Moments
from studies import seeded

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


def gaussian_moments(divergence: float) -> dict[str, Moments]:
    """Of each estimator for one draw from N(0, 1), with the reference N(δ, 1) at this D = δ²/2 in nats."""
    p, q = Normal(0, 1), Normal(math.sqrt(2 * divergence), 1)
    return {"k1": k1_moments(p, q), "k2": k2_moments(p, q), "k3": k3_moments(p, q)}


def gaussian_gradient(estimator: str, by: str, divergence: float) -> Moments:
    """Of the gradient of an estimate for one draw from N(0, 1), by the mean or by the logarithm of the width.

    By Gauss and Hermite's rule with the bell moved to where r² has its weight: the draw alone is held, as in a loss.
    """
    shift = math.sqrt(2 * divergence)
    node, weight = np.polynomial.hermite_e.hermegauss(100)
    weight = weight / weight.sum()

    def mean(power: int, of_ratio: int) -> float:
        """The part of E (slope · score)^power in which the ratio r stands to this power."""
        moved = node + of_ratio * shift
        score = moved if by == "mean" else moved**2 - 1
        log_ratio = shift * moved - divergence
        factor = math.exp((of_ratio**2 - of_ratio) * divergence)
        return float(factor * weight @ (_part(estimator, power, of_ratio, log_ratio) * score**power))

    first, second = (sum(mean(power, of_ratio) for of_ratio in range(power + 1)) for power in (1, 2))
    return Moments(first, second - first * first)


def _part(estimator: str, power: int, of_ratio: int, log_ratio: Array) -> Array:
    """The factor of r^of_ratio in the power of minus the slope by ln r: 1 for k1, −ln r for k2, 1 − r for k3."""
    if estimator == "k3":
        return np.full_like(log_ratio, (-1) ** of_ratio * math.comb(power, of_ratio))
    return (-log_ratio if estimator == "k2" else np.ones_like(log_ratio)) ** power * (of_ratio == 0)


def repeated(divergence: float, draws: int, repetitions: int, seed: int) -> Array:
    """In rows the mean of k1, of k2 and of k3 over so many draws, as the widget repeats it with this seed."""
    return np.array([_repetition(divergence, draws, seeded.uniforms(seed, i)) for i in range(repetitions)])


def _repetition(divergence: float, draws: int, chance: Iterator[float]) -> Array:
    shift = math.sqrt(2 * divergence)
    normal = np.array([_normal(chance) for _ in range(draws)])
    log_ratio = shift * normal - divergence
    return np.array([np.mean(estimate(log_ratio)) for estimate in (k1, k2, k3)])


def _normal(chance: Iterator[float]) -> float:
    """Box and Muller's method."""
    radius = math.sqrt(-2 * math.log(1 - next(chance)))
    return radius * math.cos(2 * math.pi * next(chance))
