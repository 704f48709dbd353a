"""The table beside a figure holds what the figure shows: known numbers come back, and each lies where it is drawn."""

import csv
import importlib
import re
from io import StringIO

import numpy as np
import pytest
from lxml import etree
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from exhibits import _discovery, _drawing
from exhibits._drawing import INK, PAPER, D, P, Q, canvas
from exhibits._series import table

NEAR = 0.2  # points: by so much matplotlib may simplify a curve, and a picture is written to a hundredth
MOST = 150  # numbers of a figure that are looked for
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"

Array = NDArray[np.float64]


def rows(figure: Figure) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table(figure))))


def of(figure: Figure, kind: str) -> list[tuple[str, ...]]:
    """Series, name and the four numbers of each row of a kind."""
    columns = ("series", "name", "x_from", "x", "y_from", "y")
    return [tuple(row[column] for column in columns) for row in rows(figure) if row["kind"] == kind]


def panel() -> tuple[Figure, Axes]:
    figure, (axes,) = canvas()
    return figure, axes


def test_curves_and_points_are_what_was_plotted() -> None:
    figure, axes = panel()
    axes.plot([0, 0.5, 1], [1, 1 / 3, 2], color=P)
    axes.plot([0, 1], [0, 1], color=P)
    axes.plot([0.25], [0.75], "o", color=Q)
    axes.scatter([0.1], [0.2], color=D)
    curve, straight = of(figure, "line")[:3], of(figure, "line")[3:]
    assert [row[3] for row in curve] == ["0", "0.5", "1"]
    assert [row[5] for row in curve] == ["1", "0.333333", "2"]
    assert straight == [("p 2", "", "", "0", "", "0"), ("p 2", "", "", "1", "", "1")]
    assert of(figure, "point") == [("q 1", "", "", "0.25", "", "0.75"), ("D 1", "", "", "0.1", "", "0.2")]


def test_bars_reach_from_somewhere_and_have_the_names_of_their_ticks() -> None:
    figure, axes = panel()
    axes.bar(np.arange(2) - 0.2, [3, 4], 0.4, color=P)
    axes.bar(np.arange(2) + 0.2, [1, 2], 0.4, bottom=[0.5, 0.5], color=Q)
    axes.set_xticks([0, 1], ["rain", "sun"])
    assert of(figure, "bar") == [
        ("p 1", "rain", "-0.4", "0", "0", "3"),
        ("p 1", "sun", "0.6", "1", "0", "4"),
        ("q 1", "rain", "0", "0.4", "0.5", "1.5"),
        ("q 1", "sun", "1", "1.4", "0.5", "2.5"),
    ]
    figure, axes = panel()
    axes.barh([1, 0], [2, 3], 0.5, color=D)
    axes.set_yticks([1, 0], ["code\nfor p", "code\nfor q"])
    assert [name for _, name, *_ in of(figure, "bar")] == ["code for p", "code for q"]


def test_steps_stems_and_outlines() -> None:
    figure, axes = panel()
    axes.stairs([1, 3], [0, 1, 2], color=P)
    axes.vlines([0.5], 1, 2, color=D)
    axes.fill_between([0, 1], 0, [1, 2], color=Q)
    assert of(figure, "bar") == [("p 1", "", "0", "1", "0", "1"), ("p 1", "", "1", "2", "0", "3")]
    assert of(figure, "segment") == [("D 1", "", "0.5", "0.5", "1", "2")]
    corners = {(x, y) for *_, x, _, y in of(figure, "outline")}
    assert corners == {("0", "0"), ("0", "1"), ("1", "2"), ("1", "0")}


def test_a_line_across_the_panel_has_one_number() -> None:
    figure, axes = panel()
    axes.axhline(2, color=D)
    axes.axvline(3, color=P)
    axes.axvspan(1, 2, color=Q)
    assert of(figure, "line") == [("D 1", "", "", "", "", "2"), ("p 1", "", "", "3", "", "")]
    assert of(figure, "bar") == [("q 1", "", "1", "2", "", "")]


def test_what_is_out_of_view_is_left_out() -> None:
    figure, axes = panel()
    axes.plot([0, 1, 2], [0, 1, 2], color=P)
    axes.bar([0, 5], [1, 1], color=Q)
    axes.axvline(7, color=D)
    axes.plot([0, 1], [1, 0], color=PAPER)
    axes.set(xlim=(0.5, 2), ylim=(0, 1.5))
    assert of(figure, "line") == [("p 1", "", "", "1", "", "1")]
    assert of(figure, "bar") == []
    axes.set_axis_off()
    assert table(figure) == ""


