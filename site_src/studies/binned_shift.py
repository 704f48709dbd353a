"""A normal column that moves or spreads, seen in bins: the PSI of the laws themselves, and what a test makes of it."""

import numpy as np
from scipy.special import chndtr, ndtr, ndtri

from extrabits._checks import Array
from studies import g_test
from studies.psi import noise, psi
from studies.quantile_bins import SHIFT

WIDEST = 4.0  # equal widths reach so many standard deviations, and the outer bins on to infinity
SPREAD = 1.15


def quantile_ends(cells: int) -> Array:
    """Bins that are equally likely before the change."""
    return np.asarray(ndtri(np.arange(1, cells) / cells))


def equal_ends(cells: int) -> Array:
    """Bins of equal width."""
    return np.linspace(-WIDEST, WIDEST, cells + 1)[1:-1]


def equal_ends_of_exponential(cells: int) -> Array:
    """Bins of equal width for the exponential of the column, up to the same place; their ends on the column's scale."""
    return np.log(np.linspace(0, np.exp(WIDEST), cells + 1)[1:-1])


def index(ends: Array, shift: float = SHIFT, spread: float = 1) -> float:
    """The PSI of N(0, 1) and N(shift, spread²) in bins with these ends."""
    laws = (np.diff(ndtr(x), prepend=0, append=1) for x in (ends, (ends - shift) / spread))
    return float(psi(*laws))


def power(value: float, cells: int, n: int, m: int, chance: float = 0.01) -> float:
    """How often a test that errs with this chance sees a change of this small PSI, by non-central chi-square."""
    degrees = cells - 1
    return float(1 - chndtr(g_test.quantile(chance, degrees), degrees, value / noise(n, m)))
