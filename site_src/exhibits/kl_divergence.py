"""Exhibits of the page on KL divergence."""

from math import log
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter
from numpy.typing import ArrayLike, NDArray

from exhibits._bill import two_laws_and_bill
from exhibits._drawing import D_INK, H_INK, INK, P_INK, PAPER, D, H, P, Table, canvas
from extrabits import expected_length, kl_divergence
from studies import four_letters, two_betas
from studies.four_letters import BELIEF, LETTERS, TRUTH
from studies.two_betas import NARROW, WIDE

Array = NDArray[Any]

OWN, OTHER = (np.array(four_letters.lengths(law)) for law in (TRUTH, BELIEF))


def coding() -> Table:
    """The right code for a source and that of another one, and what each costs per letter."""
    codes = [four_letters.code(TRUTH), four_letters.code(BELIEF)]
    rows = [
        [letter, f"{p:.3f}", *(f"`{code[i]}`" for code in codes)]
        for i, (letter, p) in enumerate(zip(LETTERS, TRUTH, strict=True))
    ]
    costs = [expected_length(TRUTH, [len(word) for word in code]) for code in codes]
    return [
        ["letter", "p", "code for p", "code for q"],
        *rows,
        ["bits per letter", "", *(f"**{cost:.3f}**" for cost in costs)],
    ]


def bill() -> Figure:
    """The bill for the four letters: entropy, which p costs in any case, plus the extra bits for believing q."""
    return two_laws_and_bill(TRUTH, BELIEF, list(LETTERS), "bits per letter")


def area() -> Figure:
    """Columns as wide as p and as high as words are long: areas H(p) and H(p, q), and D(p‖q), which parts them."""
    figure, (axes,) = canvas(3.5)
    left = np.cumsum(TRUTH) - TRUTH
    _columns(axes, left, OWN, 0, H)
    _columns(axes, left, np.maximum(OTHER - OWN, 0), OWN, D)
    _columns(axes, left, np.maximum(OWN - OTHER, 0), OTHER, PAPER, alpha=0.75)
    axes.hlines(np.arange(1, 4), 0, 1, color=PAPER, linewidth=0.8)
    axes.vlines(np.arange(1, 8) / 8, 0, 3, color=PAPER, linewidth=0.8)
    axes.stairs(OTHER, np.append(left, 1), color=INK, linewidth=2.6, baseline=None, zorder=3)
    for x, width, low, high in zip(left, TRUTH, OWN, OTHER, strict=True):
        if low != high:  # in the middle of a box, where no line crosses it
            boxes, ink = f"{8 * width * (high - low):+.0f}".replace("-", "−"), PAPER if high > low else H_INK
            axes.text(x + 1 / 16, max(low, high) - 0.5, boxes, color=ink, ha="center", va="center", fontsize=13)
    axes.text(1 / 16, 0.5, "H(p)", color=PAPER, ha="center", va="center", fontsize=13)
    axes.text(0.53, 2.5, "line: words\nfor q", color=INK, va="center")
    axes.set(xlim=(0, 1), ylim=(0, 3.1), yticks=range(4), ylabel="bits of the word")
    axes.set(xticks=left + np.array(TRUTH) / 2, xticklabels=list(LETTERS))
    axes.set_xlabel("letters, each as wide as its probability")
    axes.tick_params(axis="x", length=0)
    return figure


def evidence_settles() -> Figure:
    """Running averages of log₂ p(x)/q(x) over draws from p: twenty paths close in on D(p‖q)."""
    counts = np.unique(np.logspace(0, 5, 240).astype(int))
    averages = two_betas.running_averages(20, counts) / log(2)
    figure, (axes,) = canvas(3.0)
    axes.plot(counts, averages.T, color=P, linewidth=0.8, alpha=0.5)
    limit = kl_divergence(NARROW, WIDE)
    axes.axhline(limit, color=D, linewidth=2)
    axes.text(10**5, limit + 0.25, f"D(p‖q) = {limit:.4f} bits", color=D_INK, ha="right")
    axes.text(3, -2.1, "each line: the average over one\nsequence of draws from p", color=P_INK)
    axes.set(xscale="log", xlabel="number of draws", xlim=(1, 10**5), ylim=(-3.3, 3))
    axes.set_ylabel("average evidence, bits")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}".replace(",", "\u202f")))
    axes.minorticks_off()
    return figure


def _columns(axes: Axes, left: Array, height: Array, bottom: ArrayLike, colour: str, alpha: float = 1) -> None:
    axes.bar(left, height, TRUTH, bottom, align="edge", color=colour, alpha=alpha, linewidth=0)
