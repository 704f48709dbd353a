"""What needs an address has a name, or the page is told where it has none."""

import pytest

from checking.anchors import problems, with_derived_ids
from checking.source import line_of

THEOREM = '<div class="statement" id="stein" markdown>\n\n**Theorem.** It holds.\n\n</div>\n\n'
PROOF = '<details class="proof" markdown>\n<summary>Proof</summary>\n\nIt does.\n\n</details>\n\n'
MYTH = '<div class="myth" id="myth-it-fails" markdown>\n\n**It fails.** No.\n\n</div>\n\n'
QUESTION = '<details class="question" id="question-why" markdown>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n'


def said(text: str) -> list[str]:
    return [f"{line_of(text, at)}: {why}" for at, why in problems(text)]


def test_a_page_with_names_has_no_problem() -> None:
    assert said(THEOREM + PROOF + MYTH + QUESTION) == []


def test_a_proof_is_called_after_its_statement() -> None:
    assert with_derived_ids(THEOREM + PROOF) == THEOREM + PROOF.replace(
        'class="proof" markdown>', 'class="proof" markdown id="proof-of-stein">'
    )
    own = PROOF.replace('class="proof"', 'class="proof" id="proof-by-luck"')
    assert with_derived_ids(THEOREM + own) == THEOREM + own


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (PROOF, "1: no statement stands before this proof"),
        (
            THEOREM + PROOF * 2,
            "14: another proof is called proof-of-stein: give this one an id, such as proof-of-stein-by",
        ),
        (THEOREM.replace(' id="stein"', ""), "1: a statement needs an id"),
        ("\n" + MYTH.replace(' id="myth-it-fails"', ""), "2: a myth needs an id, for its address"),
        (
            QUESTION.replace(' id="question-why"', ""),
            '1: a question needs an id, for its address: write id="question-of',
        ),
        (QUESTION.replace("question-why", "why"), "1: the id of a question begins with question-: why does not"),
        (QUESTION * 2, "8: the id question-why stands twice"),
        (
            THEOREM + PROOF.replace('class="proof"', 'class="proof" id="lemma"'),
            "7: the id of a proof begins with proof-",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(page: str, message: str) -> None:
    (only,) = said(page)
    assert only.startswith(message)


def test_code_needs_no_name() -> None:
    assert said('Write `<div class="myth">`.\n\n```html\n<details class=\'question\'>\n<div class="myth">\n```\n') == []
