"""Exhibits of the page on EM and the ELBO."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, GRID, INK, MUTED, Q_INK, D, Q, Table, canvas
from extrabits import Normal
from studies import petal_width_runs as runs
from studies.petal_widths import FLOWERS, TOTAL, WIDTHS

STEPS = 5
CELL = 0.1  # centimetres: how finely the widths were read


def climb() -> Figure:
    """Log-likelihood and ELBO after each E step and each M step, and the divergence between them."""
    seen = runs.moments(runs.SHOWN, STEPS)
    places = np.arange(len(seen)) / 2
    figure, (axes,) = canvas(3.6)
    for place, moment in zip(places, seen, strict=True):
        axes.plot([place, place], [moment.bound, moment.likelihood], color=D, linewidth=4)
    axes.plot(places, [moment.likelihood for moment in seen], color=INK)
    axes.plot(places, [moment.bound for moment in seen], color=Q)
    axes.text(2.4, -145, "log-likelihood", color=INK, ha="right")
    axes.text(1.6, -190, "ELBO", color=Q_INK)
    axes.text(0.6, -225, "D(q‖posterior)", color=D_INK)
    axes.set(xlabel="steps: E up to the half, M from there", ylabel="nats", xlim=(-0.15, STEPS + 0.1))
    return figure


def two_ends() -> Figure:
    """The widths and the two best mixtures in which EM ends, part by part."""
    figure, panels = canvas(4.8, rows=2, sharex=True)
    grid = np.linspace(0, 2.8, 561)
    for axes, (likelihood, share, model) in zip(panels, runs.ends()[:2], strict=True):
        axes.bar(WIDTHS, FLOWERS, width=0.8 * CELL, color=GRID)
        for weight, mean, sd in zip(*model, strict=True):
            density = np.exp(Normal(float(mean), float(sd)).log_density(grid))
            axes.plot(grid, TOTAL * CELL * weight * density, color=Q)
        words = f"{likelihood:.2f} nats\n{100 * share:.1f} % of the starts".replace("-", "−")
        axes.text(2.8, 25, words, color=INK, ha="right", va="center")
        axes.set(ylabel="flowers", ylim=(0, 36), xlim=(0, 2.8), yticks=[0, 10, 20, 30])
    panels[0].text(0.62, 20, "fitted parts", color=Q_INK)
    panels[1].text(0.62, 20, "measured", color=MUTED)
    panels[1].set(xlabel="petal width, cm")
    return figure


def steps() -> Table:
    """What each step gains: by the bound, and by the gap that it opens."""
    seen = runs.moments(runs.SHOWN, STEPS)
    rows = [["0", f"{seen[0].likelihood:.2f}", f"{seen[0].bound:.2f}", f"{seen[0].gap:.2f}"]]
    for step in range(1, STEPS + 1):
        for name, moment in (("E", seen[2 * step - 1]), ("M", seen[2 * step])):
            rows.append([f"{step},\u00a0{name}", *(f"{value:.2f}" for value in (*moment[:2], abs(moment.gap)))])
    signed = [[cell.replace("-", "−") for cell in row] for row in rows]
    return [["step", "ln p", "ELBO", "gap"], *signed]


def ends() -> Table:
    """Where EM ends from all choices of three flowers, and how often."""
    rows = []
    for likelihood, share, model in runs.ends():
        means = ", ".join(f"{mean:.2f}" for mean in model.means)
        rows.append([f"{likelihood:.2f}".replace("-", "−"), f"{100 * share:.1f} %", means])
    return [["log-likelihood, nats", "share of the starts", "means, cm"], *rows]
