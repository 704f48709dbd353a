"""Build the site that is published into `site/`: figures, styles and widgets, pages, of fonts and rules what is used.

SITE_URL is where it will stand ("https://example.org/bits/"); without it the site fits the root of any host.
REPO_URL is where its source can be read; without it, captions name the source instead of linking to it.
"""

import shutil
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

import assets
import figures
import generator
import glyphs
import inline
import licences
import question_files
import styles
from checking import pages as sources
from practice import served
from rendering import concepts_file, described, redirects
from search import index

SITE = environment.ROOT / "site"


def generate() -> None:
    """Make everything in `docs/generated/`."""
    figures.draw()
    assets.compile_assets()
    served.write()
    question_files.write()


def build(site: Path = SITE) -> None:
    """Make the site in a folder."""
    generate()
    pages(site)
    environment.say(f"built {site}/")


def pages(site: Path, program: str = "mkdocs") -> None:
    """Make a site from what is generated, with MkDocs or with what continues it."""
    generator.ask_for_names(sources.every())
    environment.say("building the pages")
    generator.run("-m", program, "build", "--strict", "--clean", "--config-file", "mkdocs.yml", "--site-dir", str(site))
    published = redirects.published()
    redirects.redirect(site, published)
    concepts_file.write(site, published)
    index.write(site)
    described.describe(site)
    described.invite(site)
    for unasked in ("javascripts", "stylesheets"):  # Material's script is not used, its style sheets are in ours
        shutil.rmtree(site / "assets" / unasked)
    glyphs.subset(site)
    glyphs.ask_early(site, site.rglob("*.html"))
    styles.subset(site)
    inline.inline(site, site.rglob("*.html"))
    licences.write(site)


if __name__ == "__main__":
    environment.asked(__doc__)
    build()
