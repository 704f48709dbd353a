"""Exhibits of the page on distillation."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from exhibits._drawing import INK, MUTED, P_INK, Q_INK, P, Q, Table, canvas
from studies import digits, students
from studies.students import FEW, MANY, SEEDS, TEMPERATURES

SOFT = 4
COMPARED = (1, 4, 16)


def sayings() -> Figure:
    """The picture that the teacher is least sure of, a square for each pixel, and what it says at two temperatures."""
    picture = digits.split(0)[0].pixels[students.least_sure(), :64].reshape(8, 8)
    figure, (shown, bars) = canvas(2.7, columns=2, gridspec_kw={"width_ratios": [1, 2.2]})
    row, column = np.nonzero(picture)
    ink = picture[row, column]
    shown.bar(column, ink, ink, bottom=7 - row - ink / 2, color=INK)
    shown.set(aspect="equal", xlim=(-0.6, 7.6), ylim=(-0.6, 7.6), xticks=[], yticks=[])
    shown.spines[["left", "bottom"]].set_visible(False)
    kinds = np.arange(digits.KINDS)
    bars.bar(kinds - 0.2, students.answers(1), 0.4, color=P, alpha=0.5)
    bars.bar(kinds + 0.2, students.answers(SOFT), 0.4, color=P)
    bars.text(7.4, 0.93, "T = 1", color=P_INK, ha="right")
    bars.text(7.4, 0.46, f"T = {SOFT}", color=P_INK, ha="right")
    bars.set(xticks=kinds, xlabel="digit", ylabel="the teacher says", ylim=(0, 1.05), yticks=[0, 0.5, 1])
    return figure


def temperatures() -> Figure:
    """What students read right that learnt from a hundred pictures, by the temperature of their teacher."""
    figure, (axes,) = canvas(3.2)
    for seed in SEEDS:
        axes.plot(TEMPERATURES, [_percent(seed, temperature) for temperature in TEMPERATURES], color=Q, linewidth=0.8)
    means = [100 * students.mean_right(FEW, "teacher_first", t) for t in TEMPERATURES]
    axes.plot(TEMPERATURES, means, "o-", color=Q)
    for pictures, x, side in ((FEW, 16, "right"), (MANY, 1, "left")):
        level = 100 * students.mean_right(pictures, "by_labels")
        axes.axhline(level, color=INK, linewidth=1, linestyle=(0, (4, 2)))
        axes.text(x, level - 0.25, f"{pictures} labels", color=INK, ha=side, va="top")
    axes.text(16, 96, f"{FEW} taught", color=Q_INK, ha="right")
    axes.set(xscale="log", xlabel="temperature T", ylabel="read right", xlim=(0.95, 17), ylim=(87.5, 97.5))
    axes.xaxis.set_major_locator(FixedLocator(TEMPERATURES))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g} %"))
    axes.tick_params(labelcolor=MUTED)
    return figure


def factors() -> Table:
    """Before the first step: slopes and divergences, as they are and times T²; nats."""
    rows = []
    for t in TEMPERATURES:
        slope, apart = students.at_start(t)
        cells = (slope, slope * t**2, apart.teacher_first * t**2, apart.student_first * t**2)
        rows.append([str(t), *(f"{cell:.3f}" for cell in cells[:2]), *(f"{cell:.2f}" for cell in cells[2:])])
    slope, half_variance = students.limit()
    rows.append(["→\u00a0∞", "0", f"{slope:.3f}", *[f"{half_variance:.2f}"] * 2])
    return [["T", "slope", "T² slope", "T² D(teacher‖student)", "T² D(student‖teacher)"], *rows]


def directions() -> Table:
    """Both orders of the lesson: what the students read right, and how far they are from the teacher on the test."""
    rows = []
    for t in COMPARED:
        for lesson, name in (("teacher_first", "teacher first"), ("student_first", "student first")):
            apart = np.mean([students.apart(seed, FEW, lesson, t) for seed in SEEDS], axis=0)
            right = 100 * students.mean_right(FEW, lesson, t)
            rows.append([str(t), name, f"{right:.1f} %", *(f"{distance:.3f}" for distance in apart)])
    return [["T", "lesson", "read right", "D(teacher‖student)", "D(student‖teacher)"], *rows]


def _percent(seed: int, temperature: float) -> float:
    return 100 * students.right(seed, FEW, "teacher_first", temperature)
