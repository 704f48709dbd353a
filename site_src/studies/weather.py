"""Thirty days of weather, and a forecast that gave each kind the same chance every day."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import rel_entr

from extrabits import normalize

Array = NDArray[np.float64]

KINDS = ["sun", "cloud", "rain", "snow"]
DAYS = [18, 7, 4, 1]
FORECAST = [0.2, 0.3, 0.3, 0.2]


def shares() -> Array:
    """The days of each kind as a share of all."""
    return normalize(DAYS)


def terms() -> Array:
    """What each kind adds to D(days‖forecast), in bits."""
    return np.asarray(rel_entr(shares(), FORECAST) / np.log(2))
