"""Correlation of two variables with a joint table, and pairs in which it goes its own way."""

from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

# X and Y are fair coins, Z is 1 where they differ: axes X, Y, Z.
XOR = [[[1 / 4, 0], [0, 1 / 4]], [[0, 1 / 4], [1 / 4, 0]]]
# The same with Z = 1 where both are 1.
AND = [[[1 / 4, 0], [1 / 4, 0]], [[1 / 4, 0], [0, 1 / 4]]]


def squares(most: int) -> Array:
    """The joint law of X, equally likely from −most to most (rows), and its square (columns, from 0 by root)."""
    table = np.zeros((2 * most + 1, most + 1))
    for row, x in enumerate(range(-most, most + 1)):
        table[row, abs(x)] = 1 / Fraction(2 * most + 1)
    return table


def same_event(probability: float) -> Array:
    """X and Y are one event with this probability."""
    return np.diag([1 - probability, probability])


def correlation(joint: ArrayLike, x: ArrayLike, y: ArrayLike) -> float:
    """The correlation of the values x of the rows and y of the columns."""
    table, row, column = (np.asarray(values, float) for values in (joint, x, y))
    row = row - table.sum(1) @ row
    column = column - table.sum(0) @ column
    return float(row @ table @ column / np.sqrt((table.sum(1) @ row**2) * (table.sum(0) @ column**2)))
