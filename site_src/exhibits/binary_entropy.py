"""Exhibits of the page on the binary entropy function, which is in bits."""

from math import e, log2

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, MUTED, Q_INK, D, H, Q, Table, canvas
from extrabits import binary_entropy, kl_divergence
from studies import coin_bounds

BELIEF, TRUTH = 0.2, 0.6
ONES = 0.1


def rare() -> Table:
    """What an event that happens once in so many times costs for each time that it happens, and the two bounds."""
    rows = []
    for times in (2, 10, 100, 1000, 1_000_000):
        words = "a million" if times == 1_000_000 else times
        cells = (coin_bounds.per_event(1 / times), log2(times), log2(e * times))
        rows.append([f"once in {words}", *(f"{number:.3f}" for number in cells)])
    return [["it happens", "bits each time", "log₂ 1/t", "log₂ e/t"], *rows]


def bounds() -> Table:
    """The entropy of a coin between its bounds."""
    rows = []
    for t in (0.5, 0.4, 0.25, 0.1, 0.01, 0.001):
        cells = (coin_bounds.below(t), binary_entropy(t), coin_bounds.above(t), np.sqrt(coin_bounds.below(t)))
        rows.append([f"{t:g}", *(f"{number:.4f}" for number in cells)])
    return [["t", "4t(1 − t)", "h(t)", "its power", "its root"], *rows]


def balls() -> Table:
    """log₂ of the number of strings of n bits with at most a tenth of ones, and with exactly a tenth."""
    rows = []
    for n in (10, 100, 1000, 10_000):
        cells = (n * binary_entropy(ONES), coin_bounds.log_ball(n, n // 10), coin_bounds.log_sphere(n, n // 10))
        rows.append([str(n), *(f"{number:.2f}" for number in cells)])
    return [["n", "n h(0.1)", "at most", "exactly"], *rows]


def tangent() -> Figure:
    """The entropy of a coin, the tangent at a belief, and the divergence between them at a truth."""
    figure, (axes,) = canvas(3.9)
    heads = np.linspace(0, 1, 401)
    no, yes = -np.log2([1 - BELIEF, BELIEF])
    bill = TRUTH * yes + (1 - TRUTH) * no
    extra = float(kl_divergence([TRUTH, 1 - TRUTH], [BELIEF, 1 - BELIEF]))
    axes.plot(heads, binary_entropy(heads), color=H, linewidth=2.6)
    axes.plot([0, 1], [no, yes], color=Q)
    axes.plot([TRUTH, TRUTH], [binary_entropy(TRUTH), bill], color=D, linewidth=2.6)
    axes.plot([0, BELIEF, 1], [no, binary_entropy(BELIEF), yes], "o", color=INK, markersize=5, clip_on=False, zorder=3)
    axes.text(0.02, no + 0.33, f"{no:.3f}", color=Q_INK, ha="left")
    axes.text(0.97, yes, f"{yes:.3f}", color=Q_INK, ha="right", va="center")
    axes.text(
        BELIEF + 0.03, binary_entropy(BELIEF) - 0.02, f"slope {log2((1 - BELIEF) / BELIEF):g}", color=Q_INK, va="top"
    )
    axes.text(TRUTH + 0.02, bill - extra / 2, f"{extra:.3f}", color=D_INK, va="center")
    axes.text(0.5, 0.55, "entropy h(t)", color=H_INK, ha="center")
    axes.text(0.42, 1.62, "the bill of\nwho believes 0.2", color=MUTED, ha="center", linespacing=1.3)
    axes.set(xlim=(0, 1), ylim=(0, 2.45), xticks=[0, BELIEF, 0.5, TRUTH, 1], yticks=[0, 1, 2])
    axes.set(xlabel="probability t of yes", ylabel="bits")
    return figure
