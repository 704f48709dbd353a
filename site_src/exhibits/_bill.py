"""The picture behind the p/q board: two laws, and the bill for coding with the right and with the wrong one."""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, P_INK, Q_INK, D, H, P, Q, canvas
from extrabits import cross_entropy, entropy


def two_laws_and_bill(p: Sequence[float], q: Sequence[float], labels: Sequence[str], unit: str) -> Figure:
    """Bars of p and q side by side; beside them H(p), and H(p) with D(p‖q) on top."""
    figure, (laws, stack) = canvas(2.9, columns=2, gridspec_kw={"width_ratios": [1.5, 1]})
    x = np.arange(len(p))
    laws.bar(x - 0.2, p, 0.36, color=P)
    laws.bar(x + 0.2, q, 0.36, color=Q)
    top = max(*p, *q)
    laws.text(-0.38, top * 1.19, "p, the truth", color=P_INK)
    laws.text(-0.38, top * 1.05, "q, the belief", color=Q_INK)
    laws.set(xticks=x, xticklabels=labels, ylim=(0, top * 1.32), yticks=[0, 0.25, 0.5])
    laws.set_title("Two laws")
    h, total = entropy(p), cross_entropy(p, q)
    stack.barh([1, 0], [h, h], 0.5, color=H)
    stack.barh([0], [total - h], 0.5, left=h, color=D)
    stack.text(0.05, 1.33, f"H(p) = {h:.2f}", color=H_INK)
    stack.text(0.05, 0.33, f"+ D(p‖q) = {total - h:.3f}", color=D_INK)
    stack.set(
        yticks=[1, 0],
        yticklabels=["code\nfor p", "code\nfor q"],
        ylim=(-0.5, 1.75),
        xticks=[0, 1, 2, 3],
        xlim=(0, 3),
    )
    stack.set_xlabel(unit)
    stack.set_title("The bill")
    return figure
