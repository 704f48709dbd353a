"""Tests on n independent draws that say p or q, wrong with probability α under p and β under q."""

from collections.abc import Callable
from itertools import count
from math import ceil, log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import bdtr, bdtrc, ndtr, ndtri

from studies import binomials, coins
from studies.coins import BELIEF, FAIR

Law = NDArray[np.float64]
Errors = Callable[[int], tuple[Law, Law]]
"""P(T > t) under p and P(T ≤ t) under q for the thresholds t of a test on n draws that says q where T > t."""

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


def chernoff_information(a: float = FAIR, b: float = BELIEF) -> float:
    """max over 0 ≤ λ ≤ 1 of −ln Σ p^λ q^(1−λ) for two coins."""

    def log_sum(weight: float) -> float:
        return log(a**weight * b ** (1 - weight) + (1 - a) ** weight * (1 - b) ** (1 - weight))

    return -float(minimize_scalar(log_sum, bounds=(0, 1), method="bounded", options={"xatol": 1e-10}).fun)


def tosses(alpha: float, beta: float) -> int:
    """The fewest tosses after which some count of heads tells the fair coin from the belief with these errors."""
    return needed(coin_errors(FAIR, BELIEF), alpha, beta)


def needed(errors: Errors, alpha: float = ERROR, beta: float = ERROR) -> int:
    """The smallest number of draws at which some threshold keeps to both errors."""

    def enough(n: int) -> bool:
        under_p, under_q = errors(n)
        return bool(((under_p <= alpha) & (under_q <= beta)).any())

    return next(n for n in count(1) if enough(n))


def coin_errors(a: float, b: float) -> Errors:
    """The errors of every threshold on the number of heads."""
    return lambda n: (bdtrc(np.arange(n + 1.0), n, a), bdtr(np.arange(n + 1.0), n, b))


def missed(n: int) -> float:
    """The least chance to take the belief for the fair coin, where the fair coin is missed 5 % of the time."""
    under_p, under_q = binomials.law(n, FAIR), binomials.law(n, BELIEF)
    above = 1 - np.cumsum(under_p)
    k = int(np.argmax(above <= ERROR))
    share = (ERROR - above[k]) / under_p[k]  # at k heads a further coin decides
    return float(under_q[:k].sum() + (1 - share) * under_q[k])


def even_error(n: int) -> float:
    """The least chance of a wrong verdict after n tosses when both coins are equally likely beforehand."""
    return float(np.minimum(binomials.law(n, FAIR), binomials.law(n, BELIEF)).sum() / 2)
