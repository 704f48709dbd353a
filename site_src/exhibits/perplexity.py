"""Exhibits of the page on perplexity."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, H_INK, INK, P_INK, D, H, P, Table, canvas
from extrabits import kl_divergence, perplexity
from studies import perplexities
from studies.block_codes import DIE
from studies.english_letters import LAW

UNIFORM = np.full(LAW.size, 1 / LAW.size)
SIZES = (1, 2, 5, 10, 100)
MODELS = {"A": (8, 128), "B": (48, 48)}  # perplexities on two texts


def as_many() -> Table:
    """What share of the chance is on the most probable outcomes, as many as the perplexity says."""
    laws = {
        "a fair die": np.array(DIE),
        "½, ¼, ⅛, ⅛": np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8]),
        "a letter of English": LAW,
        "one, or any of a million": perplexities.ONE_OR_A_MILLION,
    }
    rows = []
    for name, p in laws.items():
        share = 100 * perplexities.share_of_as_many(p)
        rows.append([name, str(p.size), f"{perplexity(p):.2f}", f"{share:.1f} %"])
    return [["law", "possible", "perplexity", "chance of as many"], *rows]


def beliefs() -> Table:
    """The perplexity of four beliefs on English letters, and how many times that of the right one it is."""
    believed = {
        "the right law": LAW,
        "all 27 alike": UNIFORM,
        "the alphabet reversed": perplexities.alphabet_reversed(),
        "no q": perplexities.without("q"),
    }
    rows = []
    for name, q in believed.items():
        cells = (perplexities.of_belief(LAW, q), kl_divergence(LAW, q), 2 ** kl_divergence(LAW, q))
        rows.append(
            [name, *(f"{x:.{digits}f}".replace("inf", "∞") for x, digits in zip(cells, (2, 3, 2), strict=True))]
        )
    return [["belief", "perplexity", "D(p‖q), bits", "times the least"], *rows]


def rankings() -> Table:
    """Two models on two texts: the mean of their perplexities, and the perplexity of both texts together."""
    rows = []
    for name, texts in MODELS.items():
        together = (perplexities.of_texts(texts, words) for words in ((1, 1), (1, 9)))
        rows.append([name, *map(str, texts), f"{np.mean(texts):.0f}", *(f"{number:.1f}" for number in together)])
    return [["model", "one text", "another", "mean", "both, 1 : 1", "both, 1 : 9"], *rows]


def die() -> Figure:
    """English letters, the most probable first, and the fair die that is as uncertain."""
    figure, (axes,) = canvas(3.2)
    faces = float(perplexity(LAW))
    axes.bar(np.arange(LAW.size) + 0.5, np.sort(LAW)[::-1], 0.86, color=P)
    axes.plot([0, faces, faces], [1 / faces, 1 / faces, 0], color=H, linewidth=2.6)
    axes.text(faces + 0.4, 1 / faces, f"a fair die with\n{faces:.2f} faces", color=H_INK, va="center", linespacing=1.3)
    first, second = np.sort(LAW)[:-3:-1]
    axes.text(1.3, first, "the space", color=P_INK, va="top")
    axes.text(2.2, second, "the letter e", color=P_INK, va="top")
    axes.set(xlim=(0, 27.2), ylim=(0, 0.21), xticks=[1, 10, 20, 27], yticks=[0, 0.1, 0.2])
    axes.set(xlabel="symbols, the most probable first", ylabel="probability")
    return figure


def batches() -> Figure:
    """The mean perplexity of batches of English letters under the right law, over their size."""
    figure, (axes,) = canvas(3.2)
    size = np.geomspace(1, 300, 200)
    least = float(perplexity(LAW))
    axes.plot(size, [perplexities.mean_over_batches(LAW, LAW, b) for b in size], color=D)
    axes.plot([1, 300], [least, least], color=H, linewidth=1.6, linestyle=(0, (3, 2)))
    for b in SIZES:
        mean = perplexities.mean_over_batches(LAW, LAW, b)
        axes.plot(b, mean, "o", color=INK, markersize=5)
        axes.text(b * 1.09, mean + 0.3, f"{mean:.2f}", color=D_INK)
    axes.text(1, least - 0.35, f"perplexity of the letters, {least:.2f}", color=H_INK, va="top")
    axes.set(xscale="log", xlim=(0.92, 300), ylim=(15.5, 28), yticks=[16, 20, 24, 28])
    axes.set_xticks([1, 2, 5, 10, 100], ["1", "2", "5", "10", "100"])
    axes.set_xticks([], minor=True)
    axes.set(xlabel="letters in a batch", ylabel="mean of perplexities")
    return figure
