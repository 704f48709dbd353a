"""Tests that say p or q. A hit is to say p where p is true, a false alarm to say p where q is."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extrabits._checks import Array


class Border(NamedTuple):
    """Say p where the likelihood ratio is larger, and where it is equal with this probability."""

    ratio: float
    probability: float


class Curve(NamedTuple):
    """Receiver operating characteristic: false alarms and hits of each threshold, from none to all."""

    false_alarms: Array
    hits: Array
    thresholds: Array


def best_test(p: Array, q: Array, false_alarms: float) -> Border:
    """The border of the best test with these false alarms, by the lemma of Neyman and Pearson."""
    ratios = np.divide(p, q, out=np.full(len(p), np.inf), where=q > 0)
    ratio = next(r for r in np.unique(ratios) if q[ratios > r].sum() <= false_alarms)
    at, above = q[ratios == ratio].sum(), q[ratios > ratio].sum()
    return Border(float(ratio), float(min(1, (false_alarms - above) / at)) if at else 1.0)


def curve(scores: Array, positive: NDArray[np.bool_]) -> Curve:
    """Of the rule that says p from a score on, on cases of which the positive ones follow p."""
    thresholds, place = np.unique(-scores, return_inverse=True)
    hits, false_alarms = (np.cumsum(np.bincount(place[of], minlength=len(thresholds))) for of in (positive, ~positive))
    return Curve(
        np.append(0, false_alarms / false_alarms[-1]), np.append(0, hits / hits[-1]), np.append(np.inf, -thresholds)
    )


def area(drawn: Curve) -> float:
    """Under the curve: the chance that a score under p is above one under q, ties counted half."""
    return float(np.trapezoid(drawn.hits, drawn.false_alarms))


def hull(drawn: Curve) -> Curve:
    """The corners of the least concave curve above this one: what thresholds reach with coins between them."""
    kept: list[int] = []
    for corner in range(len(drawn.hits)):
        while len(kept) > 1 and not _bends_down(drawn, kept[-2], kept[-1], corner):
            kept.pop()
        kept.append(corner)
    return Curve(*(values[kept] for values in drawn))


def slopes(drawn: Curve) -> Array:
    """Of the pieces from each corner to the next."""
    with np.errstate(divide="ignore"):
        return np.diff(drawn.hits) / np.diff(drawn.false_alarms)


def _bends_down(drawn: Curve, first: int, second: int, third: int) -> bool:
    (x0, x1, x2), (y0, y1, y2) = (values[[first, second, third]] for values in (drawn.false_alarms, drawn.hits))
    return bool((y1 - y0) * (x2 - x1) > (y2 - y1) * (x1 - x0) + 1e-15)
