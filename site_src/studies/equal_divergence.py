"""Pairs of laws with one D(p‖q), and how they differ in all the rest."""

from collections.abc import Callable, Iterator
from math import e, expm1, log, sqrt
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq
from scipy.special import gammainc, gammaincinv, ndtr, ndtri

from extrabits import Bernoulli, Normal, Poisson, kl_divergence, total_variation
from extrabits.families import Family
from studies import coins
from studies.binomials import Law
from studies.telling_apart import ERROR, fewest, least_missed, tosses
from studies.total_variation import gaussian

D = 0.03
RARE, RARER = 0.01, 0.0005


class Pair(NamedTuple):
    """Truth and belief, D(q‖p), their total variation, and the draws that tell them apart with 5 % of either error."""

    p: Family
    q: Family
    other_direction: float
    total_variation: float
    draws: int


def likelier_coin() -> float:
    """The belief above 1 % at this divergence from a coin with 1 % heads."""
    return float(brentq(lambda b: coins.divergence(RARE, b) - D, RARE, 0.5))


def all_but_impossible_coin() -> float:
    """The belief below 0.05 % at this divergence from a coin with 0.05 % heads."""
    return float(10 ** brentq(lambda exponent: coins.divergence(RARER, 10**exponent) - D, -60, -4, xtol=1e-13))


def wider_sd() -> float:
    """The standard deviation above 1 of the belief at this divergence from N(0, 1)."""
    return float(brentq(lambda sd: kl_divergence(Normal(0, 1), Normal(0, sd), base=e) - D, 1, 3))


def busier_rate() -> float:
    """The rate above 1 of the belief at this divergence from the Poisson law of rate 1."""
    return float(brentq(lambda rate: kl_divergence(Poisson(1), Poisson(rate), base=e) - D, 1, 3))


def pairs() -> Iterator[Pair]:
    """Coins, counts, and Gaussians."""
    beliefs = {0.5: coins.belief_at(D), RARE: likelier_coin(), 0.0: -expm1(-D), RARER: all_but_impossible_coin()}
    for a, b in beliefs.items():
        yield _pair(Bernoulli(a), Bernoulli(b), abs(a - b), tosses(ERROR, ERROR, a, b))
    rate, shift, sd = busier_rate(), sqrt(2 * D), wider_sd()
    yield _pair(Poisson(1), Poisson(rate), float(total_variation(*_counts(1, rate))), fewest(_missed_events(rate)))
    yield _pair(Normal(0, 1), Normal(shift, 1), gaussian(D), fewest(_missed_shift(shift)))
    crossing = sqrt(2 * log(sd) / (1 - sd**-2))
    variation = float(2 * (ndtr(crossing) - ndtr(crossing / sd)))
    yield _pair(Normal(0, 1), Normal(0, sd), variation, fewest(_missed_spread(sd)))


def _pair(p: Family, q: Family, variation: float, draws: int) -> Pair:
    return Pair(p, q, float(kl_divergence(q, p, base=e)), variation, draws)


def _counts(n: int, rate: float) -> tuple[Law, Law]:
    """The laws of the number of events, as arrays, in n spans under p and under q."""
    events = np.arange(4 * n + 60)
    p, q = (np.asarray(np.exp(Poisson(mean).log_density(events))) for mean in (n, n * rate))
    return p, q


def _missed_events(rate: float) -> Callable[[int], float]:
    return lambda n: least_missed(*_counts(n, rate), ERROR)


def _missed_shift(shift: float) -> Callable[[int], float]:
    """The test looks at the mean, which is Gaussian."""
    return lambda n: float(ndtr(-ndtri(ERROR) - shift * sqrt(n)))


def _missed_spread(sd: float) -> Callable[[int], float]:
    """The test looks at the sum of squares, which is chi-square up to its scale."""
    return lambda n: float(gammainc(n / 2, gammaincinv(n / 2, 1 - ERROR) / sd**2))
