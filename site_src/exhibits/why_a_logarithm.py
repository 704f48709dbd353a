"""Exhibits of the page on why entropy has its formula, which is in bits."""

import math
from functools import partial

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import GRID, H_INK, INK, MUTED, P_INK, H, P, Table, canvas
from extrabits import binary_entropy, entropy
from studies import prime_factors
from studies import staged_questions as staged
from studies.staged_questions import A_FIRST, C_FIRST, CARD, ONE_BY_ONE, Measure
from studies.submarine import SQUARES

ORDERS = 4  # the largest order in the figure


def stages() -> Table:
    """Three ways to ask for one card: what the first answer brings, the second, and how often a second is asked for."""
    at_once = f"{_bits(CARD):.4f}"
    rows = []
    for way, first, second in (("A? else B?", 0, 1), ("C? else A?", 2, 0)):
        asked = 1 - CARD[first]
        answers = binary_entropy(float(CARD[first])), binary_entropy(float(CARD[second] / asked))
        total = answers[0] + float(asked) * answers[1]
        rows.append([way, f"{answers[0]:.4f}", f"{answers[1]:.4f}", str(asked), f"{total:.4f}"])
    return [["asking", "first", "second", "asked", "bits"], ["which?", at_once, "", "", at_once], *rows]


def dropped() -> Table:
    """The card measured in other ways, asked at once and in stages."""
    others: list[tuple[str, Measure]] = [
        ("Σ p log₂ 1/p", _bits),
        ("log₂ of how many there are", partial(staged.renyi_entropy, alpha=0)),
        ("Rényi, order 2", partial(staged.renyi_entropy, alpha=2)),
        ("log₂ 1/(largest p)", partial(staged.renyi_entropy, alpha=math.inf)),
        ("1 − Σ p²", staged.mismatch),
        ("mean of prime factors", prime_factors.mean_surprise),
    ]
    rows = [
        [name, *(f"{float(staged.in_stages(measure, CARD, groups)):.3f}" for groups in (ONE_BY_ONE, A_FIRST, C_FIRST))]
        for name, measure in others
    ]
    return [["measure", "at once", "A first", "C first"], *rows]


def orders() -> Figure:
    """Rényi's entropy of the card for each order: asked at once, asked for A first, asked for C first."""
    figure, (axes,) = canvas(3.6)
    alpha = np.linspace(0, ORDERS, 161)
    for groups, colour, dashes in ((ONE_BY_ONE, H, "-"), (A_FIRST, INK, "-"), (C_FIRST, MUTED, (0, (4, 2)))):
        bits = [staged.in_stages(partial(staged.renyi_entropy, alpha=a), CARD, groups) for a in alpha]
        axes.plot(alpha, bits, color=colour, linestyle=dashes, linewidth=2.2 if colour == H else 1.6)
    axes.plot(1, _bits(CARD), "o", color=H_INK, markersize=7)
    axes.text(1.1, 1.5, f"order 1: {_bits(CARD):.3f} bits", color=H_INK)
    axes.text(ORDERS, 1.45, "A first", color=INK, ha="right", va="center")
    axes.text(ORDERS, 1.325, "at once", color=H_INK, ha="right", va="center")
    axes.text(ORDERS, 1.18, "C first", color=MUTED, ha="right", va="center")
    axes.set(xlabel="order of the measure", ylabel="bits", xticks=range(ORDERS + 1), xlim=(0, ORDERS), ylim=(0.95, 1.9))
    return figure


def two_surprises() -> Figure:
    """Two numbers for a choice among n equal things, up to n = 64: bits, and prime factors of n. Both add up."""
    figure, (axes,) = canvas(3.5)
    n = np.arange(1, SQUARES + 1)
    counted = np.array([prime_factors.count(int(k)) for k in n])
    axes.vlines(n, counted, np.log2(n), color=GRID, linewidth=0.9, zorder=1)
    axes.plot(n, np.log2(n), color=P, linewidth=1.8)
    axes.plot(n, counted, "o", color=MUTED, markersize=4.2)
    powers = 2 ** np.arange(7)
    axes.plot(powers, np.log2(powers), "o", color=P_INK, markersize=6)
    axes.text(37, 5.75, "bits, log₂ n", color=P_INK, ha="right", va="center")
    axes.text(66, 3.5, "prime\nfactors\nof n", color=MUTED, va="center", linespacing=1.2)
    axes.set(xlim=(0, 65), ylim=(-0.15, 6.4), xticks=powers[[0, 3, 4, 5, 6]], yticks=range(0, 7, 2))
    axes.set(xlabel="n equal chances", ylabel="f(n)")
    return figure


def _bits(law: object) -> float:
    return float(entropy(np.array(law, dtype=float)))
