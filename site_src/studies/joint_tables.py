"""Two small tables of joint probabilities that others made known."""

import numpy as np
from numpy.typing import NDArray

from extrabits import entropy, marginals, normalize

# Cover & Thomas, Example 2.2.1: Y by rows, X by columns.
COVER_THOMAS = [
    [1 / 8, 1 / 16, 1 / 32, 1 / 32],
    [1 / 16, 1 / 8, 1 / 32, 1 / 32],
    [1 / 16, 1 / 16, 1 / 16, 1 / 16],
    [1 / 4, 0, 0, 0],
]

# Fourteen days: outlook by rows (sunny, overcast, rain), and whether tennis was played (yes, no).
TENNIS = [[2 / 14, 3 / 14], [4 / 14, 0], [3 / 14, 2 / 14]]


def law_of_x() -> NDArray[np.float64]:
    """The law of X in Cover & Thomas's table."""
    return marginals(COVER_THOMAS)[1]


def left_by_clues() -> NDArray[np.float64]:
    """What each value of Y leaves of X in Cover & Thomas's table: H(X | Y = y), in bits."""
    return np.asarray(entropy(_given_clue()))


def _given_clue() -> NDArray[np.float64]:
    """The law of X for each value of Y in Cover & Thomas's table."""
    return np.array([normalize(row) for row in COVER_THOMAS])
