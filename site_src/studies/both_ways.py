"""D(p‖q) beside D(q‖p): which pairs of values occur, how far apart they can be, and how close laws agree. In bits."""

from math import log

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.special import expit

from extrabits import kl_divergence, kl_divergence_logits
from studies import three_letters

Array = NDArray[np.float64]

LEAST, MOST, BELIEVED = -6.0, 700.0, -20_000.0  # log-odds, in nats, between which coins are looked for


def factor(most: ArrayLike) -> Array:
    """The least number that no D(q‖p)/D(p‖q) reaches while all ratios q/p are between 1/M and M."""
    m = np.asarray(most, dtype=np.float64)
    return np.asarray((m * np.log(m) - m + 1) / (m - 1 - np.log(m)))


def edge(most: float, points: int = 200) -> tuple[Array, Array]:
    """D(p‖q) and D(q‖p) along the upper edge of all pairs whose ratios q/p are between 1/M and M."""
    least = np.geomspace(1 / most, 1, points)  # q/p is M at one place and this at the other
    share = (1 - least) / (most - least)  # of p where it is M, so that q sums to 1
    there = share * (most - 1 - log(most)) + (1 - share) * (least - 1 - np.log(least))
    back = share * (most * log(most) - most + 1) + (1 - share) * (least * np.log(least) - least + 1)
    return np.asarray(there / log(2)), np.asarray(back / log(2))


def coins(there: float, back: float) -> tuple[float, float]:
    """The log-odds of heads, in nats, of the two coins p and q with these D(p‖q) and D(q‖p), p the likelier one."""

    def believed(odds: float) -> float:
        return float(brentq(lambda x: _divergence(odds, x) - there, odds + BELIEVED, odds, xtol=1e-12))

    odds = brentq(lambda x: _divergence(believed(x), x) - back, LEAST, MOST, xtol=1e-12)
    return float(odds), believed(odds)


def halved(times: int) -> tuple[float, float, float]:
    """D(p‖q), D(q‖p) and the leading term of their difference, after going half the way to p so many times."""
    p, q = np.array(three_letters.TRUTH), three_letters.halved(times)
    third = float(np.sum((q - p) ** 3 / p**2)) / 6 / log(2)
    return float(kl_divergence(p, q)), float(kl_divergence(q, p)), third


def probability(odds: float) -> float:
    """The probability of heads."""
    return float(expit(odds))


def _divergence(truth: float, belief: float) -> float:
    return float(kl_divergence_logits([truth, 0], [belief, 0]))
