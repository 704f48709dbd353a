"""The numbers behind a figure, read back from what was drawn, as one table that a spreadsheet opens.

Nothing is kept beside a figure for this. The table holds what stands on its axes, so it cannot say anything that the
picture does not show. A row is a point, a bar or a piece of a line; a bar reaches from `x_from` to `x` and from
`y_from` to `y`. The words stand there too: the names of axes, ticks that say more than their number, labels.
"""

import csv
import math
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any, NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import same_color, to_hex, to_rgba_array
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle, StepPatch

from exhibits._colours import name_of
from exhibits._drawing import PAPER

HEADER = ("panel", "kind", "series", "name", "x_from", "x", "y_from", "y")
MEANS = {"p": "p", "q": "q", "d": "D", "h": "H"}  # the colours that stand for something
NUMBER = re.compile(r"([−-]?[\d.\u202f]+)(\s?%)?")
POWER = "$\\mathdefault"  # how the ticks of a logarithmic axis begin
EDGE = 1e-9  # of the length of an axis: what rounding moves across its end, or leaves where 0 is meant

Row = tuple[object, ...]
Words = list[tuple[float, str]]


class Place(NamedTuple):
    """Where something stands, in the units of its axes; nan where it has no such number."""

    x_from: float
    x: float
    y_from: float
    y: float


NOWHERE = Place(*[math.nan] * 4)


def table(figure: Figure) -> str:
    """The figure as a CSV file; empty where nothing stands on axes."""
    panels = [axes for axes in figure.axes if axes.axison]
    rows = [(_title(axes) or n, *row) for n, axes in enumerate(panels, 1) for row in _panel(axes)]
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *rows])
    return text.getvalue() if rows else ""


def _panel(axes: Axes) -> Iterator[Row]:
    x_ticks, y_ticks = _ticks(axes.xaxis), _ticks(axes.yaxis)
    yield from (("axis", "x", words, *_written(NOWHERE, axes)) for words in _lines(axes.get_xlabel()))
    yield from (("tick", "x", words, *_written(NOWHERE._replace(x=x), axes)) for x, words in x_ticks)
    yield from (("axis", "y", words, *_written(NOWHERE, axes)) for words in _lines(axes.get_ylabel()))
    yield from (("tick", "y", words, *_written(NOWHERE._replace(y=y), axes)) for y, words in y_ticks)
    series: list[str] = []
    for kind, artists in _drawn(axes):
        series.append(_meaning(artists[0]))
        name = f"{series[-1]} {series.count(series[-1])}"
        for artist in artists:
            for place in dict.fromkeys(_places(artist, axes)):
                words = _category(place, x_ticks, y_ticks) if kind == "bar" else ""
                yield kind, name, words, *_written(place, axes)
    for text in axes.texts:
        yield from (("label", _meaning(text), words, *_written(NOWHERE, axes)) for words in _lines(text.get_text()))


def _drawn(axes: Axes) -> Iterator[tuple[str, list[Any]]]:
    """What stands on the axes, kind by kind; the bars of one call together."""
    containers = [list(container) for container in axes.containers if isinstance(container, BarContainer)]
    yield from (("bar", bars) for bars in containers if bars)
    together = {id(bar) for bars in containers for bar in bars}
    for artist in (*axes.patches, *axes.lines, *axes.collections, *axes.images):
        if id(artist) not in together:
            kind = _kind(artist)
            if not same_color(_colour(artist), PAPER):  # in white, a line only cuts
                yield kind, [artist]


def _kind(artist: Artist) -> str:
    if isinstance(artist, Line2D):
        return "point" if artist.get_linestyle() == "None" else "line"
    for kind, types in KINDS.items():
        if isinstance(artist, types):
            return kind
    raise TypeError(f"{__name__} cannot write a {type(artist).__name__} as numbers: teach it, or draw something else")


KINDS: dict[str, tuple[type[Artist], ...]] = {
    "bar": (Rectangle, StepPatch),
    "outline": (Polygon, PolyCollection),
    "segment": (LineCollection,),
    "point": (PathCollection,),
}


def _places(artist: Any, axes: Axes) -> Iterator[Place]:
    """What of an artist is in view; a line across the whole panel has a place on one axis alone."""
    on_x, on_y = artist.get_transform().contains_branch_seperately(axes.transData)
    if isinstance(artist, PathCollection):
        on_x, on_y = artist.get_offset_transform().contains_branch_seperately(axes.transData)
    for x_from, x, y_from, y in _all_places(artist):
        place = Place(
            *((x_from, x) if on_x else (math.nan, math.nan)), *((y_from, y) if on_y else (math.nan, math.nan))
        )
        if (on_x or on_y) and _in_view(place, axes):
            yield place


