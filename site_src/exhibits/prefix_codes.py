"""Exhibits of the page on prefix codes."""

from fractions import Fraction

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from exhibits._drawing import INK, LINE, MUTED, P_INK, PAPER, P, Table, canvas
from exhibits._tree import draw_branches, inner, place
from extrabits import canonical_code, expected_length, huffman_lengths
from studies import complete_codes
from studies.block_codes import DIE

LENGTHS = [1, 2, 3, 3]


def spending() -> Table:
    """What each of the four words spends, and what is left after it."""
    rows, left = [], Fraction(1)
    for weather, word in zip(("sun", "cloud", "rain", "snow"), canonical_code(LENGTHS), strict=True):
        share = Fraction(1, 2 ** len(word))
        left -= share
        rows.append([weather, f"`{word}`", str(share), str(left)])
    return [["symbol", "word", "spends", "left"], *rows]


def deals() -> Table:
    """The five ways to spend the whole budget on six words, and what each costs two dice."""
    rows = []
    for lengths in complete_codes.deals(6):
        costs = (expected_length(law, lengths) for law in (complete_codes.STEEP, DIE))
        rows.append([", ".join(map(str, lengths)), *(f"{cost:.4f}" for cost in costs)])
    return [["word lengths", "steep die", "fair die"], *rows]


def tree() -> Figure:
    """Four words in a tree: each takes all that hangs below it, and together they take everything."""
    figure, (axes,) = canvas(3.3)
    words = canonical_code(LENGTHS)
    floor = -max(LENGTHS) - 1.1
    for word in words:
        (x, y), share = place(word), 2.0 ** -len(word)
        axes.add_patch(Rectangle((x - share / 2, floor), share, y - floor, facecolor=P, alpha=0.3, edgecolor=PAPER))
        axes.text(x, y, word, color=PAPER, weight="bold", ha="center", va="center", bbox=_box(P))
        axes.text(x, floor + 0.25, f"1/{2 ** len(word)}", color=P_INK, ha="center", va="center")
    draw_branches(axes, words)
    for word in inner(words):
        axes.plot(*place(word), "o", color=LINE, markersize=6)
    for bit, x, side in (("0", 0.355, "right"), ("1", 0.645, "left")):
        axes.text(x, -0.45, bit, color=MUTED, ha=side, va="center")
    axes.set(xlim=(0, 1), ylim=(floor, 0.25), yticks=[], xticks=[0, 1 / 2, 3 / 4, 1])
    axes.set(xticklabels=["0", "½", "¾", "1"], xlabel="budget spent")
    axes.spines["left"].set_visible(False)
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
            middle, turned = spent + 2.0 ** -len(word) / 2, 90 * (len(word) > 2)  # which needs less room across
            axes.text(middle, row, word, color=PAPER, ha="center", va="center", rotation=turned)
            spent += 2.0 ** -len(word)
        axes.text(0, row - 0.34, name, color=INK)
    axes.axvline(1, color=INK, linewidth=1.4, linestyle=(0, (2, 2)))
    axes.text(1.03, 0, "the budget", color=INK, va="center")
    axes.text(1.5, 1.66, "overspent", color=INK, ha="center")
    axes.set(xlim=(0, 2), ylim=(2.4, -0.65), yticks=[], xticks=[0, 0.5, 1, 1.5, 2])
    axes.set_xlabel("sum of the words' shares")
    axes.spines["left"].set_visible(False)
    return figure


def _box(colour: str) -> dict[str, str]:
    return {"boxstyle": "round,pad=0.3", "facecolor": colour, "edgecolor": "none"}
