"""Laws on three outcomes as points of a triangle."""

import math

from extrabits._checks import Array


def in_triangle(laws: Array) -> tuple[Array, Array]:
    """Where laws on three outcomes stand in an equilateral triangle with one corner for each outcome."""
    return laws[..., 1] + laws[..., 2] / 2, laws[..., 2] * math.sqrt(3) / 2
