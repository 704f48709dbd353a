"""An arithmetic coder on whole numbers: no rounding, so decoding is exact and the length is within 2 bits of ideal."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import listed, one_law
from extrabits._scalars import whole


def arithmetic_encode(message: Sequence[int], p: ArrayLike) -> str:
    """The shortest bits whose every continuation, as a binary fraction, lies in the interval of the message.

    message: outcomes counted from 0. p: one law; each draw shrinks the interval to its share of p.
    There are fewer than surprisal + 2 bits, the surprisal being that of the whole message.

    >>> arithmetic_encode([0, 0, 1], [0.75, 0.25])
    '0111'
    >>> arithmetic_encode([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0.99, 0.01])
    '0'

    Raises ValueError for outcomes that p does not have or gives probability 0, and for p that is not one law.
    Source: J. Rissanen & G. G. Langdon, Arithmetic coding (1979).
    """
    bounds, total = _bounds(p)
    outcomes = listed(message, "message", "outcomes")
    low, width = 0, 1  # the interval is [low, low + width) / total^n
    for position, outcome in enumerate(outcomes):
        if not isinstance(outcome, int | np.integer) or not 0 <= outcome < len(bounds) - 1:
            raise ValueError(
                f"message[{position}] is {outcome!r}; outcomes are whole numbers from 0 to {len(bounds) - 2}"
            )
        if bounds[outcome] == bounds[outcome + 1]:
            raise ValueError(f"message[{position}] is {outcome}, which has probability 0")
        low = low * total + width * bounds[outcome]
        width *= bounds[outcome + 1] - bounds[outcome]
    return _shortest_fraction(low, low + width, total ** len(outcomes))


def arithmetic_decode(bits: str, p: ArrayLike, length: int) -> list[int]:
    """The message of this length whose interval holds the binary fraction that the bits spell.

    >>> arithmetic_decode("0111", [0.75, 0.25], 3)
    [0, 0, 1]
    >>> arithmetic_decode("", [1], 3)
    [0, 0, 0]

    Raises ValueError for bits that are not a string of 0 and 1, a length below 0, and p that is not one law.
    Source: J. Rissanen & G. G. Langdon, Arithmetic coding (1979).
    """
    bounds, total = _bounds(p)
    if not isinstance(bits, str) or set(bits) - {"0", "1"}:
        raise ValueError(f"bits is {bits!r}; give a string of 0 and 1")
    point, scale = int(bits or "0", 2), 1 << len(bits)  # the fraction is point / scale
    message = []
    for _ in range(whole(length, "length", 0)):
        place = point * total // scale
        outcome = bisect_right(bounds, place) - 1
        point = point * total - bounds[outcome] * scale
        scale *= bounds[outcome + 1] - bounds[outcome]
        message.append(outcome)
    return message


def _bounds(p: ArrayLike) -> tuple[list[int], int]:
    """The cumulative probabilities as whole numbers, and their last. Each float64 is a fraction, so this is exact."""
    checked = one_law(p, "p", "code with one law at a time")
    shares = [Fraction(share) for share in checked.tolist()]
    denominator = lcm(*(share.denominator for share in shares))
    bounds = [0, *accumulate(int(share * denominator) for share in shares)]
    return bounds, bounds[-1]


def _shortest_fraction(low: int, high: int, scale: int) -> str:
    """The fewest bits b with [b, b + 1)/2^length inside [low, high)/scale."""
    length = max(0, (scale // (high - low)).bit_length() - 1)
    while True:
        b = -((-low << length) // scale)
        if (b + 1) * scale <= high << length:
            return format(b, f"0{length}b") if length else ""
        length += 1
