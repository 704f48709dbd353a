"""A recipe that takes two sorted samples for probabilities, step by step as it was printed. In its "bits"."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DRAWS = 10_000


class Result(NamedTuple):
    """What the recipe returns for one pair of samples."""

    total: float
    share_dropped: float

    @property
    def shown(self) -> float:
        """The number that the recipe prints: without the sign."""
        return abs(self.total)


@cache
def sample(mean: float, seed: int = 100) -> Array:
    """Draws from N(mean, 1) in ascending order, the same in every run."""
    rng = np.random.default_rng(seed + round(mean))
    return np.sort(rng.normal(mean, 1, DRAWS))


def recipe(first: float, second: float) -> Result:
    """Σ p log₂(p/q) over the samples from N(first, 1) and N(second, 1), without the terms that are nan."""
    p, q = sample(first), sample(second)
    with np.errstate(invalid="ignore"):  # a third of the ratios is negative, and that is the point
        terms = p * np.log2(p / q)
    return Result(float(np.nansum(terms)), float(np.isnan(terms).mean()))
