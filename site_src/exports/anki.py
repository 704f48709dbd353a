"""A deck for Anki, with a deck below it for each page.

genanki writes it: it takes ids of our own and the time of a note, and carries pictures. A note is known by the
permanent address of its question, so that a newer deck mends an older one and keeps what was reviewed.
"""

import hashlib
import random
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import genanki

from exports import wording
from exports.packing import packed, unpacked
from exports.parts import blocks, fitted
from exports.pictures import file_name
from exports.site import Site
from practice.model import Choice, Html, Matching, Number, Order, Question

NAME = "Anki"
ENDING = "anki.apkg"
DATED = True
"""Whether what is written depends on the day."""
FIELDS = ("Name", "Question", "Hints", "Answer", "Solution", "Source")
FRONT = "{{Question}}{{Hints}}"
BACK = """{{FrontSide}}<hr id="answer">{{Answer}}
{{#Solution}}<details><summary>Solution</summary>{{Solution}}</details>{{/Solution}}
<footer>{{Source}}</footer>"""
LOOK = """.card { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 1rem auto; padding: 0 .5rem }
img { max-width: 100%; background: #fff }
summary { cursor: pointer }
footer { margin-top: 2rem; font-size: .8rem }"""


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The deck; a newer one has a later time, by which Anki takes its notes for the newer ones."""
    model = genanki.Model(
        _id(site.name),  # fields may be added at the end; any other change would need a type of its own
        f"{site.name}: question",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": FRONT, "afmt": BACK}],
        css=LOOK,
    )
    decks = []
    for those in wording.by_page(questions):
        first = those[0]
        deck = genanki.Deck(_id(site.earliest(first.page)), f"{site.name}::{first.group}::{first.page_title}")
        for question in those:
            deck.add_note(_note(question, model, site))
        decks.append(deck)
    pictures = sorted({picture for question in questions for picture in question.pictures})
    return _packed(decks, {file_name(picture): site.picture(picture) for picture in pictures}, site.changed)


def _packed(decks: list[genanki.Deck], pictures: dict[str, bytes], changed: int) -> bytes:
    buffer = BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in pictures]
        for file in files:
            file.write_bytes(pictures[file.name])
        genanki.Package(decks, files).write_to_file(buffer, timestamp=changed)
    return packed(unpacked(buffer.getvalue()))  # genanki's zip holds the time at which it was written


def _note(question: Question, model: genanki.Model, site: Site) -> genanki.Note:
    def html(part: Html) -> Html:
        return fitted(part, site.link, file_name)

    hints = [f"<details><summary>Hint</summary>{html(blocks(hint))}</details>" for hint in question.hints]
    fields = {
        "Name": wording.title(question),
        "Question": html(blocks(question.stem) + _asked(question)),
        "Hints": "".join(hints),
        "Answer": html(_right(question) + blocks(question.answer) + _wrong(question)),
        "Solution": html(blocks(question.solution or "")),
        "Source": html(site.origin(question)),
    }
    return genanki.Note(model, [fields[name] for name in FIELDS], guid=genanki.guid_for(site.identity(question)))


def _asked(question: Question) -> Html:
    """What there is to choose from, to order or to match."""
    task = question.task
    if isinstance(task, Choice):
        return _list("ul", [option.words for option in task.options])
    if isinstance(task, Order):
        return _list("ul", wording.pairs(question).lefts)
    if isinstance(task, Matching):
        rights = list(dict.fromkeys(right for _, right in task.pairs))
        random.Random(question.address).shuffle(rights)
        return _list("ol", wording.pairs(question).lefts) + _list("ul", rights)
    return ""


def _right(question: Question) -> Html:
    task = question.task
    if isinstance(task, Choice):
        marked = [f"{'✓' if option.right else '✗'} {option.words} {option.reply}" for option in task.options]
        return _list("ul", marked)
    if isinstance(task, Order):
        return _list("ol", task.lines)
    if isinstance(task, Matching):
        rows = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in task.pairs)
        return f"<table><tbody>{rows}</tbody></table>"
    return ""


def _wrong(question: Question) -> Html:
    return wording.diagnoses(question.task) if isinstance(question.task, Number) else ""


def _list(kind: str, items: Sequence[Html]) -> Html:
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"


def _id(name: str) -> int:
    """A number for a name, the same each time, in the range that Anki's ids have."""
    return (1 << 40) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
