"""Exhibits of the page on odds and Bayes."""

from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import INK, P_INK, Q_INK, P, Q, Table, canvas
from studies import binomials, two_bags

RATIO = 10
PEOPLE = (10, 10_000, 9, 900)  # ill and healthy, and those among either whose test is positive
PRIORS = [Fraction(1), Fraction(1, 100), Fraction(1, 1000)]
DRAWS = 8


def priors() -> Table:
    """What the same evidence makes of three priors."""
    pairs = [(odds, RATIO * odds) for odds in PRIORS]
    rows = [[_ratio(before), _chance(before), _ratio(after), _chance(after)] for before, after in pairs]
    return [["odds before", "chance", "odds after", "chance"], *rows]


def people() -> Table:
    """The test, counted in people: the odds of each column are the row that is the argument."""
    ill, healthy, found, alarms = PEOPLE
    columns = (("people", ill, healthy), ("positive", found, alarms))
    counts = [["ill", *(_grouped(a) for _, a, _ in columns)], ["healthy", *(_grouped(b) for _, _, b in columns)]]
    odds = ["odds", *(f"**{_ratio(Fraction(a, b))}**" for _, a, b in columns)]
    shares = [
        [*row, f"{float(Fraction(*pair)):.2f}"]
        for row, pair in zip(counts, ((found, ill), (alarms, healthy)), strict=True)
    ]
    return [
        ["who", *(name for name, _, _ in columns), "share"],
        *shares,
        [*odds, f"**{_ratio(Fraction(found * healthy, ill * alarms))}**"],
    ]


def steps() -> Figure:
    """Three steps of the same length on the scale of odds, and the probabilities that they lead from and to."""
    figure, (axes,) = canvas(3.0)
    for row, odds in enumerate(PRIORS):
        before, after = float(np.log10(float(odds))), float(np.log10(float(RATIO * odds)))
        axes.plot([before, after], [row, row], color=INK, linewidth=1.6)
        axes.plot(before, row, "o", color=INK, markersize=5)
        axes.plot(after, row, ">", color=P, markersize=8)
        axes.text(before - 0.1, row, _chance(odds), color=INK, ha="right", va="center")
        axes.text(after + 0.13, row, _chance(RATIO * odds), color=P_INK, va="center")
    axes.text(-3.85, -0.75, "probability before", color=INK)
    axes.text(1.9, -0.75, "and after", color=P_INK, ha="right")
    ticks = range(-3, 3)
    axes.set(xlim=(-3.95, 2.1), ylim=(2.5, -1.1), yticks=[], xticks=list(ticks))
    axes.set_xticklabels([f"1:{10**-n}" if n < 0 else f"{10**n}:1" for n in ticks])
    axes.set_xlabel("odds, each step to the right ten times as high")
    axes.spines["left"].set_visible(False)
    return figure


def evidence() -> Figure:
    """How likely eight draws give each number of blue balls, for either bag; the ratio of a pair is its evidence."""
    figure, (axes,) = canvas(3.5)
    blue = np.arange(2, DRAWS + 1)
    shares = [100 * binomials.law(DRAWS, share)[blue] for share in (two_bags.P_BLUE, two_bags.Q_BLUE)]
    for side, values, colour in zip((-0.21, 0.21), shares, (P, Q), strict=True):
        axes.bar(blue + side, values, 0.4, color=colour)
    bits = two_bags.evidence(DRAWS)[blue]
    for x, s, top in zip(blue.tolist(), bits, np.maximum(*shares), strict=True):
        axes.text(x, top + 1, _times(s), color=INK, ha="center")
    axes.text(1.6, 38.5, "bag p", color=P_INK)
    axes.text(1.6, 34.5, "bag q", color=Q_INK)
    axes.set(xlim=(1.4, DRAWS + 0.6), ylim=(0, 43), yticks=[0, 10, 20, 30, 40], xticks=blue)
    axes.set_xticklabels([f"{n}\n{s:+.0f}".replace("-", "−") for n, s in zip(blue, bits, strict=True)])
    axes.set(xlabel="blue balls of eight, and bits of evidence for bag p", ylabel="chance, %")
    axes.tick_params(axis="x", length=0)
    return figure


def _times(bits: float) -> str:
    """The ratio of the two columns: p to q where that is at least 1, else 1 to so many."""
    return f"{2**bits:.0f}:1" if bits >= 0 else f"1:{2**-bits:.0f}"


def _chance(odds: Fraction) -> str:
    return f"{float(odds / (1 + odds)):.4f}"


def _ratio(odds: Fraction) -> str:
    return f"{odds.numerator}:{odds.denominator}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f") if number >= 10_000 else str(number)
