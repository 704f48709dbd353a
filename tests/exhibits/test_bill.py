"""The bill of two laws, as two pages draw it: bars of both, and what coding with the wrong one costs."""

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from reading import bars, label, panels

from exhibits import index, kl_divergence
from exhibits._drawing import D, H, P, Q

BILLS = {
    "index": (index.weather, [0.6, 0.25, 0.1, 0.05], [0.2, 0.3, 0.3, 0.2]),
    "kl_divergence": (kl_divergence.bill, [1 / 2, 1 / 4, 1 / 8, 1 / 8], [1 / 8, 1 / 2, 1 / 4, 1 / 8]),
}

every_bill = pytest.mark.parametrize(("draw", "p", "q"), BILLS.values(), ids=BILLS)


@every_bill
def test_two_laws_side_by_side(draw: Callable[[], Figure], p: list[float], q: list[float]) -> None:
    laws, _ = panels(draw())
    truth, belief = bars(laws, P), bars(laws, Q)
    assert [bar.height for bar in truth] == pytest.approx(p)
    assert [bar.height for bar in belief] == pytest.approx(q)
    for place, left, right in zip(laws.get_xticks(), truth, belief, strict=True):
        assert (left.left + right.right) / 2 == pytest.approx(place)
        assert left.right < place < right.left
    in_order = [bar for pair in zip(truth, belief, strict=True) for bar in pair]
    assert all(a.right < b.left for a, b in pairwise(in_order))
    assert laws.get_ylim()[0] == 0
    assert max(*p, *q) < laws.get_ylim()[1] < 1.5 * max(*p, *q)
    # The words for p and those for q stand above all bars and begin where the first one does.
    (x, above), (same_x, below) = (label(laws, words).get_position() for words in ("p, the truth", "q, the belief"))
    assert x == same_x == pytest.approx(truth[0].left, abs=0.02)
    assert max(*p, *q) < below < above < laws.get_ylim()[1]


@every_bill
def test_the_bill_is_the_entropy_and_the_extra_bits(draw: Callable[[], Figure], p: list[float], q: list[float]) -> None:
    _, stack = panels(draw())
    entropy = -sum(x * math.log2(x) for x in p)
    extra = sum(x * math.log2(x / y) for x, y in zip(p, q, strict=True))
    (own, same), (more,) = bars(stack, H), bars(stack, D)
    assert [own.left, own.width, same.left, same.width] == pytest.approx([0, entropy] * 2)
    assert [more.left, more.width] == pytest.approx([entropy, extra])
    assert (more.bottom, more.height) == (same.bottom, same.height)
    assert [bar.middle[1] for bar in (own, same)] == pytest.approx(list(stack.get_yticks()))
    assert [text.get_text() for text in stack.get_yticklabels()] == ["code\nfor p", "code\nfor q"]
    for words, bar in ((f"H(p) = {entropy:.2f}", own), (f"+ D(p‖q) = {extra:.3f}", same)):
        x, y = label(stack, words).get_position()
        assert bar.left < x < bar.left + 0.1
        assert bar.top < y < bar.top + 0.3
    assert stack.get_xlim()[0] == 0
    assert stack.get_xlim()[1] > more.right
