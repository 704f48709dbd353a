"""The figures read back: areas of squares, and the curve from logarithms written out."""

from collections.abc import Callable
from math import dist, log2, pi
from typing import Any

import pytest
from matplotlib.colors import same_color
from matplotlib.patches import Circle
from reading import bars, curve, dots, label, panels

from exhibits import mutual_information
from exhibits._drawing import INK, MUTED, D, H, P


def left_of(f: float) -> float:
    return -sum(x * log2(x) for x in (f, 1 - f) if x)


def shared(cells: list[float]) -> float:
    """Of two coins with even odds."""
    return sum(p * log2(4 * p) for p in cells if p)


def test_wire() -> None:
    _, *received, last = mutual_information.wire()
    for row, counts in zip(received, ([450, 50], [50, 450]), strict=True):
        assert [int(cell) for cell in row[1:4]] == [*counts, 500]
        assert float(row[4]) == pytest.approx(left_of(0.1), abs=5e-4)
    assert last[1:] == ["500", "500", "1000", "1.000"]


def test_correlation() -> None:
    _, one, ten, noisy, rare = mutual_information.correlation()
    root = -(1 / 21) * log2(1 / 21) - 10 * (2 / 21) * log2(2 / 21)
    found = [[float(cell) for cell in row[1:]] for row in (one, ten, noisy, rare)]
    wanted = [
        [0, left_of(1 / 3), left_of(1 / 3)],
        [0, root, root],
        [0.8, 1 - left_of(0.1), 1],
        [1, left_of(0.001), left_of(0.001)],
    ]
    assert found == [pytest.approx(row, abs=5e-5) for row in wanted]


def test_tables() -> None:
    for axes, information in zip(panels(mutual_information.tables()), (0, 0.2, 1), strict=True):
        squares = [bar for bar in bars(axes, P) if bar.width]
        for square in squares:
            assert square.width == pytest.approx(square.height)
            assert square.middle == pytest.approx([round(place) for place in square.middle], abs=1e-9)
        areas = [square.width * square.height for square in squares]
        assert sum(areas) == pytest.approx(1)
        assert shared(areas) == pytest.approx(information, abs=1e-9)
        assert float(axes.get_title(loc="left").split()[0]) == information
        written = sorted(float(text.get_text()) for text in axes.texts)
        assert written == pytest.approx(sorted([*areas, *[0] * (4 - len(areas))]), abs=5e-4)


def test_flips() -> None:
    (axes,) = panels(mutual_information.flips())
    x, y = curve(axes, D)
    assert list(y) == pytest.approx([1 - left_of(f) for f in x])
    assert [list(ends) for ends in curve(axes, MUTED)] == [[0, 1], [1, 0]]
    for f, bits in zip(*dots(axes, INK), strict=True):
        assert bits == pytest.approx(1 - left_of(f))
        text = label(axes, f"{f:g}")
        assert abs(text.get_position()[0] - f) < 0.05
        assert abs(text.get_position()[1] - bits) < 0.06


def test_areas() -> None:
    wire, xor = panels(mutual_information.areas())
    left, right, lens = circles(wire)
    for circle in (left, right, lens):
        assert pi * circle.radius**2 == pytest.approx(1)
    assert lens.center == right.center
    assert same_color(lens.get_facecolor(), D)
    assert counted(lambda x, y: inside(left, x, y) and inside(lens, x, y)) == pytest.approx(1 - left_of(0.1), abs=0.01)
    numbers = [text.get_text().split("\n") for text in wire.texts]
    assert [name for name, _ in numbers] == ["H(X|Y)", "I(X; Y)", "H(Y|X)"]
    assert [float(bits) for _, bits in numbers] == pytest.approx(
        [left_of(0.1), 1 - left_of(0.1), left_of(0.1)], abs=5e-4
    )
    three = circles(xor)
    assert [pi * circle.radius**2 for circle in three] == pytest.approx([1, 1, 1])
    for i, circle in enumerate(three):
        assert all(dist(circle.center, other.center) > 2 * circle.radius for other in three[:i]), "they share nothing"
        assert inside(circle, *label(xor, f"{'XYZ'[i]}\n1").get_position())
    (covered,), (there, part) = bars(xor, D), bars(xor, H)
    assert [covered.width / there.width, part.width / there.width] == pytest.approx([3 / 2, 1])
    assert part.bottom == covered.bottom
    assert {"covered 3", "there are 2"} <= {text.get_text() for text in xor.texts}


def circles(axes: Any) -> list[Any]:
    return [patch for patch in axes.patches if isinstance(patch, Circle)]


def inside(circle: Any, x: float, y: float) -> bool:
    return bool(dist(circle.center, (x, y)) <= circle.radius)


def counted(holds: Callable[[float, float], bool], steps: int = 300) -> float:
    """The area of a region within one of the middle, by the points of a grid."""
    places = [2 * k / steps - 1 for k in range(steps + 1)]
    return sum(holds(x, y) for x in places for y in places) * (2 / steps) ** 2
