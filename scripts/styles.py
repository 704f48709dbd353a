"""Shrink the style sheet of a built site to the rules that a page or a script of it can use."""

from pathlib import Path

import environment

SHEET = "generated/site.css"
USERS = ["**/*.html", "generated/widgets/*.js"]


def subset(site: Path) -> None:
    """Rewrite the large style sheet in place: most of it is Material's and KaTeX's, for what no page here has."""
    purge = environment.node(environment.NODE_MODULES / "purgecss" / "bin" / "purgecss.js")
    environment.run(*purge, "--css", SHEET, "--content", *USERS, "--output", str(Path(SHEET).parent), cwd=site)
