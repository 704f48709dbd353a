"""What was published keeps working after it has moved, also without JavaScript.

`site_src/published.txt` is the one list: every address that was ever published, a page or an anchor in its article.
A line `old -> new` says where one has gone. One small pass over the finished site makes of it

- for a page that moved, a page in its place that sends readers on, to the same anchor where their browser runs scripts;
- for an anchor that went to another page, a link to it above the title, seen by those who come by the old address;
- for an anchor that was renamed, a second one at the same place.
"""

import posixpath
import re
from functools import cached_property
from html import escape
from pathlib import Path

from lxml import html

PUBLISHED = Path(__file__).parent.parent / "published.txt"
STUB = '<meta http-equiv="refresh"'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
MARKS = re.compile(r'<p class="moved" id="[^"]*">.*?</p>\n|<span class="moved-here" id="[^"]*"></span>')
HEADINGS = "//h1 | //*[@id=$anchor][self::h2 or self::h3]"
READ = ".//text()[not(ancestor::*[@class='katex-html'])]"
# What text may begin in. A second anchor stands there, and before anything else.
HOLDS_TEXT = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "figure", "li", "td", "th", "dt", "dd"}


def published(registry: Path = PUBLISHED) -> dict[str, str]:
    """Every address that was ever published, with the one where it has gone; itself, where it has stayed."""
    pairs = (line.partition(" -> ") for line in registry.read_text(encoding="utf-8").splitlines())
    return {old: new if arrow else old for old, arrow, new in pairs}


def origins(addresses: dict[str, str]) -> dict[str, str]:
    """Of every address of today that had others before, the one under which it was first published."""
    moved = {old: new for old, new in addresses.items() if old != new}
    ways = sorted((_way(old, moved) for old in addresses), key=len)  # the longest has the last word
    return {way[-1]: way[0] for way in ways if len(way) > 1}


def redirect(folder: Path, addresses: dict[str, str]) -> None:
    """Make every old address of a built site lead to its new one; ValueError names those that cannot."""
    site, moved = _Site(folder), {old: new for old, new in addresses.items() if old != new}
    goals: dict[str, dict[str, str]] = {}
    problems = []
    for old in sorted(address for address in addresses if address in moved or _page_of(address) in moved):
        try:
            goals.setdefault(_page_of(old), {})[old] = site.checked(old, _goal(old, moved))
        except ValueError as problem:
            problems.append(str(problem))
    problems += [f"{page} is not there{WRITE.format(page)}" for page in goals if not (page in moved or site[page].text)]
    if problems:
        raise ValueError("\n".join([f"in {PUBLISHED.name}:", *problems]))
    for page, here in goals.items():
        site[page].write(_stub(site, page, here) if page in moved else _with_marks(site, page, here))


def sends_on(file: Path) -> bool:
    """Whether a finished page only sends readers on."""
    return STUB in file.read_text(encoding="utf-8")


WRITE = ": write `{} -> ` and where it has gone"


def _goal(old: str, moved: dict[str, str]) -> str:
    """Where an address leads in the end."""
    return _way(old, moved)[-1]


def _way(old: str, moved: dict[str, str]) -> list[str]:
    """An address, and all where it has gone since."""
    way = [old]
    while step := _next(way[-1], moved):
        if step in way:
            raise ValueError(f"{' -> '.join([*way, step])} is a circle")
        way.append(step)
    return way


def _next(address: str, moved: dict[str, str]) -> str | None:
    """One step on: its own, or that of its page."""
    page, _, anchor = address.partition("#")
    return moved.get(address) or (f"{_page_of(moved[page])}#{anchor}" if page in moved else None)


def _page_of(address: str) -> str:
    return address.partition("#")[0]


def _anchor_of(address: str) -> str:
    return address.partition("#")[2]


