"""D of a sample from its own law, or from another sample: what chance gives where nothing differs."""

from bisect import bisect_left
from functools import cache

import numpy as np
from scipy.special import rel_entr

from studies import binomials
from studies.binomials import Law

CELLS = 10
REPETITIONS = 20_000


def mean(n: int) -> float:
    """The mean of D(sample‖law) for n draws from ten equally likely cells, exactly."""
    k = np.arange(1, n + 1)
    return float(CELLS * (binomials.law(n, 1 / CELLS)[1:] * k / n) @ np.log(CELLS * k / n))


def most_draws(d: float) -> int:
    """The most draws from ten equal cells whose mean D(sample‖law) is at least d; 0 if one draw has less.

    The mean falls with each draw: leave out one draw in turn, and the sample is the mixture of these smaller samples,
    of which D is at most their average. And it is at most ln(1 + (K − 1)/n), by Jensen, so below d from (K − 1)/d on.
    """
    enough = int((CELLS - 1) / d) + 1
    return bisect_left(range(1, enough + 1), True, key=lambda n: mean(n) < d)


@cache
def of_samples(n: int, seed: int = 3) -> Law:
    """D(sample‖law) of many samples of n draws from ten equally likely cells."""
    samples = np.random.default_rng(seed).multinomial(n, np.full(CELLS, 1 / CELLS), size=REPETITIONS) / n
    return np.asarray(rel_entr(samples, 1 / CELLS).sum(axis=-1))


@cache
def between_samples(n: int, seed: int = 4) -> Law:
    """D(one sample‖another) for many pairs of samples of n draws from the same ten equally likely cells."""
    draw = np.random.default_rng(seed).multinomial
    first, second = (draw(n, np.full(CELLS, 1 / CELLS), size=REPETITIONS) / n for _ in range(2))
    return np.asarray(rel_entr(first, second).sum(axis=-1))


def share_above(values: Law, d: float) -> float:
    """The share of the values that exceed d."""
    return float(np.mean(values > d))
