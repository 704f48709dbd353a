"""A share of N(−a, 1) and the rest N(a, 1), approximated by one Gaussian in both orders of the divergence, in nats.

Unless a share is given, both bells have one half.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq, minimize, minimize_scalar

from extrabits._checks import Array

WIDE = 12.0  # standard deviations of q, to either side, over which D is summed
FINE = 4001
STEPS = np.linspace(-WIDE, WIDE, FINE)
WEIGHTS = np.exp(-(STEPS**2) / 2) / np.exp(-(STEPS**2) / 2).sum()


class Bell(NamedTuple):
    """A Gaussian and its divergence from the two bells, or theirs from it."""

    mean: float
    sd: float
    divergence: float


def log_density(a: float, x: Array, left: float = 0.5) -> Array:
    """ln p, for a share `left` of N(−a, 1)."""
    with np.errstate(divide="ignore"):
        shares = np.log([left, 1 - left])
    return np.asarray(np.logaddexp(*(log + _log_bell(m, 1, x) for log, m in zip(shares, (-a, a), strict=True))))


def divergence(a: float, mean: float, sd: float, left: float = 0.5) -> float:
    """D(N(mean, sd²)‖two bells), by a sum over a fine grid."""
    x = mean + sd * STEPS
    return float(WEIGHTS @ (_log_bell(mean, sd, x) - log_density(a, x, left)))


def inclusive(a: float, left: float = 0.5) -> Bell:
    """The Gaussian with the least D(two bells‖N): with their mean and their variance."""
    mean, sd = a * (1 - 2 * left), float(np.sqrt(1 + 4 * left * (1 - left) * a**2))
    return Bell(mean, sd, to_bell(a, mean, sd, left))


def to_bell(a: float, mean: float, sd: float, left: float = 0.5) -> float:
    """D(two bells‖N(mean, sd²)), by a sum over a fine grid under each bell."""
    sums = [WEIGHTS @ (log_density(a, x, left) - _log_bell(mean, sd, x)) for x in (STEPS - a, STEPS + a)]
    return float(left * sums[0] + (1 - left) * sums[1])


@cache
def over_both(a: float) -> Bell:
    """The best of those centred between the bells."""
    found = minimize_scalar(lambda sd: divergence(a, 0, sd), bounds=(0.5, 2 + a), method="bounded", options=_EXACT)
    return Bell(0.0, float(found.x), float(found.fun))


@cache
def over_one(a: float) -> Bell:
    """The best that a search finds which begins on the right bell."""
    return _descended(a, a, 1.0)


@cache
def exclusive(a: float, left: float = 0.5) -> tuple[Bell, ...]:
    """Every Gaussian that is better in D(N‖two bells) than those near it, from left to right.

    Searches begin at each place of a grid that is better than the eight around it, and twice: a first may get stuck.
    """
    means, sds = np.linspace(-a - 1, a + 1, 81), np.geomspace(0.7, 1.5 + a, 41)
    x = means[:, None, None] + sds[:, None] * _COARSE
    heights = _log_bell(0, 1, _COARSE) - np.log(sds)[:, None] - log_density(a, x, left)
    plane = np.pad(heights @ _COARSE_WEIGHTS, 1, constant_values=np.inf)
    around = [np.roll(plane, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    dips = np.argwhere((plane <= np.minimum.reduce(around)) & np.isfinite(plane)) - 1
    found: list[Bell] = []
    for i, j in dips:
        rough = _descended(a, means[i], sds[j], left)
        bell = _descended(a, rough.mean, rough.sd, left)
        if not any(np.hypot(bell.mean - other.mean, bell.sd - other.sd) < 1e-3 for other in found):
            found.append(bell)
    return tuple(sorted(found))


@cache
def where_one_wins() -> float:
    """The distance a from which a bell over one of the two is nearer than one over both."""
    return float(brentq(lambda a: over_both(a).divergence - over_one(a).divergence, 2.6, 3.0, xtol=1e-8))


@cache
def where_one_begins() -> float:
    """The distance a from which a search that begins on one bell finds a dip there, and not the one over both."""
    low, high = 2.0, 2.8
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (low, middle) if over_one(middle).mean > 1 else (middle, high)
    return high


def profile(a: float, mean: float, left: float = 0.5) -> float:
    """The least D(N(mean, sd²)‖two bells) over all sd."""
    found = minimize_scalar(lambda sd: divergence(a, mean, sd, left), bounds=(0.3, 3 + a), method="bounded")
    return float(found.fun)


def loss(a: float, bell: Bell, x: Array, first: str, left: float = 0.5) -> Array:
    """What stands under the integral at x: q ln(q/p) where q comes first, p ln(p/q) where p does."""
    log_q, log_p = _log_bell(bell.mean, bell.sd, x), log_density(a, x, left)
    return np.asarray(np.exp(log_q) * (log_q - log_p) if first == "q" else np.exp(log_p) * (log_p - log_q))


def _descended(a: float, mean: float, sd: float, left: float = 0.5) -> Bell:
    options = {"xatol": 1e-9, "fatol": 1e-13}
    start = [mean, np.log(sd)]
    found = minimize(lambda x: divergence(a, x[0], np.exp(x[1]), left), start, method="Nelder-Mead", options=options)
    return Bell(float(found.x[0]), float(np.exp(found.x[1])), float(found.fun))


def _log_bell(mean: float, sd: float, x: Array) -> Array:
    return np.asarray(-(((x - mean) / sd) ** 2) / 2 - np.log(sd) - np.log(2 * np.pi) / 2)


_EXACT = {"xatol": 1e-10}
_COARSE = np.linspace(-7, 7, 201)
_COARSE_WEIGHTS = np.exp(-(_COARSE**2) / 2) / np.exp(-(_COARSE**2) / 2).sum()
