"""The list of all questions: between `<!-- every question -->` and `<!-- /every question -->` stands a link to each.

In the groups and the order of the navigation, each with its kind; what a reader has solved is marked by a script.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown.extensions.toc import slugify

from checking.source import blank
from practice import reading, variants
from practice.model import Choice, Matching, Number, Order, Question

LIST = re.compile(r"<!-- every question -->\n(?P<text>.*?)(?=<!-- /every question -->)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
KINDS = {Number: "a number", Choice: "a choice", Order: "an order", Matching: "pairs", type(None): "in your own words"}

Correction = tuple[int, str, str, str]


def corrections(text: str) -> Iterator[Correction]:
    """Position, present text, right text and complaint, where the list is not that of the questions."""
    for found in LIST.finditer(text):
        right = "\n" + "\n".join(_groups()) + "\n"
        if found["text"] != right:
            yield found.start("text"), found["text"], right, "the questions of the pages are others"


def without_list(text: str) -> str:
    """The page with its list replaced by blanks: it is checked as a whole."""
    return LIST.sub(blank, text)


def _groups() -> Iterator[str]:
    for group, asked in groupby(reading.questions(), key=lambda question: question.group):
        yield f"## {group} {{#of-{slugify(group, '-')}}}\n"
        for title, of_page in groupby(asked, key=lambda question: question.page_title):
            questions = list(of_page)
            yield f"- [{title}](../{_source(questions[0])})"
            yield from (f"    - {_line(question)}" for question in questions)
        yield ""


def _line(question: Question) -> str:
    others = ", with other numbers" if variants.count(question) else ""
    stem = re.sub(r"([\[\]_*])", r"\\\1", _words(question))
    return f"[{stem}](../{_source(question)}#{question.id}) · {KINDS[type(question.task)]}{others}"


def _words(question: Question) -> str:
    """What is asked, as one reads it in a list."""
    block, _ = reading.block_of(question)
    return " ".join(TAG.sub("", COMMENT.sub("", block.stem.text)).split())


def _source(question: Question) -> str:
    """The page's file, as a link from another page has it."""
    return question.where.removeprefix("docs/").rpartition(":")[0]
