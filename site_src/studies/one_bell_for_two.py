"""Half N(−a, 1), half N(a, 1), approximated by one Gaussian with the least D(q‖p), in nats."""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq, minimize, minimize_scalar

WIDE = 12.0  # standard deviations of q, to either side, over which D is summed
FINE = 4001
STEPS = np.linspace(-WIDE, WIDE, FINE)
WEIGHTS = np.exp(-(STEPS**2) / 2) / np.exp(-(STEPS**2) / 2).sum()


class Bell(NamedTuple):
    """A Gaussian and its divergence from the two bells."""

    mean: float
    sd: float
    divergence: float


def divergence(a: float, mean: float, sd: float) -> float:
    """D(N(mean, sd²)‖two bells), by a sum over a fine grid."""
    x = mean + sd * STEPS
    log_bells = np.logaddexp(-((x - a) ** 2) / 2, -((x + a) ** 2) / 2) - np.log(2)
    return float(-0.5 - np.log(sd) - WEIGHTS @ log_bells)


@cache
def over_both(a: float) -> Bell:
    """The best of those centred between the bells."""
    found = minimize_scalar(lambda sd: divergence(a, 0, sd), bounds=(0.5, 2 + a), method="bounded", options=_EXACT)
    return Bell(0.0, float(found.x), float(found.fun))


@cache
def over_one(a: float) -> Bell:
    """The best that a search finds which begins on the right bell."""
    options = {"xatol": 1e-9, "fatol": 1e-13}
    found = minimize(lambda x: divergence(a, x[0], np.exp(x[1])), [a, 0], method="Nelder-Mead", options=options)
    return Bell(float(found.x[0]), float(np.exp(found.x[1])), float(found.fun))


@cache
def where_one_wins() -> float:
    """The distance a from which a bell over one of the two is nearer than one over both."""
    return float(brentq(lambda a: over_both(a).divergence - over_one(a).divergence, 2.6, 3.0, xtol=1e-8))


_EXACT = {"xatol": 1e-10}
