"""Exhibits of the page on entropy."""

from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, LINE, MUTED, P_INK, PAPER, D, H, P, Table, canvas
from extrabits import binary_entropy, canonical_code, entropy, huffman_lengths, perplexity, surprisal
from studies import block_codes, english_letters
from studies.block_codes import DIE
from studies.submarine import SQUARES

QUESTIONS = {"on this square": 1, "in these sixteen": 16, "in the left half": SQUARES // 2}  # and how many say yes
LOADED = [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]


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


def asked() -> Table:
    """What five questions about the submarine are worth: chance times surprisal of each answer, and the sum."""
    rows = []
    for name, squares in {**QUESTIONS, "not on this one": SQUARES - 1}.items():
        yes, no = (f"{Fraction(k, SQUARES)} × {surprisal(k / SQUARES):.3f}" for k in (squares, SQUARES - squares))
        rows.append([name, yes, no, f"{binary_entropy(squares / SQUARES):.3f}"])
    return [["the submarine is", "yes", "no", "on average"], *rows]


def dice() -> Table:
    """Questions per die when several dice are found out together."""
    rows = [[str(n), str(6**n), f"{block_codes.dice(n):.4f}", f"{block_codes.dice_bound(n):.4f}"] for n in range(1, 6)]
    return [["dice", "cases", "per die", "H + 1/n"], *rows]


def questions() -> Figure:
    """Four questions about the submarine: each answer as wide as its chance and as high as its surprisal."""
    figure, panels = canvas(4.4, columns=2, rows=2, sharex=True, sharey=True)
    laws = {f"Is it {name}?": [k / SQUARES, 1 - k / SQUARES] for name, k in QUESTIONS.items()}
    laws["In which row is it?"] = [1 / 8] * 8
    for axes, (name, law) in zip(panels, laws.items(), strict=True):
        p, mean = np.array(law), float(entropy(law))
        axes.bar(np.cumsum(p) - p, surprisal(p), p, align="edge", color=H, edgecolor=PAPER, linewidth=0.5)
        axes.plot([0, 1], [mean, mean], color=INK, linewidth=1.2, linestyle=(0, (3, 2)))
        axes.text(1, mean + 0.22, f"mean {mean:.3f}", color=H_INK, ha="right")
        axes.set_title(name)
        axes.set(xlim=(-0.01, 1.01), ylim=(0, 6.3), xticks=[0, 0.5, 1], yticks=[0, 2, 4, 6])
    for axes in panels[2:]:
        axes.set_xlabel("chance")
    for axes in panels[::2]:
        axes.set_ylabel("bits")
    return figure


def mixing() -> Figure:
    """The entropy of a mixture of two loaded dice, above the mean of their entropies."""
    figure, (axes,) = canvas(3.1)
    share = np.linspace(0, 1, 201)
    arch = entropy(np.outer(share, LOADED) + np.outer(1 - share, LOADED[::-1]))
    axes.plot([0, 1], arch[[0, -1]], color=MUTED, linewidth=1.4)
    axes.plot(share, arch, color=H, linewidth=2.6)
    axes.plot([0.5, 0.5], [arch[0], arch[100]], color=D, linewidth=2.6)
    axes.text(0.515, (arch[0] + arch[100]) / 2, f"{arch[100] - arch[0]:.3f}", color=D_INK, va="center")
    axes.text(0.5, arch[100] + 0.02, "you do not know which die", color=H_INK, ha="center")
    axes.text(0.5, arch[0] - 0.02, "you know which die", color=MUTED, ha="center", va="top")
    axes.set(xlim=(0, 1), ylim=(2.1, 2.44), xticks=[0, 0.5, 1], yticks=[2.1, 2.2, 2.3, 2.4])
    axes.set(xlabel="share of the die that favours one", ylabel="bits per roll")
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


def _place(word: str) -> tuple[float, float]:
    """Where the node that these answers lead to stands: across from 0 to 1, down one step a question."""
    left = sum(int(bit) / 2 ** (i + 1) for i, bit in enumerate(word))
    return left + 2.0 ** -(len(word) + 1), -float(len(word))


def _box(colour: str) -> dict[str, str]:
    return {"boxstyle": "round,pad=0.3", "facecolor": colour, "edgecolor": LINE if colour == PAPER else "none"}
