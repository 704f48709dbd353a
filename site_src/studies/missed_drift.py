"""The chance that a G-test of one window against a known law misses a change, exactly, by listing all tables."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, rel_entr

from extrabits._checks import Array
from studies import g_test
from studies.telling_apart import least_missed

BEFORE = np.array([0.80, 0.15, 0.05])
AFTER = np.array([0.60, 0.25, 0.15])
ERROR = 0.05


def _tables(n: int) -> Array:
    """All ways to put n rows into three cells."""
    first, second = (grid.ravel() for grid in np.mgrid[: n + 1, : n + 1])
    fits = first + second <= n
    return np.stack([first[fits], second[fits], n - first[fits] - second[fits]], axis=-1).astype(float)


@cache
def missed(n: int) -> tuple[float, float]:
    """How often the G-test of 5 % misses the change, and how often the best test of the two laws does."""
    tables = _tables(n)
    ways = gammaln(n + 1) - gammaln(tables + 1).sum(axis=-1)
    before, after = (np.exp(ways + tables @ np.log(law)) for law in (BEFORE, AFTER))
    return float(after[_quiet(tables)].sum()), least_missed(before, after, ERROR)


def rung_by_chance(n: int) -> float:
    """How often the G-test rings before the change: chi-square's limit is right for many rows alone."""
    tables = _tables(n)
    ways = gammaln(n + 1) - gammaln(tables + 1).sum(axis=-1)
    return float(np.exp(ways + tables @ np.log(BEFORE))[~_quiet(tables)].sum())


def _quiet(tables: Array) -> NDArray[np.bool_]:
    n = tables[0].sum()
    return np.asarray(2 * rel_entr(tables, n * BEFORE).sum(axis=-1) <= g_test.quantile(ERROR, len(BEFORE) - 1))


def slope(n: int) -> tuple[float, float]:
    """How fast the logarithm of either chance falls with a row, in nats, on the way from n rows to twice as many."""
    falls = np.log(missed(n)) - np.log(missed(2 * n))
    return float(falls[0] / n), float(falls[1] / n)
