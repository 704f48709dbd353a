"""What must be true of every figure: it can be drawn, and its labels stay in it and apart from each other."""

import importlib
from collections.abc import Iterator
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from exhibits import _discovery

MARGIN = 2  # points by which a label may stand out


def labels(figure: Figure) -> Iterator[tuple[str, Bbox]]:
    """Each label written into the figure, and where it stands."""
    for axes in figure.axes:
        for text in axes.texts:
            if text.get_text().strip():
                yield text.get_text(), text.get_window_extent()


@pytest.mark.parametrize(("page", "name"), list(_discovery.named("Figure")))
def test_labels_stay_in_the_figure_and_apart(page: str, name: str) -> None:
    figure: Figure = getattr(importlib.import_module(f"exhibits.{page}"), name)()
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    found = list(labels(figure))
    frame = figure.bbox.padded(MARGIN)
    assert [text for text, box in found if not (frame.contains(*box.min) and frame.contains(*box.max))] == []
    cores = [(text, box.shrunk(0.9, 0.8)) for text, box in found]
    assert [(a, b) for (a, first), (b, second) in combinations(cores, 2) if first.overlaps(second)] == []
