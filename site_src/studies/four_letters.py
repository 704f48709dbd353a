"""A source of four letters, and the belief of somebody with the same shares for other letters. In bits."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extrabits import canonical_code, shannon_lengths

Array = NDArray[np.float64]

LETTERS = "abcd"
TRUTH = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
BELIEF = [1 / 8, 1 / 2, 1 / 4, 1 / 8]


def lengths(law: Sequence[float]) -> list[int]:
    """The lengths of the words that are right for a law of powers of two."""
    return [int(length) for length in shannon_lengths(law)]


def code(law: Sequence[float]) -> list[str]:
    """Those words."""
    return canonical_code(lengths(law))


def waste() -> Array:
    """log₂ p/q: by how much the word that is right for q is too long for each letter."""
    return np.log2(np.divide(TRUTH, BELIEF))


def weighed(law: Sequence[float]) -> Array:
    """What each letter wastes, times its probability under a law."""
    return np.asarray(law) * waste()
