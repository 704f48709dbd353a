"""The curve, its chord, its tangent and the gap between them, computed from the two sizes alone."""

import math

import numpy as np
import pytest
from reading import curve, curves, dots, labels, panels

from exhibits import convexity
from exhibits._drawing import D_INK, INK, MUTED, D


def minus_log(x: float) -> float:
    return -math.log(x)


def test_gap() -> None:
    (axes,) = panels(convexity.gap())
    xs, ys = curve(axes, INK)
    assert np.exp(-ys) == pytest.approx(xs)
    tangent, chord = curves(axes, MUTED)
    assert chord == (pytest.approx([10, 40]), pytest.approx([minus_log(10), minus_log(40)]))
    slope = (tangent[1][1] - tangent[1][0]) / (tangent[0][1] - tangent[0][0])
    assert slope == pytest.approx(-1 / 25)
    assert tangent[1][0] + slope * (25 - tangent[0][0]) == pytest.approx(minus_log(25))
    assert dots(axes, INK) == (pytest.approx([10, 40, 25]), pytest.approx([minus_log(x) for x in (10, 40, 25)]))


def test_the_bars_of_the_gap() -> None:
    (axes,) = panels(convexity.gap())
    bars = {float(xs[0]): (ys[0], ys[1]) for xs, ys in curves(axes, D)}
    for x in (10, 40):  # from the tangent up to the curve
        assert bars[x] == pytest.approx((minus_log(25) - (x - 25) / 25, minus_log(x)))
    assert bars[25] == pytest.approx((minus_log(25), (minus_log(10) + minus_log(40)) / 2))
    lengths = {x: high - low for x, (low, high) in bars.items()}
    assert lengths[25] == pytest.approx((lengths[10] + lengths[40]) / 2)
    said = labels(axes, lambda text: text[-1].isdigit() and "." in text)
    assert [text.get_color() for text in said] == [D_INK] * 3
    for text in said:
        nearest = min(lengths, key=lambda x: abs(x - text.get_position()[0]))
        assert float(text.get_text().split()[-1]) == pytest.approx(lengths[nearest], abs=0.0005)
