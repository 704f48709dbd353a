"""A figure of the site as PNG, drawn again in its light colours, for programs that show no SVG."""

import importlib
import re
from io import BytesIO
from pathlib import Path

from store import dependencies, kept

FIGURE = re.compile(r"generated/(?P<page>\w+)/(?P<name>\w+)\.svg")
DPI = 200  # sharp on a screen of two pixels a point, and on paper


def png(address: str) -> bytes:
    """The picture of this address; what was drawn once is kept."""
    found = FIGURE.fullmatch(address)
    if found is None:
        raise ValueError(
            f"{address} is no generated figure: only a function of site_src/exhibits/ is drawn again as PNG"
        )
    page, name = found.groups()
    file = kept.path("figures", (page, name, dependencies.fingerprint([f"exhibits.{page}", __name__]), "export.png"))
    if not file.exists():
        kept.put(file, _drawn(page, name))
    return file.read_bytes()


def file_name(address: str) -> str:
    """What the picture is called where all lie in one folder, among those of others."""
    return (
        "extra-bits-"
        + re.sub(r"[^\w]+", "-", Path(address).with_suffix("").as_posix().removeprefix("generated/"))
        + ".png"
    )


def _drawn(page: str, name: str) -> bytes:
    from exhibits._drawing import PAPER
    from exhibits._outlines import outline

    figure = getattr(importlib.import_module(f"exhibits.{page}"), name)()
    outline(figure)
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI, facecolor=PAPER, metadata={"Software": None})
    return buffer.getvalue()
