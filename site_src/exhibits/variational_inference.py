"""Exhibits of the page on variational inference."""

import numpy as np
from matplotlib.figure import Figure
from scipy.stats import chi2

from exhibits._drawing import D_INK, INK, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from extrabits._checks import Array
from studies import mean_field as line
from studies import one_bell_for_two as bells

WITHIN = 0.95
SHOWN = (0, 1, 10, 100, 300)
SIZES = (2, 3, 5)
APART = (2.5, 3.1)


def irises() -> Figure:
    """Where intercept and slope lie with 95 %: under the posterior, and under independent parts."""
    mean, precision = line.posterior()
    figure, (axes,) = canvas(3.4)
    axes.plot(*_ellipse(mean, np.asarray(np.linalg.inv(precision), float)), color=P)
    axes.plot(*_ellipse(mean, np.diag(1 / np.diag(precision))), color=Q)
    axes.axhline(0, color=MUTED, linewidth=0.8)
    axes.text(3.05, 0.045, "the posterior", color=P_INK)
    axes.text(3.52, -0.05, "independent parts", color=Q_INK)
    axes.text(4.1, 0.008, "no slope", color=MUTED, ha="right")
    axes.set(xlabel="intercept, cm", ylabel="slope", xlim=(2.6, 4.2), ylim=(-0.2, 0.1), yticks=[-0.2, -0.1, 0, 0.1])
    return figure


def two_bells() -> Figure:
    """Two pairs of bells and the best one in both orders; where D(q‖p) is lost; and its dips over the mean of q."""
    figure, panels = canvas(4.6, columns=2, rows=3, sharex=True, sharey="row", height_ratios=(2, 1.3, 1.6))
    x = np.linspace(-7, 7, 401)
    for column, a in enumerate(APART):
        laws, loss, dips = panels[column::2]
        best = (
            min(bells.exclusive(a), key=lambda bell: bell.divergence)
            if a < bells.where_one_wins()
            else bells.over_one(a)
        )
        laws.plot(x, np.exp(bells.log_density(a, x)), color=P)
        laws.plot(x, _density(x, *bells.inclusive(a)[:2]), color=MUTED, linewidth=1.4, linestyle=(0, (4, 2)))
        laws.plot(x, _density(x, best.mean, best.sd), color=Q)
        laws.set(title=f"a = {a}", ylim=(0, 0.45), yticks=[])
        lost = bells.loss(a, best, x, "q")
        loss.fill_between(x, lost, color=D, alpha=0.55, linewidth=0)
        loss.plot(x, lost, color=D, linewidth=1)
        loss.axhline(0, color=INK, linewidth=0.8)
        loss.set(ylim=(0.45, -0.1), yticks=[])
        loss.spines["bottom"].set_visible(False)
        loss.tick_params(bottom=False)
        means = np.linspace(-a - 1.4, a + 1.4, 81)
        dips.plot(means, [bells.profile(a, mean) for mean in means], color=D)
        for bell in bells.exclusive(a):
            inside = D if abs(bell.mean - best.mean) < 0.01 else PAPER
            dips.plot(bell.mean, bell.divergence, "o", color=D, markerfacecolor=inside, markersize=7)
        dips.set(xlim=(-7, 7), ylim=(0, 1.4), xticks=[-5, 0, 5], yticks=[0, 0.5, 1], xlabel="x, and the mean of q")
        for axes in (laws, loss):
            axes.spines["left"].set_visible(False)
    panels[2].set_ylabel("q ln(q/p)")
    panels[4].set_ylabel("D(q‖p), nats")
    panels[0].text(-2.6, 0.24, "p", color=P_INK, ha="center")
    panels[0].text(0, 0.19, "q", color=Q_INK, ha="center")
    panels[1].text(-3.1, 0.24, "p", color=P_INK, ha="center")
    panels[1].text(3.1, 0.405, "q", color=Q_INK, ha="center")
    return figure


def crossing() -> Figure:
    """What the best Gaussian over both bells and the best over one are away from them, by half their distance."""
    distances = np.linspace(1.2, 3.6, 97)
    figure, (axes,) = canvas(3.0)
    axes.plot(distances, [bells.over_both(a).divergence for a in distances], color=D)
    alone = [(a, bells.over_one(a)) for a in distances]
    there = [(a, bell.divergence) for a, bell in alone if bell.mean > 0.5]
    axes.plot(*zip(*there, strict=True), color=INK, linestyle=(0, (4, 2)))
    at = bells.where_one_wins()
    axes.plot(at, bells.over_one(at).divergence, "o", color=D)
    axes.text(at, 0.78, f"a = {at:.4f}", color=D_INK, ha="right")
    axes.text(1.9, 0.32, "over both", color=D_INK, ha="right")
    axes.text(3.58, 0.6, "over one", color=INK, ha="right")
    axes.set(xlabel="a, half the distance of the bells", ylabel="D(q‖p), nats", xlim=(1.2, 3.6), ylim=(0, 1.2))
    return figure


def sweeps() -> Table:
    """The means after so many sweeps, and how far the independent parts are from the posterior."""
    seen, left = line.swept().means, line.divergences()
    rows = [[str(n), *(f"{value:.4f}".replace("-", "−") for value in seen[n]), f"{left[n]:.4f}"] for n in SHOWN]
    return [["sweeps", "intercept", "slope", "D, nats"], *rows]


def coordinates() -> Table:
    """The same line, with the length as measured and with its mean taken off."""
    rows = []
    for name, centred in (("from 0", False), ("from its mean", True)):
        sds = line.exact_sds(centred)[1], line.independent_sds(centred)[1]
        correlation = f"{line.correlation(centred):.3f}".replace("-", "−")
        rows.append([name, correlation, *(f"{sd:.4f}" for sd in sds), str(line.sweeps_until(1e-6, centred))])
    header = ["length counted", "ρ", "sd of the slope", "by parts", "sweeps"]
    return [header, *rows]


def products() -> Table:
    """Variables of which each two have correlation 0.9: the least divergence of independent parts, in both orders."""
    rows = [[str(n), *(f"{nats:.4f}" for nats in line.product_divergences(line.alike(n)))] for n in SIZES]
    return [["variables", "least D(q‖p)", "least D(p‖q)"], *rows]


def _ellipse(mean: Array, covariance: Array) -> Array:
    angles = np.linspace(0, 2 * np.pi, 241)
    circle = np.sqrt(chi2.ppf(WITHIN, 2)) * np.array([np.cos(angles), np.sin(angles)])
    return np.asarray(mean[:, None] + np.linalg.cholesky(covariance) @ circle)


def _density(x: Array, mean: float, sd: float) -> Array:
    return np.asarray(np.exp(-(((x - mean) / sd) ** 2) / 2) / (sd * np.sqrt(2 * np.pi)))
