"""Exhibits of the page on fitting a model; all divergences here are in nats, as likelihoods are."""

from collections.abc import Sequence
from math import e

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from exhibits._written import power_of_ten, scientific
from extrabits import kl_divergence, normalize
from studies import binomials, g_test, sex_ratio
from studies.binomials import Law, evidence, misfit
from studies.sex_ratio import BOYS
from studies.two_humps import humps_from_model, lower_minimum, model_from_humps
from studies.weldon_dice import DICE, filled


def models() -> Table:
    """How far five models are from the data, and how often chance alone would take a right model farther."""
    return [
        ["data, model", "D, nats", "G (df)", "chance"],
        _model("boys, θ = ½", BOYS, binomials.law(12, 1 / 2), fitted=0),
        _model("boys, best θ", BOYS, binomials.nearest(BOYS), fitted=1),
        _model("boys, θ varies", BOYS, sex_ratio.nearest(), fitted=2),
        _model("dice, θ = ⅓", DICE, binomials.law(12, 1 / 3), fitted=0),
        _model("dice, best θ", DICE, binomials.nearest(DICE), fitted=1),
    ]


def smoothing() -> Table:
    """D(model‖data) for Weldon's dice with the empty cell filled by ε: it looks small however small ε is."""
    laws = [binomials.law(12, 1 / 3), binomials.nearest(DICE)]
    rows = [
        [power_of_ten(k), *(f"{kl_divergence(law, filled(10.0**k), base=e):.5f}" for law in laws)]
        for k in (-6, -10, -100, -300)
    ]
    truth = [f"{kl_divergence(law, normalize(DICE), base=e)}".replace("inf", "∞") for law in laws]
    return [["ε in the empty cell", "θ = ⅓", "best θ"], *rows, ["0, the data", *truth]]


def families() -> Figure:
    """Above, 6115 families by number of boys and the best binomial; below, seen families per expected family."""
    law = binomials.nearest(BOYS) * sum(BOYS)
    boys = np.arange(13)
    figure, (counts, ratio) = canvas(4.3, rows=2, sharex=True, gridspec_kw={"height_ratios": [1.5, 1]})
    counts.bar(boys, BOYS, 0.78, color=P, alpha=0.55)
    counts.plot(boys, law, "o", color=Q, markersize=6.5, markeredgecolor=Q_INK, markeredgewidth=0.9)
    counts.text(-0.4, 1330, "bars: families seen", color=P_INK)
    counts.text(-0.4, 1170, "dots: best binomial", color=Q_INK)
    counts.set(ylabel="families", yticks=[0, 500, 1000], ylim=(0, 1460))
    ratio.axhline(1, color=LINE, linewidth=0.8)
    ratio.vlines(boys, 1, np.array(BOYS) / law, color=D, linewidth=2.2)
    ratio.plot(boys, np.array(BOYS) / law, "o", color=D, markersize=5)
    for k, side, ha in ((0, 0.35, "left"), (12, -0.35, "right")):
        label = f"{BOYS[k]} seen,\n{law[k]:.1f} expected"
        ratio.text(k + side, BOYS[k] / law[k] - 0.28, label, color=D_INK, va="center", ha=ha)
    ratio.set(
        xlabel="boys among twelve children", ylabel="seen / expected", xticks=boys, yticks=[0, 1, 2, 3], ylim=(0, 3.6)
    )
    return figure


def curve() -> Figure:
    """D(data‖Bin(12, θ)) against θ: a bowl with its bottom at the share of boys, a little above one half."""
    best = binomials.mean_share(BOYS)
    theta = np.linspace(0.465, 0.573, 300)
    heights = np.array([misfit(BOYS, binomials.law(12, t)) for t in theta])
    bottom, half = misfit(BOYS, binomials.nearest(BOYS)), misfit(BOYS, binomials.law(12, 1 / 2))
    figure, (axes,) = canvas(3.3)
    axes.fill_between(theta, 0, bottom, color=D, alpha=0.15, linewidth=0)
    axes.plot(theta, heights, color=D)
    axes.plot([best, 0.5], [bottom, half], "o", color=D_INK, markersize=6)
    axes.annotate(
        "", (0.5, bottom), (0.5, half), arrowprops={"arrowstyle": "<->", "color": MUTED, "shrinkA": 4, "shrinkB": 0}
    )
    axes.text(0.4985, half + 0.0004, "θ = ½", color=D_INK, ha="right", va="top")
    axes.text(
        0.5015,
        0.0188,
        f"{half - bottom:.5f} nats\na family,\n{evidence(BOYS, 0.5):.1f} nats in all",
        color=MUTED,
        va="bottom",
    )
    axes.text(best, bottom + 0.005, f"θ = {best:.4f}", color=D_INK, ha="center")
    axes.text(best, bottom / 2, f"{bottom:.4f} nats that no θ removes", color=D_INK, ha="center", va="center")
    axes.set(
        xlabel="θ, the probability of a boy",
        ylabel="D(data‖model), nats a family",
        xlim=(theta[0], theta[-1]),
        ylim=(0, 0.041),
    )
    axes.set(xticks=[0.48, 0.5, 0.52, 0.54, 0.56], yticks=[0, 0.01, 0.02, 0.03, 0.04])
    return figure


