"""What is reported for D(p‖q) where q has a zero that p has not, by each of the ways of making the number finite."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from extrabits import kl_divergence, normalize

TRUTH = (0.5, 0.3, 0.15, 0.05)
COUNTS = (11, 6, 3, 0)
WEATHER = ("sun", "cloud", "rain", "snow")


def mixed(epsilon: float) -> float:
    """D(p‖q) in bits with so much of the uniform law in q: the only one of these that is a divergence."""
    return float(kl_divergence(TRUTH, (1 - epsilon) * _belief() + epsilon / len(COUNTS)))


def added(epsilon: float) -> float:
    """The plain sum with ε added to each share of q, which then sums to more than 1."""
    return _plain_sum(_belief() + epsilon)


def clipped(epsilon: float) -> float:
    """The plain sum with each share of q raised to ε where it lies below."""
    return _plain_sum(np.maximum(_belief(), epsilon))


def left_out() -> float:
    """The plain sum over what q does not rule out."""
    possible = _belief() > 0
    p, q = np.array(TRUTH)[possible], _belief()[possible]
    return float(np.sum(p * np.log2(p / q)))


def share_of(number: float) -> float:
    """The ε that comes to the same as adding a number to each count."""
    return number * len(COUNTS) / (sum(COUNTS) + number * len(COUNTS))


REPAIRS: dict[str, Callable[[float], float]] = {"mixed": mixed, "added": added, "clipped": clipped}


def _belief() -> NDArray[np.float64]:
    return np.asarray(normalize(COUNTS))


def _plain_sum(weights: NDArray[np.float64]) -> float:
    p = np.array(TRUTH)
    return float(np.sum(p * np.log2(p / weights)))
