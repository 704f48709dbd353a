"""Which files there are: for each page with questions, and for all of them, one in every format.

A module of this room that has a `NAME` and an `ENDING` is a format; nothing lists them.
"""

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, cast

import exports
from checking.navigation import DOCS
from exports import wording
from exports.pictures import png
from exports.site import Site
from practice.model import Question
from store import dependencies, kept

GENERATED = DOCS / "generated" / "questions"
ROOT = "../../"  # from there to the root of the site
EVERYTHING = ""


class Format(Protocol):
    """A module that writes files."""

    NAME: str
    ENDING: str

    def write(self, questions: Sequence[Question], site: Site) -> bytes:
        """The file; empty where the format has nothing to say of these questions."""


@cache
def formats() -> tuple[Format, ...]:
    """All of them, by their names."""
    names = (f"{exports.__name__}.{found.name}" for found in pkgutil.iter_modules(exports.__path__))
    modules = [module for module in map(importlib.import_module, names) if hasattr(module, "ENDING")]
    return tuple(sorted(cast(list[Format], modules), key=lambda made: made.NAME.casefold()))


def file(page: str, made: Format) -> Path:
    """Where the file of a page stands, by the page's address; that of all where there is no page."""
    name = "-".join(["extra-bits", *page.strip("/").split("/")]).rstrip("-")
    return GENERATED / f"{name}.{made.ENDING}"


def write(questions: Sequence[Question], site: Site) -> None:
    """Bring the files in line with the questions, and take away those of pages that have none."""
    leftover = set(GENERATED.glob("*"))
    for page, those in _wanted(questions):
        for made in formats():
            content = _content(made, those, site)
            if content:
                kept.put_if_new(file(page, made), content)
                leftover.discard(file(page, made))
    for old in leftover:
        old.unlink()


def _wanted(questions: Sequence[Question]) -> Iterator[tuple[str, Sequence[Question]]]:
    yield EVERYTHING, questions
    yield from ((those[0].page, those) for those in wording.by_page(questions))


def _content(made: Format, questions: Sequence[Question], site: Site) -> bytes:
    """What a format writes, or has written of the same questions."""
    place = kept.path("exports", _key(made, questions, site))
    if not place.exists():
        kept.put(place, made.write(questions, site))
    return place.read_bytes()


def _key(made: Format, questions: Sequence[Question], site: Site) -> tuple[str, ...]:
    pictures = sorted({picture for question in questions for picture in question.pictures})
    drawn = [hashlib.sha256(png(picture)).hexdigest() for picture in pictures]
    known = [site.identity(question) for question in questions]
    about = (site.name, site.url, site.root, site.licence, site.licence_address)
    dated = str(site.changed) if getattr(made, "DATED", False) else ""
    code = dependencies.fingerprint([str(getattr(made, "__name__", ""))])
    return (code, dated, *about, *drawn, *known, *map(repr, questions))
