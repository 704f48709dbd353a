"""The odds for the fair coin against the belief after n tosses."""

from math import exp, log

import numpy as np

from studies import binomials
from studies.binomials import Law
from studies.coins import BELIEF, FAIR


def evidence(n: int) -> Law:
    """The logarithm of the odds, by the number of heads."""
    heads = np.arange(n + 1)
    return np.asarray(heads * log(FAIR / BELIEF) + (n - heads) * log((1 - FAIR) / (1 - BELIEF)))


def chance_of(n: int, least: float, heads: float = FAIR) -> float:
    """The probability that n tosses of a coin give at least these odds."""
    return float(binomials.law(n, heads)[evidence(n) >= log(least)].sum())


def quantile(n: int, share: float) -> float:
    """This quantile of the odds after n tosses of the fair coin."""
    rising, law = evidence(n)[::-1], binomials.law(n, FAIR)[::-1]
    return exp(rising[np.searchsorted(np.cumsum(law), share)])
