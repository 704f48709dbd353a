"""Sums and ends of arrays, where numpy's own reductions take their time: of few numbers, and of many short rows."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

_SHORT = 100  # einsum adds one by one, which loses no digit in rows as short as this


def sums(array: Array) -> Any:
    """Sums over the last axis: a number for one row, an array for a batch, the same to the last bit."""
    array = np.ascontiguousarray(array)  # the order in which numpy adds follows the order in memory
    return np.einsum("...i->...", array) if array.shape[-1] <= _SHORT else np.add.reduce(array, axis=-1)


def least(array: Array) -> float:
    """The smallest of all the numbers, nan where one is."""
    # To look for its place is quicker than to reduce, unless the array must be copied for it.
    return array.item(array.argmin()) if array.flags.c_contiguous else float(array.min())


def largest(array: Array) -> float:
    """The largest of all the numbers, nan where one is."""
    return array.item(array.argmax()) if array.flags.c_contiguous else float(array.max())
