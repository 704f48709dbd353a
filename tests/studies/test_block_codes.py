"""Block codes by the sum of all merged probabilities, and for equal outcomes by counting."""

import heapq
import itertools
import math

import pytest

from extrabits import entropy
from studies import block_codes


def merged(p: list[float]) -> float:
    """The mean length of Huffman's code: each merger adds a bit to all that it holds."""
    heap, total = list(p), 0.0
    heapq.heapify(heap)
    while len(heap) > 1:
        both = heapq.heappop(heap) + heapq.heappop(heap)
        total += both
        heapq.heappush(heap, both)
    return total


@pytest.mark.parametrize("together", range(1, 6))
def test_dice_by_counting(together: int) -> None:
    cases = 6**together
    short = int(math.log2(cases))  # 2^short words, and each case beyond them splits one into two longer ones
    assert block_codes.dice(together) == pytest.approx((short + 2 * (cases - 2**short) / cases) / together)
    assert block_codes.dice_bound(together) == pytest.approx((math.log2(cases) + 1) / together)
    assert math.log2(cases) / together <= block_codes.dice(together) < block_codes.dice_bound(together)


@pytest.mark.parametrize("heads", [0.5, 0.7, 0.9, 0.999])
@pytest.mark.parametrize("together", [1, 2, 4])
def test_coins_by_mergers_and_within_their_bounds(heads: float, together: int) -> None:
    blocks = [math.prod(block) for block in itertools.product([heads, 1 - heads], repeat=together)]
    cost = block_codes.coin(heads, together)
    assert cost == pytest.approx(merged(blocks) / together)
    assert entropy([heads, 1 - heads]) <= cost + 1e-12
    assert cost < entropy([heads, 1 - heads]) + 1 / together


def test_any_law_by_mergers() -> None:
    p = [0.5, 0.3, 0.2]
    blocks = [math.prod(block) for block in itertools.product(p, repeat=3)]
    assert block_codes.per_symbol(p, 3) == pytest.approx(merged(blocks) / 3)
