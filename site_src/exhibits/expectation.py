"""Exhibits of the page on expectation and the law of large numbers."""

from math import log10

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import INK, P_INK, Q_INK, P, Q, Table, canvas
from exhibits._written import power_of_ten
from studies import averages, endless_evidence
from studies.averages import FACES, FAIR, LOADED

ROLLS = np.unique(np.logspace(1, 4, 100).astype(int))
DRAWS = np.unique(np.logspace(1, 6, 150).astype(int))


def die() -> Table:
    """The faces of a die, weighed by a fair and by a loaded law."""
    rows = []
    for face, p, q in zip(FACES, FAIR, LOADED, strict=True):
        sixths, tenths = round(6 * p), round(10 * q)
        rows.append([str(face), f"{sixths}/6", f"{tenths}/10", f"{face * sixths}/6", f"{face * tenths}/10"])
    means = [f"**{averages.mean(law):.1f}**" for law in (FAIR, LOADED)]
    return [["x", "p", "q", "p · x", "q · x"], *rows, ["sum", "1", "1", *means]]


def looks() -> Table:
    """How likely the average of a fair die is outside the funnel now, and was at some look from the tenth roll on."""
    rows = [
        [
            f"{n:,}".replace(",", "\u202f"),
            f"{100 * averages.outside_at(n):.1f} %",
            f"{100 * averages.outside_by(n):.1f} %",
        ]
        for n in (10, 100, 1000, 10_000, 100_000)
    ]
    return [["rolls", "outside now", "ever outside"], *rows]


def two_means() -> Figure:
    """Running averages of a fair and of a loaded die, each twenty times, in their funnels of two standard errors."""
    figure, (axes,) = canvas(3.2)
    for law, colour, ink, name, seed, y in (
        (LOADED, Q, Q_INK, "loaded die", 2, 5.2),
        (FAIR, P, P_INK, "fair die", 1, 2.75),
    ):
        axes.plot(ROLLS, averages.running_averages(law, 20, ROLLS, seed).T, color=colour, linewidth=0.8, alpha=0.55)
        for edge in averages.funnel(law, ROLLS):
            axes.plot(ROLLS, edge, color=INK, linewidth=1.1, linestyle=(0, (3, 2)))
        axes.text(10_000, y, f"{name}: mean {averages.mean(law)}", color=ink, ha="right")
    axes.set(xscale="log", xlabel="rolls", xlim=(10, 10_000), ylim=(2, 6), yticks=[2, 3, 4, 5, 6])
    axes.set_ylabel("average so far")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: _grouped(n)))
    axes.minorticks_off()
    return figure


def no_limit() -> Figure:
    """The same function averaged over draws from two laws: under q it settles, under p it climbs for ever."""
    figure, (axes,) = canvas(3.2)
    for heavy, colour in ((True, P), (False, Q)):
        paths = endless_evidence.running_averages(heavy, 8, DRAWS, seed=0)
        axes.plot(DRAWS, paths.T, color=colour, linewidth=0.9, alpha=0.6)
    axes.text(12, 15.4, "draws from p:\nno end", color=P_INK, va="center")
    axes.text(
        10**6, -2.1, f"draws from q: {endless_evidence.thin_mean():.3f}".replace("-", "−"), color=Q_INK, ha="right"
    )
    axes.set(xscale="log", xlabel="draws", xlim=(10, 10**6), ylim=(-3.4, 18), yticks=[0, 5, 10, 15])
    axes.set_ylabel("average of log₂ p/q so far, bits")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: power_of_ten(round(log10(n)))))
    axes.minorticks_off()
    return figure


def _grouped(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\u202f")
