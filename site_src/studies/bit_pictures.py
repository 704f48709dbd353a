"""The handwritten digits as pictures of 64 bits: a pixel is 1 where ink covers half of it or more."""

from functools import cache

import numpy as np

from extrabits._checks import Array
from studies import digits

SEED = 0
SIDE = 8
PIXELS = SIDE * SIDE


@cache
def training() -> Array:
    """Pictures to learn from, one a row."""
    first, second, _ = digits.split(SEED)
    return np.vstack([bits(first), bits(second)])


@cache
def test() -> Array:
    """Pictures that nothing was learned from."""
    return bits(digits.split(SEED)[2])


@cache
def shown() -> Array:
    """The digit that each picture of the test shows."""
    return digits.split(SEED)[2].digits


def bits(images: digits.Images) -> Array:
    """Each pixel as a bit."""
    return np.asarray(images.pixels[:, :PIXELS] >= 1 / 2, dtype=float)
