"""Wald's test between two Beta laws, run many times: how often it errs, and how many draws it takes."""

from functools import cache
from math import e, log
from typing import NamedTuple

import numpy as np

from extrabits import Beta, kl_divergence
from extrabits._checks import Array
from studies import two_betas
from studies.telling_apart import floor
from studies.two_betas import NARROW, WIDE

RUNS = 100_000
SEEDS = {NARROW: 1, WIDE: 2}


class Runs(NamedTuple):
    """The draws that each run took, and ln of the likelihood ratio, narrow to wide, when it stopped."""

    draws: Array
    evidence: Array


class Errors(NamedTuple):
    """How often the test says wide under the narrow law, and narrow under the wide one."""

    alpha: float
    beta: float


def _limits(alpha: float, beta: float) -> tuple[float, float]:
    """The evidence at which the test says narrow, and at which it says wide, when asked for these errors."""
    return log((1 - alpha) / beta), log(alpha / (1 - beta))


@cache
def runs(truth: Beta, alpha: float, beta: float) -> Runs:
    """Of one of the two laws; the test is asked for these errors."""
    upper, lower = _limits(alpha, beta)
    rng = np.random.default_rng(SEEDS[truth])
    draws, evidence, going = np.zeros(RUNS), np.zeros(RUNS), np.arange(RUNS)
    while len(going):
        evidence[going] += two_betas.log_ratio(truth.sample(rng, (len(going),)))
        draws[going] += 1
        going = going[(lower < evidence[going]) & (evidence[going] < upper)]
    return Runs(draws, evidence)


def errors(alpha: float, beta: float) -> Errors:
    """Each from the runs under the *other* law, weighed by the likelihood ratio: small errors are seen well so."""
    upper, lower = _limits(alpha, beta)
    ours, theirs = runs(NARROW, alpha, beta).evidence, runs(WIDE, alpha, beta).evidence
    return Errors(
        float(np.where(theirs <= lower, np.exp(theirs), 0).mean()),
        float(np.where(ours >= upper, np.exp(-ours), 0).mean()),
    )


def mean_draws(truth: Beta, alpha: float, beta: float) -> float:
    """Over the runs."""
    return float(runs(truth, alpha, beta).draws.mean())


def walds_number(truth: Beta, alpha: float, beta: float) -> float:
    """The mean number of draws, were the test to stop right at its limits and to have the errors asked for."""
    return _of_verdict(truth, Errors(alpha, beta)) / _divergence(truth)


def least_number(truth: Beta, alpha: float, beta: float) -> float:
    """The mean number of draws below which no test has the errors that this one has."""
    return _of_verdict(truth, errors(alpha, beta)) / _divergence(truth)


def most_number(alpha: float, beta: float) -> float:
    """A bound on the mean number of draws under the narrow law, for which no draw brings more than so much evidence."""
    upper, lower = _limits(alpha, beta)
    wrong = errors(alpha, beta).alpha
    return ((1 - wrong) * (upper + log(two_betas.largest_ratio())) + wrong * lower) / _divergence(NARROW)


def _of_verdict(truth: Beta, made: Errors) -> float:
    """The divergence between the verdicts under the two laws, from this one."""
    return floor(made.alpha, made.beta) if truth == NARROW else floor(made.beta, made.alpha)


def _divergence(truth: Beta) -> float:
    return float(kl_divergence(truth, WIDE if truth == NARROW else NARROW, base=e))
