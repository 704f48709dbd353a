"""Three letters and a belief that gives one of them away; long strings of them, and sums that are no divergences."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import rel_entr

from extrabits import kl_divergence, surprisal

Array = NDArray[np.float64]

LETTERS = "abc"
TRUTH = [0.5, 0.3, 0.2]
BELIEF = [0.1, 0.3, 0.6]


def ratios() -> Array:
    """q/p."""
    return np.divide(BELIEF, TRUTH)


def terms() -> Array:
    """p ln(p/q) for each letter."""
    return np.asarray(rel_entr(TRUTH, BELIEF))


def gaps() -> Array:
    """t − 1 − ln t for each ratio t = q/p: how far the curve lies below its tangent."""
    t = ratios()
    return np.asarray(t - 1 - np.log(t))


def weighed_gaps() -> Array:
    """p times the gap, which is p ln(p/q) − p + q, for each letter: no term is negative, and they add up to D(p‖q)."""
    return np.asarray(TRUTH * gaps())


def divergences(beliefs: Array) -> Array:
    """D(p‖q) for each row q."""
    return np.asarray(kl_divergence(np.broadcast_to(TRUTH, beliefs.shape), beliefs, base=np.e))


def divergences_of_truths(truths: Array) -> Array:
    """D(p‖q) for each row p."""
    return np.asarray(kl_divergence(truths, np.broadcast_to(BELIEF, truths.shape), base=np.e))


def lumped(law: Sequence[float], cells: Sequence[str]) -> list[float]:
    """The law of the cells into which the letters are put together, such as ["ac", "b"]."""
    return [sum(law[LETTERS.index(letter)] for letter in cell) for cell in cells]


def halved(times: int) -> Array:
    """The belief after going half the way to the truth so many times."""
    return np.asarray(TRUTH + np.subtract(BELIEF, TRUTH) / 2**times)


def magnified(times: int) -> float:
    """D(p‖m) for that belief, in nats, twice as much for each halving."""
    return float(2**times * divergences(halved(times)))


def means_apart(times: int) -> float:
    """What the next halving takes off it: 2ᵏ⁺¹ Σ p ln(m'/√(p m)), with m' the arithmetic mean of p and m."""
    geometric = np.sqrt(np.multiply(TRUTH, halved(times)))
    return float(2 ** (times + 1) * np.dot(TRUTH, np.log(halved(times + 1) / geometric)))


def contour(nats: float, directions: int = 160) -> Array:
    """The beliefs at this divergence from the truth, once around it, one in each direction."""
    # D rises all the way from the truth to the edge, where it is infinite.
    return _places(np.asarray(TRUTH), divergences, nats, directions)


def truths(nats: float, directions: int = 720) -> Array:
    """The truths at this divergence from the belief, one in each direction; nan where the edge is nearer."""
    places = _places(np.asarray(BELIEF), divergences_of_truths, nats, directions)
    ends = divergences_of_truths(places)
    return np.where((ends > nats - 1e-9)[:, None], places, np.nan)


def plain_sum(p: Sequence[float] | Array, q: Sequence[float] | Array) -> float:
    """Σ p ln(p/q) as it stands, for lists that need not be laws."""
    return float(np.sum(rel_entr(p, q)))


def sum_under_belief() -> float:
    """Σ q ln(p/q): the logarithms of D(p‖q), averaged under the wrong law."""
    return float(np.dot(BELIEF, -np.log(ratios())))


def bits_per_letter(law: Sequence[float], length: int, strings: int = 200_000, seed: int = 0) -> Array:
    """What random strings from the truth cost per letter in the code for a law, in bits."""
    counts = np.random.default_rng(seed).multinomial(length, TRUTH, strings)
    return np.asarray(counts @ surprisal(law) / length)


def sd_of_bits(length: int) -> float:
    """The standard deviation of −log₂ p(string), in bits."""
    bits = surprisal(TRUTH)
    return float(np.sqrt(length * (np.dot(TRUTH, np.square(bits)) - np.dot(TRUTH, bits) ** 2)))


def _places(centre: Array, heights: Callable[[Array], Array], nats: float, directions: int) -> Array:
    """Where rays from the centre come to a height, or to the triangle's edge if it is lower."""
    angles = np.linspace(0, 2 * np.pi, directions + 1)
    ways = np.outer(np.cos(angles), [1, -1, 0]) + np.outer(np.sin(angles), [0.5, 0.5, -1])

    def at(shares: Array) -> Array:
        return np.asarray(np.maximum(centre + shares[:, None] * ways, 0))  # at the edge rounding may leave less than 0

    low = np.zeros(len(ways))
    high = np.min(np.where(ways < 0, centre / np.maximum(-ways, 1e-300), np.inf), axis=1)
    for _ in range(60):
        middle = (low + high) / 2
        inside = heights(at(middle)) < nats
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    return at(low)
