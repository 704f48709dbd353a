"""The figures of the page, read back and computed once more from the laws."""

import math
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import same_color
from matplotlib.patches import Polygon
from reading import bars, curve, curves, dots, label, labels, panels

from exhibits import gibbs_three_more_proofs
from exhibits._drawing import D_INK, INK, LINE, PAPER, D, H, P, Q

TRUTH, BELIEF = [0.5, 0.3, 0.2], [0.1, 0.3, 0.6]


def divergence(q: Any) -> float:
    """D(truth‖q) in nats."""
    return sum(p * math.log(p / x) for p, x in zip(TRUTH, q, strict=True))


def test_budget() -> None:
    (axes,) = panels(gibbs_three_more_proofs.budget())
    within, over = bars(axes, P), bars(axes, D)
    wanted = [(1, 2, 2), (2, 2, 2), (1, 1, 2), *([sum(w) for w in product((1, 1, 2), repeat=n)] for n in (2, 3))]
    words = [text for text in axes.texts if text.get_color() == PAPER]
    for row, lengths in enumerate(wanted):
        pieces = sorted(bar for bar in within + over if bar.middle[1] == pytest.approx(row))
        assert [bar.width for bar in pieces] == [2.0**-length for length in sorted(lengths)]
        assert pieces[0].left == 0
        assert all(a.right == pytest.approx(b.left) for a, b in pairwise(pieces))
        assert [bar in over for bar in pieces] == [bar.left >= 1 for bar in pieces]
        named = {text.get_position()[0]: text.get_text() for text in words if text.get_position()[1] == row}
        assert named == {bar.middle[0]: str(round(-math.log2(bar.width))) for bar in pieces if bar.width >= 1 / 8}
    assert sum(bar.width for bar in within + over) == 1 + 0.75 + sum(1.25**n for n in (1, 2, 3))
    sums = labels(axes, lambda text: text[:2] == "1.")
    assert [(text.get_text(), text.get_position()[1]) for text in sums] == [("1.25", 2), ("1.56", 3), ("1.95", 4)]
    assert {text.get_color() for text in sums} == {D_INK}
    assert list(curve(axes, INK)[0]) == [1, 1]
    means = [sum(p * length for p, length in zip((0.5, 0.25, 0.25), lengths, strict=True)) for lengths in wanted[:3]]
    for row, (name, mean) in enumerate(zip(("own words", "two bits each", "a wish"), means, strict=True)):
        x, y = label(axes, f"{name}, {mean:g} bits a letter").get_position()
        assert x == 0
        assert row - 0.5 < y < row - 0.25
    assert axes.get_xlim()[1] > sums[-1].get_position()[0] + 0.2


def test_bowl() -> None:
    map_, cut = panels(gibbs_three_more_proofs.bowl())
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
        assert text.get_position()[0] == pytest.approx(place[0], abs=0.18)  # q stands outside the triangle
        assert text.get_position()[1] == pytest.approx(place[1], abs=0.01)
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
    few, many = panels(gibbs_three_more_proofs.bills_settle())
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
