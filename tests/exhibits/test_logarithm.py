"""The rulers, read as a reader would, and the areas of the picture of ln x, measured."""

import math

import numpy as np
import pytest
from reading import curve, curves, labels, panels

from exhibits import logarithm
from exhibits._drawing import D_INK, GRID, INK, MUTED, D

BASES = {"bits": 2.0, "nats": math.e, "bans": 10.0}


def test_rulers() -> None:
    whole, _ = panels(logarithm.rulers())
    names = {t.get_text(): t.get_position()[1] for t in labels(whole, lambda text: text.isalpha())}
    assert list(names) == ["factor", *BASES]
    marks = [(xs[0], ys[0]) for xs, ys in curves(whole, INK)]
    numbers = labels(whole, lambda text: text.isdigit())
    assert [t.get_position()[0] for t in numbers] == [x for x, _ in marks]  # each number above its mark
    for text, (x, y) in zip(numbers, marks, strict=True):
        name = min(names, key=lambda row: abs(names[row] - y))
        factor = 2**x  # the rulers are as long as bits are
        assert float(text.get_text()) == pytest.approx(math.log(factor, BASES[name]) if name in BASES else factor)


def test_the_enlarged_rulers() -> None:
    _, near = panels(logarithm.rulers())
    marks = {round(ys[0]): xs[0] for xs, ys in curves(near, D)}
    said = labels(near, lambda text: "×" in text)
    assert len(said) == len(marks) == 3
    for text in said:
        count, name, _, factor = text.get_text().replace(":", "").split()
        x, y = text.get_position()
        assert round(BASES[name] ** int(count)) == int(factor)
        assert 2 ** marks[math.floor(y)] == pytest.approx(BASES[name] ** int(count))
        assert marks[math.floor(y)] < x < marks[math.floor(y)] + 0.01


def test_hyperbola() -> None:
    (axes,) = panels(logarithm.hyperbola())
    xs, ys = curve(axes, INK)
    assert ys * xs == pytest.approx(np.ones(len(xs)))
    assert [list(map(float, ys)) for _, ys in curves(axes, MUTED)] == [[1, 1], [0, 2], [0, 1], [0, 1]]
    wanted = [(0.5, GRID), (math.log(2) - 0.5, D), (math.log(2), GRID), (1 - math.log(2), D)]
    assert [_colour(filled) for filled in axes.collections] == [colour for _, colour in wanted]
    assert [_area(filled) for filled in axes.collections] == pytest.approx([area for area, _ in wanted], rel=1e-4)
    numbers = [float(t.get_text().split()[-1]) for t in labels(axes, lambda text: "=" in text)]
    assert numbers == [pytest.approx(wanted[3][0], abs=0.005), pytest.approx(wanted[1][0], abs=0.005)]
    assert [t.get_color() for t in labels(axes, lambda text: "=" in text)] == [D_INK, D_INK]


def _area(filled: object) -> float:
    """What a filled outline encloses, by its corners."""
    (path,) = filled.get_paths()  # type: ignore[attr-defined]
    x, y = path.vertices.T
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


def _colour(filled: object) -> str:
    red, green, blue, _ = (round(255 * part) for part in filled.get_facecolor()[0])  # type: ignore[attr-defined]
    return f"#{red:02x}{green:02x}{blue:02x}"
