"""Record every address and anchor of the built site in `tests/site/published.txt`; none is ever taken out.

A page or an anchor that has been published stays: links to it stand in courses and answers that we cannot mend.
"""

import environment

if __name__ == "__main__":
    environment.enter()

from pathlib import Path

from lxml import html

import build

PUBLISHED = environment.ROOT / "tests" / "site" / "published.txt"


def present(site: Path) -> set[str]:
    """Every page of a built site, and every id in its article."""
    found: set[str] = set()
    for file in site.rglob("index.html"):
        page = file.relative_to(site).as_posix().removesuffix("index.html")
        ids = html.parse(str(file), html.HTMLParser(encoding="utf-8")).xpath("//article//@id")
        found |= {page, *(f"{page}#{name}" for name in ids if not name.startswith("__"))}
    return found


def published() -> set[str]:
    """Every address that was ever recorded."""
    return set(PUBLISHED.read_text().splitlines()) if PUBLISHED.exists() else set()


if __name__ == "__main__":
    build.build()
    new = present(build.SITE) - published()
    PUBLISHED.write_text("".join(f"{address}\n" for address in sorted(published() | new)))
    print(f"{len(new)} new addresses recorded")
