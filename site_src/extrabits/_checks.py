"""The door: everything that enters is checked here, and nothing is repaired on the way in."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Result: TypeAlias = Any  # a float for one law, an array for a batch; numpy types its own reductions as Any too

TOLERANCE = 1e-9  # how far from 1 a sum of probabilities may be: float64 rounding is far below, float32 far above


def numbers(values: ArrayLike, name: str) -> Array:
    """The values as a float64 array, whatever array-like they came in."""
    if type(values) is np.ndarray and values.dtype == np.float64 and values.size:  # the usual case, and the quickest
        return values
    if isinstance(values, np.ma.MaskedArray) and np.ma.is_masked(values):
        raise ValueError(f"{name} has masked values; decide what they are and pass plain numbers")
    try:
        array = np.asarray(values)
        if array.dtype.kind not in "fiub":
            array = _from_objects(array)
        array = array.astype(np.float64, copy=False)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name} must be a rectangular array of real numbers") from None
    if array.size == 0:
        raise ValueError(f"{name} is empty; give at least one number")
    return array


def law(p: ArrayLike, name: str, axis: int = -1) -> Array:
    """Probabilities that sum to 1 along the axis, which becomes the last one."""
    array = numbers(p, name)
    if axis != -1 or array.ndim == 0:
        _require_axes(array, (axis,), name)
    # Two reductions find every fault: nan and inf fail the second, because no comparison with nan is true.
    if not (np.minimum.reduce(array, axis=None) >= 0 and _is_one(np.add.reduce(array, axis=axis))):
        _explain(array, (axis,), name)
    return array if axis == -1 else np.ascontiguousarray(np.moveaxis(array, axis, -1))


def outcomes_last(array: Array, name: str, axis: int) -> Array:
    """The array with the axis that lists the outcomes moved to the end."""
    _require_axes(array, (axis,), name)
    return np.ascontiguousarray(np.moveaxis(array, axis, -1))


def laws(p: ArrayLike, q: ArrayLike, axis: int = -1) -> tuple[Array, Array]:
    """A pair of laws of the same outcomes; either may be a batch."""
    truth, belief = law(p, "p", axis), law(q, "q", axis)
    if truth.shape != belief.shape:
        require_same_outcomes([truth, belief], ["p", "q"])
    return truth, belief


def require_same_outcomes(checked: Sequence[Array], names: Sequence[str]) -> None:
    """ValueError unless all laws have equally many outcomes and their batches fit together."""
    first, name = checked[0], names[0]
    for other, other_name in zip(checked[1:], names[1:], strict=True):
        if other.shape[-1] != first.shape[-1]:
            raise ValueError(
                f"{name} has {first.shape[-1]} outcomes and {other_name} has {other.shape[-1]}; "
                "both must list the same outcomes in the same order"
            )
    try:
        np.broadcast_shapes(*(array.shape for array in checked))
    except ValueError:
        shapes = " and ".join(str(array.shape[:-1]) for array in checked)
        raise ValueError(f"batches of shapes {shapes} do not fit together") from None


def table(joint: ArrayLike, axes: Sequence[int], name: str = "joint") -> Array:
    """Joint probabilities that sum to 1 over the axes, which become the last ones in that order."""
    array = numbers(joint, name)
    _require_axes(array, axes, name)
    if not (array.min() >= 0 and _is_one(array.sum(tuple(axes)))):
        _explain(array, axes, name)
    return np.ascontiguousarray(np.moveaxis(array, axes, range(-len(axes), 0)))


def probabilities(p: ArrayLike, name: str = "p") -> Array:
    """Numbers from 0 to 1 that need not sum to anything."""
    array = numbers(p, name)
    if not (array.min() >= 0 and array.max() <= 1):
        _blame(array, ~((array >= 0) & (array <= 1)), name, "a probability is a number from 0 to 1")
    return array


def weights(counts: ArrayLike, name: str, axis: int = -1) -> Array:
    """Finite numbers >= 0, not all 0 along the axis."""
    array = numbers(counts, name)
    _require_axes(array, (axis,), name)
    _require_finite_and_nonnegative(array, name, "a count or weight is a finite number, 0 or more")
    if not (array.max(axis) > 0).all():
        raise ValueError(f"{name} has nothing above 0, so it cannot be turned into probabilities")
    return array


def finite(values: ArrayLike, name: str) -> Array:
    """Finite real numbers of any sign."""
    array = numbers(values, name)
    if not np.isfinite(array).all():
        _blame(array, ~np.isfinite(array), name, "give finite numbers")
    return array


def real(value: object, name: str) -> float:
    """One finite real number."""
    if not isinstance(value, int | float | np.integer | np.floating | Fraction) or isinstance(value, bool):
        raise ValueError(f"{name} is {value!r}; give one real number")
    if not -math.inf < value < math.inf:
        raise ValueError(f"{name} is {value}; give a finite number")
    try:
        return float(value)
    except OverflowError:
        raise ValueError(f"{name} is too large for a float64") from None


def positive(value: object, name: str) -> float:
    """One finite real number above 0."""
    number = real(value, name)
    if not number > 0:
        raise ValueError(f"{name} is {value}; it must be above 0")
    return number


def probability(value: object, name: str) -> float:
    """One real number from 0 to 1."""
    number = real(value, name)
    if not 0 <= number <= 1:
        raise ValueError(f"{name} is {value}; a probability is a number from 0 to 1")
    return number


def whole(value: object, name: str, least: int) -> int:
    """One whole number, no smaller than the least."""
    number = real(value, name)
    if number != int(number) or number < least:
        raise ValueError(f"{name} is {value}; give a whole number, {least} or more")
    return int(number)


def order(alpha: float, *, limit: bool = False) -> float:
    """The order α ≥ 0 of an entropy or a divergence; ∞ where the limit is one, too."""
    if limit and alpha == math.inf:
        return math.inf
    degree = real(alpha, "alpha")
    if degree < 0:
        raise ValueError(f"alpha is {alpha}; orders start at 0")
    return degree


def unit(base: float) -> float:
    """The number of nats in one unit of information to this base: ln 2 for bits, 1 for nats."""
    if not (isinstance(base, int | float | np.integer | np.floating) and 1 < base < math.inf):
        raise ValueError(f"base is {base!r}; give a number above 1: 2 for bits, math.e for nats, 10 for bans")
    return math.log(base)


def in_unit(nats: Result, base: float) -> Result:
    """An amount of information in units of the base, as a float or, for a batch, an array; never -0.0."""
    return plain(nats / unit(base))


def plain(value: Result) -> Result:
    """A number without a unit as a float or, for a batch, an array; never -0.0."""
    return value + 0.0 if isinstance(value, np.ndarray) and value.ndim else float(value) + 0.0


def _from_objects(array: NDArray[Any]) -> NDArray[Any]:
    """Numbers such as Fraction and Decimal, which numpy keeps as objects; no text, no complex numbers."""
    if array.dtype.kind != "O" or any(isinstance(x, str | bytes | complex) for x in array.flat):
        raise TypeError
    return np.array([float(x) for x in array.flat]).reshape(array.shape)


def _require_axes(array: Array, axes: Sequence[int], name: str) -> None:
    for axis in axes:
        if not isinstance(axis, int | np.integer):
            raise ValueError(f"axis is {axis!r}; give the whole number of an axis")
        if not -array.ndim <= axis < array.ndim:
            shape = "a single number" if array.ndim == 0 else f"an array of shape {array.shape}"
            raise ValueError(f"{name} is {shape} and has no axis {axis}; one axis must list the outcomes")
    if len({axis % array.ndim for axis in axes}) != len(axes):
        raise ValueError(f"the axes {tuple(axes)} of {name} must be different ones")


def _require_finite_and_nonnegative(array: Array, name: str, advice: str) -> None:
    faults = ~((array >= 0) & (array < math.inf))
    if faults.any():
        _blame(array, faults, name, advice)


def _is_one(total: Any) -> bool:
    if not isinstance(total, np.ndarray):  # one law: far quicker without arrays of one element
        return abs(float(total) - 1) <= TOLERANCE
    return bool((np.abs(total - 1) <= TOLERANCE).all())


def _explain(array: Array, axes: Sequence[int], name: str) -> NoReturn:
    """Why these are not probabilities."""
    _require_finite_and_nonnegative(array, name, "a probability is a number from 0 to 1")
    total = array.sum(tuple(axes))
    place, value = _first(total, ~(np.abs(total - 1) <= TOLERANCE))
    raise ValueError(f"{name}{place} sums to {value:.12g}, not 1; `normalize` turns counts into probabilities")


def _blame(array: Array, faults: NDArray[np.bool_], name: str, advice: str) -> NoReturn:
    place, value = _first(array, faults)
    raise ValueError(f"{name}{place} is {value!r}; {advice}")


def _first(array: Array, faults: NDArray[np.bool_]) -> tuple[str, float]:
    """Where the first fault is, such as "[1, 0]", and its value."""
    index = tuple(int(i) for i in np.argwhere(faults)[0]) if array.ndim else ()
    return f"[{', '.join(map(str, index))}]" if index else "", float(array[index])
