"""Tosses of a coin: Bayes factors for one of unknown share against a fair one, beside the p-value of the fair one."""

from math import exp, log, sqrt

from scipy.special import bdtrc, betaln, ndtr, xlogy

ALMOST = 0.05


def two_sided(heads: int, tosses: int) -> float:
    """The chance that a fair coin is at least so far from one half as these heads, more than half of the tosses."""
    return float(2 * bdtrc(heads - 1, tosses, 1 / 2))


def almost_significant(tosses: int) -> int:
    """The most heads whose p-value is still above 5 %."""
    heads = tosses // 2 + 1
    while two_sided(heads + 1, tosses) > ALMOST:
        heads += 1
    return heads


def factor(heads: int, tosses: int, a: float) -> float:
    """For a coin whose share is drawn from Beta(a, a), against the fair coin."""
    return exp(float(betaln(heads + a, tosses - heads + a) - betaln(a, a)) + tosses * log(2))


def largest(heads: int, tosses: int) -> float:
    """The ratio for the coin with just this share: no prior on shares has a larger factor."""
    share = heads / tosses
    return exp(float(xlogy(heads, share) + xlogy(tosses - heads, 1 - share)) + tosses * log(2))


def flat_mean(mean: float, width: float, observations: int) -> float:
    """For a Gaussian of variance 1 with a mean drawn from N(0, width²), against mean 0, by the mean observed."""
    ratio = observations * width**2
    return float(1 / sqrt(1 + ratio) * exp(observations * mean**2 / 2 * ratio / (1 + ratio)))


def two_sided_mean(mean: float, observations: int) -> float:
    """The p-value of the mean observed, if the true one is 0."""
    return float(2 * ndtr(-abs(mean) * sqrt(observations)))
