"""Exhibits of the page on the likelihood ratio and the weight of evidence."""

from math import log, log10

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import INK, LINE, P_INK, Q_INK, P, Q, Table, canvas
from extrabits import kl_divergence
from studies import peeking, sums_of_evidence, two_betas
from studies.two_betas import NARROW, WIDE

DRAWS = np.array([0.80, 0.62, 0.45, 0.75, 0.90, 0.70])
ODDS, DICE = 20, 10_000


def six_draws() -> Table:
    """Six numbers, the ratio and the evidence of each, and what they come to so far."""
    bans = two_betas.log_ratio(DRAWS) / log(10)
    rows = [
        [f"{x:.2f}", f"{10**one:.3f}", _signed(one), f"{10**so_far:.3f}", _signed(so_far)]
        for x, one, so_far in zip(DRAWS, bans, bans.cumsum(), strict=True)
    ]
    return [["x", "p/q", "bans", "product", "sum"], *rows]


def after_so_many() -> Table:
    """How often several draws from p point the wrong way or reach one ban, and how often draws from q reach it."""
    mean = kl_divergence(NARROW, WIDE, base=10)
    rows = []
    for draws in (1, 2, 3, 5, 10):
        wrong = 1 - sums_of_evidence.chance_of_at_least(NARROW, draws)
        right, misled = (sums_of_evidence.chance_of_at_least(law, draws, bans=1) for law in (NARROW, WIDE))
        rows.append([str(draws), f"{draws * mean:.3f}", *(f"{100 * share:.1f} %" for share in (wrong, right, misled))])
    return [["draws", "mean, bans", "p: below 0", "p: 1 ban or more", "q: 1 ban or more"], *rows]


def ratio() -> Figure:
    """Above, the densities Beta(17, 6) and Beta(3, 3); below, their ratio, which passes 1 twice."""
    x = np.linspace(0.002, 0.998, 500)
    low, high = two_betas.crossings()
    figure, (density, ratio) = canvas(4.2, rows=2, sharex=True)
    figure.set_figwidth(4.7)  # its type stays large on a phone
    for law, colour in ((NARROW, P), (WIDE, Q)):
        density.plot(x, np.exp(law.log_density(x)), color=colour)
    density.text(0.6, 3.6, "p = Beta(17, 6)", color=P_INK, ha="right")
    density.text(0.08, 2.15, "q = Beta(3, 3)", color=Q_INK)
    density.set(ylabel="density", yticks=[0, 2, 4], ylim=(0, 4.9))
    values = np.exp(two_betas.log_ratio(x))
    ratio.fill_between(x, 1, values, where=list(values > 1), color=P, alpha=0.18, linewidth=0)
    ratio.plot(x, values, color=INK)
    ratio.axhline(1, color=LINE, linewidth=0.8)
    for edge in (low, high):
        for axes in (density, ratio):
            axes.axvline(edge, color=LINE, linewidth=0.8, linestyle=(0, (2, 2)))
    ratio.text(0.8, 1.85, "evidence\nfor p", color=P_INK, ha="center", va="center")
    ratio.text(0.3, 1.25, "evidence for q", color=Q_INK, ha="center")
    ratio.set(ylabel="p(x) / q(x)", xlabel="x", yticks=[0, 1, 3, 5], xlim=(0, 1), ylim=(0, 5.9))
    return figure


def looks() -> Figure:
    """How likely fair dice have ever shown 20:1 against themselves: to a fitted share, and to a model that learns."""
    figure, (axes,) = canvas(3.2)
    figure.set_figwidth(4.7)  # its type stays large on a phone
    dice = np.unique(np.logspace(0, log10(DICE), 200).astype(int))
    for model, colour in ((peeking.fitted, INK), (peeking.learned, P)):
        axes.plot(dice, 100 * peeking.reached(model, ODDS, DICE)[dice - 1], color=colour, drawstyle="steps-post")
    axes.axhline(100 / ODDS, color=LINE, linewidth=0.8, linestyle=(0, (2, 2)))
    axes.text(1.2, 100 / ODDS + 0.7, "1/20", color=INK)
    axes.text(700, 26.5, "best share so far", color=INK, ha="right")
    axes.text(DICE, 1.2, "a model that learns", color=P_INK, ha="right")
    axes.set(xscale="log", xlabel="dice", xlim=(1, DICE), ylim=(0, 35), yticks=[0, 10, 20, 30])
    axes.set_ylabel("chance of 20:1 so far, %")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}".replace(",", "\u202f")))
    axes.minorticks_off()
    return figure


def _signed(bans: float) -> str:
    return f"{bans:+.3f}".replace("-", "−")
