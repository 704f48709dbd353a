"""Moodle XML and GIFT, read back by what did not write them, say what the questions say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
import read_back
from read_back import Read, words
from samples import EVERY, PICTURE, PNG, QUESTIONS, SEVERAL, site

from exports import gift, moodle_xml
from practice.model import Choice, Matching, Number, Option, Order, Question

Reader = Callable[[Sequence[Question]], list[Read]]
# https://github.com/moodle/moodle, question/engine/bank.php: what an answer may be worth.
GRADES = "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5 0"
ACCEPTED = {sign * float(grade) for grade in GRADES.split() for sign in (1, -1)}


def moodle(questions: Sequence[Question]) -> list[Read]:
    return read_back.moodle(moodle_xml.write(questions, site()))


def plain(questions: Sequence[Question]) -> list[Read]:
    return read_back.gift(gift.write(questions, site()))


both = pytest.mark.parametrize("reader", [moodle, plain], ids=["Moodle XML", "GIFT"])


def of(task: type, questions: Sequence[Question] = EVERY) -> list[Question]:
    return [question for question in questions if isinstance(question.task, task)]


@both
def test_every_question_is_there_once_and_in_order(reader: Reader) -> None:
    assert [read.identity for read in reader(EVERY)] == [site().identity(question) for question in EVERY]
    assert len({read.identity for read in reader(EVERY)}) == len(EVERY)


@both
def test_stems_hints_answers_and_solutions_arrive_word_for_word(reader: Reader) -> None:
    for question, read in zip(EVERY, reader(EVERY), strict=True):
        assert words(read.stem).startswith(words(question.stem))
        assert words(question.answer) in words(read.general)
        assert words(question.solution or "") in words(read.general)
        for formula in re.findall(
            r"\\\(.+?\\\)|\\\[.+?\\\]", question.stem + question.answer + (question.solution or "")
        ):
            assert formula in read.stem + read.general


@both
def test_a_link_leads_back_and_the_licence_is_named(reader: Reader) -> None:
    for question, read in zip(EVERY, reader(EVERY), strict=True):
        assert f'href="https://example.org/bits/{site().identity(question)}"' in read.general
        assert "CC BY 4.0" in read.general


@both
def test_numbers_keep_value_tolerance_and_what_wrong_ones_tell(reader: Reader) -> None:
    questions = of(Number)
    for question, read in zip(questions, reader(questions), strict=True):
        number = question.task
        assert isinstance(number, Number)
        right, *known = read.answers
        assert (float(right.words), right.tolerance, right.weight) == (number.value, number.tolerance, 100)
        assert words(right.feedback) == words(question.answer)
        assert [(float(a.words), a.weight, words(a.feedback)) for a in known] == [
            (diagnosis.value, 0, words(diagnosis.words)) for diagnosis in number.diagnoses
        ]
        for answer, diagnosis in zip(known, number.diagnoses, strict=True):
            said = [
                a
                for a in read.answers
                if a.tolerance is not None and abs(float(a.words) - diagnosis.value) <= a.tolerance
            ]
            assert said[0] is answer, "Moodle takes the first that fits"
            assert abs(float(f"{diagnosis.value:.5g}") - diagnosis.value) <= (answer.tolerance or 0)


@both
def test_numbers_are_written_out(reader: Reader) -> None:
    tiny = next(question for question in QUESTIONS if question.id == "question-tiny")
    assert "e-" not in moodle_xml.write([tiny], site()).decode().partition("<answer")[2].partition("<feedback")[0]
    (read,) = reader([tiny])
    assert float(read.answers[0].words) == 9.313225746154785e-10
    assert "0.000000000005" in read.stem, "what counts is said before anybody types"


@both
def test_choices_keep_what_is_right_and_each_reply(reader: Reader) -> None:
    questions = of(Choice)
    for question, read in zip(questions, reader(questions), strict=True):
        choice = question.task
        assert isinstance(choice, Choice)
        assert [words(answer.words) for answer in read.answers] == [words(option.words) for option in choice.options]
        assert [answer.weight > 0 for answer in read.answers] == [option.right for option in choice.options]
        assert [words(a.feedback) for a in read.answers] == [words(o.reply) for o in choice.options]


@both
def test_weights_are_those_that_moodle_knows_and_share_all_points(reader: Reader) -> None:
    counts = [(right, wrong) for right in range(1, 11) for wrong in range(11) if right + wrong > 1]
    tasks = [Choice(tuple(Option(f"{n}", n < r, "") for n in range(r + w)), True) for r, w in counts]
    several = of(Choice, QUESTIONS)[1]
    for (_, wrong), read in zip(counts, reader([replace(several, task=task) for task in tasks]), strict=True):
        weights = [answer.weight for answer in read.answers]
        assert set(weights) <= ACCEPTED
        assert sum(weight for weight in weights if weight > 0) == pytest.approx(100, abs=1e-3)
        assert not wrong or sum(weights) == pytest.approx(0, abs=1e-3), "who ticks all gets nothing"


def test_what_moodle_has_no_fraction_for_is_refused() -> None:
    options = tuple(Option(f"{n}", True, "") for n in range(11))
    with pytest.raises(ValueError, match=r"sample\.md:\d+: 11 options share"):
        moodle_xml.write([replace(QUESTIONS[4], task=Choice(options, True))], site())


@both
def test_orders_and_matchings_are_pairs_that_do_not_stand_in_order(reader: Reader) -> None:
    questions = of(Order)
    for question, read in zip(questions, reader(questions), strict=True):
        assert isinstance(question.task, Order)
        lines = sorted(read.pairs, key=lambda left: int(read.pairs[left]))
        assert [words(line) for line in lines] == [words(line) for line in question.task.lines]
        assert list(read.pairs.values()) != sorted(read.pairs.values())


@both
def test_matchings_keep_their_pairs_and_show_formulas_where_they_can_be_shown(reader: Reader) -> None:
    questions = of(Matching)
    for question, read in zip(questions, reader(questions), strict=True):
        assert isinstance(question.task, Matching)
        rights = {words(left): right for left, right in read.pairs.items()}
        for left, right in question.task.pairs:
            letter = rights[words(left)]
            assert letter == words(right) or f"{letter} {words(right)}" in words(read.stem)
            assert "\\" not in letter, "a list to choose from shows no formula"


@both
def test_pictures_travel_along(reader: Reader) -> None:
    shown = [question for question in QUESTIONS if PICTURE in (question.solution or "")]
    assert shown
    for read in reader(shown):
        assert set(read.pictures.values()) == {PNG}


def test_hints_come_one_by_one_or_to_who_is_wrong() -> None:
    for question, read in zip(EVERY, moodle(EVERY), strict=True):
        assert [words(hint) for hint in read.hints] == [words(hint) for hint in question.hints]
    for question, read in zip(of(Number), plain(of(Number)), strict=True):
        assert words(read.wrong) == words(" ".join(question.hints))


def test_each_page_is_a_category() -> None:
    assert {read.category for read in moodle(QUESTIONS)} == {
        "$course$/top/Extra Bits/The wrong belief/Samples",
        "$course$/top/Extra Bits/C & D/Rényi: a//b",
    }
    assert [read.category for read in plain(QUESTIONS)] == [read.category for read in moodle(QUESTIONS)]


def test_a_site_without_an_address_names_the_page() -> None:
    (read,) = read_back.moodle(moodle_xml.write(QUESTIONS[:1], site(url="")))
    assert "concepts/sample/#question-coins" in words(read.general)
    assert 'href="concepts' not in read.general


def test_a_moved_question_keeps_its_number() -> None:
    moved = site(moved={QUESTIONS[0].address: "kl/#question-coins"})
    (read,) = read_back.moodle(moodle_xml.write(QUESTIONS[:1], moved))
    assert read.identity == "kl/#question-coins"


def test_the_kinds_are_those_of_moodle() -> None:
    kinds = {Number: "numerical", Choice: "multichoice", Order: "match", Matching: "match", type(None): "essay"}
    assert [read.kind for read in moodle(EVERY)] == [kinds[type(question.task)] for question in EVERY]


def test_several_right_ones_are_boxes_to_tick() -> None:
    assert SEVERAL.several
    text = moodle_xml.write(of(Choice, QUESTIONS), site()).decode()
    assert text.count("<single>true</single>") == text.count("<single>false</single>") == 1


def test_the_same_questions_make_the_same_bytes() -> None:
    for format_ in (moodle_xml, gift):
        assert format_.write(QUESTIONS, site()) == format_.write(QUESTIONS, site())
