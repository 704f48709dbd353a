"""A year of weekly windows against one reference, drawn from a stated law; the column moves in the middle of it."""

from functools import cache

import numpy as np

from extrabits._checks import Array
from studies.psi import psi
from studies.quantile_bins import REFERENCE, SHIFT, counts, edges

WEEKS = 52
BEGINS = 27  # the first week with the shift


@cache
def weekly(rows: int, seed: int = 0) -> Array:
    """The PSI of each week: so many rows of a standard normal column, which is moved up from one week on."""
    rng = np.random.default_rng(seed)
    reference = rng.normal(size=REFERENCE)
    ends = edges(reference)
    weeks = rng.normal(size=(WEEKS, rows)) + SHIFT * (np.arange(WEEKS)[:, None] + 1 >= BEGINS)
    return psi(counts(reference, ends), np.array([counts(week, ends) for week in weeks]))


def alarms(rows: int, limit: float, seed: int = 0) -> tuple[int, int]:
    """In how many weeks the PSI exceeds the limit, before the shift and from then on."""
    rung = weekly(rows, seed) > limit
    return int(rung[: BEGINS - 1].sum()), int(rung[BEGINS - 1 :].sum())
