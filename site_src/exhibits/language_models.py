"""Exhibits of the page on language models, perplexity and compression."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from exhibits._drawing import D_INK, INK, LINE, MUTED, Q_INK, D, Q, Table, canvas
from extrabits._checks import Array
from studies import alice, compressors
from studies.coded_alice import LONGEST, ORDERS, by_discount, by_witten_bell
from studies.rounded_alice import LARGEST, PRECISIONS, RULES, rounded
from studies.token_models import MODELS, read

LENGTH = len(alice.text())
CHAPTER = alice.text()[alice.head() :]
LEARNING = (0, 1, 2, 3, 5)
FIRST = 200  # bytes, where the learning curves begin


def files() -> Table:
    """The text through each model and the coder, and through the programs that everybody has."""
    rows = []
    for order in ORDERS:
        coded = by_discount(order)
        by_model = coded.bits.sum() / 8
        rows.append([f"order {order}", f"{coded.bits.mean():.3f}", f"{by_model:.1f}", str(file_size(order))])
    for name, size in compressors.SIZES[1].items():
        rows.append([name, f"{compressors.per_byte(name):.3f}", "", str(size)])
    return [["made by", "bits per byte", "bytes by the model", "bytes of the file"], *rows]


def tokenisers() -> Table:
    """Chapter VII by three models, each with its own tokens: one number of bits, in three units."""
    rows = []
    for merges, order in MODELS:
        bits = read(merges, order).bits
        name = f"{merges} merges, order {order}" if merges else f"bytes, order {order}"
        per = [2 ** (bits.sum() / count) for count in (len(bits), len(CHAPTER.split()), len(CHAPTER))]
        rows.append([name, str(len(bits)), f"{per[0]:.2f}", f"{per[1]:.0f}", f"{per[2]:.3f}", f"{per_byte(bits):.3f}"])
    return [["model", "tokens", "perplexity per token", "per word", "per byte", "bits per byte"], *rows]


def precisions() -> Table:
    """Chapter VII by two models, in full and with surprisals of a few bits each."""
    rows = []
    for rule in RULES:
        read = rounded(rule)
        rows.append([f"{rule}, in full", "0", "0", f"{2 ** read.full.mean():.3f}"])
        for bits, cost, divergence in zip(PRECISIONS, read.rounded, read.divergence, strict=True):
            kl = f"{divergence.mean():.4f}", f"{divergence.max():.4f}"
            rows.append([f"{rule}, {bits} bits", *kl, f"{2 ** cost.mean():.3f}"])
    return [["model, surprisals", "mean D", "largest D", "perplexity"], *rows]


def orders() -> Figure:
    """Bits per byte over the length of the context, by two rules, and by gzip, xz and bzip2."""
    figure, (axes,) = canvas(3.8)
    for name in compressors.SIZES[1]:
        level = compressors.per_byte(name)
        axes.axhline(level, color=LINE, linewidth=1.2)
        axes.text(0, level + 0.03, name, color=MUTED, ha="left", va="bottom")
    axes.plot(ORDERS, by_witten_bell().bits.mean(axis=1), "-", color=MUTED, linewidth=1.6)
    axes.plot(ORDERS, [by_discount(order).bits.mean() for order in ORDERS], color=Q)
    axes.text(5, 2.56, "Witten–Bell", color=MUTED, ha="right", va="bottom")
    axes.text(5, 2.19, "discount", color=Q_INK, ha="right", va="top")
    axes.set(xlabel="bytes of context", ylabel="bits per byte", ylim=(2, 4.6), yticks=[2, 2.5, 3, 3.5, 4, 4.5])
    axes.set(xlim=(-0.1, 5.1), xticks=ORDERS)
    return figure


def learning() -> Figure:
    """Bits per byte of all that was read so far, for five lengths of the context."""
    figure, (axes,) = canvas(3.8)
    read = np.unique(np.geomspace(FIRST, LENGTH, 80).astype(int))
    for order in LEARNING:
        bits = by_discount(order).bits
        best = order == LONGEST
        axes.plot(read, so_far(bits, read), color=Q if best else MUTED, linewidth=2.2 if best else 1.4)
        height = bits.mean() + {3: 0.08, LONGEST: -0.1}.get(order, 0)
        axes.text(LENGTH * 1.08, height, f"order {order}", color=Q_INK if best else MUTED, ha="left", va="center")
    axes.set(xscale="log", xlabel="bytes read", ylabel="bits per byte so far", xlim=(FIRST, 2.6e5), ylim=(2, 5.2))
    axes.set_xticks([300, 1000, 3000, 10_000, 30_000])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}".replace(",", "\u202f")))
    axes.minorticks_off()
    return figure


def rounding() -> Figure:
    """What surprisals of 4 bits change, by Witten–Bell, for each byte: its own bits, and D."""
    figure, (axes,) = canvas(3.6)
    read = rounded("Witten–Bell")
    row = PRECISIONS.index(4)
    share = np.linspace(0, 1, 201)
    axes.axhline(0, color=LINE, linewidth=1)
    axes.plot(100 * share, np.quantile(read.rounded[row] - read.full, share), color=INK, linewidth=1.6)
    axes.plot(100 * share, np.quantile(read.divergence[row], share), color=D)
    axes.text(98, -0.28, "bits more for\nthe byte that came", color=INK, ha="right", va="center")
    axes.text(60, 0.16, "D(full‖rounded)", color=D_INK, ha="right", va="center")
    axes.set(xlabel="% of the bytes, each curve in its own order", ylabel="bits", ylim=(-0.62, 0.62))
    axes.set(xlim=(0, 100), yticks=[-0.5, 0, 0.5], xticks=[0, 25, 50, 75, 100])
    return figure


def file_size(order: int) -> int:
    """The bytes of the file that the coder makes, whose last is filled up."""
    return -(-len(by_discount(order).code) // 8)


def per_byte(bits: Array) -> float:
    """The bits for chapter VII over its bytes."""
    return float(bits.sum()) / len(CHAPTER)


def change() -> float:
    """The bits that chapter VII costs more by Witten–Bell with surprisals of 4 bits."""
    read = rounded("Witten–Bell")
    return float((read.rounded[PRECISIONS.index(4)] - read.full).sum())


def saved_by_the_cap() -> float:
    """The bits saved meanwhile on the bytes whose surprisal was larger than any that is stored."""
    read = rounded("Witten–Bell")
    capped = read.full > LARGEST
    return float((read.full - read.rounded[PRECISIONS.index(4)])[capped].sum())


def share_better() -> float:
    """The share of the bytes that cost less by it."""
    read = rounded("Witten–Bell")
    return float((read.rounded[PRECISIONS.index(4)] < read.full).mean())


def so_far(bits: Array, read: Array) -> Array:
    """The mean of the first so many bits."""
    return np.asarray(np.cumsum(bits)[read - 1] / read)
