"""The net of the simplex, read back: each shaded triangle by the tables that are printed for points in it."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from reading import curve, curves, dots, labels, panels

from exhibits import probability
from exhibits._drawing import INK, LINE, MUTED, P

HEIGHT = math.sqrt(3) / 2


def law_at(x: float, y: float) -> list[float]:
    """The law that stands here: its c by the height, its b by what is left of the way to the right."""
    c = y / HEIGHT
    b = x - c / 2
    return [1 - b - c, b, c]


def printed_sum(law: list[float]) -> float:
    return round(sum(float(f"{probability:.1f}") for probability in law), 1)


def test_simplex() -> None:
    (axes,) = panels(probability.simplex())
    nets = [c for c in axes.collections if isinstance(c, PolyCollection)]
    for net, colour, total, points_down in zip(nets, (LINE, MUTED), (0.9, 1.1), (True, False), strict=True):
        assert to_hex(net) == colour
        triangles = [np.array(path.vertices)[:3] for path in net.get_paths()]
        assert len(triangles) == (55 if points_down else 45)
        for corners in triangles:
            ys = sorted(corners[:, 1])
            assert (ys[1] - ys[0] > ys[2] - ys[1]) == points_down
            for weights in np.vstack([np.full((1, 3), 1 / 3), 0.98 * np.eye(3) + 0.02 / 3]):
                assert printed_sum(law_at(*(weights @ corners))) == total
    xs, ys = curve(axes, INK)
    assert [law_at(x, y) for x, y in zip(xs, ys, strict=True)] == [
        pytest.approx(corner, abs=1e-12) for corner in ([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0])
    ]


def test_the_labels_of_the_simplex() -> None:
    (axes,) = panels(probability.simplex())
    examples = [law_at(x, y) for x, y in zip(*dots(axes, P), strict=True)]
    assert examples == [pytest.approx([1 / 3] * 3), pytest.approx([0.46, 0.36, 0.18])]
    said = [text.get_text() for text in labels(axes, lambda text: "printed" in text)]
    assert said == [
        f"{name}\nprinted, sums to {printed_sum(law)}"
        for name, law in zip(("⅓, ⅓, ⅓", "0.46, 0.36, 0.18"), examples, strict=True)
    ]
    assert [line[0][0] for line in curves(axes, P)] == list(dots(axes, P)[0])  # each leads from its dot
    for corner, name in zip(range(3), "abc", strict=True):
        x, y = next(t.get_position() for t in axes.texts if t.get_text() == f"{name} for certain")
        assert law_at(x, y)[corner] > 0.9


def to_hex(net: Any) -> str:
    red, green, blue, _ = (round(255 * part) for part in net.get_facecolor()[0])
    return f"#{red:02x}{green:02x}{blue:02x}"
