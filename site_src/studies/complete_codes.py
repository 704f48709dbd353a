"""All ways to spend a code's whole budget of 1 on so many words."""

from collections.abc import Iterator
from functools import cache

STEEP = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 32]  # a die whose shares halve from face to face


def deals(words: int) -> list[list[int]]:
    """The lists of word lengths, shortest first, that spend the budget exactly; those with the shortest word first."""
    return list(_deals(words, 1, 0))


def _deals(words: int, nodes: int, depth: int) -> Iterator[list[int]]:
    """The lengths of so many words at or below these nodes of a tree, each of which is a word or branches."""
    if words == nodes:
        yield [depth] * words
        return
    for here in reversed(range(nodes)):
        below = 2 * (nodes - here)
        if words - here >= below:
            yield from ([depth] * here + deeper for deeper in _deals(words - here, below, depth + 1))


@cache
def count(words: int, nodes: int = 1) -> int:
    """How many there are, without a list of them."""
    if words <= nodes:
        return int(words == nodes)
    return sum(count(words - here, 2 * (nodes - here)) for here in range(nodes))
