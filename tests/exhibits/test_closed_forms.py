"""The figures read back, with densities from scipy.stats and means by integration."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import same_color
from reading import curve, curves, label, panels
from scipy.integrate import quad
from scipy.stats import beta

from exhibits import closed_forms
from exhibits._drawing import INK, MUTED, D, P, Q

TRUTH, BELIEF = beta(17, 6), beta(3, 3)


def mean(law: Any, function: Callable[[float], float]) -> float:
    return float(quad(lambda x: law.pdf(x) * function(x), 0, 1)[0])


def log_ratio(x: Any) -> Any:
    return TRUTH.logpdf(x) - BELIEF.logpdf(x)


def shade(axes: Any, colour: str) -> Any:
    """The outline of the one area of this colour."""
    areas: list[Any] = [c for c in axes.collections if isinstance(c, PolyCollection)]
    (one,) = (c for c in areas if same_color(c.get_facecolor()[0, :3], colour))
    return one.get_paths()[0].vertices.T


def area(outline: Any) -> float:
    x, y = outline
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


def number(cell: str) -> float:
    return float(cell.strip("*").replace("−", "-"))


def test_three_means() -> None:
    _, *rows, last = closed_forms.three_means()
    functions: list[Callable[[float], float]] = [math.log, lambda x: math.log1p(-x), lambda _: 1]
    for (_, _, *cells), function in zip(rows, functions, strict=True):
        assert list(map(number, cells)) == pytest.approx([mean(law, function) for law in (TRUTH, BELIEF)], abs=6e-5)
    factors = [number(row[1]) for row in rows]
    x = np.linspace(0.1, 0.9, 9)
    assert factors @ np.array([np.log(x), np.log1p(-x), x**0]) == pytest.approx(log_ratio(x), abs=6e-5)
    assert list(map(number, last[2:])) == pytest.approx([mean(law, log_ratio) for law in (TRUTH, BELIEF)], abs=6e-5)


def test_one_deviation() -> None:
    _, *rows = closed_forms.one_deviation()
    for (_, where, of_p, of_q, ratios), law in zip(rows, (TRUTH, BELIEF), strict=True):
        low, high = law.mean() - law.std(), law.mean() + law.std()
        assert [float(end) for end in where.split(" to ")] == pytest.approx([low, high], abs=6e-4)
        for cell, counted in ((of_p, TRUTH), (of_q, BELIEF)):
            assert float(cell.removesuffix(" %")) == pytest.approx(100 * np.diff(counted.cdf([low, high]))[0], abs=0.06)
        inside = np.exp(log_ratio(np.linspace(low, high, 10_001)))
        least, most = ratios.split(" to ")
        numerator, _, denominator = least.partition("/")
        assert float(numerator) / float(denominator or 1) == pytest.approx(inside.min(), rel=4e-3)
        assert float(most) == pytest.approx(inside.max(), abs=6e-3)


def test_pieces() -> None:
    (axes,) = panels(closed_forms.pieces())
    x, y = curve(axes, INK)
    assert y == pytest.approx(log_ratio(x))
    (_, rising), (_, falling), (_, level) = curves(axes, MUTED)
    assert rising == pytest.approx(14 * np.log(x))
    assert falling == pytest.approx(3 * np.log1p(-x))
    assert rising + falling + level[0] == pytest.approx(y)
    assert label(axes, f"constant {level[0]:.2f}")
    assert curve(axes, D)[1] == pytest.approx(mean(TRUTH, log_ratio))
    assert label(axes, f"mean under p: {mean(TRUTH, log_ratio):.3f}")
    places, heights = shade(axes, P)
    assert area((places, heights)) == pytest.approx(1, abs=1e-3)
    assert places[heights.argmax()] == pytest.approx(16 / 21, abs=1e-3)


def test_bands() -> None:
    for axes, law in zip(panels(closed_forms.bands()), (TRUTH, BELIEF), strict=True):
        low, high = law.mean() - law.std(), law.mean() + law.std()
        for colour, drawn, name in ((P, TRUTH, "p"), (Q, BELIEF, "q")):
            x, y = curve(axes, colour)
            assert y == pytest.approx(drawn.pdf(x), abs=1e-9)
            outline = shade(axes, colour)
            assert (outline[0].min(), outline[0].max()) == pytest.approx((low, high))
            assert area(outline) == pytest.approx(np.diff(drawn.cdf([low, high]))[0], abs=1e-4)
            assert label(axes, f"{100 * area(outline):.1f} % of {name}")


def test_on_the_way() -> None:
    (axes,) = panels(closed_forms.on_the_way())
    s, variance = curve(axes, INK)
    for way, height in zip(s[::80], variance[::80], strict=True):
        law = beta(17 - 14 * way, 6 - 3 * way)
        assert height == pytest.approx(mean(law, lambda x: log_ratio(x) ** 2) - mean(law, log_ratio) ** 2)
    for colour, law, sign in ((P, TRUTH, 1), (Q, BELIEF, -1)):
        divergence = sign * mean(law, log_ratio)
        assert area(shade(axes, colour)) == pytest.approx(divergence, abs=2e-3)
        assert label(axes, f"{'D(p‖q)' if sign == 1 else 'D(q‖p)'} = {divergence:.3f}")
