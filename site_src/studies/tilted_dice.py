"""Dice tilted towards high faces: the exponential family of the points above 3.5, and Wolf's white die; in nats."""

from math import e

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import logsumexp, zeta

from extrabits import i_projection, kl_divergence, normalize

Array = NDArray[np.float64]

FACES = np.arange(1, 7)
POINTS = FACES - 3.5
FAIR = np.full(6, 1 / 6)
# Faces 3 and 4 lie opposite each other; they came up less often, so the die was longer that way.
LONG_AXIS = np.array([1, 1, -2, -2, 1, 1])
# Throws of the white die by face: Wolf, in Jaynes 1979.
WOLF = [3246, 3449, 2897, 2841, 3635, 3932]


def log_partition(eta: ArrayLike) -> Array:
    """A(η), the logarithm of Σ e^(η · points)."""
    return np.asarray(logsumexp(np.multiply.outer(eta, POINTS), axis=-1))


def member(eta: float) -> Array:
    """The law ∝ e^(η · points)."""
    return np.asarray(np.exp(eta * POINTS - log_partition(eta)))


def with_mean(mean: float) -> Array:
    """The member whose faces have this mean."""
    return i_projection(FAIR, [FACES], [mean])


def tilt(law: Array) -> float:
    """The η of a member."""
    return float(np.log(law[1] / law[0]))


def bregman(at: float, tangent: float) -> float:
    """How far A at one η is above its tangent at another."""
    slope = float(member(tangent) @ POINTS)
    return float(log_partition(at) - log_partition(tangent) - (at - tangent) * slope)


def shares() -> Array:
    """The shares of the faces in Wolf's throws."""
    return np.asarray(normalize(WOLF))


def tilted() -> Array:
    """The tilted die with the mean of Wolf's."""
    return with_mean(float(shares() @ FACES))


def tilted_and_long() -> Array:
    """The member with two statistics, points and long axis, that has both means of Wolf's die."""
    features = np.array([FACES, LONG_AXIS])
    return i_projection(FAIR, features, features @ shares())


def g(p: Array, q: Array) -> float:
    """2nD(p‖q) for as many throws as Wolf's."""
    return float(2 * sum(WOLF) * kl_divergence(p, q, base=e))


def largest_mean() -> float:
    """The mean of the law ∝ k⁻³ on 1, 2, 3, …, the last member of the family k⁻³ e^(ηk)."""
    return float(zeta(2) / zeta(3))
