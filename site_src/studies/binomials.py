"""Binomial laws against counts of successes: counts[k] of the observations had k successes."""

from collections.abc import Sequence
from math import e

import numpy as np
from numpy.typing import NDArray

from extrabits import Binomial, Categorical, exclusive_fit, kl_divergence, normalize

Law = NDArray[np.float64]


def law(trials: int, theta: float) -> Law:
    """The binomial law as an array."""
    return np.asarray(np.exp(Binomial(trials, theta).log_density(np.arange(trials + 1))))


def mean_share(counts: Sequence[float]) -> float:
    """The mean number of successes as a share of the trials: the maximum-likelihood parameter of a binomial."""
    return float(normalize(counts) @ np.arange(len(counts)) / (len(counts) - 1))


def nearest(counts: Sequence[float]) -> Law:
    """The binomial closest to the counts."""
    return law(len(counts) - 1, mean_share(counts))


def exclusive_share(counts: Sequence[float]) -> float:
    """The parameter of the binomial with the least D(model‖data)."""
    start = Binomial(len(counts) - 1, mean_share(counts))
    return float(exclusive_fit(start, Categorical(normalize(counts)).log_density).p)


def misfit(counts: Sequence[float], model: Law) -> float:
    """D(data‖model)."""
    return float(kl_divergence(normalize(counts), model, base=e))


def evidence(counts: Sequence[float], theta: float) -> float:
    """The log-likelihood ratio of the best binomial to another."""
    return sum(counts) * (misfit(counts, law(len(counts) - 1, theta)) - misfit(counts, nearest(counts)))


def variance(p: Law) -> float:
    """The variance of the number of successes."""
    successes = np.arange(len(p))
    return float(p @ (successes - p @ successes) ** 2)
