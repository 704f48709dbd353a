"""What stands in a figure, for the tests that read it back."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import same_color
from matplotlib.patches import Rectangle

from exhibits._drawing import TYPE


class Box(NamedTuple):
    """A bar, in the units of its axes."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.bottom + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.bottom < y < self.top


def panels(figure: Any) -> Any:
    """The axes of a figure, of which matplotlib's types say too little."""
    return figure.axes


def line(axes: Any, colour: str) -> tuple[Any, Any]:
    """The points of the first line of this colour, as they were given."""
    found = next(drawn for drawn in axes.lines if drawn.get_color() == colour)
    return found.get_xdata(), found.get_ydata()


def curves(axes: Any, colour: str) -> list[tuple[Any, Any]]:
    """The points of each line of this colour."""
    return [_points(line) for line in axes.lines if same_color(line.get_color(), colour) and not _is_dotted(line)]


def curve(axes: Any, colour: str) -> tuple[Any, Any]:
    """The points of the one line of this colour."""
    (found,) = curves(axes, colour)
    return found


def dots(axes: Any, colour: str) -> tuple[Any, Any]:
    """The places of all single marks of this colour."""
    found = [_points(line) for line in axes.lines if same_color(line.get_color(), colour) and _is_dotted(line)]
    xs, ys = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return xs, ys


def bars(axes: Any, colour: str) -> list[Box]:
    """The bars of this colour, in the order in which they were drawn."""
    found = [p for p in axes.patches if isinstance(p, Rectangle) and same_color(p.get_facecolor()[:3], colour)]
    return [Box(p.get_x(), p.get_y(), p.get_width(), p.get_height()) for p in found]


def label(axes: Any, words: str) -> Any:
    """The one label that says this and nothing else."""
    (found,) = labels(axes, lambda text: text == words)
    return found


def labels(axes: Any, wanted: Callable[[str], bool]) -> list[Any]:
    """The labels whose text is wanted, in the order in which they were drawn."""
    return [text for text in axes.texts if wanted(text.get_text())]


def assert_end_to_end(row: list[Box], start: float, end: float) -> None:
    """The bars begin where the one before ends, from here to there."""
    assert [bar.left for bar in row] == pytest.approx([start, *(bar.right for bar in row[:-1])], abs=1e-9)
    assert row[-1].right == pytest.approx(end)


def _points(line: Any) -> tuple[Any, Any]:
    return np.atleast_1d(line.get_xdata()), np.atleast_1d(line.get_ydata())


def _is_dotted(line: Any) -> bool:
    return line.get_marker() not in (None, "None", "")


def assert_labels_stand_clear(figure: Any) -> None:
    """No label is smaller than the smallest type, and no line comes nearer to one than two pixels."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    for axes in figure.axes:
        lines = [x.get_transform().transform_path(x.get_path()) for x in axes.lines if x.get_linestyle() != "None"]
        for text in axes.texts:
            assert text.get_size() >= TYPE, text.get_text()
            box = text.get_window_extent().padded(2)
            assert not any(path.intersects_bbox(box, filled=False) for path in lines), text.get_text()
