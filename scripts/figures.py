"""Draw each function of `site_src/exhibits/` that returns a Figure to `docs/generated/<page>/<name>.svg`.

Called by name, it also puts the first page's picture into the README, which stands outside the site.
"""

import importlib
import inspect
import shutil
from concurrent.futures import ProcessPoolExecutor

import environment

if __name__ == "__main__":
    environment.enter()

from exhibits import _discovery
from store import dependencies, kept

GENERATED = environment.ROOT / "docs" / "generated"
README = environment.ROOT / "docs" / "assets" / "readme.svg"
FIRST = "index/weather.svg"
DRAWING = "exhibits._drawing"  # what turns a Figure into a file, whichever page it is for


def draw() -> None:
    """Bring the generated pictures in line with their functions, drawing what is not kept."""
    shown = list(_discovery.named("Figure"))
    missing = [key for key in shown if not kept.path("figures", _key(*key)).exists()]
    if missing:
        environment.say(f"drawing {', '.join('.'.join(key) for key in missing)}")
        with ProcessPoolExecutor() as workers:
            for key, drawing in zip(missing, workers.map(_drawn, *zip(*missing, strict=True)), strict=True):
                kept.put(kept.path("figures", _key(*key)), drawing)
    stale = set(GENERATED.glob("*/*.svg"))
    for page, name in shown:
        target = GENERATED / page / f"{name}.svg"
        stale.discard(target)
        kept.put_if_new(target, kept.path("figures", _key(page, name)).read_text(encoding="utf-8"))
    for leftover in stale:
        leftover.unlink()


def _key(page: str, name: str) -> tuple[str, ...]:
    return page, name, dependencies.fingerprint([f"exhibits.{page}", DRAWING])


def _drawn(page: str, name: str) -> str:
    function = getattr(importlib.import_module(f"exhibits.{page}"), name)
    svg = importlib.import_module(DRAWING).svg
    return str(svg(function(), (inspect.getdoc(function) or name).splitlines()[0]))


if __name__ == "__main__":
    draw()
    shutil.copy(GENERATED / FIRST, README)
