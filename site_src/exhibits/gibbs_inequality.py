"""Exhibits of the page on Gibbs' inequality."""

import math

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from exhibits._drawing import D_INK, H_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, H, P, Q, Table, canvas
from extrabits import cross_entropy, entropy, kl_divergence
from studies import three_letters
from studies.three_letters import BELIEF, TRUTH

Array = NDArray[np.float64]

LETTERS = "abc"


def terms() -> Table:
    """For each letter its term p ln(p/q) of the divergence, and its gap times p, which is p ln(p/q) − p + q."""
    columns = (TRUTH, BELIEF, three_letters.ratios(), three_letters.terms(), three_letters.weighed_gaps())
    rows = [
        [letter, f"{p:.1f}", f"{q:.1f}", f"{t:.1f}", _signed(term), _signed(gap)]
        for letter, p, q, t, term, gap in zip(LETTERS, *columns, strict=True)
    ]
    header = ["letter", "p", "q", "t = q/p", "term, nats", "p · gap, nats"]
    sums = (f"**{_signed(float(sum(column)))}**" for column in columns[-2:])
    return [header, *rows, ["sum", "1", "1", "", *sums]]


def without_an_assumption() -> Table:
    """What Σ p ln(p/q) becomes when p and q are not two laws with one support."""
    half, sure = [1 / 2, 1 / 2], [1, 0]
    total = three_letters.plain_sum
    rows: list[tuple[str, str, float]] = [
        ("q sums to more than 1", "p = (½, ½), q = (0.6, 0.6)", total(half, [0.6, 0.6])),
        ("p sums to less than 1", "p = (0.4, 0.4), q = (½, ½)", total([0.4, 0.4], half)),
        ("the average is taken under q", "Σ q ln(p/q), our three letters", three_letters.sum_under_belief()),
        ("q sums to less than 1", "p = (½, ½), q = (0.4, 0.4)", total(half, [0.4, 0.4])),
        ("q has mass where p has none", "p = (1, 0), q = (0.8, 0.2)", total(sure, [0.8, 0.2])),
        ("q(x) = 0 where p(x) > 0", "p = (½, ½), q = (1, 0)", total(half, sure)),
    ]
    header = ["what is different", "example", "Σ p ln(p/q), nats"]
    return [header, *([what, example, _signed(value)] for what, example, value in rows)]


def tangent() -> Figure:
    """The logarithm lies below its tangent t − 1; the ratios q/p of three letters leave gaps of 0.81, 0 and 0.90."""
    t = np.linspace(0.12, 3.5, 300)
    figure, (axes,) = canvas(3.3)
    axes.plot(t, t - 1, color=MUTED, linewidth=1.4)
    axes.plot(t, np.log(t), color=INK)
    for letter, ratio, gap in zip(LETTERS, three_letters.ratios(), three_letters.gaps(), strict=True):
        height = math.log(ratio)
        axes.plot([ratio, ratio], [height, ratio - 1], color=D, linewidth=5, solid_capstyle="butt")
        axes.plot(ratio, height, "o", color=Q, markersize=8, markeredgecolor=PAPER)
        axes.text(ratio + 0.06, height - 0.14, letter, color=Q_INK, va="top", fontsize=12)
        if gap > 0.01:
            axes.text(ratio + (0.1 if ratio > 1 else 0.2), height + gap / 2, f"gap {gap:.2f}", color=D_INK, va="center")
    axes.text(2.72, 1.85, "the line t − 1", color=MUTED, ha="right")
    axes.text(1.75, 0.34, "the curve ln t", color=INK, ha="left", va="center")
    axes.text(1, 0.25, "no gap", color=D_INK, ha="center")
    axes.set(xlabel="ratio t = q(x) / p(x)", xlim=(0, 3.7), xticks=[0.2, 1, 2, 3], xticklabels=["0.2", "1", "2", "3"])
    axes.set(ylabel="nats", ylim=(-2.15, 2.5))
    return figure


