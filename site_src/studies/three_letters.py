"""Three letters and a belief that gives one of them away; long strings of them, and sums that are no divergences."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import rel_entr

from extrabits import kl_divergence, surprisal

Array = NDArray[np.float64]

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


def contour(nats: float, directions: int = 160) -> Array:
    """The beliefs at this divergence from the truth, once around it, one in each direction."""
    angles = np.linspace(0, 2 * np.pi, directions + 1)
    ways = np.outer(np.cos(angles), [1, -1, 0]) + np.outer(np.sin(angles), [0.5, 0.5, -1])
    reach = np.min(np.where(ways < 0, TRUTH / np.maximum(-ways, 1e-300), np.inf), axis=1)  # up to the triangle's edge
    low, high = np.zeros(len(ways)), reach
    for _ in range(60):  # D rises all the way from the truth to the edge, where it is infinite
        middle = (low + high) / 2
        inside = divergences(TRUTH + middle[:, None] * ways) < nats
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    return np.asarray(TRUTH + low[:, None] * ways)


def plain_sum(p: Sequence[float], q: Sequence[float]) -> float:
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
