"""Sums and products together with what they round away, so that what is left of them can be used, too."""

import numpy as np

from extrabits._reductions import Array


def exact_sum(values: Array, axis: int) -> tuple[Array, Array]:
    """The sum along an axis and the rounding error it made (Knuth's two-sum, in a tree); the axis stays."""
    high = np.moveaxis(values, axis, 0)
    low = np.zeros_like(high)
    while len(high) > 1:
        middle = len(high) // 2
        left, right, odd = high[:middle], high[middle : 2 * middle], high[2 * middle :]
        total = left + right
        kept = total - left
        error = (left - (total - kept)) + (right - kept)
        rest = low[:middle] + low[middle : 2 * middle] + error
        high, low = np.concatenate([total, odd]), np.concatenate([rest, low[2 * middle :]])
    return np.moveaxis(high, 0, axis), np.moveaxis(low, 0, axis)


def exact_product(x: Array, y: Array) -> tuple[Array, Array]:
    """x · y and the rounding error it made (Dekker's product with Veltkamp's split)."""
    product = x * y
    (x_high, x_low), (y_high, y_low) = _split(x), _split(y)
    return product, x_low * y_low - (((product - x_high * y_high) - x_low * y_high) - x_high * y_low)


def _split(x: Array) -> tuple[Array, Array]:
    carry = 134217729.0 * x  # 2²⁷ + 1: the halves have 26 bits each, so their products are exact
    high = carry - (carry - x)
    return high, x - high
