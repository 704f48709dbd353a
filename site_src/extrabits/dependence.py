"""What two or three variables say about each other, from the table of their joint probabilities."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, Result, in_unit, table
from extrabits.entropies import entropy
from extrabits.kernel import gibbs

PAIR = (-2, -1)
TRIPLE = (-3, -2, -1)


def marginals(joint: ArrayLike, *, axes: Sequence[int] = PAIR) -> tuple[Array, Array]:
    """The law of X (rows) and the law of Y (columns) of a table of joint probabilities.

    axes: the axes of X and of Y; the others are a batch.

    >>> x, y = marginals([[0.5, 0.25], [0, 0.25]])
    >>> x, y
    (array([0.75, 0.25]), array([0.5, 0.5]))

    Raises ValueError for a table that is negative, not finite or does not sum to 1.
    """
    checked = _pair(joint, axes)
    return checked.sum(-1), checked.sum(-2)


def joint_entropy(joint: ArrayLike, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """H(X, Y) = −ΣΣ p(x, y) log p(x, y), in bits unless base says otherwise.

    joint: probabilities that sum to 1 over the axes, of which there may be any number.

    >>> joint_entropy([[0.5, 0.25], [0, 0.25]])
    1.5
    >>> joint_entropy([[1, 0], [0, 0]])
    0.0

    Raises ValueError for a table that is negative, not finite or does not sum to 1, and a base not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.8.
    """
    checked = table(joint, tuple(axes))
    cells = checked.reshape(*checked.shape[: checked.ndim - len(axes)], -1)
    return entropy(cells, base=base)


def conditional_entropy(joint: ArrayLike, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """H(Y|X) = −ΣΣ p(x, y) log p(y|x), in bits unless base says otherwise; axes=(-1, -2) gives H(X|Y).

    joint: probabilities that sum to 1 over the axes of X and Y.

    >>> conditional_entropy([[0.25, 0.25], [0, 0.5]])
    0.5
    >>> conditional_entropy([[0.5, 0], [0, 0.5]])
    0.0

    Raises ValueError as `joint_entropy` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.10.
    """
    return in_unit(_conditional(_pair(joint, axes)), base)


def mutual_information(joint: ArrayLike, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """I(X; Y) = D(p_XY ‖ p_X p_Y), in bits unless base says otherwise: what X tells about Y, and Y about X.

    joint: probabilities that sum to 1 over the axes of X and Y.

    >>> round(mutual_information([[0.5, 0], [0, 0.5]]), 12)
    1.0
    >>> mutual_information([[0.25, 0.25], [0.25, 0.25]])
    0.0

    Raises ValueError as `joint_entropy` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.28.
    """
    return in_unit(_dependence(_pair(joint, axes)), base)


def conditional_mutual_information(joint: ArrayLike, *, axes: Sequence[int] = TRIPLE, base: float = 2) -> Result:
    """I(X; Y | Z), the mean over z of the mutual information of X and Y given Z = z, in bits by default.

    joint: probabilities that sum to 1 over the axes of X, Y and Z, in this order.

    >>> xor = [[[0.25, 0], [0, 0.25]], [[0, 0.25], [0.25, 0]]]
    >>> round(conditional_mutual_information(xor), 12)
    1.0

    Raises ValueError for axes that are not three, and as `joint_entropy` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.60.
    """
    if len(axes) != 3:
        raise ValueError(f"axes is {tuple(axes)}; name three, those of X, Y and Z")
    checked = table(joint, tuple(axes))
    return in_unit(_dependence(np.moveaxis(checked, -1, -3)).sum(-1), base)


def variation_of_information(joint: ArrayLike, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """H(X|Y) + H(Y|X), a metric between variables (or clusterings), in bits unless base says otherwise.

    >>> variation_of_information([[0.5, 0], [0, 0.5]])
    0.0
    >>> variation_of_information([[0.25, 0.25], [0.25, 0.25]])
    2.0

    Raises ValueError as `joint_entropy` does.
    Source: M. Meilă, Comparing clusterings: an information based distance (2007).
    """
    checked = _pair(joint, axes)
    return in_unit(_conditional(checked) + _conditional(np.swapaxes(checked, -1, -2)), base)


def _pair(joint: ArrayLike, axes: Sequence[int]) -> Array:
    if len(axes) != 2:
        raise ValueError(f"axes is {tuple(axes)}; name two, those of X and Y")
    return table(joint, tuple(axes))


def _conditional(joint: Array) -> Result:
    """Σ p(x, y) ln(1 + (p(x) − p(x, y)) / p(x, y)): every term is ≥ 0 and keeps its digits near certainty."""
    row, row_rest = exact_sum(joint, -1)
    others = (row - joint) + row_rest
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        odds = others / joint
        log = np.where(odds < np.inf, np.log1p(odds), np.log(row) - np.log(joint))
        return np.where(joint > 0, joint * log, 0.0).sum((-2, -1))


def _dependence(joint: Array) -> Result:
    """Σ gibbs(p_xy, p_x p_y / t) for tables with any total t, with p_xy t − p_x p_y in doubled precision."""
    size = np.exp2(np.frexp(joint.sum((-2, -1), keepdims=True))[1])  # a power of two, so dividing rounds nothing
    return size[..., 0, 0] * _dependence_near_one(joint / size)


def _dependence_near_one(joint: Array) -> Result:
    (row, row_rest), (column, column_rest) = exact_sum(joint, -1), exact_sum(joint, -2)
    total, total_rest = exact_sum(row, -2)
    product, product_rest = exact_product(row, column)
    scaled, scaled_rest = exact_product(joint, total)
    rest = row_rest * column + row * column_rest + product_rest
    # The rests of the total: of the sum of the rows, and of the rows themselves.
    total_rest = total_rest + row_rest.sum(-2, keepdims=True)
    gap = (scaled - product) + (scaled_rest + joint * total_rest - rest)
    divisor = np.where(total > 0, total, 1.0)
    term = gibbs(joint, product / divisor, gap / divisor)
    with np.errstate(divide="ignore", invalid="ignore"):  # only logarithms reach a product that underflowed
        far = joint * (np.log(joint) + np.log(divisor) - np.log(row) - np.log(column)) - joint
    return np.where((product < 1e-300) & (joint > 1e3 * product), far, term).sum((-2, -1))


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
