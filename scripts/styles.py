"""Shrink the style sheets of a built site to the rules that a page or a script of it can use."""

from pathlib import Path

import environment

SHEETS = ["generated/site.css", "generated/katex/katex.min.css"]
USERS = ["**/*.html", "generated/widgets/*.js"]


def subset(site: Path) -> None:
    """Rewrite the large style sheets in place: most of them is Material's and KaTeX's, for what no page here has."""
    purge = environment.node(environment.NODE_MODULES / "purgecss" / "bin" / "purgecss.js")
    for sheet in SHEETS:
        folder = str(Path(sheet).parent)
        environment.run(*purge, "--css", sheet, "--content", *USERS, "--output", folder, cwd=site)
