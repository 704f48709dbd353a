"""The look of every figure: one size, direct labels, the site's colours in both schemes."""

import re
from io import StringIO
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from exhibits._colours import TOKENS
from exhibits._outlines import outline

# Figures are drawn in the light colours; `svg` replaces each by a variable that follows the reader's scheme.
P, Q, D, H = (TOKENS["light"][name] for name in "pqdh")
P_INK, Q_INK, D_INK, H_INK = (TOKENS["light"][f"{name}-ink"] for name in "pqdh")
INK, MUTED, LINE, GRID, PAPER = (TOKENS["light"][name] for name in ("ink", "muted", "line", "grid", "paper"))

WIDTH = 5.4  # inches of 72 points
TYPE = 10.7  # points: the smallest type
PHONE, READABLE = 328, 11  # pixels: how wide a phone shows a figure, and the least size of its type there
NARROW = TYPE * PHONE / READABLE / 72  # inches: a canvas of this width shows it so

STYLE: dict[Any, Any] = {
    "axes.edgecolor": LINE,
    "axes.labelcolor": MUTED,
    "axes.labelsize": TYPE,
    "axes.linewidth": 0.8,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11.5,
    "axes.titlecolor": INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "font.size": TYPE,
    "text.color": INK,
    "lines.linewidth": 2.2,
    "lines.solid_capstyle": "round",
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": MUTED,
    "xtick.labelsize": TYPE,
    "ytick.labelsize": TYPE,
    "svg.fonttype": "none",
    "svg.hashsalt": "extra bits",
}

rcParams.update(STYLE)

LONG = re.compile(r"\d+\.\d{3,}")

Table = list[list[str]]
"""A header row and the rows below it, each cell as it stands in the page."""


def canvas(height: float = 3.0, columns: int = 1, rows: int = 1, **options: Any) -> tuple[Figure, list[Axes]]:
    """A figure of the site's width and its axes, row by row."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False, **options)
    return figure, list(axes.flat)


def narrowed(figure: Figure) -> Figure:
    """The figure as a phone shows it: on a canvas so narrow that its type is large enough, in a box narrower still."""
    figure.set_figwidth(NARROW / WIDTH * figure.get_figwidth())
    return figure


def _rounded(number: re.Match[str]) -> str:
    """A place on the page to a hundredth of a point: what nobody sees need not be sent."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def svg(figure: Figure, title: str) -> str:
    """The figure as an SVG document that follows the reader's colour scheme and holds its text as text."""
    outline(figure)
    buffer = StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r'(?<= d=")[^"]+', lambda path: LONG.sub(_rounded, path[0]), text)
    text = re.sub(r"font-family: [^;\"]+", "font-family: system-ui, sans-serif", text)
    for name, colour in TOKENS["light"].items():
        text = re.sub(colour, f"var(--{name})", text, flags=re.IGNORECASE)
    light, dark = ("".join(f"--{name}:{colour};" for name, colour in TOKENS[s].items()) for s in ("light", "dark"))
    style = f"<style>svg{{{light}}}@media (prefers-color-scheme:dark){{svg{{{dark}}}}}</style>"
    return re.sub(r"(<svg[^>]*>)", rf"\1{style}", text, count=1).replace("<svg ", '<svg role="img" ', 1)
