"""Exhibits of the page on typical sequences."""

from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import H_INK, INK, LINE, MUTED, P_INK, H, P, Table, canvas
from studies import binomials
from studies import typical_tosses as tosses

SLACK = 0.1  # bits per toss
RATES = ("0.40", "0.45", "0.49", "0.55")


def kinds() -> Table:
    """How much of the chance is on typical strings, and how few of all strings they are."""
    rows = []
    for n in (10, 100, 1000):
        tails = tosses.typical(n, SLACK)
        few = f"{tails[0]} to {tails[-1]}" if len(tails) > 1 else str(tails[0])
        bits = (tosses.log_number(n, tails), n * (tosses.FLOOR + SLACK))
        rows.append([str(n), few, _percent(tosses.chance(n, tails)), *(f"{number:.1f}" for number in bits)])
    return [["tosses", "tails", "chance", "log₂ number", "bound"], *rows]


def too_few() -> Table:
    """How likely a string gets a word, when words have at most so many bits per toss."""
    lengths = (10, 100, 1000, 10_000)
    rows = [[rate, *(_percent(tosses.covered(n, Fraction(rate))) for n in lengths)] for rate in RATES]
    return [["bits per toss", *(f"{n} tosses" for n in lengths)], *rows]


def differing() -> Table:
    """What words cost that differ and need not be told apart in a row, against the entropy of the string."""
    rows = []
    for n in (1, 10, 100, 1000):
        entropy, mean = n * tosses.FLOOR, tosses.shortest_mean(n)
        rows.append([str(n), f"{entropy:.3f}", f"{mean:.3f}", f"{entropy - mean:.3f}"])
    return [["tosses", "entropy of the string", "mean word", "below the entropy"], *rows]


def settling() -> Figure:
    """The law of the surprisal per toss for 10, 100 and 1000 tosses."""
    figure, panels = canvas(5.0, rows=3, sharex=True)
    for axes, n in zip(panels, (10, 100, 1000), strict=True):
        law = binomials.law(n, 1 - tosses.HEADS)
        x = np.array([tosses.per_toss(n, k) for k in range(n + 1)])
        seen = law > 1e-6 * law.max()
        axes.bar(x[seen], law[seen], 0.86 * tosses.A_TAIL / n, color=P, edgecolor=P, linewidth=0.4)
        top = 1.3 * law.max()
        axes.axvline(tosses.FLOOR, color=H, linewidth=1.6, linestyle=(0, (3, 2)))
        axes.plot(tosses.ALL_HEADS, 0, marker="^", color=INK, markersize=8, clip_on=False, zorder=3)
        axes.text(1.27, 0.8 * top, f"{n} tosses", color=P_INK, ha="right")
        axes.set(xlim=(0, 1.27), ylim=(0, top), yticks=[])
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_color(LINE)
    first, *_, last = panels
    first.text(tosses.FLOOR + 0.02, 1.13 * binomials.law(10, 0.1).max(), "entropy", color=H_INK, va="center")
    last.text(tosses.ALL_HEADS, 0.012, "all heads", color=MUTED, ha="center")
    last.set(xticks=[0, 0.2, 0.4, 0.6, 0.8, 1, 1.2], xlabel="surprisal, bits per toss")
    return figure


def _percent(share: float) -> str:
    """A share of the chance; what would round to nothing or all is said so."""
    if share < 0.00005:
        return "< 0.01 %"
    return "> 99.99 %" if share > 0.99995 else f"{100 * share:.2f} %"
