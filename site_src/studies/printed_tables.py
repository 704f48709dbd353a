"""Laws as tables print them: each probability is rounded by itself, so the printed numbers need not add up to 1."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import BSpline

from studies.english_letters import LAW, PRINTED

Array = NDArray[np.float64]


def printed_sum(law: Sequence[float], places: int) -> float:
    """What the probabilities add up to after each was rounded to so many places."""
    return float(np.round(law, places).sum().round(places))


def wrong_sums(places: int = 1) -> tuple[Array, Array]:
    """The laws on three outcomes whose printed table sums to less than 1, and to more: triangles, corner by corner.

    Tables whose sum is right are the knots of a triangular net. A law prints as a knot if it is more than half of the
    way there in one coordinate; the laws that are not make up the triangle between the middles of three sides.
    """
    parts = 10**places
    below, above = np.eye(3), 1 - np.eye(3)
    return _middles(_knots(parts - 1), below) / parts, _middles(_knots(parts - 2), above) / parts


def chance_off(outcomes: int, last_digits: int) -> float:
    """The probability that a printed table is off by so many units in its last place.

    The errors of all outcomes but one are taken as independent and spread evenly over one unit. The last error makes
    the sum whole, so the table is off by their sum, rounded: that has the density of one more of them, a B-spline.
    """
    return float(BSpline.basis_element(np.arange(outcomes + 1))(outcomes / 2 + last_digits))


def divergence_from_print() -> float:
    """Σ p log₂ p/q for English letters, with the printed numbers themselves, which are no law, in the place of q."""
    return float(LAW @ np.log2(LAW / PRINTED))


def _knots(total: int) -> NDArray[np.int64]:
    """All triples of whole numbers with this sum."""
    return np.array([(a, b, total - a - b) for a in range(total + 1) for b in range(total + 1 - a)])


def _middles(knots: NDArray[np.int64], corners: Array) -> Array:
    """The middles of the sides of a small triangle, for each knot that it is moved to."""
    return np.asarray(knots[:, None, :] + (corners + np.roll(corners, 1, axis=0)) / 2)