def _all_places(artist: Any) -> Iterator[tuple[float, float, float, float]]:
    if isinstance(artist, Rectangle):
        left, bottom = artist.get_xy()
        yield left, left + artist.get_width(), bottom, bottom + artist.get_height()
    elif isinstance(artist, StepPatch):
        values, edges, base = artist.get_data()
        bases = np.broadcast_to(math.nan if base is None else base, values.shape)
        yield from zip(edges[:-1], edges[1:], bases, values, strict=True)
    elif isinstance(artist, LineCollection):
        yield from ((x0, x1, y0, y1) for (x0, y0), (x1, y1) in artist.get_segments())
    else:
        yield from ((math.nan, x, math.nan, y) for x, y in _vertices(artist))


def _vertices(artist: Any) -> Any:
    if isinstance(artist, Line2D):
        return artist.get_xydata()
    if isinstance(artist, PathCollection):
        return artist.get_offsets()
    paths = [artist.get_path()] if isinstance(artist, Polygon) else artist.get_paths()
    return np.concatenate([path.vertices for path in paths])


def _in_view(place: Place, axes: Axes) -> bool:
    return _reaches(place.x_from, place.x, *axes.get_xlim()) and _reaches(place.y_from, place.y, *axes.get_ylim())


def _reaches(start: float, end: float, low: float, high: float) -> bool:
    """Whether something that reaches from start, or from its end where it has no start, lies on an axis at all."""
    slack = EDGE * abs(high - low)
    ends = [value for value in (start, end) if not math.isnan(value)]
    return not ends or (min(ends) <= max(low, high) + slack and max(ends) >= min(low, high) - slack)


def _category(place: Place, x_ticks: Words, y_ticks: Words) -> str:
    """The name of the tick that a bar belongs to: the nearest, unless it is nearer to another one's place."""
    for ticks, middle in ((x_ticks, (place.x_from + place.x) / 2), (y_ticks, (place.y_from + place.y) / 2)):
        if len(ticks) > 1:
            at, words = min(ticks, key=lambda tick: abs(tick[0] - middle))
            gap = min(abs(other - at) for other, _ in ticks if other != at)
            return words if abs(at - middle) <= gap / 2 else ""
    return ""


def _ticks(axis: Axis) -> Words:
    """The ticks in view that are called otherwise than by the number where they stand."""
    places = [at for at in axis.get_majorticklocs().tolist() if _reaches(at, at, *axis.get_view_interval())]
    words = axis.get_major_formatter().format_ticks(places)
    return [(at, _line(text)) for at, text in zip(places, words, strict=True) if text and not _says(text, at)]


def _says(text: str, at: float) -> bool:
    """Whether a tick says the number at which it stands."""
    found = NUMBER.fullmatch(text)
    said = float(found[1].replace("−", "-").replace("\u202f", "")) if found else math.nan
    return text.startswith(POWER) or math.isclose(said, at, rel_tol=0.01, abs_tol=1e-9)


def _written(place: Place, axes: Axes) -> list[str]:
    spans = [_span(axes.get_xlim(), axes.get_xscale())] * 2 + [_span(axes.get_ylim(), axes.get_yscale())] * 2
    return [_number(value, span) for value, span in zip(place, spans, strict=True)]


def _span(limits: tuple[float, float], scale: str) -> float:
    return abs(limits[1] - limits[0]) if scale == "linear" else 0


def _number(value: float, span: float) -> str:
    """A number as far as anybody can see it in the picture."""
    if math.isnan(value):
        return ""
    return f"{0 if abs(value) < EDGE * span else value:.6g}"


def _meaning(artist: Any) -> str:
    """What the colour of something stands for; the name of the colour, where it stands for nothing."""
    token = name_of(_colour(artist)) or to_hex(_colour(artist))
    return MEANS.get(token.removesuffix("-ink"), token)


def _colour(artist: Any) -> Any:
    """The colour of a line or a text; of something with a face, that of its face."""
    has_face = hasattr(artist, "get_facecolor") and len(to_rgba_array(artist.get_facecolor())[:, -1].nonzero()[0])
    return to_rgba_array(artist.get_facecolor() if has_face else _stroke(artist))[0]


def _stroke(artist: Any) -> Any:
    return artist.get_color() if hasattr(artist, "get_color") else artist.get_edgecolor()


def _title(axes: Axes) -> str:
    return _line(axes.get_title("left") or axes.get_title())


def _lines(text: str) -> list[str]:
    return [line] if (line := _line(text)) else []


def _line(text: str) -> str:
    return " ".join(text.split())
