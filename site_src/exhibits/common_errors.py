"""Exhibits of the page on common errors: what was said, computed as it was said, beside what is right."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from exhibits._drawing import Table
from extrabits import Normal, k1_moments, k3_moments, kl_divergence, renyi_divergence

Array = NDArray[np.float64]

TRUTH = [0.7, 0.2, 0.1]
BELIEF = [0.4, 0.3, 0.3]


class Demo(NamedTuple):
    """What the recipe of d2l.ai returns for one pair of samples."""

    total: float
    share_dropped: float

    @property
    def shown(self) -> float:
        """The number that the recipe prints: without the sign."""
        return abs(self.total)


def demo(p: Array, q: Array) -> Demo:
    """Σ p log2(p/q) over two sorted samples as if they were probabilities, without the terms that are nan."""
    with np.errstate(invalid="ignore"):  # a third of the ratios is negative, and that is the point
        terms = p * np.log2(p / q)
    return Demo(float(np.nansum(terms)), float(np.isnan(terms).mean()))


@cache
def samples(mean: float) -> Array:
    """Ten thousand draws from N(mean, 1) in ascending order, the same in every run."""
    rng = np.random.default_rng(100 + round(mean))
    return np.sort(rng.normal(mean, 1, 10_000))


def percent_apart(first: float, second: float) -> float:
    """The difference of two numbers in percent of their mean."""
    return 100 * abs(first - second) / ((first + second) / 2)


def variance_crossing() -> float:
    """The distance μ of N(0, 1) and N(μ, 1) at which k3 begins to scatter more than k1."""

    def excess(distance: float) -> float:
        p, q = Normal(0, 1), Normal(distance, 1)
        return k3_moments(p, q).variance - k1_moments(p, q).variance

    return float(brentq(excess, 0.5, 2, xtol=1e-12))


def estimator_spread() -> Table:
    """The standard deviation of k1 and of k3 for one draw, for Gaussians at growing distance."""
    rows = []
    for distance in (0.1, 1.0, variance_crossing(), 2.0, 3.0):
        p, q = Normal(0, 1), Normal(distance, 1)
        one, three = k1_moments(p, q), k3_moments(p, q)
        rows.append(
            [f"{distance:.2f}", f"{one.mean:.3f}", f"{math.sqrt(one.variance):.3f}", f"{math.sqrt(three.variance):.3f}"]
        )
    return [["distance of the means", "D, nats", "sd of k1", "sd of k3"], *rows]


def renyi_as_printed(p: list[float], q: list[float], alpha: float) -> float:
    """E over q of ln (p/q)^α, divided by 1 − α, in nats: the logarithm inside the mean."""
    return alpha / (alpha - 1) * float(kl_divergence(q, p, base=math.e))


def renyi() -> Table:
    """Rényi divergences of one pair, right and as printed."""
    rows = [
        [
            f"{alpha:g}",
            f"{renyi_divergence(TRUTH, BELIEF, alpha, base=math.e):.4f}",
            f"{renyi_as_printed(TRUTH, BELIEF, alpha):.4f}",
        ]
        for alpha in (1.5, 2, 4, 16)
    ]
    return [["α", "divergence, nats", "as printed"], *rows]
