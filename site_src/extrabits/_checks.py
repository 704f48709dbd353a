"""The door: everything that enters is checked here, and nothing but the rounding of coarser types is repaired."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits._labels import PLAIN, aligned, values_of
from extrabits._reading import Array as Array
from extrabits._reading import numbers as numbers
from extrabits._reading import precision, raw, require_order
from extrabits._reductions import largest, least, sums
from extrabits._scalars import TINY, probability_advice

TOLERANCE = 1e-9  # how far from 1 a sum of probabilities may be: float64 rounding is far below, float32 far above
_COARSEST = 0.05  # and how far in the coarsest type with the most outcomes


def law(p: Any, name: str, axis: int = -1, *, observed: bool = True) -> Array:
    """Probabilities that sum to 1 along the axis, which becomes the last one; `observed` if they may be no counts."""
    if not isinstance(p, PLAIN) and isinstance(p, Mapping):
        return _labelled(p, name, axis)
    array = numbers(p, name)
    if axis != -1 or array.ndim == 0:
        _require_axes(array, (axis,), name)
    # Two reductions find every fault: nan and inf fail one of them, because no comparison with nan is true.
    batch = array.ndim > 1 and axis == -1
    if not (least(array) >= 0 and _is_one(sums(array) if batch else np.add.reduce(array, axis=axis))):
        array = _rounded(array, p, (axis,), name, observed)
    return array if axis == -1 else np.moveaxis(array, axis, -1)


def _labelled(p: Mapping[Any, Any], name: str, axis: int) -> Array:
    """A law by label; in what is said of it, a place is a label."""
    try:
        return law(list(p.values()), name, axis, observed=False)
    except ValueError as error:
        named = list(p)
        told = re.sub(rf"^{name}\[(\d+)\]", lambda found: f"{name}[{named[int(found[1])]!r}]", str(error))
        raise ValueError(told) from None


def one_law(p: Any, name: str, purpose: str) -> Array:
    """A single law, for what counts its outcomes from 0."""
    if isinstance(p, Mapping):
        require_order(p, name)
    checked = law(p, name)
    if checked.ndim != 1:
        raise ValueError(f"{name} has shape {checked.shape}; {purpose}")
    return checked


def outcomes_last(array: Array, name: str, axis: int) -> Array:
    """The array with the axis that lists the outcomes moved to the end."""
    _require_axes(array, (axis,), name)
    return np.ascontiguousarray(np.moveaxis(array, axis, -1))


def laws(p: Any, q: Any, axis: int = -1) -> tuple[Array, Array]:
    """A pair of laws of the same outcomes; either may be a batch."""
    if isinstance(p, PLAIN) and isinstance(q, PLAIN):
        truth, belief = law(p, "p", axis), law(q, "q", axis)
    else:
        p, q = aligned([p, q], ["p", "q"], axis)
        truth, belief = law(p, "p", axis, observed=False), law(q, "q", axis, observed=False)
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


def table(joint: Any, axes: Sequence[int], name: str = "joint") -> Array:
    """Joint probabilities that sum to 1 over the axes, which become the last ones in that order."""
    array = numbers(joint, name)
    _require_axes(array, axes, name)
    if not (array.min() >= 0 and _is_one(array.sum(tuple(axes)))):
        array = _rounded(array, joint, axes, name)
    return np.ascontiguousarray(np.moveaxis(array, axes, range(-len(axes), 0)))


def probabilities(p: ArrayLike, name: str = "p") -> Array:
    """Numbers from 0 to 1 that need not sum to anything."""
    array = numbers(p, name)
    if not (array.min() >= 0 and array.max() <= 1):
        most = 1 + 4 * (precision(p) or 0.0)  # a 1 that was summed up in a coarser type
        if not (array.min() >= 0 and array.max() <= most):
            blame(array, ~((array >= 0) & (array <= most)), name, probability_advice(array.min(), array.max(), name))
        array = np.minimum(array, 1.0)
    return array


def weights(counts: Any, name: str, axes: Sequence[int] = (-1,)) -> Array:
    """Finite numbers >= 0, not all 0 over the axes."""
    array = numbers(values_of(counts), name)
    _require_axes(array, axes, name)
    _require_finite_and_nonnegative(array, name, "a count or weight is a finite number, 0 or more")
    if not (most := array.max(tuple(axes)) > 0).all():
        place, _ = first(most, ~most)
        raise ValueError(f"{name}{place} has nothing above 0, so it cannot be turned into probabilities")
    return array


def listed(values: Any, name: str, what: str) -> list[Any]:
    """The items of a sequence, of a generator too."""
    if isinstance(values, Mapping):
        require_order(values, name)
    if not isinstance(values, Iterable):
        raise ValueError(f"{name} is {values!r}; give a list of {what}")
    return list(values)


def finite(values: ArrayLike, name: str) -> Array:
    """Finite real numbers of any sign."""
    array = numbers(values, name)
    if not np.isfinite(array).all():
        blame(array, ~np.isfinite(array), name, "give finite numbers")
    return array


def _require_axes(array: Array, axes: Sequence[int], name: str) -> None:
    if not len(axes):
        raise ValueError(f"no axis of {name} is named; one axis or more must list the outcomes")
    for axis in axes:
        if not isinstance(axis, int | np.integer) or isinstance(axis, bool):
            advice = (
                f". For one law of several axes, pass {name}.ravel()" if axis is None or isinstance(axis, tuple) else ""
            )
            raise ValueError(f"axis is {axis!r}; give the whole number of an axis{advice}")
        if not -array.ndim <= axis < array.ndim:
            shape = "a single number" if array.ndim == 0 else f"an array of shape {array.shape}"
            coin = f". A coin is [{name}, 1 - {name}], or Bernoulli({name})" if array.ndim == 0 else ""
            raise ValueError(f"{name} is {shape} and has no axis {axis}; one axis must list the outcomes{coin}")
    if len({axis % array.ndim for axis in axes}) != len(axes):
        raise ValueError(f"the axes {tuple(axes)} of {name} must be different ones")


def _require_finite_and_nonnegative(array: Array, name: str, advice: str) -> None:
    faults = ~((array >= 0) & (array < math.inf))
    if faults.any():
        if math.isnan(value := float(array[faults][0])):
            advice += f". If nan stands where an outcome never happens, write 0: np.nan_to_num({name})"
        if _is_rounding(value):
            advice += f". If {value!r} is what rounding left of a 0, make it one: np.maximum({name}, 0)"
        blame(array, faults, name, advice)


def _is_rounding(value: float) -> bool:
    return -TINY <= value < 0


def _is_one(total: Any, away: float = TOLERANCE) -> bool:
    if not isinstance(total, np.ndarray):  # one law: far quicker without arrays of one element
        return abs(float(total) - 1) <= away
    return 1 - away <= least(total) and largest(total) <= 1 + away


def tolerance(step: float | None, outcomes: int) -> float:
    """How far from 1 a sum of so many probabilities may be, by what rounding to their type explains.

    To divide by a sum that was added up one by one can err by n/2 steps; softmaxes of up to a million outcomes in
    float32 were seen to err by n/20. The rounding of each probability itself is far below.
    """
    return TOLERANCE if step is None else min((4 + outcomes / 16) * step, _COARSEST)


def _rounded(array: Array, given: Any, axes: Sequence[int], name: str, observed: bool = True) -> Array:
    """The laws that were rounded to a coarser type, divided by their sums in float64; ValueError for all else."""
    step = precision(given) or precision(raw(values_of(given), name))
    if step is not None and (array >= 0).all():
        total = array.sum(tuple(axes), keepdims=True)
        if _is_one(total, tolerance(step, math.prod(array.shape[axis] for axis in axes))):
            return np.asarray(array / total)
    raise _explanation(array, axes, name, observed and isinstance(given, PLAIN))


def _explanation(array: Array, axes: Sequence[int], name: str, observed: bool) -> ValueError:
    """Why these are not probabilities, and what turns them into some."""
    _require_finite_and_nonnegative(array, name, "a probability is a number from 0 to 1")
    total = array.sum(tuple(axes))
    place, value = first(total, ~(np.abs(total - 1) <= TOLERANCE))
    return ValueError(f"{name}{place} sums to {value:.12g}, not 1; {_way_to_one(array, axes, name, observed)}")


def _way_to_one(array: Array, axes: Sequence[int], name: str, observed: bool) -> str:
    """What makes a law of numbers that do not sum to 1 along the axes; they may be observed values, not counts."""
    places = [axis % array.ndim for axis in axes]
    if len(axes) > 1:
        whole_table = "None" if len(axes) == array.ndim else str(tuple(axes))
        held, rest = _margins(array) if array.ndim == 2 else ("", "")
        if held:
            return (
                f"in {held} stand the sums of the others: normalize the rest, np.asarray({name}){rest}, with axis=None"
            )
        rows = ". Its rows sum to 1 each: p(y|x) is multiplied by p(x) first" if _sums(array, (-1,)) else ""
        return f"`normalize({name}, axis={whole_table})` turns a table of counts into probabilities{rows}"
    if array.ndim > 1 and array.shape[places[0]] == 1:
        other = next((k for k in range(array.ndim) if array.shape[k] > 1), 0)
        return (
            f"it has shape {array.shape}, so that each law along axis {axes[0]} has one outcome. If the column is the "
            f"law, say axis={other}: `normalize({name}, axis={other})` turns counts into probabilities"
        )
    for axis in range(array.ndim if array.ndim > 1 else 0):
        if axis != places[0] and _sums(array, (axis,)):
            return f"along axis {axis} the sums are 1: say axis={axis}"
    if array.ndim > 1 and _sums(array, tuple(range(array.ndim))):
        return (
            f"the whole table sums to 1: joint_entropy and mutual_information take it so, and {name}.ravel() is a law"
        )
    how = "" if places[0] == array.ndim - 1 else f" along axis {axes[0]}, with axis={axes[0]},"
    counts = f"`normalize` turns counts into probabilities{how}".rstrip(",")
    if observed and array.size > 1 and (array == np.floor(array)).all() and array.sum() > 1:
        counts += ". If they are values that you observed, count them first: "
        counts += f"normalize(np.unique({name}, return_counts=True)[1])"
    return counts


def _margins(table: Array) -> tuple[str, str]:
    """Which of the last row and the last column hold the sums of the others, and what leaves them out."""
    under = len(table) > 2 and np.allclose(table[-1], table[:-1].sum(0))
    beside = table.shape[1] > 2 and np.allclose(table[:, -1], table[:, :-1].sum(1))
    held = " and ".join(["the last row"] * under + ["the last column"] * beside)
    return held, f"[{':-1' if under else ':'}{', :-1' if beside else ''}]"


def _sums(array: Array, axes: tuple[int, ...]) -> bool:
    return _is_one(array.sum(axes))


def blame(array: Array, faults: NDArray[np.bool_], name: str, advice: str) -> NoReturn:
    place, value = first(array, faults)
    raise ValueError(f"{name}{place} is {value!r}; {advice}")


def first(array: Any, faults: NDArray[np.bool_]) -> tuple[str, float]:
    """Where the first fault is, such as "[1, 0]", and its value."""
    index = tuple(int(i) for i in np.argwhere(faults)[0]) if np.ndim(array) else ()
    return f"[{', '.join(map(str, index))}]" if index else "", float(np.asarray(array)[index])
