"""The small pass over finished pages that lets each say what it is, and how it is cited."""

import re
from html import escape
from pathlib import Path

from rendering import citing, head
from rendering.facts import Page

TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')


def describe(site: Path, address: str | None = None) -> None:
    """Describe each page of a built site, or the one at an address."""
    every = (file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("index.html")))
    for page in (Page(site, found) for found in ([address] if address is not None else every)):
        if page.tree.find(".//article") is not None:  # others only send readers on
            page.file.write_text(described(page), encoding="utf-8")


def described(page: Page) -> str:
    """A page with what it says about itself."""
    text = _put(page.text, TITLE, f"<title>{escape(head.title(page), quote=False)}</title>")
    text = _put(text, DESCRIPTION, f'<meta name="description" content="{escape(page.description)}">')
    text = text.replace("</head>", "".join(f"{line}\n" for line in head.lines(page)) + "</head>", 1)
    return f"{citing.block(page)}\n</article>".join(text.rsplit("</article>", 1))


def _put(text: str, place: re.Pattern[str], new: str) -> str:
    changed, times = place.subn(lambda _: new, text, count=1)
    if not times:
        raise ValueError(f"the head of a page has no {place.pattern}")
    return changed


def invite(site: Path) -> None:
    """Tell search engines where the list of pages is. Where the site does not know its address there is none."""
    host = Page(site, "").host
    lines = ["User-agent: *", "Disallow:", *([f"Sitemap: {host}sitemap.xml"] if host else [])]
    (site / "robots.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if not host:
        for file in site.glob("sitemap.xml*"):
            file.unlink()
