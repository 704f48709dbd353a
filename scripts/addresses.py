"""Record every address and anchor of the built site in `site_src/published.txt`; none is ever taken out.

A page or an anchor that has been published stays: links to it stand in courses and answers that we cannot mend. One
that moves gets an arrow in its line, `old -> new`, and the build makes the old address lead to the new one.
"""

import environment

if __name__ == "__main__":
    environment.enter()

from pathlib import Path

from lxml import html

import build
from rendering import redirects


def present(site: Path) -> set[str]:
    """Every page of a built site, and every id in its article."""
    return _addresses(site, "//article//@id[not(../@class='moved' or ../@class='moved-here')]", False)


def leading_on(site: Path) -> set[str]:
    """Every address of a built site at which readers are sent on."""
    marks = _addresses(site, "//article//*[@class='moved' or @class='moved-here']/@id", False)
    return {address for address in marks if "#" in address} | _addresses(site, "//main//@id", True)


def _addresses(site: Path, ids: str, sending_on: bool) -> set[str]:
    found: set[str] = set()
    for file in site.rglob("index.html"):
        if redirects.sends_on(file) == sending_on:
            page = file.relative_to(site).as_posix().removesuffix("index.html")
            names = html.parse(str(file), html.HTMLParser(encoding="utf-8")).xpath(ids)
            found |= {page, *(f"{page}#{name}" for name in names if not name.startswith("__"))}
    return found


if __name__ == "__main__":
    environment.asked(__doc__)
    build.build()
    published = redirects.published()
    new = present(build.SITE) - set(published)
    lines = {
        old: old if old == goal else f"{old} -> {goal}" for old, goal in [*published.items(), *((a, a) for a in new)]
    }
    redirects.PUBLISHED.write_text("".join(f"{lines[old]}\n" for old in sorted(lines)), encoding="utf-8")
    print(f"{len(new)} new addresses recorded")
