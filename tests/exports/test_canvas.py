"""The zip for Canvas, read by qti2latex, which reads what Canvas writes, and by the rules of Canvas' own importer.

Those stand in github.com/instructure/canvas-lms, below gems/plugins/qti_exporter: a number's margin is its upper bound
less itself, every number in a condition is right, and the name of a feedback says when it is shown.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from decimal import Decimal

import pytest
import qti2latex
from read_back import words
from samples import EVERY, PICTURE, PNG, site

from exports import qti12, wording
from exports.packing import unpacked
from practice.model import Choice, Matching, Number, Order, Question

Items = list[ET.Element]
TYPES = {
    Number: "numerical_question",
    Order: "matching_question",
    Matching: "matching_question",
    type(None): "essay_question",
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return unpacked(qti12.write(EVERY, site()))


@pytest.fixture(scope="module")
def items(files: dict[str, bytes]) -> Items:
    found: Items = []
    for resource in local(ET.fromstring(files["imsmanifest.xml"]), "resource"):
        if resource.get("type") == "imsqti_xmlv1p2":
            (file,) = local(resource, "file")
            found += local(ET.fromstring(files[file.attrib["href"]]), "item")
    return found


def local(element: ET.Element, tag: str) -> Items:
    found: Items = qti2latex.findall_anyns(element, tag)
    return found


def feedback(item: ET.Element, name: str) -> str:
    return "".join(
        local(one, "mattext")[0].text or "" for one in local(item, "itemfeedback") if one.get("ident") == name
    )


def in_order(items: Items, task: type) -> list[tuple[Question, ET.Element]]:
    return [(q, item) for q, item in zip(EVERY, items, strict=True) if isinstance(q.task, task)]


def test_each_page_is_a_quiz_with_what_canvas_wants_to_know_of_it(files: dict[str, bytes]) -> None:
    meta = [ET.fromstring(content) for name, content in files.items() if name.endswith("assessment_meta.xml")]
    titles = {local(one, "title")[0].text for one in meta}
    assert titles == {f"Extra Bits: {question.page_title}" for question in EVERY}
    assert sum(float(local(one, "points_possible")[0].text or "") for one in meta) == len(EVERY)


def test_the_manifest_names_every_file_and_no_other(files: dict[str, bytes]) -> None:
    manifest = ET.fromstring(files["imsmanifest.xml"])
    named = [file.attrib["href"] for file in local(manifest, "file")]
    assert sorted(named) == sorted(files.keys() - {"imsmanifest.xml"})
    resources = {one.get("identifier") for one in local(manifest, "resource")}
    assert {one.get("identifierref") for one in local(manifest, "dependency")} <= resources
    assert len(resources) == len(local(manifest, "resource"))


def test_every_question_is_there_with_its_kind_and_an_identifier_of_its_own(items: Items) -> None:
    for question, item in zip(EVERY, items, strict=True):
        several = isinstance(question.task, Choice) and question.task.several
        choice = "multiple_answers_question" if several else "multiple_choice_question"
        assert qti2latex.guess_type(qti2latex.get_qti_metadata(item), item) == TYPES.get(type(question.task), choice)
        assert words(qti2latex.get_item_stem(item)).startswith(words(question.stem))
    names = [item.get("ident", "") for item in items]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w*", name) for name in names)


def test_general_feedback_has_answer_solution_and_a_link_back(items: Items) -> None:
    for question, item in zip(EVERY, items, strict=True):
        general = feedback(item, "general_fb")
        assert words(question.answer) in words(general)
        assert words(question.solution or "") in words(general)
        assert f'href="https://example.org/bits/{site().identity(question)}"' in general
        for formula in re.findall(r"\\\(.+?\\\)|\\\[.+?\\\]", question.answer + (question.solution or "")):
            assert formula in general, "Canvas sets what stands between \\( and \\)"


def test_numbers_have_their_margin_to_the_last_digit(items: Items) -> None:
    for question, item in in_order(items, Number):
        assert isinstance(question.task, Number)
        (equal,), (least,), (most,) = (local(item, tag) for tag in ("varequal", "vargte", "varlte"))
        bounds = [element.text or "" for element in (equal, least, most)]
        assert not any(mark in "".join(bounds) for mark in "eE"), "Canvas gives these no margin"
        exact, lower, upper = map(Decimal, bounds)
        assert float(exact) == question.task.value
        assert float(upper - exact) == float(exact - lower) == question.task.tolerance


def test_known_wrong_numbers_stand_in_no_condition_and_are_told_to_all_who_are_wrong(items: Items) -> None:
    for question, item in in_order(items, Number):
        assert isinstance(question.task, Number)
        assert qti2latex.get_correct_idents(item) == {local(item, "varequal")[0].text}
        wrong = words(feedback(item, "general_incorrect_fb"))
        for known in question.task.diagnoses:
            assert words(f"{known.shown}? {known.words}") in wrong
        assert words(feedback(item, "correct_fb")) == words(question.answer)


def test_hints_are_told_to_all_who_are_wrong(items: Items) -> None:
    for question, item in zip(EVERY, items, strict=True):
        wrong = words(feedback(item, "general_incorrect_fb"))
        if wording.typable(question).task:
            assert all(words(hint) in wrong for hint in question.hints)


def test_choices_keep_what_is_right_and_each_reply(items: Items) -> None:
    for question, item in in_order(items, Choice):
        assert isinstance(question.task, Choice)
        shown = qti2latex.get_choices(item)
        assert [words(text) for _, text in shown] == [words(option.words) for option in question.task.options]
        right = {ident for (ident, _), option in zip(shown, question.task.options, strict=True) if option.right}
        assert scored(item) == right
        replies = [words(feedback(item, f"{ident}_fb")) for ident, _ in shown]
        assert replies == [words(option.reply) for option in question.task.options]


def scored(item: ET.Element) -> set[str]:
    """What must be chosen for all points."""
    conditions = [one for one in local(item, "respcondition") if local(one, "setvar")]
    asked = {equal.text or "" for one in conditions for equal in local(one, "varequal")}
    refused = {equal.text or "" for one in conditions for no in local(one, "not") for equal in local(no, "varequal")}
    return asked - refused


def test_everything_that_is_shown_is_there_and_everything_there_is_shown(items: Items) -> None:
    for item in items:
        there = [one.attrib["ident"] for one in local(item, "itemfeedback")]
        assert sorted({one.attrib["linkrefid"] for one in local(item, "displayfeedback")}) == sorted(set(there))
        assert len(set(there)) == len(there)
        declared = {label.get("ident") for label in local(item, "response_label")}
        choices = {response.get("ident") for response in local(item, "response_lid")}
        for equal in local(item, "varequal"):
            assert equal.text in declared or equal.get("respident") not in choices


def pairs(item: ET.Element) -> dict[str, str]:
    """What belongs to what, by the points of each pair."""
    found = {}
    for response in local(item, "response_lid"):
        rights = {
            label.get("ident"): words(local(label, "mattext")[0].text or "")
            for label in local(response, "response_label")
        }
        given = [
            equal.text
            for condition in local(item, "respcondition")
            for equal in local(condition, "varequal")
            if equal.get("respident") == response.get("ident") and local(condition, "setvar")
        ]
        assert len(given) == 1
        found[words(local(response, "mattext")[0].text or "")] = rights[given[0]]
    return found


def test_orders_and_matchings_are_pairs(items: Items) -> None:
    for question, item in in_order(items, Order):
        assert isinstance(question.task, Order)
        assert pairs(item) == {words(line): str(place) for place, line in enumerate(question.task.lines, 1)}
        assert list(pairs(item).values()) != sorted(pairs(item).values()), "the order of the file tells nothing"
    for question, item in in_order(items, Matching):
        assert isinstance(question.task, Matching)
        stem = words(qti2latex.get_item_stem(item))
        for left, right in question.task.pairs:
            given = pairs(item)[words(left)]
            assert given == words(right) or f"{given} {words(right)}" in stem


def test_pictures_are_in_the_zip_where_canvas_looks_for_them(files: dict[str, bytes], items: Items) -> None:
    shown = [item for question, item in zip(EVERY, items, strict=True) if PICTURE in (question.solution or "")]
    assert shown
    for item in shown:
        (place,) = set(
            re.findall(r'src="\$IMS-CC-FILEBASE\$/([^"]+)"', "".join(m.text or "" for m in local(item, "mattext")))
        )
        assert files[place] == PNG


def test_the_same_questions_make_the_same_bytes() -> None:
    twice: Sequence[bytes] = [qti12.write(EVERY, site()) for _ in range(2)]
    assert twice[0] == twice[1]
