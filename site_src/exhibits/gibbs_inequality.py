"""Exhibits of the page on Gibbs' inequality."""

import math

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, PAPER, Q_INK, D, H, Q, Table, canvas
from exhibits._written import scientific
from studies import gibbs_proofs, three_letters
from studies.three_letters import BELIEF, LETTERS, TRUTH


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
    axes.text(1, 0.25, "no gap", color=D_INK, ha="right")
    axes.set(xlabel="ratio t = q(x) / p(x)", xlim=(0, 3.7), xticks=[0.2, 1, 2, 3], xticklabels=["0.2", "1", "2", "3"])
    axes.set(ylabel="nats", ylim=(-2.15, 2.5))
    return figure


TOO_MUCH = 1.3
TITLES = dict(zip(gibbs_proofs.PROOFS, ("tangent line", "Jensen", "log-sum", "Lagrange", "coding"), strict=True))


def broken_lines() -> Table:
    """How many lines of each proof fail for our three letters when a hypothesis is given up, and what the sum is."""
    cases: dict[str, dict[str, float]] = {
        "nothing": {},
        "q sums to 0.8": {"q_sum": 0.8},
        "q sums to 1.3": {"q_sum": TOO_MUCH},
        "q sums to 2": {"q_sum": 2},
        "q(a) = 0": {"q_first": 0},
        "p sums to 0.8": {"p_sum": 0.8},
        "p sums to 0.5": {"p_sum": 0.5},
        "p sums to 1.3": {"p_sum": 1.3},
        "p(c) = −0.2": {"p_last": -0.2},
    }
    rows = []
    for name, case in cases.items():
        p, q = gibbs_proofs.changed(**case)
        counts = [str(len(lines) or "–") for lines in gibbs_proofs.broken(p, q).values()]
        rows.append([name, *counts, _signed(gibbs_proofs.proofs(p, q)["tangent"][-1].left)])
    return [["given up", *(str(n + 1) for n in range(len(TITLES))), "sum, nats"], *rows]


def chains() -> Figure:
    """Each proof as a chain of lines where q sums to 1.3: one link of each drops out, and compares these numbers."""
    figure, (axes,) = canvas(3.4)
    for row, (name, lines) in enumerate(gibbs_proofs.proofs(*gibbs_proofs.changed(q_sum=TOO_MUCH)).items()):
        axes.text(0, row - 0.44, f"{row + 1} {TITLES[name]}", color=INK, va="center")
        for place, line in enumerate(lines, 6 - len(lines)):
            drop = 0 if line.holds else 0.22
            axes.barh(row + drop, 0.86, 0.34, left=place, color=H if line.holds else D)
            if not line.holds:
                axes.text(
                    6.2, row, f"{_short(line.left)} {line.relation} {_short(line.right)}", color=D_INK, va="center"
                )
    axes.text(5.43, len(lines) - 1.1, "S ≥ 0", color=INK, ha="center", va="center")
    axes.set(xlim=(-0.1, 10), ylim=(5.1, -0.8))
    axes.set_axis_off()
    return figure


def _short(value: float) -> str:
    text = scientific(value, 2) if abs(value) > 1e5 else f"{value:.3g}"
    return text.replace("-", "−")


def _signed(value: float) -> str:
    if math.isinf(value):
        return "∞"
    return f"{value:.5f}".replace("-", "−")
