"""Exhibits of the page on entropy."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._drawing import GRID, H_INK, INK, LINE, MUTED, P_INK, PAPER, H, P, Table, canvas
from extrabits import binary_entropy, canonical_code, entropy, huffman_lengths, perplexity, surprisal
from studies import block_codes, english_letters
from studies import submarine as game
from studies.block_codes import DIE
from studies.submarine import SQUARES

GAMES = [1, 33, 49, 57, 64]  # the games of the figure end with a hit on these shots


def shots() -> Table:
    """What each answer in a game of 49 shots is worth."""
    bits = game.answers(49)
    rows = []
    for shot in (1, 2, 32, 48, 49):
        before = SQUARES - shot + 1
        answer, after = ("hit", 1) if shot == 49 else ("miss", before - 1)
        rows.append([f"{shot}: {answer}", f"{after}/{before}", f"{bits[shot - 1]:.4f}", f"{bits[:shot].sum():.4f}"])
    return [["shot", "chance", "bits", "total"], *rows]


def laws() -> Table:
    """The entropy and the perplexity of six laws."""
    examples: dict[str, list[float]] = {
        "a sure thing": [1.0],
        "a 90/10 coin": [0.9, 0.1],
        "a fair coin": [0.5, 0.5],
        "a fair die": DIE,
        "a letter of English": english_letters.LAW.tolist(),
        "the submarine's square": [1 / SQUARES] * SQUARES,
    }
    rows = [[name, f"{entropy(p):.3f}", f"{perplexity(p):.2f}"] for name, p in examples.items()]
    return [["law", "bits", "perplexity"], *rows]


def dice() -> Table:
    """Questions per die when several dice are found out together."""
    rows = [[str(n), str(6**n), f"{block_codes.dice(n):.4f}", f"{block_codes.dice_bound(n):.4f}"] for n in range(1, 6)]
    return [["dice", "cases", "per die", "H + 1/n"], *rows]


def submarine() -> Figure:
    """Five games of submarine: the misses and the hit always add up to 6 bits."""
    figure, (sea, bars) = canvas(3.2, columns=2, gridspec_kw={"width_ratios": [1, 1.9]})
    _draw_sea(sea, 49)
    for row, shot in enumerate(GAMES):
        *misses, hit = game.answers(shot)
        edges = np.cumsum(misses) - misses
        bars.barh(row, misses, 0.6, left=edges, color=P, alpha=0.38, edgecolor=PAPER, linewidth=0.3)
        bars.barh(row, hit, 0.6, left=6 - hit, color=P)
        if hit > 1:
            bars.text(6 - hit / 2, row, f"{hit:.0f} bits", color=PAPER, ha="center", va="center")
        bars.text(-0.2, row, str(shot), color=INK, ha="right", va="center")
    bars.text(-0.2, -0.85, "hit on shot", color=MUTED, ha="center", va="center")
    bars.text(6, -0.85, "the hit", color=P_INK, ha="right", va="center")
    bars.text(2.1, -0.85, "the misses", color=MUTED, va="center")
    bars.set(xlim=(0, 6), ylim=(len(GAMES) - 0.5, -1.2), xticks=[0, 2, 4, 6], yticks=[], xlabel="bits")
    bars.spines["left"].set_visible(False)
    return figure


def die_questions() -> Figure:
    """The best questions about a die: two faces are known after two answers, four after three."""
    figure, (axes,) = canvas(2.7)
    axes.axis("off")
    faces = dict(zip(canonical_code(huffman_lengths(DIE)), "123456", strict=True))
    inner = sorted({word[:depth] for word in faces for depth in range(len(word))})
    for word in inner:
        x, y = _place(word)
        for answer in "01":
            end = _place(word + answer)
            axes.plot([x, end[0]], [y, end[1]], color=LINE, linewidth=1.4, zorder=1)
        asked = [face for leaf, face in faces.items() if leaf.startswith(word + "0")]
        axes.text(x, y, " or ".join(asked) + "?", color=INK, ha="center", va="center", bbox=_box(PAPER))
    for word, face in faces.items():
        axes.text(*_place(word), face, color=PAPER, weight="bold", ha="center", va="center", bbox=_box(P))
    axes.text(0.34, -0.42, "yes", color=MUTED, ha="right")
    axes.text(0.66, -0.42, "no", color=MUTED)
    axes.set(xlim=(0, 1), ylim=(-3.3, 0.3))
    return figure


def coin_codes() -> Figure:
    """The entropy of a coin, and what Huffman's code pays per toss for blocks of 1, 2 and 4 tosses."""
    heads = np.linspace(0, 1, 401)
    figure, (axes,) = canvas(3.7)
    axes.fill_between(heads, binary_entropy(heads), color=H, alpha=0.14, linewidth=0)
    for n, label in {1: "one toss\nat a time", 2: "blocks\nof 2", 4: "blocks\nof 4"}.items():
        costs = [block_codes.coin(float(p), n) for p in heads]
        axes.plot(heads, costs, color=MUTED, linewidth=1.1)
        axes.text(1.02, costs[-1], label, color=MUTED, va="center", linespacing=1.1)
    axes.plot(heads, binary_entropy(heads), color=H, linewidth=2.6)
    axes.text(0.5, 0.42, "entropy\nof the coin", color=H_INK, ha="center", linespacing=1.3)
    axes.plot([0.9, 0.9], [binary_entropy(0.9), 1], color=INK, linewidth=1.1, linestyle=(0, (2, 2)))
    axes.plot(0.9, binary_entropy(0.9), "o", color=H_INK, markersize=6)
    axes.text(0.875, binary_entropy(0.9), f"{binary_entropy(0.9):.3f}", color=H_INK, ha="right", va="center")
    axes.set(xlim=(0, 1), ylim=(0, 1.06), xticks=[0, 0.25, 0.5, 0.75, 1], yticks=[0, 0.5, 1])
    axes.set(xlabel="probability of heads", ylabel="bits per toss")
    return figure


