"""Exhibits of the page on the Jensen–Shannon divergence, which is in bits."""

from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from extrabits import chi2_divergence, js_divergence, kl_divergence
from studies import mixing

COLOURS = "abcd"
TRUTH, BELIEF = np.array([0.7, 0.2, 0.1]), np.array([0.4, 0.3, 0.3])
STEPS = (1.0, 0.3, 0.1, 0.01)


def balls() -> Table:
    """Each colour: how many of the eight in either bag hold it, its chance, and what it tells."""
    chance, _, told = mixing.draw(mixing.FIRST, mixing.SECOND)
    rows = []
    for k, colour in enumerate(COLOURS):
        held = [f"{8 * bag[k]:.0f}" for bag in (mixing.FIRST, mixing.SECOND)]
        rows.append([colour, *held, str(Fraction(chance[k])), f"{told[k]:.4f}"])
    mean = ["mean", "", "", "", f"**{chance @ told:.4f}**"]
    return [["ball", "p", "q", "m", "bits"], *rows, mean]


def near() -> Table:
    """Laws on the way from the truth to the belief: the JSD in bits, its ratios to D and to half of χ²."""
    rows = []
    for step in STEPS:
        q = TRUTH + step * (BELIEF - TRUTH)
        half = chi2_divergence(TRUTH, (TRUTH + q) / 2) / 2 / np.log(2)
        bits = js_divergence(TRUTH, q)
        ratios = bits / kl_divergence(TRUTH, q), bits / half
        rows.append([f"{100 * step:g}", f"{bits:.5f}", *(f"{ratio:.3f}" for ratio in ratios)])
    return [["% of the way", "JSD", "JSD / D", "JSD / ½\u00a0χ²"], *rows]


def bags() -> Figure:
    """Columns as wide as the chance of a colour: how probable it makes either bag, and what it tells."""
    chance, first, told = mixing.draw(mixing.FIRST, mixing.SECOND)
    left = np.cumsum(chance) - chance
    figure, (odds, bits) = canvas(3.0, columns=2)
    odds.bar(left, first, chance, color=P, align="edge")
    odds.bar(left, 1 - first, chance, bottom=first, color=Q, align="edge")
    bits.bar(left, told, chance, color=D, align="edge")
    for axes in (odds, bits):
        axes.set_xticks(left + chance / 2, list(COLOURS))
        axes.set(xlim=(0, 1), ylim=(0, 1.16), yticks=[0, 0.5, 1])
        axes.tick_params(axis="x", length=0)
        axes.vlines(left[1:], 0, 1, color=PAPER, linewidth=1.4)
    odds.text(chance[0] / 2, 1.02, "p", color=P_INK, ha="center")
    odds.text(1 - chance[-1] / 2, 1.02, "q", color=Q_INK, ha="center")
    odds.set_title("which bag it was")
    bits.set_title("bits told")
    return figure


def against_variation() -> Figure:
    """The Jensen–Shannon divergence against total variation: all pairs lie between a curve and a line."""
    figure, (axes,) = canvas(3.4)
    figure.set_figwidth(4.7)  # its type stays large on a phone
    variation = np.linspace(0, 1, 201)
    least = mixing.least(variation)
    axes.fill_between(variation, least, variation, color=D, alpha=0.12, linewidth=0)
    axes.plot(*mixing.random_pairs(), ".", color=MUTED, markersize=3, alpha=0.7)
    axes.plot(variation, variation, color=D)
    axes.plot(variation, least, color=D)
    axes.plot(0.75, js_divergence(mixing.FIRST, mixing.SECOND), "o", color=INK, markersize=5)
    axes.text(0.43, 0.58, "three outcomes", color=D_INK, ha="right", va="center")
    axes.text(0.62, 0.14, "coins", color=D_INK, va="center")
    axes.plot([0.64, 0.74], [0.86, 0.69], color=INK, linewidth=0.8)
    axes.text(0.63, 0.88, "the bags", color=INK, ha="right", va="center")
    axes.set(xlabel="total variation", ylabel="JSD, bits", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return figure
