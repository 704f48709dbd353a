"""Draw each function of `site_src/exhibits/` that returns a Figure to `docs/generated/<page>/<name>.svg`.

Beside each stands the same for a phone, `<name>.narrow.svg`, and a `.csv` with the numbers that it shows, and beside
the first one of a page a `.png`, which stands for that page where others link to it. Called by name, this script also
puts the first page's picture into the README, which stands outside the site.
"""

import importlib
import inspect
import re
import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

from checking import pages
from exhibits import _discovery
from store import dependencies, kept

GENERATED = environment.ROOT / "docs" / "generated"
README = environment.ROOT / "docs" / "assets" / "readme.svg"
FIRST = "index/weather.svg"
# What turns a Figure into files, whichever page it is for.
MAKERS = {
    "svg": "exhibits._drawing",
    "narrow.svg": "exhibits._drawing",
    "csv": "exhibits._series",
    "png": "exhibits._card",
}
SHOWN = re.compile(r"generated/(\w+)/(\w+)\.svg")

Key = tuple[str, str, str]
"""Page, name and ending of a file."""


def draw() -> None:
    """Bring what is generated in line with the functions, drawing what is not kept."""
    wanted = list(_wanted())
    missing: dict[tuple[str, str], list[str]] = {}
    for page, name, ending in wanted:
        if not _kept(page, name, ending).exists():
            missing.setdefault((page, name), []).append(ending)
    if missing:
        environment.say(f"drawing {', '.join('.'.join(figure) for figure in missing)}")
        with ProcessPoolExecutor() as workers:
            drawn = workers.map(_drawn, *zip(*missing, strict=True), missing.values())
            for (page, name), files in zip(missing, drawn, strict=True):
                for ending, content in files.items():
                    kept.put(_kept(page, name, ending), content)
    _bring_in_line(wanted)


def _wanted() -> Iterable[Key]:
    shown = list(_discovery.named("Figure"))
    yield from ((page, name, ending) for page, name in shown for ending in ("svg", "narrow.svg", "csv"))
    firsts = {found.groups() for page in pages.every() if (found := SHOWN.search(page.read_text(encoding="utf-8")))}
    yield from ((page, name, "png") for page, name in shown if (page, name) in firsts)


def _bring_in_line(wanted: list[Key]) -> None:
    leftover = {file for ending in MAKERS for file in GENERATED.glob(f"*/*.{ending}")}
    for page, name, ending in wanted:
        content = _kept(page, name, ending).read_bytes()
        if content:  # a figure without axes has no numbers
            target = GENERATED / page / f"{name}.{ending}"
            kept.put_if_new(target, content)
            leftover.discard(target)
    for file in leftover:
        file.unlink()


def _kept(page: str, name: str, ending: str) -> Path:
    return kept.path("figures", (page, name, dependencies.fingerprint([f"exhibits.{page}", MAKERS[ending]]), ending))


def _drawn(page: str, name: str, endings: list[str]) -> dict[str, bytes]:
    """A figure in each of these forms. Whoever calls this loads what draws; looking for what is kept does not."""
    from exhibits import _card, _drawing, _series

    function = getattr(importlib.import_module(f"exhibits.{page}"), name)
    figure, title = function(), (inspect.getdoc(function) or name).splitlines()[0]
    svg = _drawing.svg(figure, title)  # this settles its layout
    makers = {
        "svg": lambda: svg.encode(),
        "narrow.svg": lambda: _drawing.svg(_drawing.narrowed(function()), title).encode(),
        "csv": lambda: _series.table(figure).encode(),
        "png": lambda: _card.card(figure),
    }
    return {ending: makers[ending]() for ending in endings}


if __name__ == "__main__":
    environment.asked(__doc__)
    draw()
    shutil.copy(GENERATED / FIRST, README)
