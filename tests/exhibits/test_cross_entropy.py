"""The lines and the arch of the page, worked out here once more."""

import math

import pytest
from reading import curve, curves, dots, label, panels

from exhibits import cross_entropy
from exhibits._drawing import D_INK, INK, Q_INK, D, H, Q


def arch(t: float) -> float:
    """The entropy of a coin."""
    return 0.0 if t in (0, 1) else -t * math.log2(t) - (1 - t) * math.log2(1 - t)


def bill(t: float, q: float) -> float:
    """The mean cost of the forecast q where it rains on a share t of days."""
    return -t * math.log2(q) - (1 - t) * math.log2(1 - q)


def test_tangents() -> None:
    (axes,) = panels(cross_entropy.tangents())
    share, bits = curve(axes, H)
    assert (share[0], share[-1]) == (0, 1)
    assert bits == pytest.approx([arch(t) for t in share])
    lines = curves(axes, Q)
    for (x, y), q in zip(lines, (0.1, 0.5), strict=True):
        assert list(x) == [0, 1]
        assert list(y) == pytest.approx([bill(0, q), bill(1, q)])
    touching = dots(axes, Q_INK)
    assert [list(part) for part in touching] == [[0.1, 0.5], pytest.approx([arch(0.1), arch(0.5)])]
    for (x, y), q in zip(curves(axes, D), (0.1, 0.5), strict=True):
        assert x[0] == x[1] == pytest.approx(0.3, abs=0.02)
        assert list(y) == pytest.approx([arch(x[0]), bill(x[0], q)])
    steep, level = (label(axes, f"D = {bill(0.3, q) - arch(0.3):.3f}") for q in (0.1, 0.5))
    assert steep.get_color() == level.get_color() == D_INK
    assert steep.get_position()[0] < 0.288 < 0.312 < level.get_position()[0]
    assert [list(part) for part in curve(axes, INK)] == [[0.3, 0.3], [0, pytest.approx(arch(0.3))]]
    for q, name in ((0.1, "forecast: rain 10 %"), (0.5, "forecast: rain 50 %")):
        x, y = label(axes, name).get_position()
        assert bill(x, q) < y
    assert axes.get_xlim() == (0, 1)
    assert axes.get_ylim()[1] > 1.5
