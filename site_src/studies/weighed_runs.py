"""How often the best test takes the 62 % coin for fair, by tossing: the coin itself, or the fair one, weighed."""

from functools import cache
from math import sqrt
from typing import NamedTuple

import numpy as np

from extrabits._checks import Array
from studies import binomials, neyman_pearson, odds
from studies.coins import BELIEF, FAIR
from studies.telling_apart import ERROR

RUNS = 100_000
SEED = 5


class Estimate(NamedTuple):
    """A mean over runs, and its standard error."""

    mean: float
    error: float


@cache
def says_fair(tosses: int) -> Array:
    """The probability with which the test says fair, by the number of heads; a fair coin is missed 5 % of the time."""
    fair, other = (binomials.law(tosses, heads) for heads in (FAIR, BELIEF))
    # The fewer heads, the larger the ratio. A hit here is to say "other" where it is the other.
    border = neyman_pearson.best_test(other, fair, ERROR)
    ratios = other / fair
    return np.where(ratios > border.ratio, 0.0, np.where(ratios == border.ratio, 1 - border.probability, 1.0))


@cache
def counted(tosses: int) -> int:
    """Of the runs with the 62 % coin, those in which the test says fair."""
    rng = np.random.default_rng(SEED)
    said = says_fair(tosses)[rng.binomial(tosses, BELIEF, RUNS)]
    return int((rng.random(RUNS) < said).sum())


@cache
def weighed(tosses: int) -> Estimate:
    """The same chance from runs with the fair coin, each counted 1/L."""
    heads = np.random.default_rng(SEED).binomial(tosses, FAIR, RUNS)
    values = says_fair(tosses)[heads] * np.exp(-odds.evidence(tosses)[heads])
    return Estimate(float(values.mean()), float(values.std() / sqrt(RUNS)))
