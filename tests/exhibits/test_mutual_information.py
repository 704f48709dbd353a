"""The figures read back: areas of squares, and the curve from logarithms written out."""

from math import log2

import pytest
from reading import bars, curve, dots, label, panels

from exhibits import mutual_information
from exhibits._drawing import INK, MUTED, D, P


def left(f: float) -> float:
    return -sum(x * log2(x) for x in (f, 1 - f) if x)


def shared(cells: list[float]) -> float:
    """Of two coins with even odds."""
    return sum(p * log2(4 * p) for p in cells if p)


def test_wire() -> None:
    _, *received, last = mutual_information.wire()
    for row, counts in zip(received, ([450, 50], [50, 450]), strict=True):
        assert [int(cell) for cell in row[1:4]] == [*counts, 500]
        assert float(row[4]) == pytest.approx(left(0.1), abs=5e-4)
    assert last[1:] == ["500", "500", "1000", "1.000"]


def test_correlation() -> None:
    _, one, ten, noisy, rare = mutual_information.correlation()
    root = -(1 / 21) * log2(1 / 21) - 10 * (2 / 21) * log2(2 / 21)
    found = [[float(cell) for cell in row[1:]] for row in (one, ten, noisy, rare)]
    wanted = [[0, left(1 / 3), left(1 / 3)], [0, root, root], [0.8, 1 - left(0.1), 1], [1, left(0.001), left(0.001)]]
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
    assert list(y) == pytest.approx([1 - left(f) for f in x])
    assert [list(ends) for ends in curve(axes, MUTED)] == [[0, 1], [1, 0]]
    for f, bits in zip(*dots(axes, INK), strict=True):
        assert bits == pytest.approx(1 - left(f))
        text = label(axes, f"{f:g}")
        assert abs(text.get_position()[0] - f) < 0.05
        assert abs(text.get_position()[1] - bits) < 0.06
