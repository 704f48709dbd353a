"""Running averages of what a die shows, and the funnel of two standard errors that they close in through."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FACES = np.arange(1, 7)
FAIR = (1 / 6,) * 6
LOADED = (0.1,) * 5 + (0.5,)  # the six comes up every other time


def mean(law: Sequence[float]) -> float:
    """The expectation of the face."""
    return float(FACES @ law)


def sd(law: Sequence[float]) -> float:
    """The standard deviation of the face."""
    return float(np.sqrt((FACES - mean(law)) ** 2 @ law))


def funnel(law: Sequence[float], counts: NDArray[np.int64]) -> tuple[Array, Array]:
    """The averages that lie two standard errors below and above the mean after so many rolls."""
    width = 2 * sd(law) / np.sqrt(counts)
    return mean(law) - width, mean(law) + width


def running_averages(law: Sequence[float], sequences: int, counts: NDArray[np.int64], seed: int) -> Array:
    """The average of the first rolls, for each sequence by rows and each count by columns."""
    rolls = np.random.default_rng(seed).choice(FACES, p=law, size=(sequences, int(counts[-1])))
    return np.asarray(np.cumsum(rolls, axis=1)[:, counts - 1] / counts)


def outside_at(rolls: int) -> float:
    """The probability that the average of so many rolls of a fair die lies outside the funnel, exactly."""
    law = _law_of_sum(rolls)
    sums = np.arange(rolls, 6 * rolls + 1)
    return float(law[~_inside(sums, rolls)].sum())


@cache
def outside_by(rolls: int, first: int = 10) -> float:
    """The probability that the average was outside the funnel at some time from the first look to this one, exactly."""
    inside, least = _law_of_sum(first), first
    for count in range(first, rolls + 1):
        if count > first:
            inside, least = np.convolve(inside, FAIR), least + 1
        sums = least + np.arange(inside.size)
        kept = _inside(sums, count)
        inside, least = inside[kept], int(sums[kept][0])
    return float(1 - inside.sum())


def _law_of_sum(rolls: int) -> Array:
    """The law of the sum of so many rolls of a fair die."""
    size = 5 * rolls + 1
    law = np.fft.irfft(np.fft.rfft(FAIR, size) ** rolls, size)
    return np.clip(law, 0, None)  # rounding leaves noise where nothing is


def _inside(sums: NDArray[np.int64], rolls: int) -> NDArray[np.bool_]:
    return np.asarray(np.abs(sums - rolls * mean(FAIR)) <= 2 * sd(FAIR) * np.sqrt(rolls))
