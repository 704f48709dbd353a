"""Two samples of one normal law in bins of equal width, of which some are empty: what a floor makes of the PSI."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from studies import g_test
from studies.psi import g_of_two, psi_with_floor, psi_with_half

REFERENCE, TODAY, CELLS = 1000, 150, 10
PAIRS = 1000
MET = {1e-3: 0.15276, 1e-4: 0.17762}  # what two programs of one repository gave for the same data, by their floors


@cache
def tables(seed: int = 0) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Counts of the reference and of today, in bins of equal width over the range of the reference."""
    rng = np.random.default_rng(seed)
    reference, today = rng.normal(size=REFERENCE), rng.normal(size=TODAY)
    edges = np.histogram_bin_edges(reference, CELLS)
    edges[[0, -1]] = -np.inf, np.inf
    first, second = (np.histogram(sample, edges)[0] for sample in (reference, today))
    return first, second


def ringing(floor: float, limit: float = 0.1) -> float:
    """The share of many such pairs whose PSI exceeds a limit, with this share in empty cells."""
    return float(np.mean([psi_with_floor(*tables(seed), floor) > limit for seed in range(PAIRS)]))


def ringing_with_half(limit: float = 0.1) -> float:
    """The same with half a row more in every cell."""
    return float(np.mean([psi_with_half(*tables(seed)) > limit for seed in range(PAIRS)]))


def ringing_g(chance: float = 0.05) -> float:
    """The share of them whose G of two samples exceeds the point that chi-square exceeds with this chance."""
    limit = g_test.quantile(chance, CELLS - 1)
    return float(np.mean([g_of_two(*tables(seed)) > limit for seed in range(PAIRS)]))


def share_met() -> float:
    """The share of the other sample that must be in the one empty cell, for two programs to differ by what was met."""
    high, low = MET

    def difference(share: float) -> float:
        added = [(share - floor) * np.log(share / floor) for floor in (low, high)]
        return float(added[0] - added[1] - (MET[low] - MET[high]))

    return float(brentq(difference, 2e-3, 0.5))
