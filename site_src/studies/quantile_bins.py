"""Bins cut at the quantiles of a reference sample: then the law of a drift statistic needs no law of the column.

Let the n rows of the reference be independent draws of a continuous law. Its order statistics cut the line into n + 1
parts whose probabilities have a flat Dirichlet law, whichever continuous law it is. Bins are runs of such parts.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import chndtr, ndtr, ndtri

from extrabits._checks import Array
from studies import g_test
from studies.psi import psi

CELLS = 10
RUNS = 400_000
REFERENCE = 10_000
SHIFT = 0.2  # of a standard deviation


def edges(reference: ArrayLike, cells: int = CELLS) -> Array:
    """The rows of the reference at which its bins end, each of them in the bin below."""
    rising = np.sort(np.asarray(reference, dtype=float))
    return rising[_ends(len(rising), cells) - 1]


def counts(values: ArrayLike, ends: Array) -> NDArray[np.intp]:
    """How many values lie in each bin; one that is equal to an end belongs to the bin below."""
    return np.bincount(np.searchsorted(ends, values, side="left"), minlength=len(ends) + 1)


def _ends(n: int, cells: int) -> NDArray[np.intp]:
    """How many rows of a reference of n lie at or below each end."""
    return np.ceil(np.arange(1, cells) * n / cells - 1e-9).astype(int)


def _chances(n: int, cells: int, runs: int, rng: np.random.Generator) -> Array:
    """The probabilities of bins cut at the quantiles of n rows, drawn again and again."""
    return rng.dirichlet(np.diff(_ends(n, cells), prepend=0, append=n + 1), size=runs)


def shifted(chances: Array, shift: float) -> Array:
    """What the probabilities of bins become when a standard normal column moves up by the shift."""
    ends = ndtri(np.clip(chances.cumsum(axis=-1)[..., :-1], 0, 1))
    return np.diff(ndtr(ends - shift), prepend=0, append=1, axis=-1)


@cache
def simulated(
    n: int,
    m: int,
    shift: float = 0,
    seed: int = 0,
    statistic: Callable[..., Array] = psi,
    cells: int = CELLS,
    runs: int = RUNS,
) -> Array:
    """The PSI of m rows against a reference of n, again and again, each time with a new reference."""
    rng = np.random.default_rng(seed)
    chances = shifted(_chances(n, cells, runs, rng), shift)
    today = rng.multinomial(m, chances / chances.sum(axis=-1, keepdims=True))
    return statistic(np.diff(_ends(n, cells), prepend=0, append=n), today)


def threshold(chance: float, m: int, n: int = REFERENCE) -> float:
    """What the PSI exceeds with this probability where nothing has changed; infinite if a cell is empty more often."""
    return float(np.quantile(simulated(n, m), 1 - chance, method="inverted_cdf"))


def rings(limit: float, m: int, shift: float = 0, n: int = REFERENCE, seed: int = 1) -> float:
    """The share of windows of m rows whose PSI exceeds a limit; other windows than those that set the threshold."""
    return float(np.mean(simulated(n, m, shift, seed) > limit))


def chance_of(value: float, n: int, m: int) -> float:
    """The share of windows without a change whose PSI is at least this."""
    return float(np.mean(simulated(n, m) >= value))


def seen(cells: int, m: int, chance: float = 0.01, runs: int = 100_000) -> float:
    """The share of windows with the shift whose PSI in so many bins exceeds what chance exceeds so often."""
    quiet, moved = (
        simulated(REFERENCE, m, shift, seed, cells=cells, runs=runs) for seed, shift in enumerate((0, SHIFT))
    )
    return float(np.mean(moved > np.quantile(quiet, 1 - chance, method="inverted_cdf")))


def rate_of_reference(below: float, m: int, n: int = REFERENCE, chance: float = 0.01) -> float:
    """How often the windows without a change of one reference pass the limit that all references pass with a chance.

    This share of references rings less often. By chi-square: the reference is away from the law, and stays so.
    """
    degrees = CELLS - 1
    away = m / n * g_test.quantile(1 - below, degrees)
    return float(1 - chndtr((1 + m / n) * g_test.quantile(chance, degrees), degrees, away))
