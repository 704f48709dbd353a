"""Build the site that is published into `site/`: figures, styles and widgets, pages, and only the glyphs they use.

SITE_URL is where it will stand ("https://example.org/bits/"); without it the site fits the root of any host.
REPO_URL is where its source can be read; without it, captions name the source instead of linking to it.
"""

import os
import subprocess
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

import assets
import figures
import glyphs

SITE = environment.ROOT / "site"


def generate() -> None:
    """Make everything in `docs/generated/`."""
    figures.draw()
    assets.compile_assets()


def build(site: Path = SITE) -> None:
    """Make the site in a folder."""
    generate()
    environment.say("building the pages")
    environment.run(
        environment.PYTHON,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--clean",
        "--quiet",
        "--site-dir",
        site,
        env=_commit_time(),
    )
    glyphs.subset(site)
    environment.say(f"built {site.relative_to(environment.ROOT)}/")


def _commit_time() -> dict[str, str]:
    """What dates the sitemap: the last commit, so that one commit builds one site whatever the day."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return {}
    command = ["git", "log", "-1", "--format=%ct"]
    return {"SOURCE_DATE_EPOCH": subprocess.check_output(command, cwd=environment.ROOT, text=True).strip()}


if __name__ == "__main__":
    build()