def test_words_stand_beside_the_numbers() -> None:
    figure, axes = panel()
    axes.set_title("Errors")
    axes.set_yticks([0, -2, -9], ["1", "10⁻²", "10⁻⁹"])
    axes.set(xlabel="tosses n", ylabel="chance", ylim=(-4, 0), xticks=[0, 1])
    axes.text(0.5, -1, "two\nlines", color=INK)
    words = [(row["kind"], row["series"], row["name"], row["x"], row["y"]) for row in rows(figure)]
    assert words == [
        ("axis", "x", "tosses n", "", ""),
        ("axis", "y", "chance", "", ""),
        ("tick", "y", "1", "", "0"),
        ("tick", "y", "10⁻²", "", "-2"),
        ("label", "ink", "two lines", "", ""),
    ]
    assert {row["panel"] for row in rows(figure)} == {"Errors"}


@pytest.mark.parametrize("text", ["2", "2.0", "2 %"])
def test_a_tick_that_says_its_place_says_nothing_new(text: str) -> None:
    figure, axes = panel()
    axes.set_yticks([2, 0], [text, "0"])
    axes.set_xscale("log")
    assert of(figure, "tick") == []


def test_rounding_is_no_number() -> None:
    figure, axes = panel()
    axes.plot([0, 1], [0.1 + 0.2 - 0.3, 1], color=P)
    assert of(figure, "line")[0][-1] == "0"


def test_what_nobody_can_write_stops_the_build() -> None:
    figure, axes = panel()
    axes.imshow([[1, 2], [3, 4]])
    with pytest.raises(TypeError, match="cannot write a AxesImage as numbers"):
        table(figure)


@pytest.mark.parametrize(("page", "name"), list(_discovery.named("Figure")))
def test_each_number_lies_where_the_picture_shows_it(page: str, name: str) -> None:
    figure: Figure = getattr(importlib.import_module(f"exhibits.{page}"), name)()
    starts, ends = strokes(_drawing.svg(figure, name))
    panels = {str(n): axes for n, axes in enumerate((axes for axes in figure.axes if axes.axison), 1)}
    panels |= {" ".join(axes.get_title("left").split()): axes for axes in figure.axes}
    found = [row for row in rows(figure) if row["kind"] not in ("axis", "tick", "label")]
    some = found[:: 1 + len(found) // MOST]
    lost = [r for r in some if any(distance(at, starts, ends) > NEAR for at in places(r, panels[r["panel"]]))]
    assert lost == []


def places(row: dict[str, str], axes: Axes) -> list[Array]:
    """Where the ends of a row stand in the picture, in points; nan on an axis where it has no number."""
    ends = [(row["x"], row["y"]), (row["x_from"] or row["x"], row["y_from"] or row["y"])]
    return [at for x, y in ends if not outside(at := place(x, y, axes), axes)]


def place(x: str, y: str, axes: Axes) -> Array:
    pixels = axes.transData.transform((float(x or axes.get_xlim()[0]), float(y or axes.get_ylim()[0])))
    return np.where([bool(x), bool(y)], in_points(pixels, axes), np.nan)


def outside(at: Array, axes: Axes) -> bool:
    """Whether the end of a bar is cut off by the edge of its panel."""
    corners = np.array([in_points(np.array(corner), axes) for corner in (axes.bbox.min, axes.bbox.max)])
    return bool((at < corners.min(axis=0) - NEAR).any() or (at > corners.max(axis=0) + NEAR).any())


def in_points(pixels: Array, axes: Axes) -> Array:
    """A place of the figure as its SVG counts: in points, from the top."""
    figure = figure_of(axes)
    x, y = pixels * 72 / figure.dpi
    return np.array([x, figure.get_figheight() * 72 - y])


def figure_of(axes: Axes) -> Figure:
    figure = axes.get_figure(root=True)
    assert figure
    return figure


def strokes(svg: str) -> tuple[Array, Array]:
    """The beginning and the end of every straight piece that a picture draws, and each place of a mark."""
    tree = etree.fromstring(svg.encode())
    paths = [(path.get("id"), vertices(path.get("d", ""))) for path in tree.iter(f"{SVG}path")]
    named, drawn = {key: points for key, points in paths if key}, [points for key, points in paths if not key]
    for use in tree.iter(f"{SVG}use"):
        at = np.array([[float(use.get("x", 0)), float(use.get("y", 0))]])
        drawn += [at, named[use.get(LINK, "")[1:]] + at]
    pieces = [(points[[0, *range(len(points) - 1)]], points) for points in drawn if len(points)]
    starts, ends = (np.concatenate(sides) for sides in zip(*pieces, strict=True))
    return starts, ends


def vertices(path: str) -> Array:
    return np.array(re.findall(r"[ML] ?(-?[\d.]+(?:e-\d+)?) (-?[\d.]+(?:e-\d+)?)", path), dtype=float).reshape(-1, 2)


def distance(at: Array, starts: Array, ends: Array) -> float:
    """From a place to the nearest piece; where one coordinate is free, along the other alone."""
    known = ~np.isnan(at)
    a, b, p = starts[:, known], ends[:, known], at[known]
    along = b - a
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    t = np.clip(((p - a) * along).sum(axis=1) / length, 0, 1)
    return float(np.sqrt(((a + t[:, None] * along - p) ** 2).sum(axis=1)).min())
