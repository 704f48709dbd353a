"""The pictures by scikit-learn's own arrays."""

import numpy as np
from sklearn.datasets import load_digits

from studies import bit_pictures


def test_every_picture_is_in_one_part() -> None:
    both = np.vstack([bit_pictures.training(), bit_pictures.held_out()])
    assert len(bit_pictures.training()) == 1047
    black = (load_digits().data >= 8).astype(float)
    assert np.array_equal(both[np.lexsort(both.T)], black[np.lexsort(black.T)])


def test_grey_pictures_are_the_same_ones() -> None:
    for part in (bit_pictures.training, bit_pictures.held_out):
        assert np.array_equal(part(grey=True) >= 0.5, part() == 1)
        assert set((16 * part(grey=True)).ravel().tolist()) == set(range(17))