def letters() -> Figure:
    """English letters from common to rare: their surprisal, Huffman's word lengths, and four averages."""
    order = np.argsort(-english_letters.LAW, kind="stable")
    p, lengths = english_letters.LAW[order], english_letters.HUFFMAN[order]
    figure, (above, below) = canvas(4.9, rows=2, gridspec_kw={"height_ratios": [1.75, 1]})
    x = np.arange(p.size)
    above.bar(x, lengths, 0.82, color=LINE, alpha=0.4)
    above.plot(x, surprisal(p), "o", color=P, markersize=4.6)
    above.text(0, 8.6, "dots: surprisal", color=P_INK)
    above.text(0, 7.3, "bars: Huffman's words, whole bits", color=MUTED)
    above.set(
        xticks=x,
        xticklabels=[english_letters.LETTERS[i] for i in order],
        xlim=(-0.7, p.size - 0.3),
        yticks=[0, 4, 8, 12],
    )
    above.tick_params(axis="x", length=0)
    above.set_ylabel("bits")
    costs = english_letters.costs()
    for row, cost in enumerate(costs.values()):
        below.barh(row, cost, 0.62, color=LINE if row else H)
        below.text(cost + 0.06, row, f"{cost:.3f}", va="center", color=INK if row else H_INK)
    below.set(yticks=range(len(costs)), yticklabels=list(costs), ylim=(len(costs) - 0.5, -0.5), xlim=(0, 5.7))
    below.set_xlabel("bits per letter")
    return figure


def budget() -> Figure:
    """Words as shares of a budget of 1: a code that spends it all, one that leaves some, and words that overspend."""
    figure, (axes,) = canvas(3.0)
    codes = {
        "a die, Huffman's words": canonical_code(huffman_lengths(DIE)),
        "a die, three bits each": canonical_code([3] * 6),
        "not uniquely decodable": ["00", "01", "10", "11", "0", "1"],
    }
    for row, (name, words) in enumerate(codes.items()):
        spent = 0.0
        for word in sorted(words, key=len, reverse=True):
            colour = MUTED if spent >= 1 else P
            axes.barh(row, 2.0 ** -len(word), 0.5, left=spent, color=colour, edgecolor=PAPER, linewidth=1.2)
            axes.text(spent + 2.0 ** -len(word) / 2, row, word, color=PAPER, ha="center", va="center")
            spent += 2.0 ** -len(word)
        axes.text(0, row - 0.34, name, color=INK)
    axes.axvline(1, color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    axes.text(1.03, 0, "the budget", color=INK, va="center")
    axes.text(1.5, 1.66, "overspent", color=INK, ha="center")
    axes.set(xlim=(0, 2), ylim=(2.4, -0.65), yticks=[], xticks=[0, 0.5, 1, 1.5, 2])
    axes.set_xlabel("sum of the words' shares")
    axes.spines["left"].set_visible(False)
    return figure


def _draw_sea(axes: Axes, shot: int) -> None:
    """A game after a hit on this shot, with shots that fall anywhere."""
    rows, columns = np.divmod(np.random.default_rng(4).permutation(SQUARES)[:shot], 8)
    axes.set(xlim=(-0.5, 7.5), ylim=(7.5, -0.5), aspect="equal", xticks=[], yticks=[])
    axes.hlines(np.arange(9) - 0.5, -0.5, 7.5, color=GRID, linewidth=0.8)
    axes.vlines(np.arange(9) - 0.5, -0.5, 7.5, color=GRID, linewidth=0.8)
    axes.plot(columns[:-1], rows[:-1], "x", color=MUTED, markersize=4.5, markeredgewidth=1.1)
    axes.plot(columns[-1], rows[-1], "o", color=P, markersize=10)
    axes.set_xlabel(f"shot {shot} hits")
    axes.spines[:].set_visible(False)


def _place(word: str) -> tuple[float, float]:
    """Where the node that these answers lead to stands: across from 0 to 1, down one step a question."""
    left = sum(int(bit) / 2 ** (i + 1) for i, bit in enumerate(word))
    return left + 2.0 ** -(len(word) + 1), -float(len(word))


def _box(colour: str) -> dict[str, str]:
    return {"boxstyle": "round,pad=0.3", "facecolor": colour, "edgecolor": LINE if colour == PAPER else "none"}
