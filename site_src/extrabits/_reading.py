"""Reading: what people hand over as an array of float64, or an error that names place, value and a way out."""

from collections.abc import Collection, ItemsView, Iterator, KeysView, Mapping, Set, Sized
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]

# The distance from 1 to the next number: by it a law in such a type may miss 1. float64 is not among them.
PRECISIONS = {"float32": 2.0**-23, "float16": 2.0**-10, "bfloat16": 2.0**-7}


def numbers(values: ArrayLike, name: str) -> Array:
    """The values as a float64 array, whatever array-like they came in."""
    if type(values) is np.ndarray and values.dtype == np.float64 and values.size:  # the usual case, and the quickest
        return values
    array = raw(values, name)
    if array.size == 0:
        shape = "" if array.ndim == 1 else f": shape {array.shape} is a batch of nothing. Leave such a batch out"
        raise ValueError(f"{name} is empty{shape or '; give at least one number'}")
    if array.dtype.names:
        raise ValueError(
            f"{name} has the fields {', '.join(array.dtype.names)}; pass one, {name}[{array.dtype.names[0]!r}]"
        )
    kind = array.dtype.kind
    if kind in "fiub" or (kind == "V" and array.dtype.names is None and not array.dtype.name.startswith("void")):
        return array.astype(np.float64, copy=False)  # V are the types of ml_dtypes, bfloat16 among them
    mixed = kind in "US" and isinstance(values, list | tuple)  # numpy turns the numbers beside a text into texts
    return _one_by_one(np.array(values, object) if mixed else array.astype(object), name)


def raw(values: Any, name: str) -> NDArray[Any]:
    """The values as an array of the type that they came in."""
    require_unmasked(values, name)
    if not isinstance(values, list | tuple) and not hasattr(values, "__array__"):
        require_order(values, name)
    try:
        # torch cannot show numpy a bfloat16, but turns it into a float32 without loss.
        whole = values.float() if precision(values) == PRECISIONS["bfloat16"] and hasattr(values, "float") else values
        return np.asarray(whole)
    except Exception as error:  # whatever another library raises: a GPU, a gradient, a sparse tensor
        foreign = values if not isinstance(values, list | tuple) or not values else values[0]
        if hasattr(foreign, "__array__") and not isinstance(foreign, np.ndarray):
            raise ValueError(f"{name} could not be read as an array: {error}") from error
        raise ValueError(f"{name} must be a rectangular array of real numbers{_uneven(values, name)}") from None


def require_unmasked(values: Any, name: str) -> None:
    """ValueError for masked values, in a list of arrays too, where numpy takes what is below the mask."""
    rows = values if isinstance(values, list | tuple) and values and not isinstance(values[0], float | int) else ()
    for place, one in [(name, values), *((f"{name}[{k}]", row) for k, row in enumerate(rows))]:
        if isinstance(one, np.ma.MaskedArray) and np.ma.is_masked(one):
            raise ValueError(f"{place} has masked values; decide what they are and pass plain numbers")


def _uneven(values: Any, name: str) -> str:
    """Where a list is no array: the first item that is masked, or longer or shorter than the first one."""
    items = values if isinstance(values, list | tuple) else []
    lengths = [len(item) if isinstance(item, Sized) and np.iterable(item) else 0 for item in items]
    for k, item in enumerate(items):
        if item is np.ma.masked:
            return f": {name}[{k}] is masked; decide what it is"
        if lengths[k] != lengths[0]:
            return (
                f": {name}[0] has length {lengths[0]} and {name}[{k}] has {lengths[k]}. Write 0 for what never happens"
            )
    return ""


def precision(values: Any) -> float | None:
    """How far apart the numbers of this type are near 1, for the types that are coarser than float64."""
    kind = getattr(values, "dtype", None)
    return PRECISIONS.get(str(kind).rpartition(".")[2].lower()) if kind is not None else None


def require_order(values: Any, name: str) -> None:
    """ValueError for what has no order, or keeps its numbers elsewhere."""
    what = type(values).__name__
    if isinstance(values, type):
        raise ValueError(f"{name} is the class {values.__name__}; give a law, such as Normal(0, 1), or probabilities")
    if hasattr(values, "nats_of_entropy"):
        raise ValueError(
            f"{name} is {values!r}, a family; families are for entropy, perplexity, cross_entropy, kl_divergence and "
            f"jeffreys_divergence. Here pass probabilities, such as those of bins or of whole numbers x: "
            f"normalize(np.exp({name}.log_density(x)))"
        )
    if isinstance(values, Mapping):
        raise ValueError(
            f"{name} is a {what}, and here the order counts; pass list({name}.values()), whose k-th item belongs to "
            f"list({name})[k]"
        )
    if isinstance(values, KeysView | ItemsView):
        raise ValueError(f"{name} is a {what}; pass the dict itself")
    if hasattr(values, "collect") and not hasattr(values, "__array__"):
        raise ValueError(f"{name} is a {what}; pass {name}.collect()")
    if isinstance(values, Set):
        raise ValueError(f"{name} is a {what}, which has no order and no repeats; pass a list")
    if isinstance(values, Iterator) or (isinstance(values, Collection) and not hasattr(values, "__getitem__")):
        raise ValueError(f"{name} is a {what}; pass list({name})")
    if hasattr(values, "toarray"):
        raise ValueError(f"{name} is a {what}; pass {name}.toarray()")
    if not hasattr(values, "__getitem__") and not hasattr(values, "__float__") and values is not None:
        raise ValueError(f"{name} is of type {what}; give an array of real numbers")


def _one_by_one(array: NDArray[Any], name: str) -> Array:
    """Numbers such as Fraction and Decimal, which numpy keeps as objects; no text, no complex numbers, no gaps."""
    found = np.empty(array.shape)
    for index, item in np.ndenumerate(array):
        place = name + (f"[{', '.join(map(str, index))}]" if index else "")
        try:
            if isinstance(item, str | bytes | complex | np.complexfloating | np.datetime64 | np.timedelta64):
                raise TypeError
            found[index] = float(item)
        except OverflowError:
            raise ValueError(f"{place} is too large for a float64") from None
        except (TypeError, ValueError):
            _refuse(item, place)
    return found


def _refuse(item: Any, place: str) -> NoReturn:
    name = place.partition("[")[0]
    if isinstance(item, str | bytes):
        raise ValueError(f"{place} is the text {item!r}; {_way_from_text(item, name, ',' in place)}") from None
    if isinstance(item, Mapping):
        raise ValueError(f"{place} is a {type(item).__name__}; pass laws with labels one at a time") from None
    if isinstance(item, list | tuple | np.ndarray):
        raise ValueError(f"{place} is {item!r}; give a rectangular array of real numbers") from None
    real = f": np.real({name}) if the rest is 0" if isinstance(item, complex | np.complexfloating) else ""
    raise ValueError(f"{place} is {item!r}; give a real number{real}") from None


def _way_from_text(item: str | bytes, name: str, in_a_table: bool) -> str:
    text = (item.decode("latin-1") if isinstance(item, bytes) else item).strip()
    number = text.removesuffix("%").strip()
    try:
        float(number)
    except ValueError:
        if in_a_table:
            return "pass the numbers alone, without names"
        return f"give numbers. If you observed such outcomes, count them: normalize(Counter({name}))"
    return f"turn text into numbers first, such as float({number!r}){' / 100' * (number != text)}"
