"""What a page must give a name: its statements, proofs, myths and questions, so that each has an address that stays.

The author of a page writes the id into the opening tag. A proof may do without: it is then called after the statement
that stands before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checking.source import without_code

OPENED = re.compile(r'<(?:div|details)\b(?P<attributes>(?:\s+[\w-]+(?:="[^"]*")?)*)\s*>')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
BEGINNINGS = {"statement": "", "proof": "proof-", "myth": "myth-", "question": "question-"}

Problem = tuple[int, str]


@dataclass(frozen=True)
class Named:
    """An opening tag that needs a name: where it begins and ends, what it opens, and its name; empty where none is."""

    start: int
    end: int
    kind: str
    written: str
    derived: str

    @property
    def id(self) -> str:
        """What the author wrote, or else what can be derived."""
        return self.written or self.derived


def named(text: str) -> Iterator[Named]:
    """Every tag of a page that opens something with a name."""
    statement = ""
    for found in OPENED.finditer(without_code(text)):
        attributes = dict(ATTRIBUTE.findall(found["attributes"]))
        kind = next((name for name in attributes.get("class", "").split() if name in BEGINNINGS), None)
        if kind:
            written = attributes.get("id", "")
            derived = f"proof-of-{statement}" if kind == "proof" and statement else ""
            yield Named(found.start(), found.end(), kind, written, derived)
            statement = written if kind == "statement" else statement


def with_derived_ids(text: str) -> str:
    """The page with the ids that its author left to be derived."""
    for tag in reversed(list(named(text))):
        if not tag.written and tag.derived:
            text = f'{text[: tag.end - 1]} id="{tag.derived}"{text[tag.end - 1 :]}'
    return text


def problems(text: str) -> Iterator[Problem]:
    """Position and message of each thing that has no name, a wrong one, or that of another."""
    taken: set[str] = set()
    for tag in named(text):
        example = f"{BEGINNINGS[tag.kind]}of-what-it-says"
        if not tag.id and tag.kind == "proof":
            yield tag.start, f'no statement stands before this proof: give it an id, such as id="{example}"'
        elif not tag.id:
            yield tag.start, f'a {tag.kind} needs an id, for its address: write id="{example}"'
        elif not tag.id.startswith(BEGINNINGS[tag.kind]):
            yield tag.start, f"the id of a {tag.kind} begins with {BEGINNINGS[tag.kind]}: {tag.id} does not"
        elif tag.id in taken and tag.written:
            yield tag.start, f"the id {tag.id} stands twice on this page"
        elif tag.id in taken:
            yield tag.start, f"another proof is called {tag.id}: give this one an id, such as {tag.id}-by-its-idea"
        taken.add(tag.id)
