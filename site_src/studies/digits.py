"""Handwritten digits of 8 × 8 pixels: scikit-learn's copy of the test set of Alpaydin and Kaynak, in three parts."""

from functools import cache
from typing import NamedTuple

import numpy as np
from sklearn.datasets import load_digits

from extrabits._checks import Array

KINDS = 10
TRAINING, VALIDATION = 300, 747


class Images(NamedTuple):
    """Pictures as rows of 64 pixels from 0 to 1 and a constant 1, and the digit that each shows."""

    pixels: Array
    digits: Array


@cache
def split(seed: int) -> tuple[Images, Images, Images]:
    """Pictures for training, for validation and for a test at the end, shuffled by this seed."""
    pixels, digits = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(digits))
    rows, shown = np.hstack([pixels[order] / 16, np.ones((len(order), 1))]), digits[order]
    for array in (rows, shown):
        array.flags.writeable = False  # all who ask are given the same
    ends = [TRAINING, TRAINING + VALIDATION]
    training, validation, test = map(Images, np.split(rows, ends), np.split(shown, ends))
    return training, validation, test
