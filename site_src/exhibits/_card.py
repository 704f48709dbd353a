"""A figure as the picture that a chat or a search engine shows beside a link."""

from io import BytesIO

from matplotlib.figure import Figure
from matplotlib.image import imread

from exhibits._drawing import PAPER

WIDTH, HEIGHT = 1200, 630  # pixels: what those who show such cards ask for
MARGIN = 48
DPI = 100


def card(figure: Figure) -> bytes:
    """The figure in its light colours, as large as it fits, in the middle of a PNG of that size."""
    inches = figure.get_size_inches()
    fits = min((WIDTH - 2 * MARGIN) / inches[0], (HEIGHT - 2 * MARGIN) / inches[1])
    drawn = imread(BytesIO(_png(figure, fits)), format="png")
    paper = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI))
    left, foot = (WIDTH - drawn.shape[1]) // 2, (HEIGHT - drawn.shape[0]) // 2
    paper.figimage(drawn, left, foot)
    return _png(paper, DPI)


def _png(figure: Figure, dpi: float) -> bytes:
    # Without the name of the program, which would change with its version.
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi, facecolor=PAPER, metadata={"Software": None})
    return buffer.getvalue()
