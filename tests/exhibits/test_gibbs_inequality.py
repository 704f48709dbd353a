"""The figures of the page, read back and computed once more from the two laws."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import same_color
from matplotlib.patches import Polygon
from reading import curve, curves, dots, label, labels, panels

from exhibits import gibbs_inequality
from exhibits._drawing import INK, LINE, MUTED, D, H, P, Q

TRUTH, BELIEF = [0.5, 0.3, 0.2], [0.1, 0.3, 0.6]
RATIOS = [0.2, 1, 3]


def divergence(q: Any) -> float:
    """D(truth‖q) in nats."""
    return sum(p * math.log(p / x) for p, x in zip(TRUTH, q, strict=True))


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


def test_bowl() -> None:
    map_, cut = panels(gibbs_inequality.bowl())
    corners = np.array([[0, 0], [1, 0], [0.5, math.sqrt(3) / 2]])
    assert curve(map_, LINE) == (pytest.approx(corners[[0, 1, 2, 0], 0]), pytest.approx(corners[[0, 1, 2, 0], 1]))

    def laws(x: Any, y: Any) -> Any:
        """The laws at these places: the weights with which the corners balance there."""
        return np.linalg.solve(np.vstack([corners.T, np.ones(3)]), np.vstack([x, y, np.ones(len(x))])).T

    whole = divergence(BELIEF)
    contours = curves(map_, D)
    assert len(contours) == 3
    for (x, y), share in zip(contours, (0.1, 0.4, 1), strict=True):
        assert [divergence(law) for law in laws(x, y)] == pytest.approx([share * whole] * len(x))
    assert laws(*curve(map_, INK)) == pytest.approx(np.array([TRUTH, BELIEF]))
    for name, colour, law in (("p", P, TRUTH), ("q", Q, BELIEF)):
        assert laws(*dots(map_, colour)) == pytest.approx(np.array([law]))
        text = label(map_, name)
        place = np.array(law) @ corners
        assert text.get_position() == pytest.approx(place, abs=0.06)
        other = np.array(BELIEF if name == "p" else TRUTH) @ corners
        assert math.dist(text.get_position(), other) > math.dist(place, other)  # beyond the end of the dashed line
    for letter, corner in zip("abc", corners, strict=True):
        text = label(map_, letter)
        assert text.get_position() == pytest.approx(corner, abs=0.07)
        assert (laws(*([c] for c in text.get_position())) < 0).any()  # outside the triangle

    s, heights = curve(cut, D)
    way = [(1 - w) * np.array(TRUTH) + w * np.array(BELIEF) for w in s]
    assert heights == pytest.approx([divergence(law) for law in way], abs=1e-9)
    for colour, place in ((P, (0, 0)), (Q, (1, whole))):
        assert [float(c[0]) for c in dots(cut, colour)] == pytest.approx(place)
    assert (cut.get_xlim(), cut.get_ylim()[0]) == ((0, 1), 0)
    assert whole < cut.get_ylim()[1] < 1.5 * whole


def test_bills_settle() -> None:
    own = -sum(p * math.log2(p) for p in TRUTH)
    wrong = own + divergence(BELIEF) / math.log(2)
    few, many = panels(gibbs_inequality.bills_settle())
    for axes, length in ((few, 10), (many, 1000)):
        for colour, law, mean in ((H, TRUTH, own), (Q, BELIEF, wrong)):
            (hill,) = (p for p in axes.patches if isinstance(p, Polygon) and same_color(p.get_facecolor()[:3], colour))
            middles, shares = steps(hill.get_xy())
            assert shares.sum() == pytest.approx(1)
            assert middles @ shares == pytest.approx(mean, abs=0.01)
            variance = sum(p * math.log2(q) ** 2 for p, q in zip(TRUTH, law, strict=True)) - mean**2
            assert (middles - mean) ** 2 @ shares == pytest.approx(variance / length, rel=0.15)
            assert list(curve(axes, colour)[0]) == pytest.approx([mean, mean])
        assert axes.get_title(loc="left") == f"Strings of {length} letters"
        assert axes.get_xlim()[0] < own < wrong < axes.get_xlim()[1]
    for words, mean in (("code for p:\naround H(p)", own), ("code for q:\naround H(p, q)", wrong)):
        text = label(many, words)
        assert text.get_ha() == "left"
        assert mean < text.get_position()[0] < mean + 0.2
    (arrow,) = labels(many, lambda text: not text)
    assert (arrow.xy[0], arrow.xyann[0]) == pytest.approx((wrong, own))
    assert arrow.xy[1] == arrow.xyann[1]
    name = label(many, "D(p‖q)")
    assert name.get_position()[0] == pytest.approx((own + wrong) / 2)
    assert arrow.xy[1] < name.get_position()[1] < 1.5 * arrow.xy[1]


def steps(outline: Any) -> tuple[Any, Any]:
    """The middles of a histogram's columns, and the share of all that each holds."""
    found = [((a + b) / 2, abs(b - a) * low) for (a, low), (b, high) in pairwise(outline) if a != b and low == high]
    middles, shares = np.array([(middle, share) for middle, share in found if share > 0]).T
    return middles, shares
