"""A question that cannot be asked as it is written stops the build, with file and line."""

from pathlib import Path

import pytest
from written import question

from checking import navigation, pages
from practice import reading, tasks
from practice.blocks import blocks
from practice.model import Choice, Matching, Number, Order


def task(text: str) -> object:
    (block,) = blocks(text)
    return tasks.task(block, navigation.DOCS / "concepts/entropy.md")


def problems(tmp_path: Path, text: str) -> list[str]:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    return [problem.removeprefix(f"{page}:") for problem in pages.corrected(page)[1]]


def test_a_number_has_its_unit_its_tolerance_and_what_wrong_ones_tell() -> None:
    made = task(
        question(
            "0.737<!-- = kl_divergence([.5, .5], [.9, .1]) --> bits per toss.\n\n"
            "If you got 0.531<!-- = kl_divergence([.9, .1], [.5, .5]) -->, you exchanged them."
            " That is $D(q \\parallel p)$. If you got 0.511<!-- = kl_divergence([.5, .5], [.9, .1], base=e) -->, it is"
            " right, in nats. If you got 0, you took them for equal.\n\nIf you said that nothing is lost, think again."
        )
    )
    assert isinstance(made, Number)
    assert (made.shown, made.unit, made.tolerance) == ("0.737", "bits per toss", 0.0005)
    assert made.value == pytest.approx(0.7369655941662062)
    told = [(wrong.shown, wrong.right) for wrong in made.diagnoses]
    assert told == [("0.531", False), ("0.511", True), ("0", False)]
    assert made.diagnoses[0].words == "You exchanged them. That is \\(D(q \\parallel p)\\)."
    assert made.diagnoses[2].words == "You took them for equal."


@pytest.mark.parametrize(
    ("value", "shown", "room"),
    [
        (0.7369655941662062, "0.737", 0.0005),
        (0.7369655941662062, "0.73697", 0.0005),
        (14.73, "14.73", 0.05),
        (39.46, "39", 0.5),
        (864.4, "864.4", 0.5),
        (812.0, "812", 0.05),
        (2.0, "2", 0.005),
        (0.5, "0.5", 0.0005),
        (1 / 3, "1/3", 0.0005),
        (0.0, "0", 0.0),
    ],
)
def test_three_digits_are_enough_and_a_count_is_exact(value: float, shown: str, room: float) -> None:
    assert tasks.tolerance(value, shown) == pytest.approx(room)


def test_a_tolerance_may_be_stated_and_a_number_be_asked_for_by_name() -> None:
    made = task(
        question("0.5<!-- = 1/2 --> of them, and <!-- asks: $D(p \\parallel q)$ -->0.25<!-- = 1/4 ± .01 --> nats.")
    )
    assert isinstance(made, Number)
    assert (made.value, made.tolerance, made.unit, made.asks) == (0.25, 0.01, "nats", "\\(D(p \\parallel q)\\)")


LINES = "- **A** the first\n- **B** the second\n- **C** $p$\n\n"


def test_a_choice_has_a_reply_for_each_wrong_option() -> None:
    made = task(question("B. So it is.\n\n- **A** That is too small.\n- **C** That is too large.\n", below=LINES))
    assert isinstance(made, Choice)
    assert [(option.words, option.right) for option in made.options] == [
        ("the first", False),
        ("the second", True),
        ("\\(p\\)", False),
    ]
    assert not made.several
    assert made.options[2].reply == "That is too large."
    made = task(question("A and C. So it is.\n\n- **B** Not this.\n", below=LINES))
    assert isinstance(made, Choice)
    assert made.several


