"""Exhibits of the page on exponential families, which is in nats."""

from math import e

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, MUTED, P_INK, Q_INK, D, H, P, Q, Table, canvas
from extrabits import entropy
from studies import tilted_dice

MEAN = 4.5


def wolf() -> Table:
    """Wolf's throws, and what the nearest members of two families expect; below, how far the throws are from each."""
    laws = [tilted_dice.tilted(), tilted_dice.tilted_and_long()]
    rows = [
        [str(face), str(seen), *(f"{sum(tilted_dice.WOLF) * law[face - 1]:.0f}" for law in laws)]
        for face, seen in zip(tilted_dice.FACES, tilted_dice.WOLF, strict=True)
    ]
    g = [f"**{tilted_dice.g(tilted_dice.shares(), law):.1f}**" for law in laws]
    return [["face", "thrown", "tilted", "and long"], *rows, ["G", "", *g]]


def tangent() -> Figure:
    """The log-partition function, its tangent at the truth, and how far above it two beliefs are."""
    figure, (axes,) = canvas(3.5)
    truth = tilted_dice.tilt(tilted_dice.with_mean(MEAN))
    eta = np.linspace(-0.75, 0.75, 121)
    height = float(tilted_dice.log_partition(truth))
    slope = MEAN - 3.5
    axes.plot(eta, tilted_dice.log_partition(eta), color=INK)
    axes.plot(eta[20:], height + slope * (eta[20:] - truth), color=P, linewidth=1.8)
    for belief, x, side in ((0.0, -0.025, "right"), (-truth, -truth + 0.025, "left")):
        below, above = height + slope * (belief - truth), float(tilted_dice.log_partition(belief))
        axes.plot([belief, belief], [below, above], color=D, linewidth=2.6)
        axes.plot(belief, above, "o", color=Q, markersize=7)
        axes.text(x, (below + above) / 2, f"{above - below:.3f}", color=D_INK, ha=side, va="center")
    axes.plot(truth, height, "o", color=P, markersize=7)
    axes.text(0, float(tilted_dice.log_partition(0)) + 0.08, "mean 3.5", color=Q_INK, ha="center")
    axes.text(-truth + 0.04, height + 0.04, f"mean {7 - MEAN}", color=Q_INK)
    axes.text(truth + 0.06, height - 0.07, f"mean {MEAN}", color=P_INK, va="top")
    axes.text(-0.72, 2.5, "curve: A(η)", color=INK)
    axes.text(0.72, 1.3, "line: tangent at the truth", color=P_INK, ha="right")
    axes.text(0.72, 1.13, "gaps: D(truth‖belief)", color=D_INK, ha="right")
    axes.set(xlabel="η", ylabel="nats", xlim=(-0.75, 0.75), ylim=(1, 2.75), xticks=[-0.5, 0, 0.5])
    axes.set(yticks=[1, 1.5, 2, 2.5], xticklabels=["−0.5", "0", "0.5"])
    return figure


def entropies() -> Figure:
    """Entropy against the mean: random dice below the curve that the tilted dice make."""
    figure, (axes,) = canvas(3.1)
    dice = np.random.default_rng(1979).dirichlet(np.full(6, 0.7), size=600)
    means = np.linspace(1.03, 5.97, 120)
    best = [float(entropy(tilted_dice.with_mean(mean), base=e)) for mean in means]
    axes.plot(dice @ tilted_dice.FACES, entropy(dice, base=e), ".", color=MUTED, markersize=4)
    axes.plot(means, best, color=H)
    at, top = MEAN, float(entropy(tilted_dice.with_mean(MEAN), base=e))
    axes.plot(at, top, "o", color=INK, markersize=6)
    axes.text(4.62, 1.66, "4.5", color=INK)
    axes.text(1.05, 1.72, "tilted dice", color=H_INK)
    axes.set(xlabel="mean of the faces", ylabel="entropy, nats", xlim=(1, 6), ylim=(0, 1.9))
    axes.set(xticks=range(1, 7), yticks=[0, 0.5, 1, 1.5])
    return figure
