"""The bars of the page are the terms of the sum, worked out by hand."""

import math

import pytest
from reading import bars, curve, labels, panels

from exhibits import calculator
from exhibits._drawing import D_INK, INK, LINE, D

TERMS = [p / 30 * math.log2(p / 30 / q) for p, q in zip([18, 7, 4, 1], [0.2, 0.3, 0.3, 0.2], strict=True)]


def test_terms() -> None:
    (axes,) = panels(calculator.terms())
    drawn = bars(axes, D)
    assert [bar.left for bar in drawn] == [0] * 5
    assert [bar.right for bar in drawn] == pytest.approx([*TERMS, sum(TERMS)])
    assert [bar.middle[1] for bar in drawn] == pytest.approx(list(axes.get_yticks()))
    assert [name.get_text() for name in axes.get_yticklabels()] == ["sun", "cloud", "rain", "snow", "D(p‖q)"]
    alphas = [patch.get_alpha() for patch in axes.patches]
    assert alphas == [alphas[0]] * 4 + [None]  # the sum stands out
    for bar, text in zip(drawn, labels(axes, bool), strict=True):
        assert text.get_text() == f"{bar.right:.3f}".replace("-", "−")
        assert text.xy == pytest.approx((bar.right, bar.middle[1]))
        # Beyond the end of its bar.
        assert (text.get_ha(), text.xyann[0] > 0) == (("left", True) if bar.right > 0 else ("right", False))
        assert text.get_color() == (D_INK if bar is drawn[-1] else INK)
    assert list(curve(axes, LINE)[0]) == [0, 0]
    assert axes.get_ylim()[0] > axes.get_ylim()[1]  # sun above
    assert axes.get_xlim()[0] < min(TERMS) < max(TERMS) < axes.get_xlim()[1]
