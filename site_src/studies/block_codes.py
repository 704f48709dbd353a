"""What Huffman's code pays per symbol when several symbols are coded together. In bits."""

from collections.abc import Sequence
from functools import cache

from extrabits import block_law, entropy, expected_length, huffman_lengths

DIE = [1 / 6] * 6


def per_symbol(p: Sequence[float], together: int) -> float:
    """Bits per symbol of Huffman's code for blocks."""
    block = block_law(p, together)
    return expected_length(block, huffman_lengths(block)) / together


@cache
def dice(together: int) -> float:
    """Questions per die when so many dice are found out together."""
    return per_symbol(DIE, together)


def dice_bound(together: int) -> float:
    """What the best code pays less than per die: H + 1/n."""
    return float(entropy(DIE)) + 1 / together


def coin(heads: float, together: int) -> float:
    """Bits per toss of a coin that falls heads with this probability."""
    return per_symbol([heads, 1 - heads], together)
