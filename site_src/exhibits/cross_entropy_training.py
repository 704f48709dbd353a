"""Exhibits of the page on training a classifier with cross-entropy."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import D_INK, INK, LINE, MUTED, PAPER, Q_INK, D, Q, Table, canvas
from studies import digit_classifiers as classifiers
from studies.softmax_regression import LAST, by_cross_entropy_from_wrong, by_squared_error_from_wrong

SHOWN = (0, 100, 300, 1000, 5000, LAST)
SEEDS = range(10)
FIRST = 10  # step of the figure


def path() -> Table:
    """Losses in nats along the training; of that in validation, the part from pictures read wrong."""
    rows = []
    for step in SHOWN:
        seen = classifiers.in_validation(step)
        losses = (classifiers.in_training(step).loss, seen.loss, seen.from_wrong)
        rows.append([f"{step}", *(f"{loss:.3f}" for loss in losses), f"{100 * seen.accuracy:.1f} %"])
    return [["steps", "training", "validation", "from read wrong", "read right"], *rows]


def temperatures() -> Table:
    """The pictures of the test, which nothing was chosen by: as trained, and divided by the best temperature."""
    rows = []
    for step in (classifiers.lowest(), LAST):
        best = classifiers.best_temperature(step)
        for temperature in (1.0, best):
            seen = classifiers.in_test(step, temperature)
            sure = f"{100 * seen.sure.mean():.1f} %"
            rows.append([str(step), f"{temperature:.3f}", f"{seen.loss:.3f}", sure, f"{100 * seen.accuracy:.1f} %"])
    return [["steps", "T", "test loss", "mean sureness", "read right"], *rows]


def seeds() -> Table:
    """The same with other pictures for training: the rise of the loss, and what became of what is read right."""
    rows = []
    for seed in SEEDS:
        lowest = classifiers.lowest(seed)
        rise, change = 100 * classifiers.rise(seed), 100 * classifiers.accuracy_change(seed)
        best = f"{classifiers.in_validation(lowest, seed).loss:.3f}"
        rows.append([str(seed), str(lowest), best, f"+{rise:.0f} %", _signed(change)])
    return [["seed", "lowest at step", "loss there", "rise until the end", "read right, points"], *rows]


def losses() -> Figure:
    """Loss along the training: in training, in validation, and the part of it from pictures that are read wrong."""
    steps = [step for step in classifiers.steps() if step >= FIRST]
    validation = [classifiers.in_validation(step) for step in steps]
    figure, (loss, right) = canvas(5.0, rows=2, sharex=True, gridspec_kw={"height_ratios": [3, 2]})
    loss.plot(steps, [classifiers.in_training(step).loss for step in steps], color=MUTED, linewidth=1.6)
    loss.plot(steps, [seen.loss for seen in validation], color=INK)
    loss.plot(steps, [seen.from_wrong for seen in validation], color=D)
    loss.text(LAST, 0.27, "validation", color=INK, ha="right")
    loss.text(LAST, 0.16, "of it, from\npictures\nread wrong", color=D_INK, ha="right", va="top")
    loss.text(200, 0.02, "training", color=MUTED, ha="right")
    loss.set(ylabel="loss, nats", ylim=(0, 0.5), yticks=[0, 0.1, 0.2, 0.3, 0.4, 0.5])
    right.plot(steps, [100 * seen.accuracy for seen in validation], color=INK)
    right.text(LAST, 87, "validation, read right", color=INK, ha="right")
    right.set(ylabel="read right, %", ylim=(80, 100), yticks=[80, 90, 100])
    _count_steps(right, FIRST)
    return figure


def sureness() -> Figure:
    """How sure after the last step and how often right, in five bins: as trained, and at the best temperature."""
    best = classifiers.best_temperature(LAST)
    figure, (axes,) = canvas(3.6)
    axes.plot([40, 100], [40, 100], color=LINE, linewidth=1)
    for temperature, colour, fill in ((1.0, Q, Q), (best, INK, PAPER)):
        rows = classifiers.sureness(classifiers.in_test(LAST, temperature))
        sure, right = (100 * np.array(column) for column in list(zip(*rows, strict=True))[1:])
        axes.plot(sure[1:], right[1:], "o", color=colour, markerfacecolor=fill, markersize=8, markeredgewidth=1.6)
    axes.text(76, 51, "as trained", color=Q_INK, ha="left")
    axes.text(78, 92, f"logits divided\nby {best:.2f}", color=INK, ha="right", va="center")
    axes.set(xlabel="mean probability given to the digit named, %", ylabel="read right, %")
    axes.set(xlim=(60, 101), ylim=(35, 103), xticks=[60, 70, 80, 90, 100], yticks=[40, 60, 80, 100])
    return figure


def from_wrong() -> Figure:
    """From weights that are sure and wrong: how much is read right, trained down either loss."""
    figure, (axes,) = canvas(3.2)
    for train, colour in ((by_cross_entropy_from_wrong, INK), (by_squared_error_from_wrong, MUTED)):
        shares = classifiers.accuracies(train(classifiers.SEED))
        axes.plot(classifiers.steps()[1:], 100 * shares[1:], color=colour)
    axes.text(130, 95, "cross-entropy", color=INK, ha="right")
    axes.text(LAST, 62, "squared error", color=MUTED, ha="right")
    axes.set(ylabel="read right, %", ylim=(0, 100), yticks=[0, 25, 50, 75, 100])
    _count_steps(axes, 1)
    return figure


def _count_steps(axes: Axes, first: int) -> None:
    axes.set(xscale="log", xlabel="steps", xlim=(first, LAST))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}".replace(",", "\u202f")))
    axes.minorticks_off()


def _signed(number: float) -> str:
    return f"{number:+.1f}".replace("-", "−")
