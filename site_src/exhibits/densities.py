"""Exhibits of the page on densities."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import P_INK, PAPER, Q_INK, P, Q, Table, canvas
from studies import coordinates
from studies.coordinates import BELIEF, ITSELF, LOG_ODDS, RATIO_PEAK, SHARE, TRUTH

PLACE = 0.3  # metres
ROWS = [
    ("over x", ITSELF, 0, 1),
    ("over the log-odds of x, ln x/(1 − x)", LOG_ODDS, -3, 4),
    ("over the share of q below x: q is flat, p is p/q", SHARE, 0, 1),
]


def stick() -> Table:
    """Two uniform laws of a point on a stick, over three scales: both densities change, their ratio does not."""
    half, whole = 1 / 0.5, 1 / 1  # per metre, of points spread evenly over half a metre and over one
    slopes = {"x, metres": 1, "x, millimetres": 1000, "x², square metres": 2 * PLACE}
    rows = [[name, f"{half / s:.4g}", f"{whole / s:.4g}", f"{half / whole:.0f}"] for name, s in slopes.items()]
    return [["scale", "p", "q", "p/q"], *rows]


def three_coordinates() -> Table:
    """Where p is highest over each coordinate, and both densities and their ratio at one outcome."""
    rows = []
    for name, coordinate in (("x", ITSELF), ("log-odds", LOG_ODDS), ("share", SHARE)):
        p, q = (float(coordinates.density(law, coordinate, RATIO_PEAK)) for law in (TRUTH, BELIEF))
        rows.append([name, *(f"{value:.3f}" for value in (p, q, p / q, coordinates.peak(TRUTH, coordinate)))])
    return [["over", "p", "q", "p/q", "p highest"], *rows]


def one_bin() -> Figure:
    """Two laws over three coordinates: heights change, the shaded bin keeps its area, and p/q its value."""
    figure, panels = canvas(5.6, rows=3)
    low, high = coordinates.crossings()
    x = np.concatenate([np.linspace(0.002, low, 150), np.linspace(low, high, 150), np.linspace(high, 0.998, 80)])
    inside = (x >= low) & (x <= high)
    share = f"{100 * coordinates.share_between(TRUTH, low, high):.0f} % of p"
    for axes, (title, coordinate, left, right) in zip(panels, ROWS, strict=True):
        heights = coordinates.density(TRUTH, coordinate, x)
        axes.fill_between(coordinate.place(x)[inside], 0, heights[inside], color=P, alpha=0.22, linewidth=0)
        for law, colour in ((BELIEF, Q), (TRUTH, P)):
            axes.plot(coordinate.place(x), coordinates.density(law, coordinate, x), color=colour)
            here = float(coordinate.place(RATIO_PEAK)), float(coordinates.density(law, coordinate, RATIO_PEAK))
            axes.plot(*here, "o", color=colour, markersize=7, markeredgecolor=PAPER, zorder=4)
        bottom = 0.16 * float(heights.max())
        axes.text(float(coordinate.place(0.68)), bottom, share, color=P_INK, ha="center", va="center")
        axes.set(xlim=(left, right), ylim=(0, 1.08 * float(heights.max())))
        axes.set_title(title, pad=5)
        axes.tick_params(length=3)
    panels[0].text(0.2, 1.2, "q", color=Q_INK, fontsize=13)
    panels[0].text(0.83, 1.75, "p", color=P_INK, fontsize=13)
    return figure
