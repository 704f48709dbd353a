"""Two laws of a number between 0 and 1, over three coordinates: itself, its log-odds, the share of q below it."""

from collections.abc import Callable
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar
from scipy.special import betainc, logit

from extrabits import Beta

Array = NDArray[np.float64]

TRUTH, BELIEF = Beta(5, 3), Beta(2, 2)
RATIO_PEAK = 3 / 4  # where their ratio, x³ (1 − x) times a constant, is largest


class Coordinate(NamedTuple):
    """A one-to-one function of x, and its derivative."""

    place: Callable[[ArrayLike], Array]
    slope: Callable[[ArrayLike], Array]


def plain_density(law: Beta, x: ArrayLike) -> Array:
    """The density over x itself."""
    return np.exp(np.asarray(law.log_density(x), dtype=np.float64))


ITSELF = Coordinate(np.asarray, lambda x: np.ones(np.shape(x)))
LOG_ODDS = Coordinate(logit, lambda x: 1 / (np.asarray(x) * (1 - np.asarray(x))))
SHARE = Coordinate(lambda x: np.asarray(betainc(BELIEF.a, BELIEF.b, x)), lambda x: plain_density(BELIEF, x))


def density(law: Beta, coordinate: Coordinate, x: ArrayLike) -> Array:
    """The density over a coordinate, at the place of x."""
    return np.asarray(plain_density(law, x) / coordinate.slope(x))


def peak(law: Beta, coordinate: Coordinate) -> float:
    """The x at which the density over a coordinate is highest."""
    found = minimize_scalar(
        lambda x: -float(density(law, coordinate, x)), bounds=(1e-6, 1 - 1e-6), options={"xatol": 1e-10}
    )
    return float(found.x)


def crossings() -> tuple[float, float]:
    """The two x at which both laws have the same density, in every coordinate."""

    def excess(x: float) -> float:
        return float(plain_density(TRUTH, x) - plain_density(BELIEF, x))

    return float(brentq(excess, 0.1, RATIO_PEAK)), float(brentq(excess, RATIO_PEAK, 0.999))


def share_between(law: Beta, low: float, high: float) -> float:
    """The probability of a bin: the same in every coordinate."""
    return float(betainc(law.a, law.b, high) - betainc(law.a, law.b, low))


def entropy_in_share() -> float:
    """The entropy of the true density over the coordinate in which the belief is uniform, in bits."""

    def term(x: float) -> float:
        height = float(density(TRUTH, SHARE, x))
        return -height * log2(height) * float(plain_density(BELIEF, x))  # du is the belief's density times dx

    return float(quad(term, 1e-12, 1 - 1e-12)[0])
