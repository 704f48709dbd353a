"""Two laws with even odds: what one outcome tells about the law that it came from, in bits."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits import binary_entropy, js_divergence, total_variation

Array = NDArray[np.float64]

# Bags of eight balls in four colours, of which no bag holds all.
FIRST = np.array([4, 3, 1, 0]) / 8
SECOND = np.array([0, 1, 1, 6]) / 8


class Draw(NamedTuple):
    """What there is to say of each outcome that can come."""

    chance: Array
    first: Array  # how probable it makes the first law
    told: Array


def draw(p: Array, q: Array) -> Draw:
    """One outcome from a mixture in which every outcome has a chance."""
    mixture = (p + q) / 2
    first = p / (2 * mixture)
    return Draw(mixture, first, least(2 * first - 1))


def least(variation: ArrayLike) -> Array:
    """The least Jensen–Shannon divergence at a total variation; the largest is the total variation itself."""
    return np.asarray(1 - binary_entropy((1 + np.abs(variation)) / 2))


def random_pairs(pairs: int = 240) -> tuple[Array, Array]:
    """Total variations and Jensen–Shannon divergences of random pairs of laws on two to eight outcomes."""
    rng = np.random.default_rng(8)
    found = []
    for size in rng.integers(2, 9, pairs):
        p, q = rng.dirichlet(np.full(size, rng.choice([0.1, 0.3, 1.0, 5.0])), 2)
        found.append((total_variation(p, q), js_divergence(p, q)))
    variations, divergences = np.array(found).T
    return variations, divergences