def counts() -> Figure:
    """The families at one half: D over θ with both places on it, seen and expected shares, and the residuals."""
    best, n, successes = binomials.mean_share(BOYS), sum(BOYS), np.arange(13)
    model = binomials.law(12, 1 / 2)
    bottom, half = misfit(BOYS, binomials.nearest(BOYS)), misfit(BOYS, model)
    theta = np.linspace(0.47, 0.57, 200)
    figure, (bowl, bars, apart) = canvas(5.6, rows=3, gridspec_kw={"height_ratios": [1.3, 1.3, 1]})
    bowl.fill_between(theta, 0, bottom, color=D, alpha=0.15, linewidth=0)
    bowl.plot(theta, [misfit(BOYS, binomials.law(12, t)) for t in theta], color=D)
    bowl.plot(best, bottom, "o", color=D_INK, markersize=5)
    bowl.plot(0.5, half, "o", color=D_INK, markersize=8, markerfacecolor=PAPER, markeredgewidth=2)
    bowl.text(0.5023, half + 0.006, f"θ = ½: {half:.4f}", color=D_INK, va="center")
    bowl.text(0.5695, bottom + 0.0022, f"best θ: {bottom:.4f}", color=D_INK, ha="right")
    bowl.set(xlabel="θ", ylabel="D, nats a family", xlim=(theta[0], theta[-1]), ylim=(0, 0.07), yticks=[0, 0.03, 0.06])
    bars.bar(successes, 100 * np.array(BOYS) / n, 0.58, color=P, alpha=0.62)
    bars.bar(successes, 100 * model, 0.82, facecolor="none", edgecolor=Q_INK, linewidth=1.6)
    bars.text(-0.5, 20, "filled: seen", color=P_INK)
    bars.text(-0.5, 16, "outlined: model", color=Q_INK)
    bars.set(ylabel="% of families", xticks=[], xlim=(-0.7, 12.7), ylim=(0, 24), yticks=[0, 10, 20])
    apart.bar(successes, g_test.residuals(BOYS, model), 0.58, color=D, alpha=0.6)
    apart.axhline(0, color=INK, linewidth=1)
    for limit in (-2, 2):
        apart.axhline(limit, color=MUTED, linewidth=0.9, linestyle=(0, (3, 3)))
    apart.set(xlabel="boys among twelve children", ylabel="residual", xticks=successes, xlim=(-0.7, 12.7))
    return figure


def wilks() -> Figure:
    """G of simulated data sets follows the chi-square curve with 11 degrees of freedom; Geissler's lies far out."""
    values = g_test.simulated_g(tuple(BOYS))
    seen = g_test.g_statistic(BOYS, binomials.nearest(BOYS))
    x = np.linspace(0.01, 45, 400)
    figure, (axes,) = canvas(2.9)
    axes.hist(values, list(range(46)), density=True, histtype="stepfilled", color=Q, alpha=0.45)
    axes.plot(x, g_test.density(x, 11), color=INK)
    axes.axvline(seen, color=P, ymax=0.55)
    axes.text(seen - 1.5, 0.035, f"the families:\nG = {seen:.1f}", color=P_INK, ha="right", va="center")
    axes.text(
        17,
        0.082,
        f"{g_test.REPETITIONS} samples of {sum(BOYS)} families\nfrom the best binomial",
        color=Q_INK,
        va="center",
    )
    axes.text(17, 0.06, "curve: chi-square, 11 df", color=INK, va="center")
    axes.set(xlabel="G = 2nD(data‖model)", yticks=[], xlim=(0, 100), ylim=(0, 0.1))
    axes.spines["left"].set_visible(False)
    return figure


def two_minima() -> Figure:
    """Against two humps at 0.1 and 0.9: D(humps‖binomial) has one minimum, D(binomial‖humps) has two."""
    theta = np.linspace(0.004, 0.996, 400)
    figure, (axes,) = canvas(3.1)
    axes.plot(theta, [model_from_humps(t) for t in theta], color=D)
    inclusive = np.array([humps_from_model(t) for t in theta])
    axes.plot(theta, inclusive, color=INK, linestyle=(0, (4, 2)), linewidth=1.6)
    for t in (lower_minimum(), 1 - lower_minimum()):
        axes.plot(t, model_from_humps(t), "o", color=D_INK, markersize=6)
        axes.text(t, model_from_humps(t) - 0.42, f"θ = {t:.3f}", color=D_INK, ha="center")
    axes.plot(0.5, humps_from_model(0.5), "o", color=INK, markersize=6)
    axes.text(0.5, 4.5, "dashed:\nD(humps‖model)", color=INK, ha="center", va="center")
    axes.text(0.5, 1.75, "solid:\nD(model‖humps)", color=D_INK, ha="center", va="center")
    axes.set(xlabel="θ of the model Bin(10, θ)", ylabel="nats", xlim=(0, 1), ylim=(0, 6), yticks=[0, 2, 4, 6])
    return figure


def _model(name: str, counts: Sequence[int], law: Law, fitted: int) -> list[str]:
    g, degrees = g_test.g_statistic(counts, law), len(counts) - 1 - fitted
    return [name, f"{misfit(counts, law):.5f}", f"{g:.2f} ({degrees})", _small(g_test.chance_above(g, degrees))]


def _small(chance: float) -> str:
    return f"{chance:.3f}" if chance >= 0.001 else scientific(chance)
