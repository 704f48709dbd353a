"""Pages that lend a widget out, and their gallery. A widget is written once, on the page that explains it.

`<!-- widget: concepts/kl-divergence.md#board -->` is followed by a copy of the widget with that id, with its still, and
`<!-- steps -->` by a link to each step of the story that it tells. Below `<!-- in the gallery -->` a page asks in bold
what its widget answers, and goes on with a sentence; between `<!-- gallery -->` and `<!-- /gallery -->` stands an entry
for each of these pages, by question, in the order of the navigation.
"""

import os
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from markdown.extensions.toc import slugify

from checking import navigation, widgets
from checking.concept_map import title
from checking.navigation import DOCS
from checking.source import blank

EXPLORE = DOCS / "explore"
GALLERY_PAGE = EXPLORE / "index.md"
COPY = re.compile(
    r"<!-- widget: (?P<page>[\w/-]+\.md)#(?P<id>[\w-]+) -->\n\n(?P<text>(?:<(?P<tag>xb-[\w-]+).*?</(?P=tag)>\n\n)?)",
    re.DOTALL,
)
STEPS = re.compile(r"<!-- steps -->\n\n(?P<text>(?:\d+\. .*\n)*\n?)")
GALLERY = re.compile(r"<!-- gallery -->\n(?P<text>.*?)(?=<!-- /gallery -->)", re.DOTALL)
ENTRY = re.compile(r"^<!-- in the gallery -->\n\*\*(?P<question>[^*\n]+\?)\*\* (?P<words>[^\n]+)$", re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)(?P<path>[^)\s#]+)")
STILL = re.compile(r"!\[(?P<alt>(?!\]).+?)\]\((?P<path>[^)\s]+)\.svg\b", re.DOTALL)
MARKUP = re.compile(r"([\\`*_\[\]<>$|])")

Correction = tuple[int, str, str, str]


def corrections(page: Path, text: str) -> Iterator[Correction]:
    """Position, present text, right text and complaint, for each part that differs from what it is derived from."""
    for found in COPY.finditer(text):
        original = _original(found)
        if original is None:
            yield found.start(), "", "", f"no widget of {found['page']} has the id {found['id']}"
        elif found["text"] != (right := f"{_moved(original, DOCS / found['page'], page)}\n\n"):
            yield found.start("text"), found["text"], right, f"the widget of {found['page']} is another"
    for found in STEPS.finditer(text):
        if found["text"] != (right := _steps(COPY.search(text))):
            yield found.start("text"), found["text"], right, "the widget tells another story"
    for found in GALLERY.finditer(text):
        if found["text"] != (right := _gallery(page)):
            yield found.start("text"), found["text"], right, "the pages in the gallery are others"


def problems(page: Path, text: str) -> Iterator[tuple[int, str]]:
    """Where a page that lends a widget out lacks a part of it."""
    if page.resolve().parent != EXPLORE or page.resolve() == GALLERY_PAGE:
        return
    if not ENTRY.search(text):
        yield 0, "write “<!-- in the gallery -->” and below it “**The question?** A sentence about the widget.”"
    copy = COPY.search(text)
    if copy is None:
        yield 0, "no widget: write “<!-- widget: concepts/page.md#id -->”, and claims.py --write copies it"
    elif copy["tag"] and copy["tag"] != f"xb-{page.stem}":
        yield copy.start(), f"the page of <{copy['tag']}> is called {copy['tag'].removeprefix('xb-')}.md"
    if not STEPS.search(text):
        yield 0, "no steps: write “<!-- steps -->”, and claims.py --write lists those that the widget tells"


def without_copies(text: str) -> str:
    """The page with its derived parts replaced by blanks: each is checked as a whole."""
    for part in (COPY, STEPS, GALLERY):
        text = part.sub(blank, text)
    return text


def _original(copy: re.Match[str]) -> str | None:
    """The widget on the page that explains it, without what checks its numbers: that is done there."""
    page = DOCS / copy["page"]
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    found = re.search(rf'<(?P<tag>xb-[\w-]+)[^>]* id="{copy["id"]}".*?</(?P=tag)>', text, re.DOTALL)
    return COMMENT.sub("", found[0]) if found else None


def _moved(text: str, source: Path, target: Path) -> str:
    """The text of one page with its links and pictures as they are on another."""
    return LINK.sub(lambda link: os.path.relpath(source.parent / link["path"], target.parent), text)


def _steps(copy: re.Match[str] | None) -> str:
    """A link to each step; the address is HTML, as the generator would look for a heading of that name."""
    original = _original(copy) if copy else None
    entries = [
        f'{number}. <a href="{escape(step["address"])}">{escape(step["name"])}</a>: {_plain(step["words"])}\n'
        for number, step in enumerate(widgets.steps(original or ""), 1)
    ]
    return "".join(entries) + "\n"


def _gallery(gallery: Path) -> str:
    """A section for each question, in it an entry for each page that asks it."""
    asked: dict[str, list[str]] = {}
    for page in navigation.pages():
        text = page.read_text(encoding="utf-8")
        if found := ENTRY.search(text):
            asked.setdefault(found["question"], []).append(_entry(page, text, found["words"], gallery))
    return "\n" + "".join(_section(question, entries) for question, entries in asked.items())


def _section(question: str, entries: list[str]) -> str:
    box = f'<div class="gallery" markdown>\n\n{"".join(entries)}\n</div>'
    return f"## {question} {{#{slugify(question, '-')}}}\n\n{box}\n\n"


def _entry(page: Path, text: str, words: str, gallery: Path) -> str:
    """Its still as it is drawn for a phone, its title, and its sentence."""
    still = STILL.search(COMMENT.sub("", text))
    if still is None:
        raise ValueError(f"{page}: a page in the gallery needs the still of its widget")
    link = Path(os.path.relpath(page, gallery.parent)).as_posix()
    drawing = os.path.relpath(page.parent / f"{still['path']}.narrow.svg", gallery.parent)
    sentence = _moved(COMMENT.sub("", words), page, gallery)
    return f"- ![{still['alt']}]({drawing})\n  **[{title(page)}]({link})**\n  {sentence}\n"


def _plain(words: str) -> str:
    """Words that Markdown shows as they are."""
    return MARKUP.sub(r"\\\1", words)
