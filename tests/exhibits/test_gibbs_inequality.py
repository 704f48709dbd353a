"""The figure of the page, read back and computed once more from the two laws."""

import math

import pytest
from reading import curve, curves, dots, label, panels

from exhibits import gibbs_inequality
from exhibits._drawing import INK, MUTED, D, Q

RATIOS = [0.2, 1, 3]


def test_tangent() -> None:
    (axes,) = panels(gibbs_inequality.tangent())
    t, line = curve(axes, MUTED)
    assert line == pytest.approx(t - 1)
    assert curve(axes, INK)[1] == pytest.approx([math.log(x) for x in t])
    assert t[0] < RATIOS[0] < RATIOS[-1] < t[-1] <= axes.get_xlim()[1]
    gaps = curves(axes, D)
    assert [list(x) for x, _ in gaps] == [pytest.approx([r, r]) for r in RATIOS]
    assert [list(y) for _, y in gaps] == [pytest.approx([math.log(r), r - 1], abs=1e-9) for r in RATIOS]
    x, y = dots(axes, Q)
    assert (x, y) == (pytest.approx(RATIOS), pytest.approx([math.log(r) for r in RATIOS], abs=1e-9))
    for letter, r in zip("abc", RATIOS, strict=True):
        place = label(axes, letter).get_position()
        assert place == pytest.approx((r, math.log(r)), abs=0.2)
        assert place[0] > r
        assert place[1] < math.log(r)  # on the side on which the curve does not run
    for name, r in (("gap 0.81", 0.2), ("gap 0.90", 3)):
        x, y = label(axes, name).get_position()
        assert r < x < r + 0.3
        assert y == pytest.approx((math.log(r) + r - 1) / 2)  # half-way up the gap
    assert label(axes, "no gap").get_position()[0] == 1
    assert axes.get_ylim()[0] < math.log(t[0]) + 0.1
    assert axes.get_ylim()[1] >= t[-1] - 1
