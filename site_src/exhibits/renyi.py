"""Exhibits of the page on Rényi's divergences and entropies, which are in bits."""

from collections.abc import Callable, Sequence
from math import inf

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, MUTED, D, Table, canvas
from extrabits import renyi_divergence, renyi_entropy
from studies import four_letters, renyi_orders
from studies.misprinted_renyi import BELIEF, TRUTH

LETTERS = "abc"
ORDERS = {0.0: "0", 0.5: "½", 1.0: "1", 2.0: "2", inf: "∞"}
MEANS = ("harmonic", "between", "geometric", "arithmetic", "largest")


def ratios() -> Table:
    """The letters, and how many times as likely each is under the truth."""
    rows = [[x, f"{p:.1f}", f"{q:.1f}", f"{p / q:.4f}"] for x, p, q in zip(LETTERS, TRUTH, BELIEF, strict=True)]
    return [["letter", "p", "q", "p/q"], *rows]


def means() -> Table:
    """For each order the mean of the ratio that it takes, and its logarithm, the divergence."""
    rows = []
    for (order, name), mean in zip(ORDERS.items(), MEANS, strict=True):
        bits = float(renyi_divergence(TRUTH, BELIEF, order))
        rows.append([name, mean, f"{2**bits:.3f}", f"{bits:.3f}"])
    return [["α", "mean", "of p/q", "Dα"], *rows]


def stages() -> Table:
    """Two laws in two stages: what a chain rule would say, what is so, and what is left of it without the choice."""
    rows = [
        [
            name,
            *(
                f"{value(order):.4f}"
                for value in (renyi_orders.mean_of_stages, renyi_orders.both_stages, renyi_orders.second_stage)
            ),
        ]
        for order, name in ORDERS.items()
    ]
    return [["α", "mean of stages", "both", "second alone"], *rows]


def entropies() -> Table:
    """The entropies of four letters, and how far they are from uniform."""
    p, uniform = four_letters.TRUTH, [1 / len(four_letters.TRUTH)] * len(four_letters.TRUTH)
    rows = [
        [name, f"{renyi_entropy(p, order):.4f}", f"{renyi_divergence(p, uniform, order):.4f}"]
        for order, name in ORDERS.items()
    ]
    return [["α", "Hα(p)", "Dα(p‖uniform)"], *rows]


def family() -> Figure:
    """Both divergences of the three letters for all orders, from 0 to ∞."""
    figure, (axes,) = canvas(3.3)
    _draw(axes, lambda order: float(renyi_divergence(TRUTH, BELIEF, order)), color=D)
    _draw(axes, lambda order: float(renyi_divergence(BELIEF, TRUTH, order)), color=D, linestyle=(0, (4, 2)))
    for order in ORDERS:
        axes.plot(place(order), renyi_divergence(TRUTH, BELIEF, order), "o", color=INK, markersize=5)
    axes.text(0.83, 0.5, "p from q", color=D_INK, va="center")
    axes.text(0.74, 1.1, "q from p", color=D_INK, ha="right", va="center")
    axes.text(place(1), 0.12, "D(p‖q)", color=INK, va="center")
    _orders(axes)
    axes.set(ylabel="bits", ylim=(0, 1.7), yticks=[0, 0.5, 1, 1.5])
    return figure


def lost() -> Figure:
    """Two stages: the divergence of the pair for all orders against the mean of the stages, and of the second alone."""
    figure, (axes,) = canvas(3.3)
    _draw(axes, renyi_orders.both_stages, color=D)
    _draw(axes, renyi_orders.second_stage, color=D, linestyle=(0, (4, 2)))
    _draw(axes, renyi_orders.mean_of_stages, color=MUTED, linewidth=1.4)
    axes.plot(place(1), renyi_orders.both_stages(1), "o", color=INK, markersize=5)
    axes.text(0.02, 2.2, "mean of stages", color=MUTED, va="center")
    axes.text(0.6, 3.1, "both stages", color=D_INK, ha="right", va="center")
    axes.text(0.62, 1.55, "second alone", color=D_INK, va="center")
    _orders(axes)
    axes.set(ylabel="bits", ylim=(0, 4.2), yticks=range(5))
    return figure


def place(order: float) -> float:
    """Where an order stands on an axis that holds all of them: ½ is at a third, 1 in the middle, ∞ at the end."""
    return 1.0 if order == inf else order / (1 + order)


def _draw(axes: Axes, value: Callable[[float], float], **style: object) -> None:
    places: Sequence[float] = np.linspace(0, 1, 121).tolist()
    orders = [inf if x == 1 else x / (1 - x) for x in places]
    axes.plot(places, [value(order) for order in orders], **style)  # type: ignore[arg-type]


def _orders(axes: Axes) -> None:
    axes.set_xticks([place(order) for order in ORDERS], list(ORDERS.values()))
    axes.set(xlabel="order α", xlim=(0, 1.02))
