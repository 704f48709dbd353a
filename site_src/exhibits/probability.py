"""Exhibits of the page on probability and laws."""

from math import sqrt

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from numpy.typing import NDArray

from exhibits._drawing import INK, LINE, MUTED, P_INK, PAPER, P, Table, canvas
from studies import printed_tables

Array = NDArray[np.float64]

CORNERS = np.array([[0, 0], [1, 0], [1 / 2, sqrt(3) / 2]])  # a, b and c for certain
EXAMPLES = [[1 / 3, 1 / 3, 1 / 3], [0.46, 0.36, 0.18]]


def die() -> Table:
    """Three variables on the six outcomes of one die, and a sum of two of them."""
    rows = [[str(x), str(x), str(7 - x), str(x % 2), "7"] for x in range(1, 7)]
    return [["outcome", "X", "Y", "Z", "X + Y"], *rows]


def simplex() -> Figure:
    """All laws on three outcomes; shaded, those whose table with one digit sums to 0.9 or 1.1; two of these."""
    figure, (axes,) = canvas(3.2)
    for triangles, colour in zip(printed_tables.wrong_sums(), (LINE, MUTED), strict=True):
        axes.add_collection(PolyCollection(list(triangles @ CORNERS), facecolor=colour, edgecolor="none"))
    axes.plot(*CORNERS[[0, 1, 2, 0]].T, color=INK, linewidth=1.2)
    for (x, y), words, side in zip(
        CORNERS, ("a for certain", "b for certain", "c for certain"), (0, 0, 1), strict=True
    ):
        axes.text(x, y + (0.04 if side else -0.08), words, color=INK, ha="center")
    for law, name, height in zip(EXAMPLES, ("⅓, ⅓, ⅓", "0.46, 0.36, 0.18"), (0.66, 0.44), strict=True):
        x, y = law @ CORNERS
        axes.plot([x, 0.92], [y, height], color=P, linewidth=1.1)
        axes.plot(x, y, "o", color=P, markersize=5, markeredgecolor=PAPER)
        total = printed_tables.printed_sum(law, 1)
        axes.text(0.94, height, f"{name}\nprinted, sums to {total}", color=P_INK, va="center", linespacing=1.3)
    axes.set(xlim=(-0.12, 1.5), ylim=(-0.1, 0.93), aspect="equal")
    axes.axis("off")
    return figure
