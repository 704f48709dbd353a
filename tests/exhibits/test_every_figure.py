"""What must be true of every figure: it is read back in a test of this folder, and its labels can be read.

They stay in the figure and apart from each other, no line runs through them, and white ones stand on a colour, in a
wide window and on a phone. There its type is large enough; and every mark stands out from the paper.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import same_color
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from exhibits import _discovery
from exhibits._colours import TOKENS
from exhibits._drawing import PAPER, narrowed, svg

HERE = Path(__file__).parent
MARGIN = 2  # points by which a label may stand out
FIGURES = list(_discovery.named("Figure"))

PHONE = 328  # CSS pixels: what a screen of 360 leaves for a figure
LEGIBLE = 11  # CSS pixels
SEEN = 3  # WCAG 2.2, 1.4.11: the least contrast of a mark with the paper
HINTS = {"paper", "grid"}  # what cuts and what helps to compare, besides the marks
SVG, HREF = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
EDGE = 0.8  # points: an outline as wide as this is seen

# Both for the module: so the tests of one figure run one after another, and it is drawn for them once.
every_figure = pytest.mark.parametrize(("page", "name"), FIGURES, scope="module")
at_both_widths = pytest.mark.parametrize("width", ["wide", "narrow"], scope="module")


def made(page: str, name: str, width: str) -> Figure:
    figure: Figure = getattr(importlib.import_module(f"exhibits.{page}"), name)()
    return narrowed(figure) if width == "narrow" else figure


@cache
def drawn(page: str, name: str, width: str) -> Figure:
    figure = made(page, name, width)
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


def axes_of(figure: Figure) -> Iterator[Any]:
    """Each axis that is shown, across and up."""
    for panel in figure.axes:
        if panel.axison:
            yield from (panel.xaxis, panel.yaxis)


def numbers(axis: Any) -> list[Text]:
    """What stands at the ticks of an axis, in order."""
    low, high = sorted(axis.get_view_interval())
    shown = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [tick.label1 for tick in shown if tick.label1.get_visible() and tick.label1.get_text()]


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
@at_both_widths
def test_labels_stay_in_the_figure_and_apart(page: str, name: str, width: str) -> None:
    figure = drawn(page, name, width)
    frame, found = figure.bbox.padded(MARGIN), [text for _, text in labels(figure)]
    out = [text.get_text() for text in found if not inside(frame, text.get_window_extent())]
    assert out == []
    pairs = [(a.get_text(), b.get_text()) for a, b in combinations(found, 2) if core(a).overlaps(core(b))]
    assert pairs == []


@every_figure
@at_both_widths
def test_nothing_is_cut_off_and_the_numbers_of_an_axis_stay_apart(page: str, name: str, width: str) -> None:
    figure = drawn(page, name, width)
    whole = figure.get_tightbbox()
    assert whole is not None
    assert inside(figure.bbox.padded(MARGIN), whole.transformed(figure.dpi_scale_trans))
    pairs = [(a, b) for axis in axes_of(figure) for a, b in pairwise(numbers(axis)) if core(a).overlaps(core(b))]
    assert pairs == []


@every_figure
@at_both_widths
def test_no_line_runs_through_a_label(page: str, name: str, width: str) -> None:
    # A label in a box of its own hides what is behind it.
    free = [(axes, text) for axes, text in labels(drawn(page, name, width)) if text.get_bbox_patch() is None]
    struck = [t.get_text() for axes, t in free if any(path.intersects_bbox(core(t), False) for path in strokes(axes))]
    assert struck == []


@every_figure
@at_both_widths
def test_no_dot_lies_on_a_label(page: str, name: str, width: str) -> None:
    on = [
        t.get_text() for axes, t in labels(drawn(page, name, width)) if any(touches(dot, core(t)) for dot in dots(axes))
    ]
    assert on == []


@every_figure
@at_both_widths
def test_a_label_in_the_colour_of_paper_stands_on_another_colour(page: str, name: str, width: str) -> None:
    white = [
        (axes, text) for axes, text in labels(drawn(page, name, width)) if same_color(str(text.get_color()), PAPER)
    ]
    free = [(axes, text) for axes, text in white if text.get_bbox_patch() is None]
    unseen = [t.get_text() for axes, t in free if not all(covered(axes, place) for place in ends(core(t)))]
    assert unseen == []


@every_figure
def test_its_type_is_legible_on_a_phone(page: str, name: str) -> None:
    text = svg(made(page, name, "narrow"), name)
    sizes = [float(size) for size in re.findall(r'<text style="font-size: ([\d.]+)px', text)]
    _, _, points, _ = map(float, ElementTree.fromstring(text).attrib["viewBox"].split())
    assert sizes
    assert min(sizes) * PHONE / points >= LEGIBLE


@every_figure
def test_every_mark_stands_out_from_the_paper(page: str, name: str) -> None:
    document = ElementTree.fromstring(svg(made(page, name, "wide"), name))
    for scheme, colours in TOKENS.items():
        pale = [(mark, high) for mark, high in marks(document, colours) if high < SEEN]
        assert pale == [], scheme


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


def dots(axes: Any) -> Iterator[tuple[float, float, float]]:
    """Where the middle of each mark of a line stands in the figure, and its radius."""
    for line in axes.lines:
        if line.get_marker() not in ("None", ""):
            radius = line.get_markersize() / 2 * axes.figure.dpi / 72
            yield from ((x, y, radius) for x, y in line.get_transform().transform(line.get_xydata()))


def touches(dot: tuple[float, float, float], box: Bbox) -> bool:
    x, y, radius = dot
    return bool(np.hypot(max(box.x0 - x, 0, x - box.x1), max(box.y0 - y, 0, y - box.y1)) < radius)


def covered(axes: Any, place: tuple[float, float]) -> bool:
    """Whether a patch lays its colour over this place."""
    fills = [p for p in axes.patches if p.get_fill() and not same_color(p.get_facecolor()[:3], PAPER)]
    return any(p.get_transform().transform_path(p.get_path()).contains_point(place) for p in fills)


def ends(box: Bbox) -> list[tuple[float, float]]:
    """The left and the right end of a label."""
    middle = (box.y0 + box.y1) / 2
    return [(box.x0, middle), (box.x1, middle)]


def marks(document: ElementTree.Element, colours: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Each mark of a drawing, and the highest contrast with the paper of anything that is drawn at its place."""
    for group in document.iter(f"{SVG}g"):
        together: dict[str, list[float]] = {}
        for shape in group:
            if shape.tag in (f"{SVG}path", f"{SVG}use"):
                place = "".join(shape.get(name, "") for name in ("d", HREF, "x", "y"))
                together.setdefault(place, []).extend(contrasts(shape, colours))
        yield from ((group.get("id", "?"), max(found)) for found in together.values() if found)


def contrasts(shape: ElementTree.Element, colours: dict[str, str]) -> Iterator[float]:
    """The contrasts of the area and of the outline of a shape with the paper, where they are marks."""
    style = dict(part.split(": ") for part in shape.attrib["style"].split("; "))
    if float(style.get("stroke-width", 1)) < EDGE:
        style["stroke"] = "none"
    for kind, default in (("fill", "#000000"), ("stroke", "none")):
        colour = style.get(kind, default)
        token = colour.removeprefix("var(--").removesuffix(")")
        if colour != "none" and token not in HINTS:
            opacity = float(style.get("opacity", 1)) * float(style.get(f"{kind}-opacity", 1))
            yield contrast(colours.get(token, colour), colours["paper"], opacity)


def contrast(colour: str, paper: str, opacity: float) -> float:
    """WCAG's contrast of a colour laid over the paper."""
    above, below = ([int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in (colour, paper))
    seen = [opacity * a + (1 - opacity) * b for a, b in zip(above, below, strict=True)]
    dark, light = sorted((luminance(seen), luminance(below)))
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: list[float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
