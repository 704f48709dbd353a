"""Five answers, what a judge scores them and what they are worth: the best policies for all β, and their truth.

Distances are in nats, rewards in points.
"""

from itertools import pairwise
from math import e, inf
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.special import softmax

from extrabits import kl_divergence

Array = NDArray[np.float64]

ANSWERS = ("short", "plain", "clear", "wordy", "slick")
REFERENCE = (0.26, 0.3, 0.2, 0.22, 0.02)
SCORE = (1.0, 2.0, 4.0, 3.0, 5.0)
TRUTH = (1.0, 2.0, 4.0, 2.5, 0.5)
NOISE = 1e-14  # of a covariance, where one answer has nearly all
SEARCHED = np.concatenate([[0], np.geomspace(1e-3, 100, 1501)])  # tilts 1/β


class Best(NamedTuple):
    """The β whose policy has the largest true reward, and that reward."""

    beta: float
    truth: float


def tilted(tilt: ArrayLike, reference: ArrayLike = REFERENCE, score: ArrayLike = SCORE) -> Array:
    """The reference times e^(tilt · score), over its sum; for an infinite tilt its best answers alone. A row a tilt."""
    base, reward = np.asarray(reference, dtype=float), np.asarray(score, dtype=float)
    given = base > 0
    behind = np.where(given, reward - reward[given].max(), 0)
    tilts = np.asarray(tilt, dtype=float)[..., np.newaxis]
    logs = np.zeros(np.broadcast_shapes(tilts.shape, base.shape))
    np.multiply(tilts, behind, out=logs, where=behind < 0)  # the best are not behind, however far all are tilted
    logs += np.log(base, out=np.full_like(base, -inf), where=given)
    law = softmax(logs, axis=-1)
    return np.asarray(law / law.sum(axis=-1, keepdims=True))


def distance(tilt: float, reference: ArrayLike = REFERENCE, score: ArrayLike = SCORE) -> float:
    """How far the policy is from the reference."""
    return float(kl_divergence(tilted(tilt, reference, score), np.asarray(reference), base=e))


def reward(tilt: float, values: ArrayLike = TRUTH, reference: ArrayLike = REFERENCE, score: ArrayLike = SCORE) -> float:
    """The mean of some rewards under the policy: those of the truth, or the scores."""
    return float(tilted(tilt, reference, score) @ np.asarray(values))


def best(reference: ArrayLike = REFERENCE, score: ArrayLike = SCORE, truth: ArrayLike = TRUTH) -> Best:
    """Where the covariance of truth and score changes its sign from plus to minus, or an end of the way."""

    g, s = np.asarray(truth, dtype=float), np.asarray(score, dtype=float)

    def covariance(tilt: ArrayLike) -> Array:
        law = tilted(tilt, reference, score)
        return np.asarray(((g - (law @ g)[..., np.newaxis]) * s * law).sum(axis=-1))

    slopes = covariance(SEARCHED)
    # Around a flat maximum noise hides the sign of several.
    told = [(tilt, slope) for tilt, slope in zip(SEARCHED, slopes, strict=True) if abs(slope) > NOISE]
    turns = [(low, high) for (low, rises), (high, falls) in pairwise(told) if rises > 0 > falls]
    inner = [brentq(covariance, low, high, xtol=1e-13) for low, high in turns]
    tilts = [0, inf, *inner]
    found = [reward(tilt, truth, reference, score) for tilt in tilts]
    tilt = tilts[int(np.argmax(np.array(found) >= max(found) - 1e-11))]
    return Best(1 / tilt if tilt else inf, max(found))
