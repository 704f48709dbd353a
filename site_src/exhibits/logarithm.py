"""Exhibits of the page on logarithms."""

from math import log, log2, log10

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, GRID, INK, LINE, MUTED, D, Table, canvas
from studies.logarithms import BAN, NAT, nearest_meetings

MEETING = nearest_meetings(3)[-1]
FACTORS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def factors() -> Table:
    """Three factors, the third the product of the others, in three units, and how many bits go to a nat."""
    rows = [
        [f"× {x}", *(f"{value:.4f}" for value in (log2(x), log(x), log10(x), log2(x) / log(x)))] for x in (2, 10, 20)
    ]
    return [["factor", "bits", "nats", "bans", "bits/nat"], *rows]


def zeros() -> Table:
    """A small t times its own log₂ 1/t, and times log₂ 1/q for a q that shrinks much faster, 2^(−1/t)."""
    rows = [[f"{t:.6f}".rstrip("0"), f"{t * log2(1 / t):.5f}", "1.00000"] for t in (0.1, 0.01, 0.001, 1e-6)]
    return [["t", "t log₂ 1/t", "t log₂ 1/q"], *rows]


def rulers() -> Figure:
    """One factor read on three rulers, in bits, nats and bans; below, where whole marks of all three nearly meet."""
    figure, (whole, near) = canvas(4.2, rows=2, gridspec_kw={"height_ratios": [4, 3]})
    rows = {"factor": np.log2(FACTORS), "bits": np.arange(11), "nats": NAT * np.arange(8), "bans": BAN * np.arange(4)}
    for height, (name, places) in zip((3, 2, 1, 0), rows.items(), strict=True):
        words = FACTORS if name == "factor" else range(len(places))
        _ruler(whole, height, name, places, [str(word) for word in words])
    whole.set(xlim=(-1.2, 10.3), ylim=(-0.2, 3.75))
    marks = (("bits", MEETING.bits, 1), ("nats", MEETING.nats, NAT), ("bans", MEETING.bans, BAN))
    for height, (name, count, unit) in zip((2, 1, 0), marks, strict=True):
        place = count * unit
        near.plot([9.94, 10.12], [height, height], color=LINE, linewidth=0.8)
        near.plot([place, place], [height, height + 0.5], color=D, linewidth=2.4)
        near.text(place + 0.004, height + 0.3, f"{count} {name}: × {2**place:.0f}", color=D_INK, va="center")
    near.set(xlim=(9.93, 10.16), ylim=(-0.2, 2.8))
    near.set_title("Around × 1000, enlarged", pad=6)
    for axes in (whole, near):
        axes.axis("off")
    return figure


def hyperbola() -> Figure:
    """ln x is the area under 1/t from 1 to x; what a rectangle of height 1 has more is x − 1 − ln x."""
    figure, (axes,) = canvas(3.4)
    t = np.linspace(0.36, 2.6, 300)
    for low, high in ((1 / 2, 1), (1, 2)):
        piece = np.linspace(low, high, 100)
        axes.fill_between(piece, 0, np.minimum(1 / piece, 1), color=GRID, linewidth=0)
        axes.fill_between(piece, 1, 1 / piece, color=D, alpha=0.6, linewidth=0)
    axes.plot([0.5, 2], [1, 1], color=MUTED, linewidth=1.4)
    axes.plot(t, 1 / t, color=INK)
    for x in (1 / 2, 1, 2):
        axes.plot([x, x], [0, max(1, 1 / x)], color=MUTED, linewidth=1)
    axes.text(1.5, 0.33, "area ln 2", color=INK, ha="center", va="center")
    axes.text(1.52, 1.1, f"more: 2 − 1 − ln 2 = {1 - log(2):.2f}", color=D_INK, ha="left", va="center")
    axes.text(0.82, 1.6, f"less: ½ − 1 − ln ½ = {log(2) - 1 / 2:.2f}", color=D_INK, ha="left", va="center")
    axes.text(2.3, 0.58, "1/t", color=INK, va="center")
    axes.set(xlim=(0.3, 3.1), xticks=[0.5, 1, 2], xticklabels=["½", "1", "2"], xlabel="t")
    axes.set(ylim=(0, 2.6), yticks=[0, 1, 2])
    return figure


def _ruler(axes: Axes, height: float, name: str, places: np.ndarray, words: list[str]) -> None:
    """A line with a mark and a word at each place."""
    axes.plot([0, 10.25], [height, height], color=LINE, linewidth=0.8)
    axes.text(-0.25, height + 0.12, name, color=MUTED, ha="right", va="center")
    for place, word in zip(places, words, strict=True):
        axes.plot([place, place], [height, height + 0.24], color=INK, linewidth=1.4)
        axes.text(place, height + 0.48, word, color=INK, ha="center", va="center")
