"""How code words hang in a tree: one step down for each bit, 0 to the left."""

from collections.abc import Iterable

from matplotlib.axes import Axes

from exhibits._drawing import LINE


def place(word: str) -> tuple[float, float]:
    """Where the node that these bits lead to stands: across from 0 to 1, down one step a bit."""
    left = sum(int(bit) / 2 ** (i + 1) for i, bit in enumerate(word))
    return left + 2.0 ** -(len(word) + 1), -float(len(word))


def inner(words: Iterable[str]) -> list[str]:
    """The nodes that branch: everything that begins a word and is none."""
    return sorted({word[:depth] for word in words for depth in range(len(word))})


def draw_branches(axes: Axes, words: Iterable[str]) -> None:
    """The two branches below each node that is no word."""
    for word in inner(words):
        x, y = place(word)
        for bit in "01":
            end = place(word + bit)
            axes.plot([x, end[0]], [y, end[1]], color=LINE, linewidth=1.4, zorder=1)
