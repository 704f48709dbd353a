"""Entropy and divergence of counts from equally likely letters, where all one sees is chance; exactly, in nats."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import comb, xlogy
from scipy.stats import binom

Array = NDArray[np.float64]


def plugin_mean(letters: int, draws: int) -> float:
    """The mean of the plug-in entropy."""
    count = np.arange(draws + 1)
    return -letters * float(binom.pmf(count, draws, 1 / letters) @ xlogy(count / draws, count / draws))


def plugin_bias_first_order(letters: int, draws: int) -> float:
    """How far that is below the entropy, to first order in 1/n."""
    return (letters - 1) / (2 * draws)


def miller_madow_mean(letters: int, draws: int) -> float:
    """The mean of the plug-in entropy + (letters seen − 1)/(2n)."""
    seen = letters * (1 - (1 - 1 / letters) ** draws)
    return plugin_mean(letters, draws) + (seen - 1) / (2 * draws)


def infinite_share(letters: int, draws: int) -> float:
    """How often D of one sample from another is infinite: a letter came up in the first and not in the second."""
    # All of the first sample falls among the letters that the second has.
    share = np.arange(1, letters + 1) / letters
    return float(_seen(letters, draws) @ (1 - share**draws))


def divergence_mean(letters: int, draws: int) -> float:
    """The mean of D of one sample from another of the same size and law, over the pairs for which it is finite."""
    number = np.arange(1, letters + 1)
    weight = _seen(letters, draws) * (number / letters) ** draws
    kept = weight > 1e-15 * weight.max()
    means = [-plugin_mean(m, draws) - _mean_log_share(int(m), draws) for m in number[kept]]
    return float(weight[kept] @ means / weight.sum())


def _seen(letters: int, draws: int) -> Array:
    """With which probability so many of the letters come up, from 1 to all of them."""
    number = np.arange(1, letters + 1)
    return np.asarray(comb(letters, number) * (number / letters) ** draws * [_all_met(m, draws)[draws] for m in number])


def _mean_log_share(letters: int, draws: int) -> float:
    """The mean of ln(count/n) of one letter, given that each of them came up."""
    count = np.arange(1, draws + 1)
    rest = _all_met(letters - 1, draws)[draws - count]
    weight = binom.pmf(count, draws, 1 / letters) * rest
    return float(weight @ np.log(count / draws) / weight.sum())


@cache
def _all_met(letters: int, draws: int) -> Array:
    """With which probability 0, 1, 2 … draws meet each of the letters."""
    if letters == 0:
        return np.asarray(np.eye(1, draws + 1)[0])
    others = ((letters - 1) / letters) ** np.arange(draws)
    # The last draw adds nothing, or is the first of its letter and the others have met the rest.
    return np.concatenate(([0.0], np.cumsum(_all_met(letters - 1, draws)[:-1] * others)))
