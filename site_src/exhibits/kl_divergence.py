"""Exhibits of the page on KL divergence."""

from math import log
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter
from numpy.typing import ArrayLike, NDArray

from exhibits._bill import two_laws_and_bill
from exhibits._drawing import D_INK, H_INK, INK, LINE, P_INK, PAPER, Q_INK, D, H, P, Q, Table, canvas
from extrabits import Bernoulli, Normal, canonical_code, expected_length, kl_divergence
from extrabits.families import Family
from studies import four_letters, two_betas
from studies.four_letters import BELIEF, LETTERS, TRUTH
from studies.two_betas import NARROW, WIDE

Array = NDArray[Any]

OWN, OTHER = (np.array(four_letters.lengths(law)) for law in (TRUTH, BELIEF))
FRACTIONS = {1 / 2: "½", 1 / 4: "¼", 1 / 8: "⅛"}


def coding() -> Table:
    """Three codes for one source, and what each costs per letter."""
    codes = [four_letters.code(TRUTH), canonical_code([2, 2, 2, 2]), four_letters.code(BELIEF)]
    rows = [
        [letter, f"{p:.3f}", *(f"`{code[i]}`" for code in codes)]
        for i, (letter, p) in enumerate(zip(LETTERS, TRUTH, strict=True))
    ]
    costs = [expected_length(TRUTH, [len(word) for word in code]) for code in codes]
    return [
        ["letter", "p", "code for p", "fixed code", "code for q"],
        *rows,
        ["bits per letter", "", *(f"**{cost:.3f}**" for cost in costs)],
    ]


def log_ratios() -> Table:
    """The bits by which the word of each letter is too long, weighed by p and by q."""
    shares = [four_letters.weighed(law) for law in (TRUTH, BELIEF)]
    rows = [
        [letter, FRACTIONS[p], FRACTIONS[q], f"{bits:.0f}".replace("-", "−"), *map(_signed, weighed)]
        for letter, p, q, bits, *weighed in zip(LETTERS, TRUTH, BELIEF, four_letters.waste(), *shares, strict=True)
    ]
    sums = [f"**{_signed(total)}**" for total in map(sum, shares)]
    return [["letter", "p", "q", "log₂ p/q", "p log₂ p/q", "q log₂ p/q"], *rows, ["sum", "1", "1", "", *sums]]


def triangle() -> Table:
    """Two triples of laws: the direct way is longer than the detour."""
    triples: dict[str, list[Family]] = {
        "coins with P(heads) = 0.1, 0.3, 0.5": [Bernoulli(0.1), Bernoulli(0.3), Bernoulli(0.5)],
        "N(0, 1), N(1, 1), N(2, 1)": [Normal(0, 1), Normal(1, 1), Normal(2, 1)],
    }
    rows = []
    for name, (first, middle, last) in triples.items():
        direct, there, on = (kl_divergence(p, q) for p, q in ((first, last), (first, middle), (middle, last)))
        rows.append([name, f"{direct:.5f}", f"{there:.5f} + {on:.5f} = {there + on:.5f}"])
    return [["three laws", "direct, bits", "by way of the middle one, bits"], *rows]


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


def asymmetry() -> Figure:
    """The same four log-ratios twice: in columns as wide as p, where D(p‖q) is left, and as wide as q, for D(q‖p)."""
    figure, pair = canvas(3.2, columns=2, sharey=True)
    waste = four_letters.waste()
    for axes, law, colour, ink, title, sum_of_areas in (
        (pair[0], TRUTH, P, P_INK, "Columns as wide as p", f"D(p‖q) = {kl_divergence(TRUTH, BELIEF):.3f}"),
        (pair[1], BELIEF, Q, Q_INK, "Columns as wide as q", f"−D(q‖p) = −{kl_divergence(BELIEF, TRUTH):.3f}"),
    ):
        left = np.cumsum(law) - law
        axes.bar(left, waste, law, align="edge", color=colour, edgecolor=PAPER, linewidth=1)
        axes.axhline(0, color=INK, linewidth=1)
        for x, share, value, letter in zip(left, law, waste, LETTERS, strict=True):
            below = value > 0
            y, side = (-0.1, "top") if below else (0.1, "bottom")
            axes.text(x + share / 2, y, letter, color=INK, ha="center", va=side)
        axes.set_title(title, color=ink)
        axes.text(0.5, -1.5, f"areas add up to\n{sum_of_areas} bits", color=D_INK, ha="center", va="center")
        axes.set(xlim=(0, 1), xticks=[], ylim=(-1.9, 2.1), yticks=[-1, 0, 1, 2])
        axes.spines["bottom"].set_visible(False)
    pair[0].set_ylabel("log₂ p/q, bits")
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


def two_directions() -> Figure:
    """How much evidence one draw gives: from p at most 2.4 bits, from q now and then many times that."""
    figure, pair = canvas(3.2, rows=2, sharex=True)
    figure.set_figwidth(4.6)  # it stands in a box, and its type is to be no smaller for that
    loudest = log(two_betas.largest_ratio()) / log(2)
    bins = loudest / 10 * np.arange(-20, 84)  # the largest evidence of a draw from p is an edge, and so is 0
    panels = (
        (pair[0], NARROW, WIDE, P, P_INK, "draws from p,\nevidence for p"),
        (pair[1], WIDE, NARROW, Q, Q_INK, "draws from q,\nevidence for q"),
    )
    for axes, truth, belief, colour, ink, label in panels:
        bits = two_betas.evidence_of_draws(truth, 200_000) / log(2)
        axes.hist(bits, list(bins), color=colour, weights=np.full(bits.size, 100 / bits.size))
        mean = kl_divergence(truth, belief)
        axes.axvline(mean, color=D)
        top = axes.get_ylim()[1]
        axes.text(max(mean + 0.3, 3.3), top * 0.86, f"mean D = {mean:.3f} bits", color=D_INK)
        axes.text(20, top * 0.5, label, color=ink, ha="right")
        axes.axvline(0, color=LINE, linewidth=0.8)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y:.0f} %"))
    pair[1].set(xlabel="evidence of one draw for its own law, bits", xlim=(-4.5, 20))
    return figure


def _columns(axes: Axes, left: Array, height: Array, bottom: ArrayLike, colour: str, alpha: float = 1) -> None:
    axes.bar(left, height, TRUTH, bottom, align="edge", color=colour, alpha=alpha, linewidth=0)


def _signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−")
