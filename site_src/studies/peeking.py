"""Evidence against a coin that is looked at after each toss: how likely it is ever to reach given odds if all is well.

A model's evidence is a function of the successes and the tosses so far: ln of its probability for them over the coin's.
"""

from collections.abc import Callable
from functools import cache
from math import log
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaln, xlog1py, xlogy

from studies import two_bags

Array = NDArray[np.float64]
Evidence = Callable[[Any, int], Array]

FAIR = 1 / 3  # a die shows 5 or 6


def fitted(successes: ArrayLike, tosses: int) -> Array:
    """Of the share that suits the tosses best, chosen when they are over."""
    k = np.asarray(successes, dtype=np.float64)
    return np.asarray(xlogy(k, k / tosses) + xlog1py(tosses - k, -k / tosses) - _fair(k, tosses))


def learned(successes: ArrayLike, tosses: int) -> Array:
    """Of a model that says (successes + ½)/(tosses + 1) before each toss: all these factors, multiplied."""
    k = np.asarray(successes, dtype=np.float64)
    return np.asarray(betaln(k + 1 / 2, tosses - k + 1 / 2) - betaln(1 / 2, 1 / 2) - _fair(k, tosses))


def of_bags(successes: ArrayLike, tosses: int) -> Array:
    """Of bag p, by the blue balls: a factor of 2 for each, of ¼ for each orange one."""
    blue, orange = np.asarray(successes, dtype=np.float64), log((1 - two_bags.P_BLUE) / (1 - two_bags.Q_BLUE))
    return np.asarray(blue * log(two_bags.P_BLUE / two_bags.Q_BLUE) + (tosses - blue) * orange)


@cache
def reached(evidence: Evidence, odds: float, tosses: int, share: float = FAIR) -> Array:
    """The chance that the evidence has reached these odds by toss 1, 2, …, if successes have this share. Exact."""
    going, least, chances = np.ones(1), 0, []  # the law of the successes where it has not, from the least number on
    for toss in range(1, tosses + 1):
        going = np.append(going * (1 - share), 0) + np.insert(going * share, 0, 0)
        going[evidence(least + np.arange(going.size), toss) >= log(odds) - 1e-9] = 0
        chances.append(1 - going.sum())
        kept = np.flatnonzero(going)
        going, least = going[kept[0] : kept[-1] + 1], least + int(kept[0])
    return np.array(chances)


def _fair(successes: Array, tosses: int) -> Array:
    return np.asarray(successes * log(FAIR) + (tosses - successes) * log(1 - FAIR))
