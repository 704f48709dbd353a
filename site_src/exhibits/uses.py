"""Exhibits of the overview of uses."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import INK, P_INK, Q_INK, P, Q, canvas
from studies.binomials import law, mean_share
from studies.two_humps import TRIALS, lower_minimum, two_humps


def two_orders() -> Figure:
    """A truth with two humps, and the binomials with the least D(truth‖model) and the least D(model‖truth)."""
    outcomes, truth = np.arange(TRIALS + 1), two_humps()
    figure, (axes,) = canvas(3.0)
    axes.bar(outcomes, truth, color=P, alpha=0.5, width=0.9)
    axes.plot(outcomes, law(TRIALS, mean_share(list(truth))), "o-", color=Q)
    axes.plot(outcomes, law(TRIALS, lower_minimum()), "s--", color=Q)
    axes.text(9, truth.max() + 0.02, "truth p", color=P_INK, ha="center")
    axes.text(5, 0.275, "least D(p‖model)", color=Q_INK, ha="center")
    axes.text(1.7, 0.37, "least D(model‖p)", color=Q_INK, ha="left")
    axes.set(xlabel=f"successes in {TRIALS} trials", xlim=(-0.6, TRIALS + 0.6), ylim=(0, 0.43), yticks=[0, 0.2, 0.4])
    axes.set_ylabel("probability", color=INK)
    return figure
