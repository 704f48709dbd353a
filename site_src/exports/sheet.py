"""A sheet to print, on A4 or Letter as the printer has it: questions with room to answer."""

from collections.abc import Sequence

from exports.paper import document
from exports.site import Site
from practice.model import Question

NAME = "sheet"
ENDING = "sheet.html"


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The questions as they stand on their pages."""
    return document(questions, site, with_answers=False)
