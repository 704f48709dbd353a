"""Draw each function of `site_src/exhibits/` that returns a Figure to `docs/generated/<page>/<name>.svg`."""

import inspect
import shutil

import environment

if __name__ == "__main__":
    environment.enter()

from matplotlib.figure import Figure

from exhibits._discovery import find
from exhibits._drawing import svg

GENERATED = environment.ROOT / "docs" / "generated"
SOURCES = environment.ROOT / "site_src"


def draw() -> None:
    """Draw the figures whose sources are newer than they are, and remove those that no function draws any more."""
    shared = [*SOURCES.glob("extrabits/**/*.py"), *SOURCES.glob("exhibits/_*.py"), SOURCES / "tokens.json"]
    stale = set(GENERATED.glob("*/*.svg"))
    for page, name, function in find(Figure):
        target = GENERATED / page / f"{name}.svg"
        stale.discard(target)
        newest = max(path.stat().st_mtime for path in [*shared, SOURCES / "exhibits" / f"{page}.py"])
        if target.exists() and target.stat().st_mtime > newest:
            continue
        environment.say(f"drawing {page}.{name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(svg(function(), (inspect.getdoc(function) or name).splitlines()[0]), encoding="utf-8")
    for drawing in stale:
        drawing.unlink()
    # The README stands outside the site but shows its first picture.
    shutil.copy(GENERATED / "index" / "weather.svg", environment.ROOT / "docs" / "assets" / "readme.svg")


if __name__ == "__main__":
    draw()
