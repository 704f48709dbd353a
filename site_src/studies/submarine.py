"""A game: one submarine hides on one of 64 squares, and every shot brings an answer. In bits."""

import numpy as np
from numpy.typing import NDArray

from extrabits import surprisal

Array = NDArray[np.float64]

SQUARES = 64


def answers(shot: int) -> Array:
    """The bits that each answer brings in a game that ends with a hit on this shot: misses, then the hit."""
    squares = SQUARES - np.arange(shot)
    chances = np.append((squares[:-1] - 1) / squares[:-1], 1 / squares[-1])
    return np.array([surprisal(chance) for chance in chances])


def after_misses(misses: int) -> float:
    """The bits collected after so many misses."""
    return float(surprisal((SQUARES - misses) / SQUARES))


def mean_shots() -> float:
    """The mean number of shots until the hit, which is as likely on each of them."""
    return (SQUARES + 1) / 2
