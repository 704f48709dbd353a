"""Exhibits of the page on source coding."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import H_INK, INK, LINE, MUTED, P_INK, PAPER, Q_INK, H, P, Q, Table, canvas
from exhibits._tree import draw_branches, inner, place
from extrabits import arithmetic_encode, binary_entropy, block_law, canonical_code, entropy, huffman_lengths, surprisal
from studies import block_codes, english_letters
from studies.block_codes import DIE

COIN = [0.9, 0.1]
PAIRS = ["HH", "HT", "TH", "TT"]
ZOOMED = [1, 0]  # tails, then heads


def dice() -> Table:
    """Questions per die when several dice are found out together."""
    rows = [[str(n), str(6**n), f"{block_codes.dice(n):.4f}", f"{block_codes.dice_bound(n):.4f}"] for n in range(1, 7)]
    return [["dice", "cases", "per die", "H + 1/n"], *rows]


def die_questions() -> Figure:
    """The best questions about a die: two faces are known after two answers, four after three."""
    figure, (axes,) = canvas(2.7)
    axes.axis("off")
    faces = dict(zip(canonical_code(huffman_lengths(DIE)), "123456", strict=True))
    draw_branches(axes, faces)
    for word in inner(faces):
        asked = [face for leaf, face in faces.items() if leaf.startswith(word + "0")]
        axes.text(*place(word), " or ".join(asked) + "?", color=INK, ha="center", va="center", bbox=_box(PAPER))
    for word, face in faces.items():
        axes.text(*place(word), face, color=PAPER, weight="bold", ha="center", va="center", bbox=_box(P))
    axes.text(0.34, -0.42, "yes", color=MUTED, ha="right")
    axes.text(0.66, -0.42, "no", color=MUTED)
    axes.set(xlim=(0, 1), ylim=(-3.3, 0.3))
    return figure


def blocks() -> Figure:
    """What the best code pays per symbol for blocks of each length: a 90/10 coin above, a die below."""
    figure, (above, below) = canvas(4.9, rows=2)
    for axes, costs, floor, named in (
        (above, {n: block_codes.coin(0.9, n) for n in range(4, 15)}, binary_entropy(0.9), (6, 10, 12)),
        (below, {n: block_codes.dice(n) for n in range(1, 7)}, entropy(DIE), (5, 6)),
    ):
        axes.axhline(floor, color=H, linewidth=2.2)
        axes.plot(list(costs), list(costs.values()), color=LINE, linewidth=1)
        axes.plot(list(costs), list(costs.values()), "o", color=INK, markersize=5.5)
        air = 0.09 * (max(costs.values()) - floor)
        axes.text(sum(costs) / len(costs), floor - air, f"entropy {floor:.3f}", color=H_INK, ha="center", va="top")
        for n in named:  # above the dot, or below the line where the dot is close to it
            high = costs[n] > floor + air
            y, va = (costs[n] + air, "baseline") if high else (floor - air, "top")
            axes.text(n, y, f"{costs[n]:.4f}", color=INK, ha="center", va=va)
        axes.set(xticks=list(costs), ylim=(floor - 4 * air, max(costs.values()) + air))
    above.set(xlim=(3.7, 14.4), xlabel="tosses in a block", ylabel="bits per toss", yticks=[0.47, 0.48, 0.49])
    below.set(xlim=(0.8, 6.35), xlabel="dice in a block", ylabel="bits per die", yticks=[2.58, 2.62, 2.66])
    return figure


def lab() -> Figure:
    """Pairs of tosses beside the words that they get, and two tosses as an interval that is zoomed into twice."""
    figure, (above, below) = canvas(5.0, rows=2, gridspec_kw={"height_ratios": [1, 1.5]})
    law = block_law(COIN, 2)
    words = canonical_code(huffman_lengths(law))
    budget = [2.0 ** -len(word) for word in words]
    for row, (shares, names, colour) in enumerate(((law.tolist(), PAIRS, P), (budget, words, Q))):
        left = 0.0
        for share, name in zip(shares, names, strict=True):
            above.barh(row, share, 0.5, left=left, color=colour, alpha=0.4, edgecolor=PAPER, linewidth=1.2)
            if share > 0.05:  # of the budget, what has room for a name
                above.text(left + share / 2, row, name, color=INK, ha="center", va="center")
            left += share
    above.text(0, -0.36, "how often pairs of tosses come", color=P_INK)
    above.text(0, 0.64, "the budget that their words take", color=Q_INK)
    above.set(xlim=(0, 1), ylim=(1.35, -0.7), yticks=[], xticks=[0, 1 / 2, 3 / 4, 1])
    above.set_xticklabels(["0", "½", "¾", "1"])
    above.spines["left"].set_visible(False)
    _zooms(below)
    return figure


def _zooms(axes: Axes) -> None:
    """The interval of each toss as wide as the axes, and in the last one the piece that the digits name."""
    heads, interval = COIN[0], (0.0, 1.0)
    for row, taken in enumerate([*ZOOMED, None]):
        for side, (start, end) in enumerate(((0.0, heads), (heads, 1.0))):
            alpha, colour = (1, PAPER) if side == taken else (0.35, INK)
            axes.barh(row, end - start, 0.5, left=start, color=P, alpha=alpha, edgecolor=PAPER)
            axes.text((start + end) / 2, row, "HT"[side], color=colour, ha="center", va="center")
        if taken is not None:
            start, end = (heads, 1.0) if taken else (0.0, heads)
            axes.fill([start, end, 1, 0], [row + 0.25, row + 0.25, row + 0.75, row + 0.75], color=P, alpha=0.15)
            width = interval[1] - interval[0]
            interval = interval[0] + start * width, interval[0] + end * width
    digits = arithmetic_encode(ZOOMED, COIN)
    low, width = int(digits, 2) / 2 ** len(digits), interval[1] - interval[0]
    left, share = (low - interval[0]) / width, 2.0 ** -len(digits) / width
    axes.barh(len(ZOOMED), share, 0.5, left=left, color=Q, edgecolor=PAPER)
    axes.text(left + share / 2, len(ZOOMED) + 0.34, f"digits {digits}", color=Q_INK, ha="center", va="top")
    axes.axis("off")
    axes.set(xlim=(0, 1), ylim=(len(ZOOMED) + 0.75, -0.3))


def letters() -> Figure:
    """English letters from common to rare: their surprisal, Huffman's word lengths, and four averages."""
    order = np.argsort(-english_letters.LAW, kind="stable")
    p, lengths = english_letters.LAW[order], english_letters.HUFFMAN[order]
    figure, (above, below) = canvas(4.9, rows=2, gridspec_kw={"height_ratios": [1.75, 1]})
    x = np.arange(p.size)
    above.bar(x, lengths, 0.82, color=LINE, alpha=0.4)
    above.plot(x, surprisal(p), "o", color=P, markersize=4.6)
    above.text(0, 9.9, "dots: surprisal", color=P_INK)
    above.text(0, 8.6, "bars: Huffman's words, whole bits", color=MUTED)
    above.set(
        xticks=x,
        xticklabels=[english_letters.LETTERS[i] for i in order],
        xlim=(-0.7, p.size - 0.3),
        yticks=[0, 4, 8, 12],
    )
    above.tick_params(axis="x", length=0)
    for tick in above.xaxis.get_major_ticks()[1::2]:  # a phone has no room for all in one row
        tick.set_pad(14)
    above.set_ylabel("bits")
    costs = english_letters.costs()
    for row, cost in enumerate(costs.values()):
        below.barh(row, cost, 0.62, color=LINE if row else H)
        below.text(cost + 0.06, row, f"{cost:.3f}", va="center", color=INK if row else H_INK)
    below.set(yticks=range(len(costs)), yticklabels=list(costs), ylim=(len(costs) - 0.5, -0.5), xlim=(0, 5.7))
    below.set_xlabel("bits per letter")
    return figure


def _box(colour: str) -> dict[str, str]:
    return {"boxstyle": "round,pad=0.3", "facecolor": colour, "edgecolor": LINE if colour == PAPER else "none"}
