"""Labels: laws whose outcomes have names are laid together by name, whatever keeps the names.

Mappings, the columns and frames of pandas and polars, and the arrays of xarray are known by what they can do.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits._reading import raw, require_order

LawLike: TypeAlias = ArrayLike | Mapping[Any, float]
OneLaw: TypeAlias = Sequence[float] | Mapping[Any, float]  # what a type checker sees to be one law
Laws: TypeAlias = Sequence[Sequence[float]]  # and what to be a batch; of an array it sees no axes
PLAIN = (np.ndarray, list, tuple)  # what has no labels, told without looking closer
_MISSING = ("a label that is nan",)


def labels(values: Any, axis: int = -1) -> list[Hashable] | None:
    """The names of the places along the axis, None where there are none."""
    if isinstance(values, PLAIN):
        return None
    if isinstance(values, Mapping):
        return [_same_nan(key) for key in values] if axis in (0, -1) else None
    found = _along(values, axis)
    return None if found is None else [_same_nan(label) for label in found]


def values_of(values: Any) -> Any:
    """The numbers of a mapping as a list; anything else as it is."""
    return list(values.values()) if isinstance(values, Mapping) else values


def aligned(values: Sequence[Any], names: Sequence[str], axis: int = -1) -> list[Any]:
    """The values with the outcomes in one order; a label that one of them lacks has probability 0 there.

    Nothing else is possible: each law sums to 1 by itself, so nothing is left for what it does not list.
    """
    for one, name in zip(values, names, strict=True):
        _require_one_number_each(one, name)
    places = [labels(one, axis) for one in values]
    _require_same_batches(values, names, axis)
    if all(place is None for place in places):
        return list(values)
    known = [place for place in places if place is not None]
    numbered = [place == list(range(len(place))) for place in known]
    if len(known) < len(places):
        if all(numbered):  # 0, 1, 2, …: such labels are the places themselves
            return [values_of(one) for one in values]
        with_labels, without = (
            next(n for n, place in zip(names, places, strict=True) if (place is None) == bare) for bare in (False, True)
        )
        raise ValueError(
            f"{with_labels} has labels ({_some(known[0])}) and {without} has none, so they cannot be laid together by "
            f"label; give both labels, or, if the order is the same, take them off: "
            f"{_bare(values[names.index(with_labels)], with_labels)}"
        )
    if all(place == known[0] for place in known):
        return [values_of(one) for one in values]
    return _reordered(values, names, known, axis)


def require_same_labels(values: Sequence[Any], names: Sequence[str], axes: Sequence[int] | None = None) -> None:
    """ValueError where two of the values have labels that differ, for what is paired by its order."""
    known = [
        (name, place, one)
        for one, name, axis in zip(values, names, axes or [-1] * len(values), strict=True)
        if (place := labels(one, axis)) is not None
    ]
    if len(known) < len(values):
        for one, name in zip(values, names, strict=True):
            if isinstance(one, Mapping):
                require_order(one, name)
    for name, place, one in known[1:]:
        if place != known[0][1]:
            raise ValueError(
                f"{known[0][0]} has the labels {_some(known[0][1])} and {name} has {_some(place)}; bring both into "
                f"one order, or, if row k of one belongs to row k of the other, take the labels off: {_bare(one, name)}"
            )


def like(result: NDArray[Any], values: Any) -> Any:
    """The result with the labels of the values, in a container of their kind."""
    if isinstance(values, Mapping):
        return dict(zip(values, result.tolist(), strict=True))
    if hasattr(values, "dims") and hasattr(values, "copy"):
        return values.copy(data=result)
    if hasattr(values, "index") and not callable(values.index):
        names = {key: getattr(values, key) for key in ("index", "columns") if hasattr(values, key)}
        return type(values)(result, **names)
    if hasattr(values, "columns"):
        return type(values)(dict(zip(values.columns, result.T, strict=True)))
    return result


def require_different(place: Sequence[Hashable], name: str) -> None:
    """ValueError where one label stands twice."""
    if len(set(place)) < len(place):
        twice = next(label for label, count in Counter(place).items() if count > 1)
        raise ValueError(f"{name} has the label {twice!r} more than once; add up what belongs together first")


class _Shape(NamedTuple):
    dims: Sequence[Hashable] | None
    places: list[Sequence[Hashable] | None]


def _shape(values: Any) -> _Shape:
    """What a labelled container calls its axes, and the places along them."""
    if hasattr(values, "dims") and hasattr(values, "indexes"):
        return _Shape(tuple(values.dims), [values.indexes.get(dim) for dim in values.dims])
    if hasattr(values, "columns"):
        return _Shape(None, [getattr(values, "index", None), values.columns])
    if hasattr(values, "index") and not callable(values.index) and hasattr(values, "values"):
        return _Shape(None, [values.index])
    return _Shape(None, [])


def _along(values: Any, axis: int) -> Sequence[Hashable] | None:
    places = _shape(values).places
    if not isinstance(axis, int | np.integer) or not -len(places) <= axis < len(places):
        return None
    return places[axis]


def _require_one_number_each(values: Any, name: str) -> None:
    """ValueError for a mapping of names to lists, of which it is not said what the names are names of."""
    for label, one in values.items() if isinstance(values, Mapping) else ():
        if np.ndim(one):
            raise ValueError(
                f"{name}[{label!r}] is {one!r}; a law by label has one number for each label. Pass laws one at a time"
            )


def _require_same_batches(values: Sequence[Any], names: Sequence[str], axis: int) -> None:
    """ValueError where frames list their laws in different orders, or arrays call their axes by different names."""
    shapes = [(name, _shape(one)) for one, name in zip(values, names, strict=True) if not isinstance(one, PLAIN)]
    for name, shape in shapes[1:]:
        first, other = shapes[0]
        if shape.dims and other.dims and shape.dims[-len(other.dims) :] != other.dims[-len(shape.dims) :]:
            way = f"bring them into one order: {name}.transpose(*{first}.dims)"
            if set(shape.dims) != set(other.dims):
                way = f"call the same axes alike, with {name}.rename"
            raise ValueError(f"{first} has the axes {other.dims} and {name} has {shape.dims}; {way}")
        if len(shape.places) != len(other.places) or len(shape.places) < 2:
            continue
        for k, (a, b) in enumerate(zip(other.places, shape.places, strict=True)):
            if k == axis % len(other.places) or a is None or b is None or 1 in (len(a), len(b)):
                continue  # the outcomes themselves, nameless laws, and one law beside many
            if list(a) != list(b):
                raise ValueError(
                    f"{first} and {name} list their laws in different orders or under different names "
                    f"({_some(list(a))} and {_some(list(b))}); write {name}.reindex_like({first}), or take them off"
                )


def _reordered(
    values: Sequence[Any], names: Sequence[str], places: list[list[Hashable]], axis: int
) -> list[NDArray[Any]]:
    for name, place in zip(names, places, strict=True):
        require_different(place, name)
    order = dict.fromkeys(label for place in places for label in place)
    spelled: dict[str, Hashable] = {}
    for label in order:
        if spelled.setdefault(str(label).strip(), label) != label:
            raise ValueError(
                f"the labels {spelled[str(label).strip()]!r} and {label!r} differ but look alike; write them alike, or "
                "make it plain that they are two"
            )
    for name, place in zip(names[1:], places[1:], strict=True):
        if not set(place) & set(places[0]):
            raise ValueError(
                f"{names[0]} and {name} have no label in common: {_some(places[0])} and {_some(place)}. Write them "
                "alike; laws that truly share no outcome need their zeros written out in one of them"
            )
    return [
        _placed(one, name, place, list(order), axis) for one, name, place in zip(values, names, places, strict=True)
    ]


def _placed(values: Any, name: str, place: list[Hashable], order: list[Hashable], axis: int) -> NDArray[Any]:
    """The values along the axis in this order, 0 where their labels lack one."""
    array = np.moveaxis(raw(values_of(values), name), axis, -1)
    at = {label: k for k, label in enumerate(place)}
    result = np.zeros((*array.shape[:-1], len(order)), array.dtype)
    for k, label in enumerate(order):
        if label in at:
            result[..., k] = array[..., at[label]]
    return np.moveaxis(result, -1, axis)


def _same_nan(label: Any) -> Hashable:
    """The label, and one and the same for every nan, which is not equal to itself."""
    try:
        return _MISSING if label != label else label
    except (TypeError, ValueError):
        return label if isinstance(label, Hashable) else repr(label)


def _some(place: Sequence[Hashable]) -> str:
    return ", ".join(map(repr, place[:4])) + (", …" if len(place) > 4 else "")


def _bare(values: ArrayLike, name: str) -> str:
    return f"list({name}.values())" if isinstance(values, Mapping) else f"{name}.to_numpy()"
