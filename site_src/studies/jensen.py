"""The gap in Jensen's inequality for −ln, taken apart in two ways: distances to a tangent, and a divergence."""

from math import e

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits import kl_divergence, normalize

Array = NDArray[np.float64]


def gap(p: ArrayLike, values: ArrayLike) -> float:
    """ln of the mean less the mean of ln, in nats."""
    p, values = np.asarray(p), np.asarray(values)
    return float(np.log(p @ values) - p @ np.log(values))


def tangent(x: ArrayLike, at: float) -> Array:
    """The line that touches −ln at a point."""
    return np.asarray(-np.log(at) - (np.asarray(x) - at) / at)


def distances(p: ArrayLike, values: ArrayLike) -> Array:
    """How far −ln lies above its tangent at the mean, for each value."""
    return np.asarray(-np.log(values) - tangent(values, float(np.dot(p, values))))


def size_biased(p: ArrayLike, values: ArrayLike) -> Array:
    """The law of the value that one hears from a member: groups are met in proportion to their sizes."""
    return normalize(np.multiply(p, values))


def divergence(p: ArrayLike, values: ArrayLike) -> float:
    """D of the law from its size-biased law, in nats: the gap once more."""
    return float(kl_divergence(p, size_biased(p, values), base=e))
