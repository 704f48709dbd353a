"""Exhibits of the page on cross-entropy."""

import math

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, Q_INK, D, H, Q, Table, canvas
from extrabits import binary_entropy, cross_entropy, kl_divergence, surprisal

RAIN = 0.3  # the share of rainy days
FORECASTS = [0.0, 0.1, 0.3, 0.5, 0.9]


def forecasts() -> Table:
    """What five constant forecasts pay on a rainy day, on a dry one, and on average."""
    rows = []
    for q in FORECASTS:
        law, belief = [RAIN, 1 - RAIN], [q, 1 - q]
        costs = [surprisal(q), surprisal(1 - q), cross_entropy(law, belief), kl_divergence(law, belief)]
        rows.append([f"{100 * q:.0f} %", *("∞" if math.isinf(bits) else f"{bits:.3f}" for bits in costs)])
    return [["rain, they say", "if it rains", "if it is dry", "H(p, q)", "over H(p)"], *rows]


def tangents() -> Figure:
    """The bills of two forecasts over every climate, as tangents of the entropy."""
    figure, (axes,) = canvas(3.6)
    share = np.linspace(0, 1, 401)
    axes.plot(share, binary_entropy(share), color=H, linewidth=2.6)
    axes.text(0.84, binary_entropy(0.84) - 0.06, "H(p)", color=H_INK, ha="right", va="top")
    for q, nudge in ((0.1, -0.012), (0.5, 0.012)):
        axes.plot([0, 1], [surprisal(1 - q), surprisal(q)], color=Q, linewidth=2)
        axes.plot(q, binary_entropy(q), "o", color=Q_INK, markersize=6)
        x, low = RAIN + nudge, binary_entropy(RAIN + nudge)
        axes.plot([x, x], [low, cross_entropy([x, 1 - x], [q, 1 - q])], color=D, linewidth=2.6)
    steep, level = (kl_divergence([RAIN, 1 - RAIN], [q, 1 - q]) for q in (0.1, 0.5))
    axes.text(0.27, 1.06, f"D = {steep:.3f}", color=D_INK, ha="right", va="bottom")
    axes.text(0.33, 0.8, f"D = {level:.3f}", color=D_INK, va="top")
    axes.text(0.36, 1.43, "forecast: rain 10 %", color=Q_INK, ha="right")
    axes.text(0.97, 1.06, "forecast: rain 50 %", color=Q_INK, ha="right")
    axes.plot([RAIN, RAIN], [0, binary_entropy(RAIN)], color=INK, linewidth=0.9, linestyle=(0, (2, 2)))
    axes.set(xlim=(0, 1), ylim=(0, 1.6), xticks=[0, 0.1, RAIN, 0.5, 1], yticks=[0, 0.5, 1, 1.5])
    axes.set(xlabel="share of rainy days", ylabel="bits per day")
    return figure
