"""Tests on n independent draws that say p or q, wrong with probability α under p and β under q.

A test may toss coins of its own. Then one more draw never hurts, so the draws that are enough have a fewest, and from
there on all numbers of draws are enough. That fails for a rule on the number of heads alone, which comes in steps.
"""

from bisect import bisect_left
from collections.abc import Callable
from math import ceil, log, sqrt

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import bdtr, bdtrc, ndtr, ndtri

from studies import binomials, coins
from studies.binomials import Law
from studies.coins import BELIEF, FAIR

ERROR = 0.05


def floor(alpha: float, beta: float) -> float:
    """n times D below which no test between any two laws has these two errors."""
    return coins.divergence(1 - alpha, beta)


def gaussian_rule(alpha: float, beta: float) -> float:
    """n times D at which a test between Gaussians of one variance has these two errors."""
    return float((ndtri(alpha) + ndtri(beta)) ** 2 / 2)


def gaussian_error(nd: float) -> float:
    """The error of either kind of the even-handed test between Gaussians of one variance, at n times D."""
    return float(ndtr(-sqrt(nd / 2)))


def stein_rule(beta: float) -> int:
    """The tosses after which exp(−nD) is at most this error."""
    return ceil(log(1 / beta) / coins.divergence())


def log_ratio_sd(a: float = FAIR, b: float = BELIEF) -> float:
    """The standard deviation, in nats, of the evidence of one toss of coin a."""
    return sqrt(a * (1 - a)) * abs(log(a / b) - log((1 - a) / (1 - b)))


def strassen_rule(alpha: float, beta: float) -> int:
    """The tosses after which exp(−nD + z_α σ √n) / √n is at most this error, where z_α is the Gaussian quantile."""

    def exponent(n: float) -> float:
        return n * coins.divergence() + float(ndtri(alpha)) * log_ratio_sd() * sqrt(n) + log(n) / 2

    return ceil(float(brentq(lambda n: exponent(n) - log(1 / beta), 1, 1e6)))


def chernoff_information(a: float = FAIR, b: float = BELIEF) -> float:
    """max over 0 ≤ λ ≤ 1 of −ln Σ p^λ q^(1−λ) for two coins."""

    def log_sum(weight: float) -> float:
        return log(a**weight * b ** (1 - weight) + (1 - a) ** weight * (1 - b) ** (1 - weight))

    return -float(minimize_scalar(log_sum, bounds=(0, 1), method="bounded", options={"xatol": 1e-10}).fun)


def chernoff_rule(alpha: float, beta: float) -> int:
    """The tosses from which on the likelihood ratio keeps to both errors, by Chernoff's bound."""
    return ceil(log(1 / min(alpha, beta)) / chernoff_information())


def least_missed(p: Law, q: Law, alpha: float) -> float:
    """The least β of a test that sees one outcome, of law p or q, and errs with probability α under p.

    By the lemma of Neyman and Pearson it says q where q/p is large, and tosses a coin at the border.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        order = np.argsort(-np.where(p > 0, q / p, np.inf), kind="stable")
    spent = np.cumsum(p[order])
    border = int(np.searchsorted(spent, alpha, side="right"))
    if border == len(order):
        return 0.0
    kept = (spent[border] - alpha) / p[order][border]
    return float(q[order][border + 1 :].sum() + kept * q[order][border])


def missed(n: int, alpha: float = ERROR, a: float = FAIR, b: float = BELIEF) -> float:
    """The least chance to take coin b for coin a after n tosses, where a is missed with probability α."""
    return least_missed(binomials.law(n, a), binomials.law(n, b), alpha)


def fewest(missed: Callable[[int], float], beta: float = ERROR) -> int:
    """The fewest draws after which q is missed with at most this probability; it must fall with each draw."""
    enough = 1
    while missed(enough) > beta:
        enough *= 2
    return bisect_left(range(enough + 1), True, lo=1, key=lambda n: missed(n) <= beta)


def tosses(alpha: float, beta: float, a: float = FAIR, b: float = BELIEF) -> int:
    """The fewest tosses after which some test tells two coins apart with these errors."""
    return fewest(lambda n: missed(n, alpha, a, b), beta)


def enough_by_count(n: int, alpha: float, beta: float) -> bool:
    """Whether some rule "say q from so many heads on" keeps to both errors."""
    heads = np.arange(n + 1.0)
    return bool(((bdtrc(heads, n, FAIR) <= alpha) & (bdtr(heads, n, BELIEF) <= beta)).any())


def first_by_count(alpha: float, beta: float) -> int:
    """The smallest number of tosses that is enough for a rule on the number of heads."""
    return next(n for n in range(1, chernoff_rule(alpha, beta) + 1) if enough_by_count(n, alpha, beta))


def last_by_count(alpha: float, beta: float) -> int:
    """The largest number of tosses that is not: beyond Chernoff's number all are enough."""
    known = range(chernoff_rule(alpha, beta), 0, -1)
    return next(n for n in known if not enough_by_count(n, alpha, beta))


def even_error(n: int) -> float:
    """The least chance of a wrong verdict after n tosses when both coins are equally likely beforehand."""
    return float(np.minimum(binomials.law(n, FAIR), binomials.law(n, BELIEF)).sum() / 2)
