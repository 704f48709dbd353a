"""Exhibits of the page on differential entropy."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import H_INK, INK, H, Table, canvas
from extrabits import Normal
from studies import rounded_normal
from studies.rounded_normal import HEIGHT

STEPS = {"14 cm": 14.0, "7 cm": 7.0, "1 cm": 1.0, "1 mm": 0.1, "0.1 mm": 0.01}
SHOWN = (10.0, 2.5)


def readings() -> Table:
    """Bits of a height read to so much, what differential entropy promises, and what is above it."""
    h = rounded_normal.of_density(HEIGHT)
    rows = []
    for name, step in STEPS.items():
        values = (rounded_normal.of_reading(HEIGHT, step), h - np.log2(step), rounded_normal.above(HEIGHT, step))
        rows.append([name, *(f"{value:.6f}" for value in values)])
    return [["read to", "bits", "h − log Δ", "above"], *rows]


def units() -> Table:
    """One law of heights in three units: its differential entropy, and a reading to the centimetre."""
    rows = []
    for name, scale in (("metres", 0.01), ("centimetres", 1.0), ("millimetres", 10.0)):
        h, step = rounded_normal.of_density(HEIGHT * scale), scale
        reading = rounded_normal.of_reading(HEIGHT * scale, step)
        rows.append([name, *(f"{value:.3f}".replace("-", "−") for value in (h, np.log2(1 / step), reading))])
    return [["unit", "h", "− log of 1 cm", "reading to 1 cm"], *rows]


def rulers() -> Figure:
    """The density of a height, and what a coarse and a fine ruler make of it."""
    figure, panels = canvas(4.4, rows=2, sharex=True)
    x = np.linspace(-25, 25, 400)
    for axes, step in zip(panels, SHOWN, strict=True):
        edges = step * np.arange(-np.ceil(25 / step), np.ceil(25 / step) + 1)
        law = Normal(0, HEIGHT)
        p = rounded_normal.cells(HEIGHT, step)
        middle = len(p) // 2
        count = len(edges) // 2
        heights = p[middle - count : middle + count] / step
        axes.stairs(heights, edges, fill=True, color=H, alpha=0.35)
        axes.plot(x, np.exp(law.log_density(x)), color=INK)
        bits = rounded_normal.of_reading(HEIGHT, step)
        axes.text(9.5, 0.05, f"read to {step:g} cm:\n{bits:.2f} bits", color=H_INK)
        axes.set(ylim=(0, 0.065), yticks=[0, 0.02, 0.04, 0.06], xlim=(-25, 25), ylabel="per cm")
    panels[1].set(xlabel="height over the mean, cm")
    return figure
