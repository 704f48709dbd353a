"""What variables say about each other, cell by cell from the table of their joint probabilities, in mpmath."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import mpmath
import numpy as np

Table = Any
Cell = tuple[int, ...]


def joint_law(x: Sequence[Any], y: Sequence[Any], *more: Sequence[Any]) -> dict[tuple[Any, ...], Any]:
    rows = list(zip(x, y, *more, strict=True))
    return {row: mpmath.mpf(rows.count(row)) / len(rows) for row in rows}


def marginals(joint: Table, axes: Sequence[int] = (-2, -1)) -> list[list[Any]]:
    return [list(_marginal(joint, axes, (place,)).values()) for place in (0, 1)]


def joint_entropy(joint: Table, axes: Sequence[int] = (-2, -1), base: float = 2) -> Any:
    return _mean_log(joint, axes, base, lambda cell, p: 1 / p)


def conditional_entropy(joint: Table, axes: Sequence[int] = (-2, -1), base: float = 2) -> Any:
    x = _marginal(joint, axes, (0,))
    return _mean_log(joint, axes, base, lambda cell, p: x[cell[:1]] / p)


def mutual_information(joint: Table, axes: Sequence[int] = (-2, -1), base: float = 2) -> Any:
    x, y = (_marginal(joint, axes, (place,)) for place in (0, 1))
    return _mean_log(joint, axes, base, lambda cell, p: p / x[cell[:1]] / y[cell[1:]])


def conditional_mutual_information(joint: Table, axes: Sequence[int] = (-3, -2, -1), base: float = 2) -> Any:
    z, xz, yz = (_marginal(joint, axes, places) for places in ((2,), (0, 2), (1, 2)))
    return _mean_log(joint, axes, base, lambda cell, p: p * z[cell[2:]] / xz[cell[0], cell[2]] / yz[cell[1:]])


def variation_of_information(joint: Table, axes: Sequence[int] = (-2, -1), base: float = 2) -> Any:
    return conditional_entropy(joint, axes, base) + conditional_entropy(joint, axes[::-1], base)


def _cells(joint: Table, axes: Sequence[int]) -> Iterator[tuple[Cell, Any]]:
    """Each cell and its probability, its places in the order of the axes; the whole sums to 1 to the last digit."""
    table = np.array(joint)
    total = mpmath.fsum(table.ravel().tolist())
    for place in itertools.product(*map(range, table.shape)):
        yield tuple(place[axis] for axis in axes), mpmath.mpf(float(table[place])) / total


def _marginal(joint: Table, axes: Sequence[int], places: Sequence[int]) -> dict[Cell, Any]:
    sums: dict[Cell, Any] = {}
    for cell, p in _cells(joint, axes):
        kept = tuple(cell[place] for place in places)
        sums[kept] = sums.get(kept, mpmath.mpf(0)) + p
    return sums


def _mean_log(joint: Table, axes: Sequence[int], base: float, ratio: Any) -> Any:
    return mpmath.fsum(p * mpmath.log(ratio(cell, p)) for cell, p in _cells(joint, axes) if p) / mpmath.log(base)
