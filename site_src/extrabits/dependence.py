"""What two or three variables say about each other, from the table of their joint probabilities."""

import functools
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, ParamSpec, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, table
from extrabits._exact import exact_product, exact_sum
from extrabits._labels import Laws, labels, like, require_different, require_same_labels
from extrabits._reading import numbers, require_order
from extrabits._scalars import Result, in_unit
from extrabits.entropies import entropy, normalize
from extrabits.kernel import gibbs

PAIR = (-2, -1)
TRIPLE = (-3, -2, -1)
Table = ArrayLike | Mapping[Any, float]
OneTable = Laws | Mapping[Any, float]  # what a type checker sees to be one table
P = ParamSpec("P")
R = TypeVar("R")


def _of_one_table(measure: Callable[P, R]) -> Callable[P, R]:
    """A decorator: two columns where one table belongs are told how to become one."""

    @functools.wraps(measure)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if len(args) > 1:
            raise ValueError(
                f"{measure.__name__} takes one table of joint probabilities; "
                f"columns of labels become one by joint_law: {measure.__name__}(joint_law(x, y))"
            )
        return measure(*args, **kwargs)

    return checked


def joint_law(x: Iterable[Any], y: Iterable[Any], *more: Iterable[Any]) -> dict[tuple[Any, ...], float]:
    """The law of the pairs (x, y) in the rows of a data set: their shares, by pair. No other pair has a share.

    x, y: columns of labels, as long as each other; more columns make triples and so on. Every function here takes
    the result, and so do `entropy` and `kl_divergence`, which lay two such laws together by their labels.

    >>> pairs = joint_law(["a", "a", "b", "b"], ["u", "u", "v", "v"])
    >>> pairs
    {('a', 'u'): 0.5, ('b', 'v'): 0.5}
    >>> round(mutual_information(pairs), 12)
    1.0

    Numbers on a scale are put in bins first: `joint_law(np.digitize(x, edges), …)`.

    Raises ValueError for columns of different lengths, rows with a gap (None or nan), and numbers on a scale, of
    which none occurs twice.
    """
    columns = [x, y, *more]
    names = ["x", "y", *(f"column {k}" for k in range(2, len(columns)))]
    for column, name in zip(columns, names, strict=True):
        if isinstance(column, Mapping):
            require_order(column, name)
        if hasattr(column, "columns"):
            raise ValueError(f"{name} is a {type(column).__name__}; give one column of it")
    require_same_labels(columns, names, [0] * len(columns))
    read = [_column(column, name) for column, name in zip(columns, names, strict=True)]
    for column, name in zip(read, names, strict=True):
        if len(column) != len(read[0]):
            raise ValueError(
                f"x has {len(read[0])} rows and {name} has {len(column)}; they must be rows of one data set"
            )
    return normalize(Counter(zip(*read, strict=True)))


def _column(values: Any, name: str) -> list[Any]:
    """The labels of one column; ValueError for gaps and for what is no column of labels."""
    listed = values.tolist() if hasattr(values, "tolist") else list(values) if isinstance(values, Iterable) else None
    if not isinstance(listed, list):
        raise ValueError(f"{name} is {values!r}; give a column of labels")
    if not listed:
        raise ValueError(f"{name} is empty; give at least one row")
    for row, label in enumerate(listed):
        if label is None or _is_nan(label):
            raise ValueError(
                f"{name}[{row}] is {label!r}; leave out rows with gaps, or give gaps a label of their own, 'missing'"
            )
        if not isinstance(label, Hashable):
            raise ValueError(f"{name}[{row}] is {label!r}; a column has one label in each row")
    if len(listed) > 2 and len(set(listed)) == len(listed) and all(isinstance(label, float) for label in listed):
        raise ValueError(
            f"{name} has {len(listed)} numbers, none of them twice, so each row would be a label of its own; put them "
            f"in bins first, np.digitize({name}, edges), or use ksg_mutual_information"
        )
    return listed


def _is_nan(label: Any) -> bool:
    try:
        return bool(label != label)
    except (TypeError, ValueError):  # pandas.NA is neither equal to itself nor not
        return True


@overload
def marginals(joint: ArrayLike, *, axes: Sequence[int] = PAIR) -> tuple[Array, Array]: ...
@overload
def marginals(
    joint: Mapping[tuple[Any, Any], float], *, axes: Sequence[int] = PAIR
) -> tuple[dict[Any, float], ...]: ...
@_of_one_table
def marginals(joint: Any, *, axes: Sequence[int] = PAIR) -> Any:
    """The law of X (rows) and the law of Y (columns) of a table of joint probabilities.

    axes: the axes of X and of Y; the others are a batch. The marginals of a law with labels have labels, too.

    >>> x, y = marginals([[0.5, 0.25], [0, 0.25]])
    >>> x, y
    (array([0.75, 0.25]), array([0.5, 0.5]))

    Raises ValueError for a table that is negative, not finite or does not sum to 1.
    """
    checked = _pair(joint, axes)
    if isinstance(joint, Mapping):
        names = (dict.fromkeys(key[axis] for key in joint) for axis in _axes(axes))
        sums = (checked.sum(-1).tolist(), checked.sum(-2).tolist())
        return tuple(dict(zip(labels, shares, strict=True)) for labels, shares in zip(names, sums, strict=True))
    if hasattr(joint, "columns") and hasattr(joint, "index"):  # a frame of pandas, whose columns keep their labels
        first, second = (joint.sum(axis=1 - axis % 2) for axis in _axes(axes))
        return like(checked.sum(-1), first), like(checked.sum(-2), second)
    return checked.sum(-1), checked.sum(-2)


