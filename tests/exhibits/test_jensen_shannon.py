"""The figures read back: columns by Bayes' rule in fractions, divergences by SciPy."""

from fractions import Fraction
from math import log2

import numpy as np
import pytest
from reading import assert_end_to_end, assert_labels_stand_clear, bars, curves, dots, label, panels
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

from exhibits import _discovery, jensen_shannon
from exhibits._drawing import INK, MUTED, D, P, Q

FIRST, SECOND = [4, 3, 1, 0], [0, 1, 1, 6]
CHANCES = [Fraction(a + b, 16) for a, b in zip(FIRST, SECOND, strict=True)]
SHARES = [Fraction(a, a + b) for a, b in zip(FIRST, SECOND, strict=True)]


def told(share: float | Fraction) -> float:
    return 1 + sum(float(x) * log2(x) for x in (share, 1 - share) if x)


def divergence(p: object, q: object) -> float:
    return float(jensenshannon(p, q, base=2)) ** 2


def test_balls() -> None:
    _, *rows, last = jensen_shannon.balls()
    for k, (colour, a, b, chance, bits) in enumerate(rows):
        assert colour == "abcd"[k]
        assert (int(a), int(b)) == (FIRST[k], SECOND[k])
        assert Fraction(chance) == CHANCES[k]
        assert float(bits) == pytest.approx(told(SHARES[k]), abs=5e-5)
    assert float(last[-1].strip("*")) == pytest.approx(divergence(FIRST, SECOND), abs=5e-5)


def test_near() -> None:
    p = np.array([0.7, 0.2, 0.1])
    for way, *cells in jensen_shannon.near()[1:]:
        q = p + float(way) / 100 * (np.array([0.4, 0.3, 0.3]) - p)
        half = ((p - q) ** 2 / (4 * (p + q))).sum() / np.log(2)
        bits, *ratios = [float(cell) for cell in cells]
        assert bits == pytest.approx(divergence(p, q), abs=5.1e-6)
        wanted = [divergence(p, q) / entropy(p, q, base=2), divergence(p, q) / half]
        assert ratios == pytest.approx(wanted, abs=5.1e-4)


def test_bags() -> None:
    odds, bits = panels(jensen_shannon.bags())
    first, second, third = bars(odds, P), bars(odds, Q), bars(bits, D)
    for row in (first, second, third):
        assert_end_to_end(row, 0, 1)
        assert [bar.width for bar in row] == pytest.approx([float(x) for x in CHANCES])
    assert [bar.top for bar in first] == pytest.approx([float(x) for x in SHARES])
    assert [bar.bottom for bar in second] == pytest.approx([float(x) for x in SHARES])
    assert [bar.top for bar in second] == pytest.approx([1] * 4)
    assert [bar.height for bar in third] == pytest.approx([told(x) for x in SHARES], abs=1e-12)
    assert sum(bar.width * bar.height for bar in third) == pytest.approx(divergence(FIRST, SECOND))
    for axes in (odds, bits):
        assert [x.get_text() for x in axes.get_xticklabels()] == list("abcd")
        assert list(axes.get_xticks()) == pytest.approx([bar.middle[0] for bar in first])
    assert first[0].left < label(odds, "p").get_position()[0] < first[0].right
    assert second[3].left < label(odds, "q").get_position()[0] < second[3].right


def test_against_variation() -> None:
    (axes,) = panels(jensen_shannon.against_variation())
    (most_x, most), (x, least) = curves(axes, D)
    assert (most_x[0], most_x[-1]) == (0, 1)
    assert list(most) == pytest.approx(most_x)
    for k in range(0, len(x), 20):  # a shared outcome for the line, coins that mirror each other for the curve
        assert divergence([x[k], 0, 1 - x[k]], [0, x[k], 1 - x[k]]) == pytest.approx(most[k], abs=1e-9)
        assert divergence([1 + x[k], 1 - x[k]], [1 - x[k], 1 + x[k]]) == pytest.approx(least[k], abs=1e-9)
    variations, divergences = dots(axes, MUTED)
    assert len(variations) == 240
    assert all(told((1 + v) / 2) <= bits for v, bits in zip(variations, divergences, strict=True))
    assert all(divergences <= variations + 1e-12)
    (variation,), (bits,) = dots(axes, INK)
    assert variation == pytest.approx(sum(abs(a - b) for a, b in zip(FIRST, SECOND, strict=True)) / 16)
    assert bits == pytest.approx(divergence(FIRST, SECOND))
    ((leader_x, leader_y),) = curves(axes, INK)
    assert np.hypot(leader_x[-1] - variation, leader_y[-1] - bits) < 0.03


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "jensen_shannon"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    assert_labels_stand_clear(getattr(jensen_shannon, name)())
