"""Sums of evidence a second way: by drawing, and for one draw from the two crossings."""

import math

import numpy as np
import pytest
from scipy.stats import beta

from extrabits import Beta
from studies import sums_of_evidence, two_betas
from studies.two_betas import NARROW, WIDE

LAWS = {NARROW: beta(17, 6), WIDE: beta(3, 3)}
either_law = pytest.mark.parametrize("truth", [NARROW, WIDE], ids=str)


@either_law
@pytest.mark.parametrize(("draws", "bans"), [(2, 1), (3, 0), (5, 0), (5, 1), (10, 1)])
def test_shares_of_many_draws(truth: Beta, draws: int, bans: float) -> None:
    x = LAWS[truth].rvs((200_000, draws), random_state=draws)
    sums = (LAWS[NARROW].logpdf(x) - LAWS[WIDE].logpdf(x)).sum(axis=1) / math.log(10)
    share, counted = sums_of_evidence.chance_of_at_least(truth, draws, bans), np.mean(sums >= bans)
    assert abs(counted - share) < 4 * math.sqrt(share * (1 - share) / len(x)) + 1e-4


@either_law
@pytest.mark.parametrize("bans", [-1, 0, 0.5])
def test_one_draw(truth: Beta, bans: float) -> None:
    low, high = two_betas.crossings(bans * math.log(10))
    within = LAWS[truth].cdf(high) - LAWS[truth].cdf(low)
    assert sums_of_evidence.chance_of_at_least(truth, 1, bans) == pytest.approx(within, abs=1e-5)