@_of_one_table
def joint_entropy(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """H(X, Y) = −ΣΣ p(x, y) log p(x, y), in bits unless base says otherwise.

    joint: probabilities that sum to 1 over the axes, of which there may be any number.

    >>> joint_entropy([[0.5, 0.25], [0, 0.25]])
    1.5
    >>> joint_entropy([[1, 0], [0, 0]])
    0.0

    Raises ValueError for a table that is negative, not finite or does not sum to 1, and a base not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.8.
    """
    if isinstance(joint, Mapping):
        return entropy(joint, base=base)
    names = _axes(axes)
    checked = table(joint, names)
    return entropy(checked.reshape(*checked.shape[: checked.ndim - len(names)], -1), base=base)


@overload
def conditional_entropy(joint: OneTable, *, axes: Sequence[int] = PAIR, base: float = 2) -> float: ...
@overload
def conditional_entropy(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result: ...
@_of_one_table
def conditional_entropy(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
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


@overload
def mutual_information(joint: OneTable, *, axes: Sequence[int] = PAIR, base: float = 2) -> float: ...
@overload
def mutual_information(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result: ...
@_of_one_table
def mutual_information(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
    """I(X; Y) = D(p_XY ‖ p_X p_Y), in bits unless base says otherwise: what X tells about Y, and Y about X.

    joint: probabilities that sum to 1 over the axes of X and Y, or a law of pairs such as `joint_law` makes of columns.

    >>> round(mutual_information([[0.5, 0], [0, 0.5]]), 12)
    1.0
    >>> mutual_information([[0.25, 0.25], [0.25, 0.25]])
    0.0

    Raises ValueError as `joint_entropy` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.28.
    """
    return in_unit(_dependence(_pair(joint, axes)), base)


@_of_one_table
def conditional_mutual_information(joint: Table, *, axes: Sequence[int] = TRIPLE, base: float = 2) -> Result:
    """I(X; Y | Z), the mean over z of the mutual information of X and Y given Z = z, in bits by default.

    joint: probabilities that sum to 1 over the axes of X, Y and Z, in this order.

    >>> xor = [[[0.25, 0], [0, 0.25]], [[0, 0.25], [0.25, 0]]]
    >>> round(conditional_mutual_information(xor), 12)
    1.0

    Raises ValueError for axes that are not three, and as `joint_entropy` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.60.
    """
    checked = _table(joint, axes, 3, "three, those of X, Y and Z")
    return in_unit(_dependence(np.moveaxis(checked, -1, -3)).sum(-1), base)


@overload
def variation_of_information(joint: OneTable, *, axes: Sequence[int] = PAIR, base: float = 2) -> float: ...
@overload
def variation_of_information(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result: ...
@_of_one_table
def variation_of_information(joint: Table, *, axes: Sequence[int] = PAIR, base: float = 2) -> Result:
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


def _pair(joint: Table, axes: Sequence[int]) -> Array:
    return _table(joint, axes, 2, "two, those of X and Y")


def _table(joint: Table, axes: Sequence[int], count: int, advice: str) -> Array:
    """The table with the axes last, that of a law of labelled pairs among them."""
    names = _axes(axes)
    if len(names) != count:
        raise ValueError(f"axes is {names}; name {advice}")
    places = None if isinstance(joint, Mapping) else labels(joint, 0)
    if (
        places and np.ndim(np.asarray(joint)) == 1 and all(isinstance(place, tuple) for place in places)
    ):  # a column of pandas
        require_different(places, "joint")
        joint = dict(zip(places, np.asarray(joint).tolist(), strict=True))
    return table(of_labels(joint, count) if isinstance(joint, Mapping) else joint, names)


def _axes(axes: Any) -> tuple[int, ...]:
    if isinstance(axes, str) or not isinstance(axes, Iterable):
        raise ValueError(f"axes is {axes!r}; name them in a tuple, such as (0, 1)")
    return tuple(axes)


def of_labels(joint: Mapping[Any, float], count: int, name: str = "joint") -> Array:
    """The cells of a law of tuples of labels as a table, with 0 for what it does not list."""
    for key in joint:
        if not isinstance(key, tuple) or len(key) != count:
            raise ValueError(
                f"{name} has the label {key!r}; its labels must be tuples of {count}, such as joint_law gives them"
            )
    places = [{label: k for k, label in enumerate(dict.fromkeys(labels))} for labels in zip(*joint, strict=True)]
    cells = np.zeros([len(place) for place in places] or [0] * count)
    for key, share in zip(joint, numbers(list(joint.values()), name), strict=True):
        cells[tuple(place[label] for place, label in zip(places, key, strict=True))] = share
    return cells


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
