"""Up to thirty sheets with other numbers on each, one for each student, and a key for who marks them."""

from collections.abc import Iterator, Sequence

from exports import wording
from exports.paper import documents
from exports.site import Site
from practice import variants
from practice.model import Question

NAME = "different sheets"
ENDING = "sheets.html"
MOST = 30


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The sheets of one page, as many as differ; nothing where no question has variants, or of all pages at once."""
    if len(wording.by_page(questions)) > 1:
        return b""
    sheets = list(drawn(questions))
    return documents(sheets, site) if len(sheets) > 1 else b""


def drawn(questions: Sequence[Question]) -> Iterator[Sequence[Question]]:
    """The questions with the numbers of each sheet, no two alike.

    The number of a sheet is written with a digit for each question, in the base of its variants; each digit is turned
    on by those before it, so that neighbours differ in every question.
    """
    counts = [variants.count(question) for question in questions]
    for sheet in range(MOST):
        left, turned, drawn = sheet, 0, []
        for question, count in zip(questions, counts, strict=True):
            if count:
                left, digit = divmod(left, count)
                turned += digit
                drawn.append(variants.variant(question, turned % count + 1))
            else:
                drawn.append(question)
        if left:
            return  # every combination has had its sheet
        yield drawn
