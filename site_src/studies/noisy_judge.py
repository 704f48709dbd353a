"""Answers whose true reward a judge sees with an error: the best of n by the judge, and policies tilted to the judge.

The true reward is N(0, 1). The error is independent of it: half a Student's t with three degrees of freedom, or a
Gaussian of the same variance.
"""

from functools import cache
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import logsumexp, ndtr, stdtr

from studies.leashed_policies import bound

Array = NDArray[np.float64]

DEGREES, SCALE = 3, 0.5
SPREAD = SCALE * sqrt(DEGREES / (DEGREES - 2))  # the standard deviation of the error
ANSWERS, DRAWS = 10_000, 100
TILTS = np.concatenate([np.linspace(0, 2, 81), np.geomspace(2.05, 60, 60)])


class Scored(NamedTuple):
    """On a grid of scores: their probability so far, their density, and that density times the mean true reward."""

    score: Array
    width: Array
    share: Array
    density: Array
    truth: Array


@cache
def scored(heavy: bool = True) -> Scored:
    """The law of the score, and the true reward at each. The trapezoid rule is exact to many digits for such curves."""
    place, step = np.linspace(-14, 14, 801, retstep=True)
    true, cell = np.linspace(-8, 8, 401, retstep=True)
    score = np.sinh(place)
    weight = _gaussian(true) * cell
    error = score[:, None] - true
    if heavy:
        z = error / SCALE
        density, share = 2 / (np.pi * sqrt(3)) / (1 + z**2 / 3) ** 2 / SCALE, stdtr(DEGREES, z)
    else:
        z = error / SPREAD
        density, share = _gaussian(z) / SPREAD, ndtr(z)
    return Scored(score, np.cosh(place) * step, share @ weight, density @ weight, density @ (weight * true))


class Best(NamedTuple):
    """What the best of n answers has on average: by the judge, and in truth."""

    score: float
    truth: float


def best_of(n: float, heavy: bool = True) -> Best:
    """The means under the law with the density n Fⁿ⁻¹ by the score's own, also for an n between two whole numbers."""
    seen = scored(heavy)
    weight = n * seen.share ** (n - 1) * seen.width
    return Best(float(weight @ (seen.score * seen.density)), float(weight @ seen.truth))


@cache
def best_n() -> int:
    """The n whose best answer has the largest true reward on average."""
    return max(range(1, 1000), key=lambda n: best_of(n).truth)


def telling() -> tuple[float, float]:
    """The score that promises the largest true reward, and that true reward."""
    seen = scored()
    promise = seen.truth / seen.density
    return float(seen.score[promise.argmax()]), float(promise.max())


def promise(score: float) -> float:
    """The mean true reward of answers with this score."""
    seen = scored()
    return float(np.interp(score, seen.score, seen.truth / seen.density))


def n_at(nats: float) -> float:
    """The n, not always whole, whose best answer is so far from the reference."""
    return float(np.exp(brentq(lambda log_n: bound(np.exp(log_n)) - nats, 0, nats + 2, xtol=1e-12)))


@cache
def paths() -> Array:
    """For each draw of the answers, and each tilt towards the judge: D from equal chances, score, true reward."""
    found = np.empty((DRAWS, len(TILTS), 3))
    for seed in range(DRAWS):
        true, score = drawn(seed)
        for row, tilt in enumerate(TILTS):
            log_policy = tilt * score - logsumexp(tilt * score)
            policy = np.exp(log_policy)
            nats = np.log(ANSWERS) + policy @ log_policy
            found[seed, row] = nats, policy @ score, policy @ true
    return found


def drawn(seed: int) -> tuple[Array, Array]:
    """The true rewards and the scores of the answers."""
    rng = np.random.default_rng(seed)
    true = rng.normal(size=ANSWERS)
    return true, true + SCALE * rng.standard_t(DEGREES, ANSWERS)


def truth_at(nats: float) -> Array:
    """The true reward of the policy tilted so far, for each draw."""
    return np.array([np.interp(nats, path[:, 0], path[:, 2]) for path in paths()])


def share_of_falls() -> float:
    """The share of the draws whose true reward ends more than ½ below its highest."""
    truth = paths()[:, :, 2]
    return float((truth.max(axis=1) - truth[:, -1] > 0.5).mean())


def _gaussian(x: Array) -> Array:
    return np.asarray(np.exp(-(x**2) / 2) / sqrt(2 * np.pi))
