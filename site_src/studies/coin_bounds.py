"""What the entropy of a coin lies between, and how many strings it counts. In bits.

With u = (1 − 2t)², h(t) is the mean of 1 − u^N, where N has the law `share` on 1, 2, 3 …
"""

from math import comb, log, log2

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits import binary_entropy

Array = NDArray[np.float64]

EXPONENT = 1 / log(4)


def below(t: ArrayLike) -> Array:
    """The parabola below the entropy of a coin."""
    heads = np.asarray(t, float)
    return np.asarray(4 * heads * (1 - heads))


def above(t: ArrayLike) -> Array:
    """The power of the parabola that is above the entropy of a coin."""
    return np.asarray(below(t) ** EXPONENT)


def widest_gap() -> float:
    """How far the bound from above is from the entropy at most."""
    heads = np.linspace(0, 0.5, 100_001)
    return float(np.max(above(heads) - binary_entropy(heads)))


def share(n: int) -> float:
    """The probability of n in the law of N."""
    return 1 / (2 * log(2) * n * (2 * n - 1))


def per_event(t: float) -> float:
    """The bits of a rare event for each time that it happens."""
    return float(binary_entropy(t)) / t


def log_ball(n: int, most: int) -> float:
    """log₂ of the number of strings of n bits with at most so many ones."""
    number = strings = 1
    for k in range(most):
        strings = strings * (n - k) // (k + 1)  # from one binomial coefficient to the next
        number += strings
    return log2(number)


def log_sphere(n: int, ones: int) -> float:
    """log₂ of the number of strings of n bits with so many ones."""
    return log2(comb(n, ones))
