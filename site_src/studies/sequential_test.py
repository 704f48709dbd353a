"""Wald's test: toss until the odds between the fair coin and the belief are long enough, one way or the other."""

from functools import cache
from math import log
from typing import NamedTuple

import numpy as np

from studies import coins, telling_apart
from studies.binomials import Law
from studies.coins import BELIEF, FAIR
from studies.odds import evidence
from studies.telling_apart import ERROR

NEGLIGIBLE = 1e-12


class Outcome(NamedTuple):
    """The share of runs that go on after 0, 1, 2 … tosses, and how often the test names the wrong coin."""

    undecided: Law
    wrong: float

    @property
    def mean_tosses(self) -> float:
        """The sum of these shares."""
        return float(self.undecided.sum())


@cache
def outcome(heads: float = FAIR, alpha: float = ERROR, beta: float = ERROR) -> Outcome:
    """What the test does with this coin: exact, by following the law of the number of heads.

    It says fair at odds of 1 − α to β, and the other coin at odds of 1 − β to α against.
    """
    fair_from, belief_from = log((1 - alpha) / beta), -log((1 - beta) / alpha)
    going, shares, fair = np.array([1.0]), [1.0], 0.0
    while shares[-1] > NEGLIGIBLE:
        going = np.append(going * (1 - heads), 0) + np.insert(going * heads, 0, 0)
        so_far = evidence(len(going) - 1)
        fair += going[so_far >= fair_from].sum()
        going[(so_far >= fair_from) | (so_far <= belief_from)] = 0
        shares.append(float(going.sum()))
    return Outcome(np.array(shares), float(1 - fair if heads == FAIR else fair))


def floor() -> float:
    """The mean number of tosses below which no test of the fair coin has both errors of this one."""
    return telling_apart.floor(outcome().wrong, outcome(BELIEF).wrong) / coins.divergence()
