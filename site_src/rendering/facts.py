"""What is known of the site and of a finished page, each read where it stands: no fact has a second copy here.

Title, words and questions come from the page, the way to it from the line above its title, authors and licence from
CITATION.cff, the version from the package, the day of the last change from git, and its address from where it says so.
"""

import posixpath
import re
import struct
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from lxml import html
from lxml.html import HtmlElement

from checking.navigation import settings
from checking.source import front_matter
from extrabits import __version__
from search.parts import readable

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PICTURE = "//article//figure[contains(@class, 'picture')]//img[contains(@src, 'generated/')]"
QUESTION = "//article//details[@id][contains(concat(' ', @class, ' '), ' question ')]"
LICENCE = re.compile(r"CC-(?P<kind>[A-Z]+(?:-[A-Z]+)*)-(?P<version>\d\.\d)")


@dataclass(frozen=True)
class Author:
    """Somebody who is cited: a person, or a group under one name."""

    given: str
    family: str

    @property
    def name(self) -> str:
        """As one writes it."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class Work:
    """The site, as CITATION.cff cites it."""

    name: str
    title: str
    version: str
    authors: tuple[Author, ...]
    licence: str
    licence_address: str


@dataclass(frozen=True)
class Card:
    """A picture that stands for a page: where it is below the root of the site, what it shows, and its size."""

    address: str
    words: str
    width: int
    height: int


class Page:
    """A finished page with its source."""

    def __init__(self, site: Path, address: str) -> None:
        """Take the folder of the site and the page's address below its root."""
        self.site, self.address = site, address
        self.file = site / address / "index.html"
        self.text = self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> HtmlElement:
        """What is in the page."""
        return html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def source(self) -> Path:
        """Its file in docs/."""
        path = DOCS / (self.address.rstrip("/") or "index")
        files = [path.with_name(f"{path.name}{ending}") for ending in (".md", ".py")]
        return next(file for file in [*files, path / "index.md"] if file.is_file())

    @cached_property
    def front(self) -> dict[str, Any]:
        """What its author says about it before it begins."""
        return front_matter(self.source.read_text(encoding="utf-8"))

    @cached_property
    def url(self) -> str:
        """Its whole address; empty where the site does not know its own."""
        return str(self.tree.xpath("string(//link[@rel='canonical']/@href)"))

    @property
    def host(self) -> str:
        """The address of the site, if it is known."""
        return self.url.removesuffix(self.address)

    @cached_property
    def name(self) -> str:
        """Its heading."""
        return readable(self.tree.find(".//h1"))

    @property
    def title(self) -> str:
        """Its name for those who see nothing else of it."""
        return str(self.front.get("headline", self.name))

    @property
    def description(self) -> str:
        """What it is about, in one sentence or two."""
        if "description" not in self.front:
            raise ValueError(f"{self.source}: say in the front matter what the page is about (description: …)")
        return str(self.front["description"])

    @property
    def changed(self) -> date | None:
        """The day on which its source was last changed; none before it is committed."""
        return _changes().get(self.source.relative_to(ROOT).as_posix())

    @cached_property
    def card(self) -> Card | None:
        """Its first figure, or else that of the first page."""
        own = self._card()
        return own or (Page(self.site, "").card if self.address else None)

    def _card(self) -> Card | None:
        for image in self.tree.xpath(PICTURE)[:1]:
            path = posixpath.normpath(posixpath.join(self.address, image.get("src")))
            file = (self.site / path).with_suffix(".png")
            return Card(file.relative_to(self.site).as_posix(), image.get("alt", ""), *_size(file))
        return None

    def trail(self) -> list[tuple[str, str]]:
        """The groups that it stands in, each with the address of its first page."""
        links = self.tree.xpath("//nav[@class='md-path']//*[contains(@class, 'md-path__link')]")
        return [(readable(link), urljoin(self.url, link.get("href", ""))) for link in links]

    def questions(self) -> list[tuple[str, str]]:
        """The anchor and the text of each question to the reader."""
        return [(found.get("id"), readable(found.find("summary"))) for found in self.tree.xpath(QUESTION)]


@cache
def work() -> Work:
    """The site."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["preferred-citation"]
    authors = (Author(a.get("given-names", ""), a.get("family-names") or a["name"]) for a in cited["authors"])
    found = LICENCE.fullmatch(cited["license"])
    if found is None:
        raise ValueError(f"CITATION.cff: the text is under {cited['license']}, which is no licence of Creative Commons")
    address = f"https://creativecommons.org/licenses/{found['kind'].lower()}/{found['version']}/"
    name = f"CC {found['kind']} {found['version']}"
    return Work(settings()["site_name"], cited["title"], __version__, tuple(authors), name, address)


@cache
def _changes() -> dict[str, date]:
    """The day of the last commit that changed each file of docs/; nothing where git does not know, or not all of it.

    A merge counts where it made what neither side had.
    """
    if _git("rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    for commit in _git("log", "-c", "--format=%x00%ct", "--name-only", "--", "docs").split("\0")[1:]:
        seconds, *files = commit.split()
        for file in files:
            days.setdefault(file, datetime.fromtimestamp(int(seconds), UTC).date())
    return days


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def _size(picture: Path) -> tuple[int, int]:
    """The width and the height that the head of a PNG tells."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height