def test_an_order_and_a_matching() -> None:
    made = task(question("B, C, A. So it is.", below=LINES))
    assert made == Order(("the second", "\\(p\\)", "the first"))
    two = "- **A** the first\n- **B** the second\n\nand\n\n- **R** one\n- **Q** two\n\n"
    assert task(question("A–Q, B–R.", below=two)) == Matching((("the first", "two"), ("the second", "one")))


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (question("It is so.").replace("<summary>Answer</summary>", "<summary>Reply</summary>"), 1, "0 answers"),
        (question("So.").replace("Hint</summary>", "Clue</summary>"), 7, "Clue: a question has hints"),
        (question("None of them.", below=LINES), 18, "a choice without a right one"),
        (question("D. So.", below=LINES), 18, "D: each letter stands once"),
        (question("B. So.\n\n- **A** No.", below=LINES), 18, "nothing is said to who chooses C"),
        (question("B. So.", below="- **A** same\n- **B** same\n\n"), 17, "nothing is said to who chooses A"),
        (question("B. So.\n\n- **A** No.", below="- **A** same\n- **B** same\n\n"), 17, "are the same"),
        (question("B. So."), 14, "no lines"),
        (question("A–B.", below=LINES), 18, "C: each letter stands once"),
        (
            question("0.25<!-- = 1/4 --> bits.\n\nIf you got 0.2504<!-- = .2504 -->, no."),
            14,
            "within 0.0005 of the right",
        ),
        (question("0.25<!-- = 1/4 ± .1 --> bits.\n\nIf you got 0.3<!-- = .3 -->, no."), 14, "within 0.1 of the right"),
        (question("0.5<!-- = 1/2 -->.\n\nIf you got 1<!-- = 1 -->, no. If you got 1, yes."), 14, "another, too"),
        (question("0.25<!-- = 1/4 ± a -->."), 14, "NameError"),
        (question("0.25<!-- = 1/4 ± -1 -->."), 14, "is no tolerance"),
        (question("<!-- asks: D -->nothing."), 14, "no checked number stands behind"),
        (question("0.25<!-- = a -->."), 14, "name 'a' is not defined"),
        (question("¼<!-- = b -->.", stem="With ¼<!-- b in [1/3] -->?"), 2, "b may only be one of [1/3]"),
        (question("¼<!-- = b -->.", stem="With ¼<!-- b in [1/4 -->?"), 2, "SyntaxError"),
        (question("0.25<!-- = 1/4 -->.", stem="With ¼<!-- b in [1/4] -->?"), 2, "nothing in the question depends on b"),
        (
            question("¼<!-- = b -->.", stem="With ¼<!-- b in [1/4] --> and ¼<!-- b in [1/4] -->?"),
            2,
            "b is a parameter twice",
        ),
        (question("¼<!-- = b -->: $2 + 2 = 4$.", stem="With ¼<!-- b in [1/4, 1/3] -->?"), 14, "stay in every variant"),
        (
            question("¼<!-- = b -->.", stem="With ¼<!-- b in [1/4] -->?", solution="```pycon\n>>> 1 / 4\n0.25\n\n```"),
            20,
            "assign b in it",
        ),
        (question("So.").replace("</details>\n</details>", "</details>\n"), 1, "not closed"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_line(text: str, line: int, why: str, tmp_path: Path) -> None:
    found = problems(tmp_path, text)
    assert any(problem.startswith(f"{line}: ") and why in problem for problem in found), found


def test_a_question_that_can_be_asked_is_not_complained_about(tmp_path: Path) -> None:
    good = question("0.25<!-- = b --> bits.", stem="With ¼<!-- b in [1/4, 1/3] -->?")
    assert problems(tmp_path, good) == []


def test_every_question_of_the_site_can_be_read() -> None:
    read = reading.questions()
    assert len({asked.address for asked in read}) == len(read) > 100
    for asked in read:
        assert asked.answer, asked.where
        assert "<!--" not in "".join([asked.stem, *asked.hints, asked.answer, asked.solution or ""])


@pytest.mark.parametrize("page", sorted({asked.page for asked in reading.questions()}))
def test_each_page_asks_for_more_than_numbers(page: str) -> None:
    """A reader who computes well need not know why: an order, a matching, a choice or an answer in words asks that."""
    kinds = [type(asked.task) for asked in reading.questions() if asked.page == page]
    assert set(kinds) - {Number}, f"{page} asks how much {len(kinds)} times, and never why"
