"""Marks that can be told from the paper: one that is paler than 3 : 1 in either scheme gets its ink (WCAG 2.2, 1.4.11).

A pale area gets an outline in the ink of its colour, a pale line a casing or, where it is thin, the ink itself. Colours
go on meaning what they mean, and who draws a figure need not think of it.
"""

from typing import Any

import numpy as np
from matplotlib.collections import Collection, LineCollection
from matplotlib.colors import to_hex, to_rgba_array
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke

from exhibits._colours import TOKENS, contrast, name_of

LEAST = 3
WIDTH = 0.9  # points, of an outline
CASED = 1.5  # points: a line as wide as this shows its colour between two edges
INKS = {"p": "p-ink", "q": "q-ink", "d": "d-ink", "h": "h-ink", "line": "muted"}
UNSEEN = {"paper", "grid"}  # what only cuts, and what only helps to compare


def outline(figure: Figure) -> None:
    """Give every mark of a figure that is too pale what it needs to be seen."""
    for artist in figure.findobj():
        if isinstance(artist, Line2D):
            _line(artist)
            _marks(artist)
        elif isinstance(artist, LineCollection):
            edges = to_rgba_array(artist.get_edgecolor())
            artist.set_color([_ink(edge) if _is_pale(edge) else to_hex(edge, keep_alpha=True) for edge in edges])
        elif isinstance(artist, (Patch, Collection)):
            _area(artist)


def _line(line: Line2D) -> None:
    colour = to_rgba_array(line.get_color(), line.get_alpha())[0]
    if line.get_linestyle() == "None" or not _is_pale(colour):
        return
    if line.get_linewidth() >= CASED and colour[3] == 1:
        line.set_path_effects([withStroke(linewidth=line.get_linewidth() + 2 * WIDTH, foreground=_ink(colour))])
    else:
        line.set_color(_ink(colour))
        line.set_alpha(max(colour[3], _least_alpha(name_of(_ink(colour)))))


def _marks(line: Line2D) -> None:
    colour = to_rgba_array(line.get_markerfacecolor(), line.get_alpha())[0]
    if line.get_marker() not in ("None", "") and _is_pale(colour):
        line.set_alpha(max(colour[3], _least_alpha(name_of(_ink(colour)))))
        line.set_markeredgecolor(_ink(colour))
        line.set_markeredgewidth(WIDTH)


def _area(area: Any) -> None:
    """An outline around a pale area, unless it has one."""
    faces, edges = (to_rgba_array(colours) for colours in (area.get_facecolor(), area.get_edgecolor()))
    if not len(faces) or not _is_pale(faces[0]) or (np.any(area.get_linewidth()) and _is_outline(edges)):
        return
    area.set_alpha(None)  # which would make the outline as pale as the area
    area.set_facecolor(faces)
    area.set_edgecolor(_ink(faces[0]))
    area.set_linewidth(WIDTH)


def _is_pale(colour: Any) -> bool:
    """Whether a mark of this colour, with its transparency, is too near to the paper."""
    name = name_of(colour)
    return bool(name and name not in UNSEEN and colour[3] and contrast(name, colour[3]) < LEAST)


def _is_outline(edges: Any) -> bool:
    return len(edges) > 0 and name_of(edges[0]) not in UNSEEN and edges[0][3] > 0 and not _is_pale(edges[0])


def _least_alpha(name: str) -> float:
    return float(next(alpha for alpha in np.linspace(0.05, 1, 20).tolist() if contrast(name, alpha) >= LEAST))


def _ink(colour: Any) -> str:
    name = name_of(colour)
    return TOKENS["light"][INKS.get(name, name)]
