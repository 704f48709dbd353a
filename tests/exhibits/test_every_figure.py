"""What must be true of every figure: it is read back in a test of this folder, and its labels can be read.

They stay in the figure and apart from each other, no line runs through them, and white ones stand on a colour.
"""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import same_color
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from exhibits import _discovery
from exhibits._drawing import PAPER

HERE = Path(__file__).parent
MARGIN = 2  # points by which a label may stand out
FIGURES = list(_discovery.named("Figure"))

every_figure = pytest.mark.parametrize(("page", "name"), FIGURES)


@cache
def drawn(page: str, name: str) -> Figure:
    figure: Figure = getattr(importlib.import_module(f"exhibits.{page}"), name)()
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    return figure


def labels(figure: Figure) -> Iterator[tuple[Any, Text]]:
    """Each label written into the figure, and the axes that hold it."""
    for axes in figure.axes:
        yield from ((axes, text) for text in axes.texts if text.get_text().strip())


def core(text: Text) -> Bbox:
    """Where a label has ink: there is air above and below it, and in its corners when its lines differ in length."""
    box = text.get_window_extent()
    return box.shrunk(0.9 if "\n" in text.get_text() else 1, 0.8).anchored("C", box)


@cache
def read_back() -> set[tuple[str, str]]:
    """Page and name of each figure that a test of this folder takes from its page."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in HERE.glob("test_*.py")]
    attributes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return {(node.value.id, node.attr) for node in attributes if isinstance(node.value, ast.Name)}


@every_figure
def test_what_it_draws_has_a_second_opinion(page: str, name: str) -> None:
    """A label in the wrong place and a bar of the wrong height look as right as any other."""
    assert (page, name) in read_back(), f"read {page}.{name}() back in a test of {HERE.name}/ and compute it once more"


@every_figure
def test_labels_stay_in_the_figure_and_apart(page: str, name: str) -> None:
    figure = drawn(page, name)
    frame, found = figure.bbox.padded(MARGIN), [text for _, text in labels(figure)]
    out = [text.get_text() for text in found if not inside(frame, text.get_window_extent())]
    assert out == []
    pairs = [(a.get_text(), b.get_text()) for a, b in combinations(found, 2) if core(a).overlaps(core(b))]
    assert pairs == []


@every_figure
def test_no_line_runs_through_a_label(page: str, name: str) -> None:
    # A label in a box of its own hides what is behind it.
    free = [(axes, text) for axes, text in labels(drawn(page, name)) if text.get_bbox_patch() is None]
    struck = [t.get_text() for axes, t in free if any(path.intersects_bbox(core(t), False) for path in strokes(axes))]
    assert struck == []


@every_figure
def test_a_label_in_the_colour_of_paper_stands_on_another_colour(page: str, name: str) -> None:
    white = [(axes, text) for axes, text in labels(drawn(page, name)) if same_color(str(text.get_color()), PAPER)]
    free = [(axes, text) for axes, text in white if text.get_bbox_patch() is None]
    unseen = [t.get_text() for axes, t in free if not all(covered(axes, place) for place in ends(core(t)))]
    assert unseen == []


def inside(frame: Any, box: Bbox) -> bool:
    return bool(frame.contains(*box.min) and frame.contains(*box.max))


def strokes(axes: Any) -> Iterator[Any]:
    """The path of each visible line, where it stands in the figure."""
    for line in axes.lines:
        if line.get_linestyle() != "None":
            yield line.get_transform().transform_path(line.get_path())
    rules: list[Any] = [lines for lines in axes.collections if isinstance(lines, LineCollection)]
    for lines in rules:
        if not same_color(lines.get_edgecolor()[0], PAPER):
            yield from (lines.get_transform().transform_path(path) for path in lines.get_paths())
    for patch in axes.patches:
        if isinstance(patch, StepPatch) and not patch.get_fill():
            yield patch.get_transform().transform_path(patch.get_path())


def covered(axes: Any, place: tuple[float, float]) -> bool:
    """Whether a patch lays its colour over this place."""
    fills = [p for p in axes.patches if p.get_fill() and not same_color(p.get_facecolor()[:3], PAPER)]
    return any(p.get_transform().transform_path(p.get_path()).contains_point(place) for p in fills)


def ends(box: Bbox) -> list[tuple[float, float]]:
    """The left and the right end of a label."""
    middle = (box.y0 + box.y1) / 2
    return [(box.x0, middle), (box.x1, middle)]
