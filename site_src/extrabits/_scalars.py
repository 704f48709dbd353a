"""Single numbers: parameters, orders and units are checked here, and results leave as floats."""

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from extrabits._reading import numbers, precision, raw

Result: TypeAlias = Any  # a float for one law, an array for a batch; numpy types its own reductions as Any too

LIMIT_ORDER = 1e32  # from this order on, an entropy or divergence of Rényi is its limit at ∞ in all its digits
TINY = 1e-6  # what a fault this small is probably left of


def number(value: Any, name: str, advice: str = "give one real number") -> float:
    """The value as a float, where it is one number: not text, not a truth value, not a list of one."""
    alone = value if isinstance(value, int | float) else _out_of_array(value, name)
    if isinstance(alone, bool | np.bool_ | str | bytes | complex | np.complexfloating) or not hasattr(
        type(alone), "__float__"
    ):
        raise ValueError(f"{name} is {value!r}; {advice}")
    try:
        return float(alone)
    except OverflowError:
        raise ValueError(f"{name} is too large for a float64") from None
    except (TypeError, ValueError):
        raise ValueError(f"{name} is {value!r}; {advice}") from None


def real(value: object, name: str) -> float:
    """One finite real number, in whatever type it came."""
    found = number(value, name)
    if not -math.inf < found < math.inf:
        raise ValueError(f"{name} is {value}; give a finite number")
    return found


def positive(value: object, name: str) -> float:
    """One finite real number above 0."""
    number = real(value, name)
    if not number > 0:
        raise ValueError(f"{name} is {value}; it must be above 0")
    return number


def probability(value: object, name: str) -> float:
    """One real number from 0 to 1."""
    share = real(value, name)
    if 1 < share <= 1 + 4 * (precision(value) or 0.0):
        return 1.0  # summed up in a coarser type
    if not 0 <= share <= 1:
        raise ValueError(f"{name} is {value}; {probability_advice(share, share, name)}")
    return share


def whole(value: object, name: str, least: int) -> int:
    """One whole number, no smaller than the least."""
    number = real(value, name)
    if number != int(number) or number < least:
        raise ValueError(f"{name} is {value}; give a whole number, {least} or more")
    return int(number)


def parameter(value: Any, name: str, check: Callable[[object, str], float], *, one_by_one: bool = False) -> Any:
    """A parameter of a family as a float or, of a batch, an array of floats that each pass the check."""
    if isinstance(value, int | float) or not (isinstance(value, list | tuple) or np.ndim(_out_of_axes(value, name))):
        return check(value, name)
    array = numbers(value, name)
    try:  # each check but that of whole numbers holds between two ends
        check(float(array.min()), name)
        check(float(array.max()), name)
        fault = bool((array % 1 != 0).any()) if one_by_one else False
    except ValueError:
        fault = True
    if fault:
        for index, one in np.ndenumerate(array):
            check(float(one), f"{name}[{', '.join(map(str, index))}]")
    array = array.copy()
    array.flags.writeable = False
    return array


def order(alpha: Any, *, limit: bool = False) -> float:
    """The order α ≥ 0 of an entropy or a divergence; ∞ where the limit is one, too."""
    degree = _one_order(alpha)
    if limit and degree == math.inf:
        return math.inf
    degree = real(degree, "alpha")
    if degree < 0:
        raise ValueError(f"alpha is {alpha}; orders start at 0")
    return degree


def any_order(alpha: Any) -> float:
    """The order α of a divergence that has one for every finite number."""
    return real(_one_order(alpha), "alpha")


def unit(base: Any) -> float:
    """The number of nats in one unit of information to this base: ln 2 for bits, 1 for nats."""
    advice = "give a number above 1: 2 for bits, math.e for nats, 10 for bans"
    found = base if type(base) is float or type(base) is int else number(base, "base", advice)
    if not 1 < found < math.inf:
        raise ValueError(f"base is {base!r}; {advice}")
    return math.log(found)


def in_unit(nats: Result, base: float) -> Result:
    """An amount of information in units of the base, as a float or, for a batch, an array; never -0.0."""
    return plain(nats / unit(base))


def plain(value: Result) -> Result:
    """A number without a unit as a float or, for a batch, an array; never -0.0."""
    return value + 0.0 if isinstance(value, np.ndarray) and value.ndim else float(value) + 0.0


def probability_advice(least: float, most: float, name: str) -> str:
    """What to do about numbers of which some are no probabilities."""
    advice = "a probability is a number from 0 to 1"
    if least >= -TINY and most <= 1 + TINY:
        advice += f". If rounding carried it there, np.clip({name}, 0, 1) brings it back"
    return advice


def _one_order(alpha: Any) -> float:
    return number(alpha, "alpha", "give one real number, and for several orders one call for each")


def _out_of_array(value: Any, name: str) -> Any:
    """What an array without axes holds; None for an array with some, which is no single number."""
    if not hasattr(value, "__array__") or isinstance(value, np.generic):
        return value
    array = raw(value, name)
    return (float(array.astype(np.float64)) if array.dtype.kind == "V" else array.item()) if array.ndim == 0 else None


def _out_of_axes(value: Any, name: str) -> Any:
    return raw(value, name) if hasattr(value, "__array__") else 0
