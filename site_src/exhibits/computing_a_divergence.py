"""Exhibits of the page on computing a divergence: the noise of the plain sum, and the digits that others keep."""

import math

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, INK, LINE, MUTED, PAPER, D, Table, canvas
from exhibits._written import power_of_ten, scientific
from extrabits.kernel import gibbs_term
from studies import nearly_equal_laws
from studies.nearly_equal_laws import ONE_STEP, SUMS

DISTURBANCES = (1e-2, 1e-4, 1e-6, 1e-8, 1e-10)
NAMES = {"rel_entr": "`rel_entr`", "kl_div": "`kl_div`", "rel_entr less the difference": "`rel_entr` − (p − q)"}


def one_step() -> Table:
    """Three letters and a belief one small step away: terms of both signs, and terms that are never negative."""
    columns = (nearly_equal_laws.plain_terms(*ONE_STEP), gibbs_term(*ONE_STEP))
    rows = [[letter, _written(term, 9), _written(gap, 1)] for letter, term, gap in zip("abc", *columns, strict=True)]
    sums = [f"**{_written(float(np.sum(column)), 1)}**" for column in columns]
    return [["letter", "p ln(p/q), nats", "p ln(p/q) − p + q, nats"], *rows, ["sum", *sums]]


def noise() -> Figure:
    """How far three sums are from the divergence: two keep their noise however small it is, the third shrinks along."""
    p, q = nearly_equal_laws.pairs_of_all_sizes()
    truths = np.array(nearly_equal_laws.exact(p, q), dtype=np.float64)
    figure, (axes,) = canvas(3.9)
    for add, colour in ((nearly_equal_laws.plain_in_single, INK), (SUMS["numpy"], MUTED), (SUMS["extrabits"], D)):
        miss = np.maximum(nearly_equal_laws.misses(add, p, q), 1e-40)
        axes.loglog(truths, miss, "o", color=colour, markersize=3.6, markeredgecolor=PAPER, markeredgewidth=0.4)
    axes.loglog([1e-22, 1], [1e-22, 1], color=LINE, linewidth=1.4)
    axes.text(3e-13, 1e-12, "no digit is right", color=MUTED, ha="right", va="bottom")
    axes.text(1e-20, 1.5e-7, "plain sum, float32", color=INK, va="bottom")
    axes.text(1e-8, 7e-16, "plain sum, float64", color=MUTED, va="bottom")
    axes.text(1e-11, 3e-30, "kl_divergence, float64", color=D_INK, va="center")
    axes.set(xlim=(1e-22, 1), ylim=(1e-35, 1), xlabel="divergence, nats", ylabel="error, nats")
    axes.set(xticks=[1e-20, 1e-15, 1e-10, 1e-5, 1], yticks=[1e-32, 1e-24, 1e-16, 1e-8, 1])
    axes.minorticks_off()
    return figure


def accuracy() -> Table:
    """Worst relative error of five sums for the divergence of nearly equal laws, up to the next power of ten."""
    rows = [
        [_next_power_of_ten(size), *map(_next_power_of_ten, nearly_equal_laws.worst_errors(size).values())]
        for size in DISTURBANCES
    ]
    return [["ε", *(NAMES.get(name, name) for name in nearly_equal_laws.SUMS)], *rows]


def _written(value: float, places: int) -> str:
    return scientific(value, places).replace("-", "−") if value else "0"


def _next_power_of_ten(value: float) -> str:
    """The value rounded up to a power of ten; a value written as one, such as 1e-4, stays what it is."""
    return power_of_ten(math.ceil(math.log10(value) - 1e-9))
