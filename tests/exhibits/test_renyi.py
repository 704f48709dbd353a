"""The figures and tables read back, by power means written out."""

import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from reading import assert_labels_stand_clear, curve, curves, dots, panels
from scipy.stats import entropy, gmean, hmean, pmean

from exhibits import _discovery, renyi
from exhibits._drawing import INK, MUTED, D

P, Q = [0.7, 0.2, 0.1], [0.4, 0.3, 0.3]
ORDERS = {"0": 0, "½": 0.5, "1": 1, "2": 2, "∞": math.inf}


def divergence(p: list[float], q: list[float], order: float) -> float:
    """The logarithm of the mean of the ratio of that order, less one, under p."""
    pairs = [(a, a / b) for a, b in zip(p, q, strict=True) if a]
    weights, ratios = zip(*pairs, strict=True)
    if order == math.inf:
        return math.log2(max(ratios))
    return math.log2(pmean(ratios, order - 1, weights=weights))


def both(order: float) -> float:
    return divergence([0.5, 0.5], [0.5, 1 / 32], order)


def second(order: float) -> float:
    return divergence([0.5, 0.5], [1 / 32, 31 / 32], order)


def test_ratios() -> None:
    for k, (letter, p, q, ratio) in enumerate(renyi.ratios()[1:]):
        assert letter == "abc"[k]
        assert (float(p), float(q)) == (P[k], Q[k])
        assert float(ratio) == pytest.approx(P[k] / Q[k], abs=5e-5)


def test_means() -> None:
    ratios = [p / q for p, q in zip(P, Q, strict=True)]
    named = {"harmonic": hmean(ratios, weights=P), "geometric": gmean(ratios, weights=P), "largest": max(ratios)}
    named["arithmetic"] = sum(p * ratio for p, ratio in zip(P, ratios, strict=True))
    for name, mean, value, bits in renyi.means()[1:]:
        wanted = divergence(P, Q, ORDERS[name])
        assert float(value) == pytest.approx(named.get(mean, 2**wanted), abs=5e-4)
        assert float(bits) == pytest.approx(wanted, abs=5e-4)


def test_stages() -> None:
    for name, *cells in renyi.stages()[1:]:
        wanted = [2, both(ORDERS[name]), second(ORDERS[name])]
        assert [float(cell) for cell in cells] == pytest.approx(wanted, abs=5e-5)


def test_entropies() -> None:
    p = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
    collision = math.log2(1 / sum(Fraction(x) ** 2 for x in p))
    half = 2 * math.log2(sum(map(math.sqrt, p)))
    wanted = [2, half, entropy(p, base=2), collision, 1]
    for (name, own, rest), bits in zip(renyi.entropies()[1:], wanted, strict=True):
        assert name in ORDERS
        assert [float(own), float(rest)] == pytest.approx([bits, 2 - bits], abs=5e-5)


def assert_is(points: tuple[list[float], list[float]], value: Callable[[float], float]) -> None:
    for x, y in list(zip(*points, strict=True))[::6]:
        assert y == pytest.approx(value(math.inf if x == 1 else x / (1 - x)), abs=1e-9)
    assert (points[0][0], points[0][-1]) == (0, 1)


def test_family() -> None:
    (axes,) = panels(renyi.family())
    there, back = curves(axes, D)
    assert_is(there, lambda order: divergence(P, Q, order))
    assert_is(back, lambda order: divergence(Q, P, order))
    for order, x, y in zip(ORDERS.values(), *dots(axes, INK), strict=True):
        assert x == (1 if order == math.inf else order / (1 + order))
        assert y == pytest.approx(divergence(P, Q, order), abs=1e-9)


def test_lost() -> None:
    (axes,) = panels(renyi.lost())
    pair, alone = curves(axes, D)
    assert_is(pair, both)
    assert_is(alone, second)
    assert list(curve(axes, MUTED)[1]) == pytest.approx([2] * 121)
    assert [list(place) for place in dots(axes, INK)] == [[0.5], pytest.approx([2])]
    names = [label.get_text() for label in axes.get_xticklabels()]
    assert [renyi.place(ORDERS[name]) for name in names] == pytest.approx(axes.get_xticks())


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "renyi"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    assert_labels_stand_clear(getattr(renyi, name)())
