"""Sums and means of the loss on grey pixels, by the binomial law and by loops."""

import math

import numpy as np
import pytest
from scipy.special import comb

from studies import bit_pictures, digits, grey_pixels


def test_total() -> None:
    """Each level is a geometric step from the last."""
    for chance in (0.5, 0.9):
        ratio = (chance / (1 - chance)) ** (1 / 16)
        steps = 17 if ratio == 1 else (ratio**17 - 1) / (ratio - 1)
        assert grey_pixels.total(chance) == pytest.approx((1 - chance) * steps)


def test_binary_cross_entropy() -> None:
    heads = np.arange(17)
    said = -np.log(comb(16, heads) * 0.3**heads * 0.7 ** (16 - heads))
    assert 16 * grey_pixels.binary_cross_entropy(heads / 16, 0.3) == pytest.approx(said + np.log(comb(16, heads)))


def test_floor() -> None:
    test = digits.split(bit_pictures.SEED)[2].pixels[:, :64]
    greys = [x for x in test.ravel().tolist() if 0 < x < 1]
    total = -sum(x * math.log(x) + (1 - x) * math.log(1 - x) for x in greys)
    assert grey_pixels.floor() == pytest.approx(total / len(test))
