"""Exhibits of the page on mutual information as a divergence, which is in bits."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from exhibits._drawing import D_INK, INK, P_INK, PAPER, Q_INK, D, P, Q, Table, canvas
from extrabits import kl_divergence, mutual_information
from studies import product_laws, titanic


def classes() -> Table:
    """Who was saved, by class, and how far each class is from everybody."""
    everybody = titanic.COUNTS.sum(0)
    rows = [
        _row(name, counts, float(kl_divergence(fate, everybody / titanic.ABOARD)))
        for name, counts, fate in zip(titanic.CLASSES, titanic.COUNTS, titanic.fates(), strict=True)
    ]
    last = _row("all", everybody, float(mutual_information(titanic.joint())))
    return [["class", "aboard", "saved", "bits"], *rows, [*last[:3], f"**{last[3]}**"]]


def products() -> Table:
    """Four product laws, and the divergence between each and the joint law of outlook and tennis, both ways."""
    laws = {
        "marginals": product_laws.marginal_product(),
        "cells alike": product_laws.uniform_product(),
        "never overcast": product_laws.never_overcast(),
        "always tennis": product_laws.always_play(),
    }
    rows = [
        [name, _finite(product_laws.from_joint(law)), _finite(product_laws.to_joint(law))] for name, law in laws.items()
    ]
    return [["product", "D(joint‖it)", "D(it‖joint)"], *rows]


def columns() -> Figure:
    """A column for each class, as wide as its share of the people and as high as its share of saved."""
    figure, (axes,) = canvas(3.4)
    widths, saved = titanic.COUNTS.sum(1) / titanic.ABOARD, titanic.fates()[:, 0]
    everybody = titanic.COUNTS.sum(0) / titanic.ABOARD
    left = np.cumsum(widths) - widths
    axes.bar(left, saved, widths, align="edge", color=P, edgecolor=PAPER, linewidth=1.5)
    axes.plot([0, 1], [everybody[0]] * 2, color=Q, linewidth=2.6)
    for x, height, fate in zip(left + widths / 2, saved, titanic.fates(), strict=True):
        bits = f"{kl_divergence(fate, everybody):.3f}"
        axes.text(x, max(height, everybody[0]) + 0.025, bits, color=D_INK, ha="center")
        axes.text(x, 0.03, f"{100 * height:.0f} %", color=PAPER, ha="center")
    axes.text(1, 0.62, "columns: saved in each class", color=P_INK, ha="right")
    axes.text(1, 0.55, "line: saved of all", color=Q_INK, ha="right")
    axes.text(1, 0.48, "numbers: bits from the line", color=D_INK, ha="right")
    axes.set(xlim=(0, 1), ylim=(0, 0.72), yticks=[0, 0.2, 0.4, 0.6], ylabel="share saved")
    axes.set(xticks=left + widths / 2, xticklabels=["1st", "2nd", "3rd", "crew"])
    axes.set_xlabel("classes, each as wide as its people")
    axes.yaxis.set_major_formatter(PercentFormatter(1, symbol=" %"))
    axes.tick_params(axis="x", length=0)
    return figure


def reference() -> Figure:
    """What one law for all classes costs, for each share of saved that it names."""
    figure, (axes,) = canvas(3.2)
    saved = np.linspace(0.06, 0.7, 129)
    least, best = mutual_information(titanic.joint()), titanic.COUNTS[:, 0].sum() / titanic.ABOARD
    axes.fill_between([saved[0], saved[-1]], 0, least, color=D, alpha=0.15, linewidth=0)
    axes.plot(saved, [titanic.against(share) for share in saved], color=D)
    axes.plot([0.5, 0.5], [least, titanic.against(0.5)], color=Q, linewidth=2.2)
    axes.plot([best, 0.5], [least, titanic.against(0.5)], "o", color=INK, markersize=5)
    axes.text(best, least + 0.02, f"{100 * best:.0f} %", color=INK, ha="center")
    axes.text(0.515, 0.085, "D(all‖half)", color=Q_INK)
    axes.text(0.38, 0.025, "I(X; Y), which no law removes", color=D_INK, ha="center", va="center")
    axes.set(xlabel="share of saved that one law names", ylabel="extra bits a person", xlim=(0.06, 0.7))
    axes.set(ylim=(0, 0.42), yticks=[0, 0.1, 0.2, 0.3, 0.4], xticks=[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    axes.xaxis.set_major_formatter(PercentFormatter(1, symbol=" %"))
    return figure


def _row(name: str, counts: np.ndarray, bits: float) -> list[str]:
    return [name, str(counts.sum()), str(counts[0]), f"{bits:.4f}"]


def _finite(bits: float) -> str:
    return f"{bits:.3f}".replace("inf", "∞")
