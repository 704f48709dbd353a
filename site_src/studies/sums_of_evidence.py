"""How much evidence several draws from one of the two Betas bring for the narrow one, all of them together. In bans."""

from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from extrabits import Beta
from studies import two_betas

Array = NDArray[np.float64]

STEP = 0.002  # bans between two points of the grid
LEAST = -40.0  # so much against the narrow law is never made good again
DRAWS = 200_000


def chance_of_at_least(truth: Beta, draws: int, bans: float = 0) -> float:
    """The probability that so many draws bring at least so much evidence for the narrow law."""
    law = _law_of_sum(truth, draws)
    past = (draws * LEAST - bans) / STEP + np.arange(law.size)  # steps past the mark, whose own point counts half
    return float(law @ np.clip(past + 0.5, 0, 1))


@cache
def _law_of_sum(truth: Beta, draws: int) -> Array:
    law = _law_of_one(truth)
    size = draws * (law.size - 1) + 1
    return np.clip(np.fft.irfft(np.fft.rfft(law, size) ** draws, size), 0, None)  # rounding leaves noise


@cache
def _law_of_one(truth: Beta) -> Array:
    """Draws at evenly spread quantiles; each is shared by its two neighbours on the grid, which keeps the mean."""
    quantiles = betaincinv(truth.a, truth.b, (np.arange(DRAWS) + 0.5) / DRAWS)
    bans = np.maximum(two_betas.log_ratio(quantiles) / log(10), LEAST)
    place, rest = np.divmod((bans - LEAST) / STEP, 1)
    size = int(place.max()) + 2
    law = np.bincount(place.astype(int), 1 - rest, size) + np.bincount(place.astype(int) + 1, rest, size)
    return np.asarray(law / DRAWS)
