"""Exhibits of the page on convexity and Jensen's inequality."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, PAPER, D, Table, canvas
from studies import jensen

SIZES, CLASSES = (10, 40), (1 / 2, 1 / 2)  # pupils of two classes, and the law of one who picks a class
MEAN = float(np.dot(SIZES, CLASSES))


def classes() -> Table:
    """Two classes: the laws of one who picks a class and of one who picks a pupil, and the distances to its tangent."""
    distances, pupils = jensen.distances(CLASSES, SIZES), jensen.size_biased(CLASSES, SIZES)
    rows = [
        [str(size), f"{p:.1f}", f"{q:.1f}", _signed(-np.log(size)), _signed(distance)]
        for size, p, q, distance in zip(SIZES, CLASSES, pupils, distances, strict=True)
    ]
    means = [_signed(float(np.dot(CLASSES, column))) for column in (-np.log(SIZES), distances)]
    header = ["class of", "p", "q", "−ln x", "distance"]
    return [header, *rows, [f"mean {MEAN:.0f}", "", "", means[0], f"**{means[1]}**"]]


def gap() -> Figure:
    """−ln x between its chord from 10 to 40 and its tangent at 25: the gap at 25 is the mean of two distances."""
    figure, (axes,) = canvas(3.9)
    x = np.linspace(7, 46, 300)
    ends, line = np.array(SIZES), np.array([7, 46])
    heights, middle = -np.log(ends), -np.log(MEAN)
    axes.plot(line, jensen.tangent(line, MEAN), color=MUTED, linewidth=1.4, linestyle=(0, (4, 2)))
    axes.plot(ends, heights, color=MUTED, linewidth=1.4)
    axes.plot(x, -np.log(x), color=INK)
    for size, height, distance in zip(SIZES, heights, jensen.distances(CLASSES, SIZES), strict=True):
        axes.plot([size, size], [height - distance, height], color=D, linewidth=5, solid_capstyle="butt")
        axes.text(size - 0.8, height - distance - 0.12, f"{distance:.3f}", color=D_INK, ha="center", va="center")
    width = jensen.gap(CLASSES, SIZES)
    axes.plot([MEAN, MEAN], [middle, middle + width], color=D, linewidth=5, solid_capstyle="butt")
    axes.text(MEAN + 0.8, middle + width + 0.1, f"gap {width:.3f}", color=D_INK, va="center", fontsize=12)
    for place, height in zip((*SIZES, MEAN), (*heights, middle), strict=True):
        axes.plot(place, height, "o", color=INK, markersize=7, markeredgecolor=PAPER)
    axes.text(13.6, -2.35, "chord", color=MUTED, va="center")
    axes.text(15.6, -3.05, "tangent at 25", color=MUTED, ha="right", va="center")
    axes.text(7.7, -1.9, "−ln x", color=INK, va="center")
    axes.set(xlim=(5, 48), xticks=[*SIZES, MEAN], xlabel="pupils x", ylim=(-4.15, -1.75), ylabel="nats")
    axes.set_yticks([-2, -3, -4], ["−2", "−3", "−4"])
    return figure


def _signed(value: float) -> str:
    return f"{value:.4f}".replace("-", "−")
