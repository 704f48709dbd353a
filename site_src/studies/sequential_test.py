"""Wald's test: toss until the odds between the fair coin and the belief reach 19 to 1 either way."""

from functools import cache
from math import log
from typing import NamedTuple

import numpy as np

from studies import coins, telling_apart
from studies.coins import BELIEF, FAIR
from studies.odds import evidence
from studies.telling_apart import ERROR


class Outcome(NamedTuple):
    """The mean number of tosses, and how often the test names the wrong coin."""

    mean_tosses: float
    wrong: float


@cache
def outcome(heads: float = FAIR) -> Outcome:
    """What the test does with this coin: exact, by following the law of the number of heads."""
    limit = log((1 - ERROR) / ERROR)
    undecided, mean, fair = np.array([1.0]), 0.0, 0.0
    n = 0
    while undecided.sum() > 1e-12:
        mean += undecided.sum()
        n += 1
        undecided = np.append(undecided * (1 - heads), 0) + np.insert(undecided * heads, 0, 0)
        fair += undecided[evidence(n) >= limit].sum()
        undecided[np.abs(evidence(n)) >= limit] = 0
    return Outcome(float(mean), float(1 - fair if heads == FAIR else fair))


def floor() -> float:
    """The mean number of tosses below which no test of the fair coin has both errors of this one."""
    return telling_apart.floor(outcome().wrong, outcome(BELIEF).wrong) / coins.divergence()
