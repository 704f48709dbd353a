"""Where the questions of a page stand in its source, and the parts of each: stem, hints, answer, solution."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checking.source import without_code

TAG = re.compile(r"<details\b(?P<attributes>[^>]*)>|</details>")
QUESTION = re.compile(r'class="question"')
ID = re.compile(r'\bid="([^"]*)"')
SUMMARY = re.compile(r"\s*<summary>(.*?)</summary>", re.DOTALL)


class WrongQuestionError(ValueError):
    """What is wrong with a question, and where in the page's text."""

    def __init__(self, at: int, why: str) -> None:
        """Take the position and the message."""
        super().__init__(why)
        self.at, self.why = at, why


@dataclass(frozen=True)
class Part:
    """What stands folded in a question, under its name."""

    name: str
    text: str
    start: int
    """Where its text begins in the page."""


@dataclass(frozen=True)
class Block:
    """One question as it is written."""

    id: str
    text: str
    start: int
    stem: Part
    """The summary, which everybody sees."""
    below: Part
    """What stands between the summary and the first folded part: the lines to choose from, or a picture."""
    parts: tuple[Part, ...]

    @property
    def end(self) -> int:
        """Behind its closing tag."""
        return self.start + len(self.text)


@cache
def blocks(text: str) -> tuple[Block, ...]:
    """The questions of a page, in order; raises WrongQuestionError where one is not closed."""
    return tuple(_block(text, start, end) for start, end in _spans(text))


def around(text: str, position: int) -> Block | None:
    """The question in which a position stands."""
    return next((block for block in blocks(text) if block.start <= position < block.end), None)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    depth, begun = 0, -1
    for tag in TAG.finditer(without_code(text)):
        if begun < 0 and QUESTION.search(tag["attributes"] or ""):
            depth, begun = 1, tag.start()
        elif begun >= 0:
            depth += 1 if tag["attributes"] is not None else -1
            if depth == 0:
                yield begun, tag.end()
                begun = -1
    if begun >= 0:
        raise WrongQuestionError(begun, "this question is not closed: </details> is missing")


def _block(text: str, start: int, end: int) -> Block:
    source = text[start:end]
    tags = list(TAG.finditer(without_code(source)))
    summary = SUMMARY.match(source, tags[0].end())
    if summary is None:
        raise WrongQuestionError(start, "a question needs a <summary>: what is asked stands there")
    inner = tuple(_parts(source, tags[1:-1], start))
    first = tags[1].start() if len(tags) > 2 else tags[-1].start()
    named = ID.search(tags[0]["attributes"])
    stem = Part("", summary[1], start + summary.start(1))
    below = Part("", source[summary.end() : first], start + summary.end())
    return Block(named[1] if named else "", source, start, stem, below, inner)


def _parts(source: str, tags: list[re.Match[str]], offset: int) -> Iterator[Part]:
    depth, opened = 0, 0
    for tag in tags:
        if tag["attributes"] is None:
            depth -= 1
            if depth == 0:
                yield _part(source, opened, tag.start(), offset)
        else:
            opened = opened if depth else tag.end()
            depth += 1


def _part(source: str, start: int, end: int, offset: int) -> Part:
    summary = SUMMARY.match(source, start, end)
    if summary is None:
        raise WrongQuestionError(offset + start, "a folded part of a question needs a <summary>")
    text = source[summary.end() : end].lstrip()
    return Part(summary[1].strip(), text, offset + end - len(text))
