"""Exhibits of the page on entropy."""

from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, MUTED, PAPER, D, H, Table, canvas
from extrabits import binary_entropy, entropy, perplexity, surprisal
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
