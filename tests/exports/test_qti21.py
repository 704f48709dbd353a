"""The zip in QTI 2.1, read by onyx2moodle, which reads what ONYX writes, and answered as the specification says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from onyx2moodle.parser import AssessmentItem, parse_item
from read_back import words
from samples import EVERY, PICTURE, PNG, site

from exports import qti21
from exports.identifiers import LONGEST
from exports.packing import unpacked
from practice.model import Choice, Matching, Number, Order, Question

NS = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1", "p": "http://www.imsglobal.org/xsd/imscp_v1p1"}
TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return unpacked(qti21.write(EVERY, site()))


@pytest.fixture(scope="module")
def items(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> list[AssessmentItem]:
    folder = tmp_path_factory.mktemp("items")
    test = etree.fromstring(files["test.xml"])
    names = [str(one.get("href")) for one in test.iterfind(".//q:assessmentItemRef", NS)]
    for name in names:
        Path(folder, name).write_bytes(files[name])
    return [parse_item(folder / name) for name in names]


def told(item: AssessmentItem, name: str) -> str:
    return "".join(one.html for one in item.feedback if one.identifier == name)


def same_words(part: str, html: str) -> bool:
    """Whether HTML with formulas as MathML says what a part with TeX says."""
    return words(TEX.sub("", part)) in words(re.sub(r"<math.*?</math>", "", html, flags=re.DOTALL))


@dataclass
class Outcome:
    """What a program that follows the specification makes of a response."""

    score: float
    feedback: set[str]


def answered(item: AssessmentItem, response: object) -> Outcome:
    """Response processing, as section 8 of the information model says."""
    root = etree.fromstring(item.raw_xml)
    outcome = Outcome(0, set())
    processing = root.find("q:responseProcessing", NS)
    assert processing is not None
    for rule in processing:
        if etree.QName(rule).localname == "responseCondition":
            for branch in rule:
                tests = [one for one in branch if etree.QName(one).localname != "setOutcomeValue"]
                if all(_holds(one, response, item) for one in tests):
                    _set(branch.iterfind("q:setOutcomeValue", NS), outcome)
                    break
        else:
            _set([rule], outcome)
    return outcome


def _set(rules: Iterable[etree._Element], outcome: Outcome) -> None:
    for rule in rules:
        value = rule.findtext(".//q:baseValue", "", NS)
        if rule.get("identifier") == "SCORE":
            outcome.score = float(value)
        else:
            assert rule.find("q:multiple/q:variable", NS) is not None, "what was said before stays"
            outcome.feedback.add(value)


def _holds(test: etree._Element, response: object, item: AssessmentItem) -> bool:
    kind = etree.QName(test).localname
    right = item.response_decls["RESPONSE"]
    base = test.findtext("q:baseValue", None, NS)
    if kind == "equal":
        value = Decimal(base if base is not None else right.correct_values[0])
        room = Decimal(test.get("tolerance", "0 0").split()[0])
        return response is not None and value - room <= Decimal(str(response)) <= value + room
    if kind == "member":
        return isinstance(response, set) and base in response
    wanted = base if base is not None else right.correct_values
    if isinstance(wanted, list):
        wanted = set(wanted) if right.cardinality == "multiple" else wanted[0] if len(wanted) == 1 else wanted
    return response == wanted


def of(items: list[AssessmentItem], task: type) -> list[tuple[Question, AssessmentItem]]:
    return [(q, item) for q, item in zip(EVERY, items, strict=True) if isinstance(q.task, task)]


def test_every_file_is_named_and_every_name_is_short_and_its_own(files: dict[str, bytes]) -> None:
    manifest = etree.fromstring(files["imsmanifest.xml"])
    named = {str(one.get("href")) for one in manifest.iterfind(".//p:file", NS)}
    assert named == files.keys() - {"imsmanifest.xml"}
    names = [str(one.get("identifier")) for one in manifest.iterfind(".//p:resource", NS)]
    assert len(set(names)) == len(names) == len(EVERY) + 1
    assert all(re.fullmatch(r"[A-Za-z_]\w*", name) and len(name) <= LONGEST for name in names)
    assert {str(one.get("identifierref")) for one in manifest.iterfind(".//p:dependency", NS)} <= set(names)


def test_words_arrive_and_formulas_arrive_as_mathml_with_their_tex(items: list[AssessmentItem]) -> None:
    for question, item in zip(EVERY, items, strict=True):
        body = etree.tostring(item.body_xml, encoding="unicode")
        solution = told(item, "solution")
        assert same_words(question.stem, body)
        assert same_words(question.answer, solution)
        assert same_words(question.solution or "", solution)
        tex = [a or b for a, b in TEX.findall(question.stem + question.answer + (question.solution or ""))]
        notes = re.findall(r'<annotation encoding="application/x-tex">(.*?)</annotation>', body + solution)
        assert set(tex) <= set(notes)
        assert "\\(" not in body + solution
        assert f'href="https://example.org/bits/{site().identity(question)}"' in solution


def test_numbers_are_right_up_to_the_edge_of_their_tolerance(items: list[AssessmentItem]) -> None:
    for question, item in of(items, Number):
        assert isinstance(question.task, Number)
        value, room = Decimal(repr(question.task.value)), Decimal(repr(question.task.tolerance))
        assert [float(right) for right in item.response_decls["RESPONSE"].correct_values] == [question.task.value]
        assert item.interactions[0].kind == "textEntry"
        for edge in (value - room, value, value + room):
            assert answered(item, edge) == Outcome(1, {"right", "solution"})
        outside = answered(item, value + room + Decimal("1e-15"))
        assert outside.score == 0
        assert not {"right"} & outside.feedback
        assert same_words(question.answer, told(item, "right"))


def test_known_wrong_numbers_are_told_what_they_tell_and_others_get_a_hint(items: list[AssessmentItem]) -> None:
    for question, item in of(items, Number):
        assert isinstance(question.task, Number)
        for known in question.task.diagnoses:
            value = Decimal(repr(known.value))
            for typed in (value, Decimal(f"{value:.5g}")):
                outcome = answered(item, typed)
                assert outcome.score == 0
                (said,) = outcome.feedback - {"solution"}
                assert same_words(known.words, told(item, said))
        hinted = {"hint"} if question.hints else set()
        assert answered(item, 77) == Outcome(0, {*hinted, "solution"})
        assert all(same_words(hint, told(item, "hint")) for hint in question.hints)


def test_choices_are_right_when_all_that_is_right_is_chosen(items: list[AssessmentItem]) -> None:
    for question, item in of(items, Choice):
        assert isinstance(question.task, Choice)
        (interaction,) = item.interactions
        names = [choice.identifier for choice in interaction.choices]
        options = question.task.options
        assert interaction.max_choices == (0 if question.task.several else 1)
        assert all(same_words(o.words, c.html) for o, c in zip(options, interaction.choices, strict=True))
        right = {name for name, option in zip(names, options, strict=True) if option.right}
        chosen: object = right if question.task.several else next(iter(right))
        assert answered(item, chosen).score == 1
        for name, option in zip(names, options, strict=True):
            outcome = answered(item, {name} if question.task.several else name)
            assert outcome.score == (not question.task.several and option.right)
            if option.reply:
                assert any(same_words(option.reply, told(item, said)) for said in outcome.feedback if "option" in said)


def test_an_order_is_right_in_its_order_alone(items: list[AssessmentItem]) -> None:
    for question, item in of(items, Order):
        assert isinstance(question.task, Order)
        lines = {str(one.get("identifier")): one for one in item.body_xml.iterfind(".//q:simpleChoice", NS)}
        right = item.response_decls["RESPONSE"].correct_values
        assert item.response_decls["RESPONSE"].cardinality == "ordered"
        shown = [etree.tostring(lines[name], encoding="unicode") for name in right]
        assert all(same_words(line, html) for line, html in zip(question.task.lines, shown, strict=True))
        assert list(lines) != right, "the order of the file tells nothing"
        assert answered(item, right).score == 1
        assert answered(item, right[::-1]).score == 0


def test_a_matching_is_right_with_all_its_pairs(items: list[AssessmentItem]) -> None:
    for question, item in of(items, Matching):
        assert isinstance(question.task, Matching)
        (interaction,) = item.interactions
        html = {one.identifier: one.html for one in (*interaction.match_sources, *interaction.match_targets)}
        pairs = [pair.split() for pair in item.response_decls["RESPONSE"].correct_values]
        for (left, right), (source, target) in zip(question.task.pairs, pairs, strict=True):
            assert same_words(left, html[source])
            assert same_words(right, html[target])
        assert answered(item, {" ".join(pair) for pair in pairs}).score == 1


def test_pictures_are_in_the_zip(files: dict[str, bytes], items: list[AssessmentItem]) -> None:
    for question, item in zip(EVERY, items, strict=True):
        if PICTURE in (question.solution or ""):
            (place,) = set(re.findall(r'src="([^"]+)"', item.raw_xml.decode()))
            assert files[place] == PNG


def test_the_same_questions_make_the_same_bytes() -> None:
    assert qti21.write(EVERY, site()) == qti21.write(EVERY, site())
