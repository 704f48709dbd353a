"""GIFT: questions as plain text, which Moodle imports and a person can read; pictures stand in it as data."""

import re
from base64 import b64encode
from collections.abc import Sequence

from exports import wording
from exports.parts import blocks, fitted
from exports.site import Site
from practice.model import Choice, Html, Number, Question

NAME = "GIFT"
ENDING = "gift.txt"
# A backslash too: \n in \nu would begin a new line.
SPECIAL = re.compile(r"[\\~=#{}:]")


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The questions, each in the category of its page and on a few lines; an empty line ends a question."""
    said = [f"// {site.name}, {site.licence}: {site.licence_address}"]
    for those in wording.by_page(questions):
        said.append(f"$CATEGORY: {wording.category(those[0], site)}")
        said += (_question(wording.typable(question), site) for question in those)
    return ("\n\n".join(said) + "\n").encode()


def _question(question: Question, site: Site) -> str:
    def html(part: Html) -> str:
        return escaped(fitted(part, site.link, lambda address: _data_address(site.picture(address))))

    task = question.task
    if isinstance(task, Number):
        answers = ["#", *_number(task, question, html)]
    elif isinstance(task, Choice):
        answers = _choice(task, question, html)
    elif task is None:
        answers = []
    else:
        mixed = wording.pairs(question)
        answers = [f"={html(left)} -> {escaped(right)}" for left, right in zip(mixed.lefts, mixed.rights, strict=True)]
    general = f"####{html(wording.told(question) + site.origin(question))}"
    body = "\n".join([*answers, general])
    identity = site.identity(question).replace("]", "\\]")
    return f"// [id:{identity}]\n::{escaped(wording.title(question))}::[html]{html(wording.stem(question))}{{{body}\n}}"


def _number(number: Number, question: Question, html: wording.Fit) -> list[str]:
    margin = wording.decimal(number.tolerance)
    lines = [f"={wording.decimal(number.value)}:{margin}#{html(blocks(question.answer))}"]
    for known in number.diagnoses:
        room = wording.decimal(wording.room(number, known))
        lines.append(f"=%0%{wording.decimal(known.value)}:{room}#{html(blocks(known.words))}")
    hints = "".join(blocks(hint) for hint in question.hints)
    return [*lines, f"~#{html(hints)}"] if hints else lines


def _choice(choice: Choice, question: Question, html: wording.Fit) -> list[str]:
    marks = [
        f"~%{weight}%" if choice.several else "=" if option.right else "~"
        for option, weight in zip(choice.options, wording.weights(choice, question), strict=True)
    ]
    replies = [f"#{html(blocks(option.reply))}" if option.reply else "" for option in choice.options]
    return [f"{m}{html(o.words)}{r}" for m, o, r in zip(marks, choice.options, replies, strict=True)]


def escaped(words: str) -> str:
    """The words on one line, with what GIFT would take for its own signs marked."""
    return SPECIAL.sub(r"\\\g<0>", words).replace("\r", "").replace("\n", "\\n")


def _data_address(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode()}"
