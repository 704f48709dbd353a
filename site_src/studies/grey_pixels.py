"""Binary cross-entropy on pixels with 17 levels of grey, k sixteenths of ink: what it is not, and what it is."""

from functools import cache

import numpy as np
from scipy.special import xlogy

from extrabits import binary_entropy
from extrabits._checks import Array
from studies import bit_pictures, digits

LEVELS = 16


def binary_cross_entropy(ink: Array | float, chance: float) -> Array:
    """−x ln p − (1 − x) ln(1 − p), in nats."""
    return np.asarray(-xlogy(ink, chance) - xlogy(1 - np.asarray(ink), 1 - chance))


def total(chance: float) -> float:
    """What e to the minus that adds up to over all levels; it would be 1 for a law on the levels."""
    return float(np.exp(-binary_cross_entropy(np.arange(LEVELS + 1) / LEVELS, chance)).sum())


@cache
def floor() -> float:
    """The mean loss of a picture of the test, in nats, where every pixel is foretold exactly."""
    ink = digits.split(bit_pictures.SEED)[2].pixels[:, : bit_pictures.PIXELS]
    return float(binary_entropy(ink, base=np.e).sum(axis=1).mean())
