"""Wires that flip a share of the bits sent, zeros and ones alike; information is in bits."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from extrabits import mutual_information

Array = NDArray[np.float64]


def table(flipped: float, ones: float = 0.5) -> Array:
    """The joint law of the bit sent (rows) and the bit received (columns); ones is the share of ones sent."""
    return np.array([[(1 - ones) * (1 - flipped), (1 - ones) * flipped], [ones * flipped, ones * (1 - flipped)]])


def passed_on(flipped: float, ones: float = 0.5) -> float:
    """What the bit received tells about the bit sent."""
    return float(mutual_information(table(flipped, ones)))


def share_for(information: float) -> float:
    """The share below one half that must be flipped for so much information, with as many ones as zeros."""
    return float(brentq(lambda share: passed_on(share) - information, 0, 0.5))
