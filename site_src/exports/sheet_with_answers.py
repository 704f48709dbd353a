"""The same sheet for who marks it: an answer and how to get there below each question."""

from collections.abc import Sequence

from exports.paper import document
from exports.site import Site
from practice.model import Question

NAME = "sheet with answers"
ENDING = "answers.html"


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The questions with hints, answers and solutions."""
    return document(questions, site, with_answers=True)
