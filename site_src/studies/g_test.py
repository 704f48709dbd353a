"""What G = 2nD(data‖model) does by chance."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import comb, gammaincc, gammainccinv, gammaln, rel_entr

from extrabits import gibbs_term
from studies.binomials import Law, misfit, nearest

REPETITIONS = 20_000


def g_statistic(counts: Sequence[float], model: Law) -> float:
    """G = 2nD(data‖model)."""
    return 2 * sum(counts) * misfit(counts, model)


def residuals(counts: Sequence[float], model: Law) -> Law:
    """The signed roots of what each cell adds to G: their squares add up to it."""
    seen, expected = np.asarray(counts, float), sum(counts) * model
    return np.asarray(np.sign(seen - expected) * np.sqrt(2 * gibbs_term(seen, expected)))


def chance_above(g: float, degrees: int) -> float:
    """The probability that a chi-square variable exceeds g."""
    return float(gammaincc(degrees / 2, g / 2))


def quantile(chance: float, degrees: int) -> float:
    """The value that a chi-square variable exceeds with this probability."""
    return float(2 * gammainccinv(degrees / 2, chance))


def density(x: Law, degrees: int) -> Law:
    """The density of chi-square."""
    half = degrees / 2
    return np.asarray(np.exp((half - 1) * np.log(x / 2) - x / 2 - gammaln(half)) / 2)


@cache
def simulated_g(counts: tuple[int, ...], seed: int = 1889) -> NDArray[np.float64]:
    """G of data drawn again and again from the best binomial, each time with theta fitted anew."""
    best, n, trials = nearest(counts), sum(counts), len(counts) - 1
    data = np.random.default_rng(seed).multinomial(n, best, size=REPETITIONS)
    successes = np.arange(trials + 1)
    theta = (data @ successes / (n * trials))[:, None]
    models = comb(trials, successes) * theta**successes * (1 - theta) ** (trials - successes)
    return np.asarray(2 * rel_entr(data, n * models).sum(axis=1))


def simulated_share_above(counts: Sequence[int], g: float) -> float:
    """The share of the simulated G that exceed g."""
    return float(np.mean(simulated_g(tuple(counts)) > g))
