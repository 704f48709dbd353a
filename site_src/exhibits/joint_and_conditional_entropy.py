"""Exhibits of the page on joint and conditional entropy; the table is Cover & Thomas's, Y by rows, X by columns."""

from fractions import Fraction

from matplotlib.figure import Figure

from exhibits._drawing import H_INK, INK, MUTED, PAPER, H, Table, canvas
from extrabits import conditional_entropy, entropy, joint_entropy, marginals
from studies import joint_tables
from studies.joint_tables import COVER_THOMAS

CLUES = ["1", "2", "3", "4"]


def table() -> Table:
    """The joint law in fractions, and beside each row what its clue leaves of X: the column that is the argument."""
    y_law, x_law = marginals(COVER_THOMAS)
    left = joint_tables.left_by_clues()
    rows = [
        [clue, *map(_fraction, row), _fraction(p), f"{h:.2f}"]
        for clue, row, p, h in zip(CLUES, COVER_THOMAS, y_law, left, strict=True)
    ]
    average = conditional_entropy(COVER_THOMAS)
    return [
        ["Y", *(f"X = {x}" for x in CLUES), "p(y)", "H(X given y)"],
        *rows,
        ["p(x)", *map(_fraction, x_law), "1", f"**{average:.3f}**"],
    ]


def clues() -> Figure:
    """What each of four clues leaves of X, beside H(X) and the average over the clues."""
    figure, (axes,) = canvas(3.3)
    left = joint_tables.left_by_clues()
    before, average = entropy(joint_tables.law_of_x()), conditional_entropy(COVER_THOMAS)
    axes.bar(range(len(CLUES)), left, 0.8, color=H)
    for height, name, colour in ((before, "H(X)", INK), (average, "H(X|Y)", H_INK)):
        axes.plot([-0.5, 3.52], [height, height], color=INK, linewidth=1.4, linestyle=(0, (4, 2)))
        axes.text(3.62, height, f"{name}\n{_exact(height)}", color=colour, va="center")
    for x, height in enumerate(left):
        axes.text(x, height + 0.06, f"{height:.2f}", color=INK, ha="center", va="bottom")
    axes.set(xlim=(-0.5, 4.4), ylim=(0, 2.25), yticks=[0, 1, 2], xticks=range(len(CLUES)))
    axes.set_xticklabels([f"Y = {clue}" for clue in CLUES])
    axes.set(ylabel="bits left of X")
    axes.tick_params(axis="x", length=0)
    return figure


def two_ways() -> Figure:
    """The entropy of the pair as one bar, between the two ways to ask for it."""
    figure, (axes,) = canvas(2.5)
    y_law, x_law = marginals(COVER_THOMAS)
    rows = [
        [("H(X)", entropy(x_law)), ("H(Y|X)", conditional_entropy(COVER_THOMAS, axes=(-1, -2)))],
        [("H(X, Y)", joint_entropy(COVER_THOMAS))],
        [("H(Y)", entropy(y_law)), ("H(X|Y)", conditional_entropy(COVER_THOMAS))],
    ]
    for height, row in zip((2, 1, 0), rows, strict=True):
        start = 0.0
        for name, bits in row:
            axes.barh(height, bits, 0.5, left=start, color=H, edgecolor=PAPER, linewidth=1.5)
            axes.text(start + 0.04, height + 0.3, f"{name} = {_exact(bits)}", color=H_INK, va="bottom")
            start += bits
    for height, words in zip((2, 1, 0), ("X first", "at once", "Y first"), strict=True):
        axes.text(-0.08, height, words, color=MUTED, ha="right", va="center")
    axes.set(xlim=(-0.75, 3.5), ylim=(-0.4, 2.75), yticks=[], xticks=[0, 1, 2, 3], xlabel="bits")
    axes.spines["left"].set_visible(False)
    return figure


def _fraction(probability: float) -> str:
    return str(Fraction(float(probability)).limit_denominator(64))


def _exact(bits: float) -> str:
    return f"{bits:.3f}".rstrip("0").rstrip(".")
