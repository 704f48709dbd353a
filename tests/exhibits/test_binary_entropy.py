"""The figure and the tables, from logarithms written out and binomial coefficients of SciPy."""

import math

import numpy as np
import pytest
from reading import curve, dots, label, panels
from scipy.special import comb, gammaln, logsumexp

from exhibits import binary_entropy
from exhibits._drawing import D_INK, INK, Q_INK, D, H, Q


def h(t: float) -> float:
    return sum(x * math.log2(1 / x) for x in (t, 1 - t) if x)


def test_rare() -> None:
    _, *rows = binary_entropy.rare()
    assert [row[0] for row in rows] == [f"once in {n}" for n in (2, 10, 100, 1000, "a million")]
    for row in rows:
        n = int(row[0].removeprefix("once in ").replace("a million", "1000000"))
        exact = math.log2(n) + (n - 1) * -math.log1p(-1 / n) / math.log(2)
        assert row[1:] == [f"{exact:.3f}", f"{math.log2(n):.3f}", f"{math.log2(n) + 1 / math.log(2):.3f}"]


def test_bounds() -> None:
    _, *rows = binary_entropy.bounds()
    assert [float(row[0]) for row in rows] == [0.5, 0.4, 0.25, 0.1, 0.01, 0.001]
    for row in rows:
        t = float(row[0])
        parabola = 1 - (1 - 2 * t) ** 2
        wanted = [parabola, h(t), parabola ** (1 / math.log(4)), 2 * math.sqrt(t * (1 - t))]
        assert [float(cell) for cell in row[1:]] == pytest.approx(wanted, abs=5.1e-5)


def test_balls() -> None:
    """From logarithms of factorials."""
    _, *rows = binary_entropy.balls()
    assert [int(row[0]) for row in rows] == [10, 100, 1000, 10_000]
    for row in rows:
        n = int(row[0])
        k = np.arange(n // 10 + 1)
        ball = logsumexp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)) / math.log(2)
        sphere = math.log2(comb(n, n // 10, exact=True))
        wanted = [n * h(0.1), ball, sphere]
        assert [float(cell) for cell in row[1:]] == pytest.approx(wanted, abs=5.1e-3)


def test_tangent() -> None:
    (axes,) = panels(binary_entropy.tangent())
    t, bits = curve(axes, H)
    assert (t[0], t[-1]) == (0, 1)
    assert bits == pytest.approx([h(x) for x in t])
    no, yes = math.log2(1 / 0.8), math.log2(1 / 0.2)
    assert [list(ends) for ends in curve(axes, Q)] == [[0, 1], pytest.approx([no, yes])]
    x, y = dots(axes, INK)
    assert list(x) == [0, 0.2, 1]
    assert list(y) == pytest.approx([no, h(0.2), yes])
    truth, ends = curve(axes, D)
    assert list(truth) == [0.6, 0.6]
    assert list(ends) == pytest.approx([h(0.6), 0.4 * no + 0.6 * yes])
    gap = label(axes, f"{0.6 * math.log2(3) + 0.4 * math.log2(0.5):.3f}")
    assert gap.get_color() == D_INK
    assert gap.get_position() == pytest.approx((0.62, np.mean(ends)), abs=0.01)
    assert label(axes, f"{no:.3f}").get_position() == pytest.approx((0, no), abs=0.4)
    assert label(axes, f"{yes:.3f}").get_position() == pytest.approx((1, yes), abs=0.05)
    slope = label(axes, "slope 2")
    assert slope.get_color() == Q_INK
    assert slope.get_position() == pytest.approx((0.2, h(0.2)), abs=0.05)
    assert axes.get_ylim()[1] > yes
