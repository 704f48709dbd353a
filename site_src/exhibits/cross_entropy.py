"""Exhibits of the page on cross-entropy."""

import math

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, Q_INK, D, H, Q, Table, canvas
from extrabits import binary_entropy, cross_entropy, kl_divergence, surprisal
from studies import wrong_codes
from studies.wrong_codes import ERLKING, Bill

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


def texts() -> str:
    """The widget's texts: what its code is counted from, one that this code can write, and one that it cannot."""
    texts = {"Alice": wrong_codes.opening(), "the Cat": wrong_codes.cat(), "the Erlking": ERLKING}
    return "|".join(part for pair in texts.items() for part in pair)


def bills() -> list[Bill]:
    """What the texts cost in their codes, in the order of the table and of the figure."""
    return [wrong_codes.bill(message, source, escape) for _, _, message, source, escape in _sendings()]


def codes() -> Table:
    """What two texts cost in codes counted from one of them or from another, and what two coders wrote."""
    rows = []
    for (text, training, message, _, _), bill in zip(_sendings(), bills(), strict=True):
        written = [digits / len(message) for digits in (bill.arithmetic, bill.huffman)]
        rows.append([text, training, *(f"{bits:.3f}" for bits in [bill.entropy + bill.divergence, *written])])
    return [["text", "code from", "H(p, q)", "arithmetic", "Huffman"], *rows]


def wrong_code() -> Figure:
    """Stacked bars of entropy and divergence for the texts and their codes, and ticks where two coders end."""
    figure, (axes,) = canvas(3.4)
    for row, ((text, training, message, _, _), bill) in enumerate(zip(_sendings(), bills(), strict=True)):
        axes.barh(row, bill.entropy, 0.34, color=H)
        axes.barh(row, bill.divergence, 0.34, left=bill.entropy, color=D)
        axes.text(0, row - 0.27, f"{text}, code from {training}", color=INK, va="bottom")
        axes.text(5.2, row - 0.13, f"H(p) {bill.entropy:.3f}", color=H_INK, va="center")
        axes.text(5.2, row + 0.17, f"D(p‖q) {bill.divergence:.3f}", color=D_INK, va="center")
        for digits in (bill.arithmetic, bill.huffman):
            axes.plot([digits / len(message)] * 2, [row - 0.24, row + 0.24], color=INK, linewidth=1.6)
    axes.text(6.6, -0.52, "ticks: as two coders wrote it", color=INK, ha="right", va="bottom")
    axes.set(xlim=(0, 6.6), ylim=(3.5, -0.95), yticks=[], xticks=range(6), xlabel="bits a letter")
    axes.spines["left"].set_visible(False)
    return figure


def _sendings() -> list[tuple[str, str, str, str, bool]]:
    """A text by name, what its code was counted from, both texts, and whether the code has an escape."""
    cat, opening = wrong_codes.cat(), wrong_codes.opening()
    return [
        ("Cat", "itself", cat, cat, False),
        ("Cat", "Alice", cat, opening, False),
        ("Erlking", "itself", ERLKING, ERLKING, False),
        ("Erlking", "Alice, escape", ERLKING, opening, True),
    ]
