"""The sums by hand."""

import math

import pytest

from studies import ways_out_of_zero as study
from studies.weldon_dice import DICE


@pytest.mark.parametrize(("added", "mixed"), [(0, 0), (0.5, 0), (1, 0), (0, 1e-3), (0, 1e-9)])
def test_the_sums_by_hand(added: float, mixed: float) -> None:
    total = sum(DICE) + 13 * added
    throws = [(1 - mixed) * (count + added) / total + mixed / 13 for count in DICE]
    fair = [math.comb(12, k) * 2 ** (12 - k) / 3**12 for k in range(13)]
    if min(throws) == 0:
        assert study.divergence(added, mixed) == math.inf
    else:
        by_hand = math.fsum(p * math.log(p / q) for p, q in zip(fair, throws, strict=True))
        assert study.divergence(added, mixed) == pytest.approx(by_hand)
