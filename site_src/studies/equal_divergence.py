"""Six pairs of laws with one D(p‖q), and how they differ in all the rest."""

from collections.abc import Iterator
from math import e, expm1, log, sqrt
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq
from scipy.special import gammainc, gammaincinv, ndtr, ndtri, pdtr, pdtrc

from extrabits import Bernoulli, Normal, Poisson, kl_divergence, total_variation
from extrabits.families import Family
from studies import coins
from studies.telling_apart import ERROR, Errors, coin_errors, needed
from studies.total_variation import gaussian

D = 0.03


class Pair(NamedTuple):
    """Truth and belief, D(q‖p), their total variation, and the draws that tell them apart with 5 % of either error."""

    p: Family
    q: Family
    other_direction: float
    total_variation: float
    draws: int


def rare_coin() -> float:
    """The belief above 1 % at this divergence from a coin with 1 % heads."""
    return float(brentq(lambda b: coins.divergence(0.01, b) - D, 0.01, 0.5))


def wider_sd() -> float:
    """The standard deviation above 1 of the belief at this divergence from N(0, 1)."""
    return float(brentq(lambda sd: kl_divergence(Normal(0, 1), Normal(0, sd), base=e) - D, 1, 3))


def busier_rate() -> float:
    """The rate above 1 of the belief at this divergence from the Poisson law of rate 1."""
    return float(brentq(lambda rate: kl_divergence(Poisson(1), Poisson(rate), base=e) - D, 1, 3))


def pairs() -> Iterator[Pair]:
    """Coins, counts, and Gaussians."""
    for a, b in ((0.5, coins.belief_at(D)), (0.01, rare_coin()), (0.0, -expm1(-D))):
        yield _pair(Bernoulli(a), Bernoulli(b), abs(a - b), coin_errors(a, b))
    rate, shift, sd = busier_rate(), sqrt(2 * D), wider_sd()
    few, more = (np.exp(Poisson(r).log_density(np.arange(60))) for r in (1, rate))
    yield _pair(
        Poisson(1),
        Poisson(rate),
        float(total_variation(few, more)),
        lambda n: (pdtrc(np.arange(4 * n + 20), n), pdtr(np.arange(4 * n + 20), n * rate)),
    )
    yield _pair(
        Normal(0, 1),
        Normal(shift, 1),
        gaussian(D),
        lambda n: (np.array([ERROR]), ndtr(np.array([-ndtri(ERROR) - shift * sqrt(n)]))),
    )
    crossing = sqrt(2 * log(sd) / (1 - sd**-2))
    yield _pair(
        Normal(0, 1),
        Normal(0, sd),
        float(2 * (ndtr(crossing) - ndtr(crossing / sd))),
        lambda n: (np.array([ERROR]), gammainc(n / 2, np.array([gammaincinv(n / 2, 1 - ERROR)]) / sd**2)),
    )


def _pair(p: Family, q: Family, variation: float, errors: Errors) -> Pair:
    return Pair(p, q, float(kl_divergence(q, p, base=e)), variation, needed(errors))
