"""The figures read back: steps by their odds, columns by the binomial coefficients in fractions."""

from fractions import Fraction
from math import comb, log10

import pytest
from reading import bars, curves, dots, label, labels, panels

from exhibits import odds_and_bayes
from exhibits._drawing import INK, P_INK, P, Q

FIRST, SECOND = Fraction(6, 7), Fraction(3, 7)


def chance(blue: int, share: Fraction) -> float:
    return 100 * float(comb(8, blue) * share**blue * (1 - share) ** (8 - blue))


def test_steps() -> None:
    (axes,) = panels(odds_and_bayes.steps())
    starts = list(zip(*dots(axes, INK), strict=True))
    ends = list(zip(*dots(axes, P), strict=True))
    assert starts == [(pytest.approx(x), row) for row, x in enumerate((0, -2, -3))]
    assert ends == [(pytest.approx(x + 1), row) for row, x in enumerate((0, -2, -3))]
    for (x, y), start, end in zip(curves(axes, INK), starts, ends, strict=True):
        assert list(zip(x, y, strict=True)) == [start, end]
    for places, colour in ((starts, INK), (ends, P_INK)):
        for x, row in places:
            beside = labels(axes, lambda words: words.startswith("0."))
            (text,) = (t for t in beside if t.get_position()[1] == row and t.get_color() == colour)
            assert text.get_text() == f"{10**x / (1 + 10**x):.4f}"
            assert abs(text.get_position()[0] - x) < 0.2
    for at, tick in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True):
        left, right = map(int, tick.get_text().split(":"))
        assert log10(left / right) == pytest.approx(at)


def test_evidence() -> None:
    (axes,) = panels(odds_and_bayes.evidence())
    pairs = list(zip(bars(axes, P), bars(axes, Q), strict=True))
    assert len(pairs) == 7
    for blue, (p, q) in enumerate(pairs, 2):
        assert p.middle[0] < blue < q.middle[0]
        assert (p.bottom, q.bottom) == (0, 0)
        assert [p.height, q.height] == pytest.approx([chance(blue, FIRST), chance(blue, SECOND)])
        bits = blue - 2 * (8 - blue)
        left, right = (2**bits, 1) if bits > 0 else (1, 2**-bits)
        assert p.height / q.height == pytest.approx(left / right)
        x, y = label(axes, f"{left}:{right}").get_position()
        assert (x, y) == (blue, pytest.approx(max(p.height, q.height) + 1))
        assert axes.get_xticklabels()[blue - 2].get_text() == f"{blue}\n{bits:+d}".replace("-", "−")
    assert list(axes.get_xticks()) == list(range(2, 9))
    assert axes.get_ylim()[0] == 0
    assert axes.get_ylim()[1] > 42