def bowl() -> Figure:
    """The divergence for every belief about three letters: contours around p, and a cut straight from p to q."""
    figure, (map_, cut) = canvas(3.1, columns=2, gridspec_kw={"width_ratios": [1.35, 1]})
    for share in (0.1, 0.4, 1):
        beliefs = three_letters.contour(share * kl_divergence(TRUTH, BELIEF, base=math.e))
        map_.plot(*_in_triangle(beliefs), color=D, linewidth=1.2)
    map_.plot(*_in_triangle(np.eye(3)[[0, 1, 2, 0]]), color=LINE, linewidth=0.8)
    map_.plot(*_in_triangle(np.array([TRUTH, BELIEF])), color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    for name, law, colour, ink, shift in (("p", TRUTH, P, P_INK, -0.05), ("q", BELIEF, Q, Q_INK, 0.05)):
        x, y = map(float, _in_triangle(np.array(law)))
        map_.plot(x, y, "o", color=colour, markersize=7, markeredgecolor=PAPER)
        map_.text(x + shift, y, name, color=ink, ha="center", va="center", fontsize=12)
    for letter, corner, shift_x, shift_y in zip(
        LETTERS, np.eye(3), (-0.05, 0.05, 0), (-0.04, -0.04, 0.05), strict=True
    ):
        x, y = map(float, _in_triangle(corner))
        map_.text(x + shift_x, y + shift_y, letter, color=MUTED, ha="center", va="center")
    map_.set_aspect("equal")
    map_.set_axis_off()
    map_.set_title("D(p‖q) for every q", pad=12)
    heights = three_letters.divergences(np.linspace(TRUTH, BELIEF, 100))
    cut.plot(np.linspace(0, 1, 100), heights, color=D)
    for s, height, colour in ((0, 0, P), (1, heights[-1], Q)):
        cut.plot(s, height, "o", color=colour, markersize=7, markeredgecolor=PAPER, clip_on=False, zorder=5)
    cut.set(xlim=(0, 1), xticks=[0, 1], xticklabels=["p", "q"])
    cut.set(ylim=(0, 0.65), yticks=[0, 0.2, 0.4, 0.6], ylabel="nats")
    cut.set_title("Straight from p to q", pad=12)
    return figure


def bills_settle() -> Figure:
    """The cost per letter of random strings: both codes overlap for 10 letters, D(p‖q) parts them for 1000."""
    figure, (few, many) = canvas(3.5, rows=2, sharex=True)
    own, wrong = entropy(TRUTH), cross_entropy(TRUTH, BELIEF)
    for axes, length, bins in ((few, 10, 22), (many, 1000, 110)):
        for law, colour, mean in ((TRUTH, H, own), (BELIEF, Q, wrong)):
            costs = three_letters.bits_per_letter(law, length)
            axes.hist(costs, bins, range=(1.0, 3.2), color=colour, alpha=0.55, density=True, histtype="stepfilled")
            axes.axvline(mean, color=colour, linewidth=1.2)
        axes.set(yticks=[], xlim=(1.0, 3.2))
        axes.spines["left"].set_visible(False)
        axes.set_title(f"Strings of {length} letters")
    middle = many.get_ylim()[1] * 0.6
    many.text(own + 0.08, middle, "code for p:\naround H(p)", color=H_INK, ha="left", va="center")
    many.text(wrong + 0.14, middle, "code for q:\naround H(p, q)", color=Q_INK, ha="left", va="center")
    foot = many.get_ylim()[1] * 0.2
    many.annotate("", (wrong, foot), (own, foot), arrowprops={"arrowstyle": "<->", "color": D, "linewidth": 1.6})
    many.text((own + wrong) / 2, foot * 1.15, "D(p‖q)", color=D_INK, ha="center", va="bottom")
    many.set(xlabel="bits per letter")
    return figure


def _signed(value: float) -> str:
    if math.isinf(value):
        return "∞"
    return f"{value:.5f}".replace("-", "−")


def _in_triangle(laws: Array) -> tuple[Array, Array]:
    """Where laws on three letters stand in an equilateral triangle with one corner for each letter."""
    return laws[..., 1] + laws[..., 2] / 2, laws[..., 2] * math.sqrt(3) / 2
