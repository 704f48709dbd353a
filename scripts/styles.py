"""Shrink the style sheet of a built site to the rules that a page or a script of it can use."""

from pathlib import Path

import environment

SHEET = "generated/site.css"
SETTINGS = Path(__file__).with_name("purgecss.mjs")


def subset(site: Path) -> None:
    """Rewrite the large style sheet in place: most of it is Material's and KaTeX's, for what no page here has."""
    purge = environment.node(environment.NODE_MODULES / "purgecss" / "bin" / "purgecss.js")
    sheet = ["--css", SHEET, "--output", str(Path(SHEET).parent)]
    environment.run(*purge, "--config", str(SETTINGS), *sheet, cwd=site)
