"""Exhibits of the page on three more proofs of Gibbs' inequality."""

import math
from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, D, H, P, Q, Table, canvas
from exhibits._triangle import in_triangle
from extrabits import cross_entropy, entropy, expected_length, kl_divergence
from studies import three_letters
from studies.three_letters import BELIEF, LETTERS, TRUTH

SOURCE = [1 / 2, 1 / 4, 1 / 4]
LENGTHS = {"own words": [1, 2, 2], "two bits each": [2, 2, 2], "a wish": [1, 1, 2]}


def lumped() -> Table:
    """D(p‖q) of three letters after two of them, or all, have been put together."""
    rows = []
    for groups in ("a b c", "ab c", "a bc", "ac b", "abc"):
        p, q = (three_letters.lumped(law, groups.split()) for law in (TRUTH, BELIEF))
        nats = kl_divergence(p, q, base=math.e)
        rows.append([groups.replace(" ", ", "), _numbers(p), _numbers(q), f"{nats:.5f}"])
    return [["cells", "p", "q", "D(p‖q), nats"], *rows]


def halfway() -> Table:
    """D(p‖m) as the belief goes half the way to the truth again and again, doubled as often."""
    rows = []
    for k in range(6):
        divergence = float(three_letters.divergences(three_letters.halved(k)))
        columns = (divergence, three_letters.magnified(k), three_letters.means_apart(k))
        rows.append([str(k), *(f"{nats:.5f}" for nats in columns)])
    return [["halvings", "D(p‖m), nats", "times 2 for each halving", "what the next one takes off"], *rows]


def budget() -> Figure:
    """Words that would beat the entropy need more than the budget of 1, and for longer strings ever more."""
    figure, (axes,) = canvas(3.9)
    codes = [(name, lengths, 1) for name, lengths in LENGTHS.items()] + [("", LENGTHS["a wish"], n) for n in (2, 3)]
    for row, (name, lengths, letters) in enumerate(codes):
        _draw_words(axes, row, [sum(word) for word in product(lengths, repeat=letters)])
        per_letter = f"{expected_length(SOURCE, lengths):g} bits a letter"
        words = f"{name}, {per_letter}" if name else f"the same for {('pairs', 'triples')[letters - 2]}"
        box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}  # on a phone the words reach over the budget's line
        axes.text(0, row - 0.33, words, color=INK, bbox=box)
    axes.axvline(1, color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    axes.text(1.02, 0, "the budget", color=INK, va="center")
    axes.set(xlim=(0, 2.3), ylim=(len(codes) - 0.6, -0.65), yticks=[], xticks=[0, 0.5, 1, 1.5, 2])
    axes.set_xlabel("sum of the words' shares")
    axes.spines["left"].set_visible(False)
    return figure


def bowl() -> Figure:
    """The divergence for every belief about three letters: contours around p, and a cut straight from p to q."""
    figure, (map_, cut) = canvas(3.1, columns=2, gridspec_kw={"width_ratios": [1.35, 1]})
    for share in (0.1, 0.4, 1):
        beliefs = three_letters.contour(share * kl_divergence(TRUTH, BELIEF, base=math.e))
        map_.plot(*in_triangle(beliefs), color=D, linewidth=1.2)
    map_.plot(*in_triangle(np.eye(3)[[0, 1, 2, 0]]), color=LINE, linewidth=0.8)
    map_.plot(*in_triangle(np.array([TRUTH, BELIEF])), color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    for name, law, colour, ink, shift in (("p", TRUTH, P, P_INK, -0.065), ("q", BELIEF, Q, Q_INK, 0.17)):
        x, y = map(float, in_triangle(np.array(law)))
        map_.plot(x, y, "o", color=colour, markersize=7, markeredgecolor=PAPER)
        map_.text(x + shift, y, name, color=ink, ha="center", va="center", fontsize=12)
    for letter, corner, shift_x, shift_y in zip(
        LETTERS, np.eye(3), (-0.05, 0.05, 0), (-0.04, -0.04, 0.05), strict=True
    ):
        x, y = map(float, in_triangle(corner))
        map_.text(x + shift_x, y + shift_y, letter, color=MUTED, ha="center", va="center")
    map_.set_aspect("equal")
    map_.set_axis_off()
    map_.set_title("D(p‖q) for every q", pad=12)
    heights = three_letters.divergences(np.linspace(TRUTH, BELIEF, 100))
    cut.plot(np.linspace(0, 1, 100), heights, color=D)
    for s, height, colour in ((0, 0, P), (1, heights[-1], Q)):
        cut.plot(s, height, "o", color=colour, markersize=7, markeredgecolor=PAPER, clip_on=False, zorder=5)
    cut.set(xlim=(0, 1), xticks=[0, 1], xticklabels=["p", "q"])
    cut.set(ylim=(0, 0.65), yticks=[0, 0.2, 0.4, 0.6], ylabel="nats")
    cut.set_title("From p to q", pad=12)
    return figure


def bills_settle() -> Figure:
    """The cost per letter of random strings: both codes overlap for 10 letters, D(p‖q) parts them for 1000."""
    figure, (few, many) = canvas(3.5, rows=2, sharex=True)
    own, wrong = entropy(TRUTH), cross_entropy(TRUTH, BELIEF)
    for axes, length, bins in ((few, 10, 22), (many, 1000, 110)):
        for law, colour, mean in ((TRUTH, H, own), (BELIEF, Q, wrong)):
            costs = three_letters.bits_per_letter(law, length)
            axes.hist(costs, bins, range=(1.0, 3.2), color=colour, alpha=0.55, density=True, histtype="stepfilled")
            axes.axvline(mean, color=colour, linewidth=1.2)
        axes.set(yticks=[], xlim=(1.0, 3.2))
        axes.spines["left"].set_visible(False)
        axes.set_title(f"Strings of {length} letters")
    middle = many.get_ylim()[1] * 0.6
    many.text(own + 0.08, middle, "code for p:\naround H(p)", color=H_INK, ha="left", va="center")
    many.text(wrong + 0.14, middle, "code for q:\naround H(p, q)", color=Q_INK, ha="left", va="center")
    foot = many.get_ylim()[1] * 0.2
    many.annotate("", (wrong, foot), (own, foot), arrowprops={"arrowstyle": "<->", "color": D, "linewidth": 1.6})
    many.text((own + wrong) / 2, foot * 1.15, "D(p‖q)", color=D_INK, ha="center", va="bottom")
    many.set(xlabel="bits per letter")
    return figure


def _draw_words(axes: Axes, row: int, lengths: list[int]) -> None:
    """Each word as wide as its share of the budget, the shortest first; those of one length together, past 3 bits."""
    spent = 0.0
    for length in sorted(lengths):
        share = 2.0**-length
        axes.barh(row, share, 0.5, left=spent, color=D if spent >= 1 else P, edgecolor=PAPER, linewidth=0.8)
        if share >= 1 / 8:
            axes.text(spent + share / 2, row, str(length), color=PAPER, ha="center", va="center")
        spent += share
    if spent > 1:
        axes.text(spent + 0.03, row, f"{spent:.2f}", color=D_INK, va="center")


def _numbers(law: list[float]) -> str:
    return ", ".join(f"{share:.1f}" for share in law)
