"""The handwritten digits as pictures of 64 bits: a pixel is 1 where ink covers half of it or more; and in grey."""

from functools import cache

import numpy as np

from extrabits._checks import Array
from studies import digits

SEED = 0
SIDE = 8
PIXELS = SIDE * SIDE


@cache
def training(*, grey: bool = False) -> Array:
    """Pictures to learn from, one a row."""
    first, second, _ = digits.split(SEED)
    return _pixels(np.vstack([first.pixels, second.pixels]), grey)


@cache
def held_out(*, grey: bool = False) -> Array:
    """Pictures that nothing was learned from."""
    return _pixels(digits.split(SEED)[2].pixels, grey)


def _pixels(rows: Array, grey: bool) -> Array:
    """Without the constant at the end of each row; each pixel as its share of ink, or as a bit."""
    ink = rows[:, :PIXELS]
    return ink if grey else np.asarray(ink >= 1 / 2, dtype=float)
