"""From one coin to another by way of others: what the steps cost together. In bits."""

from itertools import pairwise
from math import asin, sin, sqrt
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit

from extrabits import Bernoulli, kl_divergence


class Detour(NamedTuple):
    """The coin on the way, and the two steps together."""

    stop: float
    cost: float


def direct(first: float, last: float) -> float:
    """D between coins that fall heads with these probabilities."""
    return float(kl_divergence(Bernoulli(first), Bernoulli(last)))


def best_stop(first: float, last: float) -> Detour:
    """The one coin on the way that makes the two steps cheapest."""

    def cost(odds: float) -> float:
        stop = float(expit(odds))
        return direct(first, stop) + direct(stop, last)

    ends = sorted(float(logit(p)) for p in (first, last))
    found = minimize_scalar(cost, bounds=ends, method="bounded", options={"xatol": 1e-10})
    return Detour(float(expit(found.x)), float(found.fun))


def chain(first: float, last: float, stops: int) -> float:
    """All steps together, with so many stops at equal steps of arcsin √P."""
    angles = np.linspace(asin(sqrt(first)), asin(sqrt(last)), stops + 2)
    coins = [first, *(sin(angle) ** 2 for angle in angles[1:-1]), last]
    return sum(direct(p, q) for p, q in pairwise(coins))
