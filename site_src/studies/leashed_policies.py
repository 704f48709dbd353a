"""Three answers, a reference policy, a reward: where a KL penalty ends, and other ways to use the reward; in nats."""

from functools import cache
from math import e

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import logsumexp, softmax

from extrabits import k1, k3, kl_divergence
from studies.k_estimators import REFERENCE, mean_gradient

Array = NDArray[np.float64]

REWARD = np.array([1.0, 0.0, -1.0])
BETA = 0.5
STEP = 0.2  # of a gradient ascent in the logits


def optimum(beta: float = BETA) -> Array:
    """The policy with the largest mean reward less β times its divergence from the reference."""
    return np.asarray(softmax(np.log(REFERENCE) + REWARD / beta))


def value(beta: float = BETA) -> float:
    """β ln Z, the largest mean reward less β times the divergence."""
    return float(beta * logsumexp(REWARD / beta, b=REFERENCE))


def reward(policy: Array) -> float:
    """The mean reward."""
    return float(policy @ REWARD)


def distance(policy: Array) -> float:
    """D(policy‖reference)."""
    return float(kl_divergence(policy, REFERENCE, base=e))


def frontier(nats: float) -> float:
    """The largest mean reward of all policies no farther than this from the reference."""
    tilt = brentq(lambda t: distance(softmax(np.log(REFERENCE) + t * REWARD)) - nats, 0, 50, xtol=1e-13)
    return reward(softmax(np.log(REFERENCE) + tilt * REWARD))


def best_of(n: int) -> Array:
    """The law of the best of n answers of the reference."""
    from_worst = np.argsort(REWARD)
    up_to = np.cumsum(REFERENCE[from_worst]) ** n
    law = np.empty(len(REWARD))
    law[from_worst] = np.diff(up_to, prepend=0)
    return law


def bound(n: float) -> float:
    """ln n − (n − 1)/n, the most that the best of n answers can be away from the reference."""
    return float(np.log(n) - (n - 1) / n)


def held_by_k3(beta: float = BETA) -> Array:
    """The policy with the largest mean reward less β D(reference‖policy): the reference times β / (λ − reward)."""

    def surplus(multiplier: float) -> float:
        return float((REFERENCE * beta / (multiplier - REWARD)).sum() - 1)

    best = REWARD.max()
    # At the left end the best answer alone has 1 already; at the right end all together have at most 1.
    multiplier = brentq(surplus, best + beta * REFERENCE[REWARD.argmax()], best + beta, xtol=1e-15)
    return np.asarray(REFERENCE * beta / (multiplier - REWARD))


@cache
def climbed(estimator: str, steps: int) -> Array:
    """The policy after so many steps up the mean reward less β times the estimator as a loss, from the reference."""
    logits = np.log(REFERENCE)
    for _ in range(steps):
        policy = softmax(logits)
        for_reward = policy * (REWARD - policy @ REWARD)
        logits = logits + STEP * (for_reward - BETA * mean_gradient(estimator, policy, REFERENCE))
    return np.asarray(softmax(logits))


def deviations(policy: Array) -> tuple[float, float]:
    """The standard deviations of k1 and of k3 for one answer of the policy."""
    log_ratio = np.log(REFERENCE / policy)
    return _deviation(policy, k1(log_ratio)), _deviation(policy, k3(log_ratio))


def crossing() -> float:
    """The divergence from the reference at which, along the optima, k3 begins to scatter more than k1."""

    def excess(beta: float) -> float:
        one, three = deviations(optimum(beta))
        return three - one

    return distance(optimum(brentq(excess, 0.4, 1, xtol=1e-14)))


def of_tokens(policy: Array, tokens: int) -> tuple[float, float, float]:
    """For an answer of so many tokens, each one of our three: the deviations of the sums of k1 and of k3 over the
    tokens, and that of one k3 for the whole answer."""
    one, three = deviations(policy)
    # Of the ratio of the whole answer, r = Π r_t: E r² = (E r_t²)ⁿ, E r ln r = n E (r_t ln r_t), E (ln r)² = …
    ratio = REFERENCE / policy
    back, there = float(REFERENCE @ np.log(ratio)), distance(policy)
    square = float(policy @ ratio**2) ** tokens
    variance = square - 1 - 2 * tokens * back - 2 * tokens * there + tokens * one**2
    return one * tokens**0.5, three * tokens**0.5, variance**0.5


def _deviation(law: Array, values: Array) -> float:
    return float(np.sqrt(law @ (values - law @ values) ** 2))
