"""Build the site that is published into `site/`: figures, styles and widgets, pages, and only the glyphs they use.

SITE_URL is where it will stand ("https://example.org/bits/"); without it the site fits the root of any host.
REPO_URL is where its source can be read; without it, captions name the source instead of linking to it.
"""

import environment

if __name__ == "__main__":
    environment.enter()

import assets
import figures
import glyphs


def generate() -> None:
    """Make everything in `docs/generated/`."""
    figures.draw()
    assets.compile_assets()


def build() -> None:
    """Make `site/`."""
    generate()
    environment.say("building the pages")
    environment.run(environment.PYTHON, "-m", "mkdocs", "build", "--strict", "--clean", "--quiet")
    glyphs.subset(environment.ROOT / "site")
    environment.say("built site/")


if __name__ == "__main__":
    build()