class _Page:
    """A finished page as it was before any mark was left in it; a page that only sends readers on is none."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = MARKS.sub("", file.read_text(encoding="utf-8")) if file.is_file() and not sends_on(file) else ""

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8"))

    def has(self, anchor: str) -> bool:
        return bool(self.text) and (not anchor or bool(self.tree.xpath("//*[@id=$anchor]", anchor=anchor)))

    def title(self, anchor: str) -> str:
        """The heading of the page, and that which an anchor leads to."""
        return ": ".join("".join(heading.xpath(READ)).strip() for heading in self.tree.xpath(HEADINGS, anchor=anchor))

    def write(self, text: str) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(text, encoding="utf-8")


class _Site:
    """A folder of finished pages, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pages = folder, dict[str, _Page]()

    def __getitem__(self, page: str) -> _Page:
        if page not in self.pages:
            self.pages[page] = _Page(self.folder / page / "index.html")
        return self.pages[page]

    def checked(self, old: str, new: str) -> str:
        """The new address, if it is there and the old one is not."""
        if self[_page_of(old)].has(_anchor_of(old)):
            raise ValueError(f"{old} leads to {new}, and is still there: take away the arrow, or what is there")
        if not self[_page_of(new)].has(_anchor_of(new)):
            raise ValueError(f"{old} leads to {new}, which is not there{WRITE.format(old)}")
        return new

    def link(self, page: str, new: str, name: str = "") -> str:
        title = self[_page_of(new)].title(_anchor_of(new))
        attributes = f' id="{escape(name)}"' if name else ""
        return f'<a{attributes} href="{escape(_relative(page, new))}">{escape(title)}</a>'


def _relative(page: str, new: str) -> str:
    path = posixpath.relpath(f"/{_page_of(new)}", f"/{page}") + "/"
    return path + new.removeprefix(_page_of(new))


def _with_marks(site: _Site, page: str, goals: dict[str, str]) -> str:
    """A page that has stayed, with what leads on from the anchors that have not."""
    text = site[page].text
    for old, new in goals.items():
        if _page_of(new) == page and _anchor_of(new):
            text = _renamed(text, _anchor_of(old), _anchor_of(new))
        else:
            note = (
                f'<p class="moved" id="{escape(_anchor_of(old))}">What stood here is now at {site.link(page, new)}.</p>'
            )
            head, title, rest = text.partition("<h1")
            text = f"{head}{note}\n{title}{rest}"
    return text


def _renamed(text: str, old: str, new: str) -> str:
    attributes = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
    found = re.search(rf'<([\w-]+)\b{attributes}\sid="?{re.escape(escape(new))}"?(?=[\s>]){attributes}>', text)
    if found is None:
        raise ValueError(f"the tag of #{new} is not found")
    place = found.end() if found[1] in HOLDS_TEXT else found.start()
    return f'{text[:place]}<span class="moved-here" id="{escape(old)}"></span>{text[place:]}'


def _stub(site: _Site, page: str, goals: dict[str, str]) -> str:
    """A page that sends readers on; assets/moved.js finds among its links the one for the anchor they asked for."""
    new, root = goals[page], _relative(page, "")
    target = site[_page_of(new)]
    policy = POLICY.search(target.text)
    canonical = target.tree.xpath("//link[@rel='canonical']/@href")
    head = [
        '<meta charset="utf-8">',
        f"<title>Moved: {escape(target.title(_anchor_of(new)))}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        '<meta name="referrer" content="no-referrer">',
        policy[0] if policy else "",
        f'<link rel="icon" href="{root}assets/favicon.svg">',
        *(f'<link rel="canonical" href="{escape(href)}">' for href in canonical),
        f'<script src="{root}assets/moved.js" defer></script>',
        f'{STUB} content="0; url={escape(_relative(page, new))}">',
    ]
    anchors = {_anchor_of(old): goal for old, goal in goals.items() if old != page}
    parts = [f"<p>{site.link(page, goal, anchor)}</p>" for anchor, goal in anchors.items()]
    body = [
        "<main>",
        "<h1>This page has moved</h1>",
        f"<p>It is now {site.link(page, new)}.</p>",
        *parts,
        "</main>",
    ]
    whole = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        *head,
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(whole)
