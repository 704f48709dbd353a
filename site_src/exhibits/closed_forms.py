"""Exhibits of the page on closed forms, which is in nats."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from extrabits import kl_divergence
from studies import two_betas
from studies.two_betas import NARROW, WIDE

LAWS = (("p = Beta(17, 6)", NARROW), ("q = Beta(3, 3)", WIDE))


def three_means() -> Table:
    """The log-ratio of two Betas as three pieces, and the mean of each piece under either law."""
    means = [two_betas.pieces(law) for _, law in LAWS]
    rows, sums = [], np.zeros(2)
    for name, (factor, under_p), (_, under_q) in zip(("ln x", "ln(1 − x)", "1"), *means, strict=True):
        sums += factor * under_p, factor * under_q
        written = f"{factor:.4f}" if name == "1" else f"{factor:.0f}"
        rows.append([name, written, _signed(under_p), _signed(under_q)])
    totals = [f"**{_signed(total)}**" for total in sums]
    return [["piece", "factor", "mean under p", "mean under q"], *rows, ["sum", "", *totals]]


def one_deviation() -> Table:
    """What lies within one standard deviation of each of the two Betas, and the ratio of their densities there."""
    rows = []
    for name, law in LAWS:
        reach = two_betas.within_one_sd(law)
        lowest, highest = reach.least_ratio, reach.largest_ratio
        rows.append(
            [
                name,
                f"{reach.low:.3f} to {reach.high:.3f}",
                f"{100 * reach.of_narrow:.1f} %",
                f"{100 * reach.of_wide:.1f} %",
                f"{lowest:.2f} to {highest:.2f}" if lowest > 1 else f"1/{1 / lowest:.0f} to {highest:.2f}",
            ]
        )
    return [["one standard deviation of", "x", "draws of p", "draws of q", "p/q"], *rows]


def pieces() -> Figure:
    """The log-ratio of two Betas as the sum of two logarithms and a constant, above the density that weighs it."""
    figure, (axes,) = canvas(3.6)
    x = np.linspace(0.001, 0.9995, 1500)
    (left, _), (right, _), (constant, _) = two_betas.pieces(NARROW)
    weights = np.exp(NARROW.log_density(x))
    axes.fill_between(x, -14, -14 + weights, color=P, alpha=0.3, linewidth=0)
    axes.plot(x, left * np.log(x), color=MUTED, linewidth=1.6, linestyle=(0, (5, 2)))
    axes.plot(x, right * np.log1p(-x), color=MUTED, linewidth=1.6, linestyle=(0, (1.5, 1.5)))
    axes.plot([0, 1], [constant, constant], color=MUTED, linewidth=1.6)
    axes.plot(x, two_betas.log_ratio(x), color=INK)
    mean = kl_divergence(NARROW, WIDE, base=np.e)
    axes.plot([0, 1], [mean, mean], color=D, linewidth=1.6)
    axes.text(0.02, constant - 0.5, f"constant {constant:.2f}", color=MUTED, va="top")
    axes.text(0.57, -10.2, "14 ln x", color=MUTED)
    axes.text(0.02, -1.3, "3 ln(1 − x)", color=MUTED, va="top")
    axes.text(0.02, mean + 0.4, f"mean under p: {mean:.3f}", color=D_INK)
    axes.text(0.4, -4.1, "ln p/q", color=INK, ha="right")
    axes.text(0.735, -12.6, "p", color=P_INK, fontsize=13, ha="center", va="center")
    axes.set(xlim=(0, 1), ylim=(-14, 11), xticks=[0, 0.5, 1], yticks=[-10, 0, 10], xlabel="x", ylabel="nats")
    return figure


def bands() -> Figure:
    """Both densities twice: with what lies within one standard deviation of p, and of q."""
    figure, panels = canvas(4.6, rows=2, sharex=True)
    x = np.linspace(0, 1, 801)
    for axes, law, name, ink in zip(panels, (NARROW, WIDE), "pq", (P_INK, Q_INK), strict=True):
        reach = two_betas.within_one_sd(law)
        inside = np.linspace(reach.low, reach.high, 301)
        for shaded, colour in ((NARROW, P), (WIDE, Q)):
            axes.fill_between(inside, 0, np.exp(shaded.log_density(inside)), color=colour, alpha=0.3, linewidth=0)
            axes.plot(x, np.exp(shaded.log_density(x)), color=colour)
        axes.set_title(f"within one standard deviation of {name}", color=ink)
        axes.text(0.02, 3.4, f"{100 * reach.of_narrow:.1f} % of p", color=P_INK)
        axes.text(0.02, 2.6, f"{100 * reach.of_wide:.1f} % of q", color=Q_INK)
        axes.set(xlim=(0, 1), ylim=(0, 4.8), yticks=[0, 2, 4], xticks=[0, 0.5, 1])
    panels[1].set_xlabel("x")
    return figure


def on_the_way() -> Figure:
    """The variance of the log-ratio from p to q; its area is split by distance into the two divergences."""
    figure, (axes,) = canvas(3.4)
    s = np.linspace(0, 1, 401)
    variance = two_betas.variance_between(s)
    axes.fill_between(s, 0, (1 - s) * variance, color=P, alpha=0.3, linewidth=0)
    axes.fill_between(s, (1 - s) * variance, variance, color=Q, alpha=0.3, linewidth=0)
    axes.plot(s, (1 - s) * variance, color=PAPER, linewidth=1.2)
    axes.plot(s, variance, color=INK)
    there, back = (kl_divergence(*pair, base=np.e) for pair in ((NARROW, WIDE), (WIDE, NARROW)))
    axes.plot([0.34, 0.6], [6.3, 0.6], color=MUTED, linewidth=0.8)
    axes.text(0.08, 7, f"D(p‖q) = {there:.3f}", color=P_INK)
    axes.plot([0.68, 0.95], [14.3, 9], color=MUTED, linewidth=0.8)
    axes.text(0.4, 15, f"D(q‖p) = {back:.3f}", color=Q_INK)
    axes.text(0.94, 22, "variance\nof ln p/q", color=INK, ha="right", va="center")
    axes.set(xlim=(0, 1), ylim=(0, 30), yticks=[0, 10, 20, 30], ylabel="nats²", xlabel="way from p to q")
    axes.set_xticks([0, 0.5, 1], ["p", "half-way", "q"])
    return figure


def _signed(value: float) -> str:
    return f"{value:.4f}".replace("-", "−")
