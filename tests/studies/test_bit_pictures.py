"""The pictures by scikit-learn's own arrays."""

import numpy as np
from sklearn.datasets import load_digits

from studies import bit_pictures


def test_every_picture_is_in_one_part() -> None:
    both = np.vstack([bit_pictures.training(), bit_pictures.test()])
    assert len(bit_pictures.training()) == 1047
    bits = (load_digits().data >= 8).astype(float)
    assert np.array_equal(both[np.lexsort(both.T)], bits[np.lexsort(bits.T)])


def test_the_digit_belongs_to_the_picture() -> None:
    data = load_digits()
    known = {tuple(row): digit for row, digit in zip((data.data >= 8).astype(float).tolist(), data.target, strict=True)}
    alike = [
        known[tuple(row)] == digit
        for row, digit in zip(bit_pictures.test().tolist(), bit_pictures.shown(), strict=True)
    ]
    assert np.mean(alike) > 0.99  # a few digits have the same bits
