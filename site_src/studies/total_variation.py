"""How large the total variation of two laws at a divergence can be, and the divergence at a total variation."""

from math import e, expm1, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, minimize_scalar
from scipy.special import ndtr, rel_entr

from extrabits import kl_divergence, total_variation
from studies import coins

Array = NDArray[np.float64]


def pinsker(d: Array | float) -> Array:
    """The bound of Pinsker."""
    return np.sqrt(np.divide(d, 2))


def bretagnolle_huber(d: Array | float) -> Array:
    """The bound of Bretagnolle and Huber."""
    return np.sqrt(-np.expm1(np.negative(d)))


def proved(d: float) -> float:
    """The smaller of the two bounds."""
    return float(min(pinsker(d), bretagnolle_huber(d)))


def bounds_cross() -> float:
    """The divergence above 0 at which the two bounds are equal."""
    return float(brentq(lambda d: d / 2 + expm1(-d), 1, 3))


def gaussian(d: float) -> float:
    """Total variation between Gaussians of one variance at this divergence."""
    return float(2 * ndtr(sqrt(d / 2)) - 1)


def worst(d: float) -> float:
    """The largest total variation of two laws at this divergence, by way of the worst pair of coins."""
    return float(brentq(lambda v: least_divergence(v) - d, 1e-6, 1 - 1e-12, xtol=1e-14))


def least_divergence(variation: float) -> float:
    """The least D of two coins, and so of any two laws, at this total variation."""
    edge = 1 - variation
    found = minimize_scalar(
        lambda b: coins.divergence(b + variation, b),
        bounds=(1e-9 * edge, (1 - 1e-9) * edge),
        method="bounded",
        options={"xatol": 1e-9 * edge},
    )
    return float(found.fun)


def reverse(variation: Array | float, least: float) -> Array:
    """The largest D at this total variation where the belief gives no outcome less than this; some pair reaches it."""
    moved = np.asarray(variation)
    kept = np.maximum(least - moved, 0)  # by the outcome that loses, if it is no likelier than it must be
    return np.asarray(rel_entr(least + moved, least) + rel_entr(kept, least))


def reverse_by_chi2(variation: Array | float, least: float) -> Array:
    """A bound on the same D, by way of chi-square."""
    return np.asarray(np.log1p(2 * np.square(variation) / least))


def range_of_event(believed: float, d: float) -> tuple[float, float]:
    """The least and the largest probability of an event whose believed one is this, for a truth at this divergence."""

    def beyond(true: float) -> float:
        return coins.divergence(true, believed) - d

    low = brentq(beyond, 0, believed) if beyond(0) > 0 else 0.0
    high = brentq(beyond, believed, 1) if beyond(1) > 0 else 1.0
    return float(low), float(high)


def random_pairs(pairs: int = 300, seed: int = 5) -> tuple[Array, Array]:
    """D and total variation of random pairs of laws on three outcomes, near ones and far ones."""
    generator = np.random.default_rng(seed)
    p = generator.dirichlet(np.full(3, 0.7), size=pairs)
    share = generator.random((pairs, 1)) ** 2
    q = (1 - share) * p + share * generator.dirichlet(np.full(3, 0.7), size=pairs)
    return np.asarray(kl_divergence(p, q, base=e)), np.asarray(total_variation(p, q))
