"""Preferences between three answers, drawn from the Bradley–Terry law of their rewards, and policies that DPO fits."""

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from studies.k_estimators import REFERENCE
from studies.leashed_policies import BETA, REWARD

Array = NDArray[np.float64]

PAIRS = tuple(combinations(range(3), 2))
STEPS, RATE = 5000, 4.0


def drawn(times: int, seed: int = 0) -> Array:
    """How often each answer (row) won against each other one (column), each pair asked so many times."""
    rng = np.random.default_rng(seed)
    wins = np.zeros((3, 3))
    for a, b in PAIRS:
        wins[a, b] = rng.binomial(times, expit(REWARD[a] - REWARD[b]))
        wins[b, a] = times - wins[a, b]
    return wins


def expected() -> Array:
    """The shares instead of counts: what endless preferences say."""
    return np.asarray(expit(np.subtract.outer(REWARD, REWARD)) * (1 - np.eye(3)))


def dpo(wins: Array, beta: float = BETA, steps: int = STEPS) -> Array:
    """The policy after so many steps down the mean of −ln σ(β (log-ratio of the winner − that of the loser))."""
    logits = np.log(REFERENCE)
    for _ in range(steps):
        ratio = logits - np.log(REFERENCE)
        lost = wins * expit(-beta * np.subtract.outer(ratio, ratio))  # weight of each winner (row), loser (column)
        logits = logits + RATE * beta * (lost.sum(axis=1) - lost.sum(axis=0)) / wins.sum()
    return np.asarray(softmax(logits))


@cache
def fit(times: int, seed: int = 0) -> Array:
    """The policy fitted to drawn preferences."""
    return dpo(drawn(times, seed))


@cache
def one_pair() -> Array:
    """The policy fitted to endless preferences between the first two answers; the third was never shown."""
    seen = np.zeros((3, 3))
    seen[:2, :2] = 1
    return dpo(expected() * seen)


@cache
def unanimous(beta: float, steps: int) -> Array:
    """The policy after so many steps when the first answer won every time against the second."""
    wins = np.zeros((3, 3))
    wins[0, 1] = 1
    return dpo(wins, beta, steps)
