"""QTI 2.1 in a zip: items, one test over all of them, formulas as MathML, which is the format's own form."""

import re
from collections.abc import Sequence
from html import unescape

from lxml import etree
from lxml.etree import SubElement, _Element

from exports import wording
from exports.elements import root, written
from exports.identifiers import identifier
from exports.packing import packed
from exports.parts import FORMULA, blocks, fitted
from exports.pictures import file_name
from exports.site import Site
from practice.model import Choice, Html, Matching, Number, Order, Question
from typesetting.katex import typeset

NAME = "QTI 2.1"
ENDING = "qti21.zip"
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
PICTURES = "pictures"
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
MATHML = re.compile(r"<math .*?</math>", re.DOTALL)


def write(questions: Sequence[Question], site: Site) -> bytes:
    """An item for each question, in a test with a section for each page."""
    items = {_name(question, site): _Item(wording.typable(question), site).element for question in questions}
    files = {f"{name}.xml": written(item, indented=False) for name, item in items.items()}
    pictures = sorted({picture for question in questions for picture in question.pictures})
    files |= {f"{PICTURES}/{file_name(picture)}": site.picture(picture) for picture in pictures}
    files["test.xml"] = written(_test(questions, site), indented=True)
    return packed(files | {"imsmanifest.xml": written(_manifest(questions, site), indented=True)})


def _name(question: Question, site: Site) -> str:
    return identifier(site.identity(question))


def _manifest(questions: Sequence[Question], site: Site) -> _Element:
    manifest = root("manifest", PACKAGE, identifier="extra_bits")
    about = SubElement(manifest, "metadata")
    SubElement(about, "schema").text = "QTIv2.1 Package"
    SubElement(about, "schemaversion").text = "1.0.0"
    SubElement(manifest, "organizations")
    resources = SubElement(manifest, "resources")
    test = SubElement(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href="test.xml")
    SubElement(test, "file", href="test.xml")
    for question in questions:
        name = _name(question, site)
        SubElement(test, "dependency", identifierref=name)
        item = SubElement(resources, "resource", identifier=name, type="imsqti_item_xmlv2p1", href=f"{name}.xml")
        for file in (f"{name}.xml", *(f"{PICTURES}/{file_name(picture)}" for picture in question.pictures)):
            SubElement(item, "file", href=file)
    return manifest


def _test(questions: Sequence[Question], site: Site) -> _Element:
    test = root("assessmentTest", QTI, identifier="test", title=site.name)
    part = SubElement(test, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    for those in wording.by_page(questions):
        title = those[0].page_title
        page = SubElement(part, "assessmentSection", identifier=identifier(those[0].page), title=title, visible="true")
        for question in those:
            name = _name(question, site)
            SubElement(page, "assessmentItemRef", identifier=name, href=f"{name}.xml")
    return test


class _Item:
    def __init__(self, question: Question, site: Site) -> None:
        self.question, self.site = question, site
        about = {"title": wording.title(question), "adaptive": "false", "timeDependent": "false"}
        self.element = root("assessmentItem", QTI, identifier=_name(question, site), **about)
        self.response = SubElement(self.element, "responseDeclaration", identifier=RESPONSE)
        self._outcome(SCORE, "single", "float", "0")
        self._outcome("MAXSCORE", "single", "float", "1")
        self._outcome(FEEDBACK, "multiple", "identifier")
        self.body = SubElement(self.element, "itemBody")
        self.processing = SubElement(self.element, "responseProcessing")
        self.said: list[tuple[str, Html]] = []
        task = question.task
        self._fill(self.body, blocks(question.stem))
        if isinstance(task, Number):
            self._number(task)
        elif isinstance(task, Choice):
            self._choice(task)
        elif isinstance(task, Order):
            self._order(task)
        elif isinstance(task, Matching):
            self._matching(task)
        else:
            self._declare("single", "string")
            SubElement(self.body, "extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="10")
        self._tell(self.processing, "solution", wording.told(question) + site.origin(question))
        for name, part in self.said:
            shown = {"outcomeIdentifier": FEEDBACK, "showHide": "show", "identifier": name}
            self._fill(SubElement(self.element, "modalFeedback", shown), part)

    def _outcome(self, name: str, cardinality: str, kind: str, value: str = "") -> None:
        outcome = SubElement(
            self.element, "outcomeDeclaration", identifier=name, cardinality=cardinality, baseType=kind
        )
        if value:
            SubElement(SubElement(outcome, "defaultValue"), "value").text = value

    def _declare(self, cardinality: str, kind: str, *right: str) -> None:
        self.response.set("cardinality", cardinality)
        self.response.set("baseType", kind)
        if right:
            correct = SubElement(self.response, "correctResponse")
            for value in right:
                SubElement(correct, "value").text = value

    def _number(self, number: Number) -> None:
        value = wording.decimal(number.value)
        self._declare("single", "float", value)
        self._fill(self.body, wording.form(number))
        SubElement(SubElement(self.body, "p"), "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="12")
        condition = SubElement(self.processing, "responseCondition")
        right = SubElement(condition, "responseIf")
        SubElement(self._equal(right, number.tolerance), "correct", identifier=RESPONSE)
        self._score(right)
        self._tell(right, "right", blocks(self.question.answer))
        for place, known in enumerate(number.diagnoses, 1):
            wrong = SubElement(condition, "responseElseIf")
            equal = self._equal(wrong, wording.room(number, known))
            SubElement(equal, "baseValue", baseType="float").text = wording.decimal(known.value)
            self._tell(wrong, f"wrong_{place}", blocks(known.words))
        self._hint(condition)

    def _equal(self, parent: _Element, room: float) -> _Element:
        margin = wording.decimal(room)
        mode = {"toleranceMode": "absolute", "tolerance": f"{margin} {margin}"} if room else {"toleranceMode": "exact"}
        equal = SubElement(parent, "equal", mode)
        SubElement(equal, "variable", identifier=RESPONSE)
        return equal

    def _choice(self, choice: Choice) -> None:
        names = [f"option_{place}" for place in range(1, len(choice.options) + 1)]
        right = [name for name, option in zip(names, choice.options, strict=True) if option.right]
        cardinality, most = ("multiple", "0") if choice.several else ("single", "1")
        self._declare(cardinality, "identifier", *right)
        interaction = {"responseIdentifier": RESPONSE, "shuffle": "true", "maxChoices": most}
        self._lines(SubElement(self.body, "choiceInteraction", interaction), names, [o.words for o in choice.options])
        self._match()
        for name, option in zip(names, choice.options, strict=True):
            if option.reply:
                chosen = SubElement(SubElement(self.processing, "responseCondition"), "responseIf")
                test = SubElement(chosen, "member" if choice.several else "match")
                SubElement(test, "baseValue", baseType="identifier").text = name
                SubElement(test, "variable", identifier=RESPONSE)
                self._tell(chosen, f"on_{name}", blocks(option.reply))

    def _order(self, order: Order) -> None:
        mixed = wording.pairs(self.question)
        self._declare("ordered", "identifier", *(f"line_{place}" for place in range(1, len(order.lines) + 1)))
        interaction = SubElement(self.body, "orderInteraction", responseIdentifier=RESPONSE, shuffle="true")
        self._lines(interaction, [f"line_{place}" for place in mixed.rights], mixed.lefts)
        self._match()

    def _matching(self, matching: Matching) -> None:
        rights = {right: f"to_{place}" for place, right in enumerate(dict.fromkeys(r for _, r in matching.pairs), 1)}
        lefts = [f"from_{place}" for place in range(1, len(matching.pairs) + 1)]
        pairs = (f"{left} {rights[right]}" for left, (_, right) in zip(lefts, matching.pairs, strict=True))
        self._declare("multiple", "directedPair", *pairs)
        about = {"responseIdentifier": RESPONSE, "shuffle": "true", "maxAssociations": str(len(lefts))}
        interaction = SubElement(self.body, "matchInteraction", about)
        sets = [dict(zip(lefts, (left for left, _ in matching.pairs), strict=True)), {n: r for r, n in rights.items()}]
        for most, those in zip(("1", "0"), sets, strict=True):
            choices = SubElement(interaction, "simpleMatchSet")
            for name, words in those.items():
                self._fill(SubElement(choices, "simpleAssociableChoice", identifier=name, matchMax=most), words)
        self._match()

    def _lines(self, interaction: _Element, names: Sequence[str], lines: Sequence[Html]) -> None:
        for name, words in zip(names, lines, strict=True):
            self._fill(SubElement(interaction, "simpleChoice", identifier=name), words)

    def _match(self) -> None:
        """What is answered is right when it is all that is right."""
        condition = SubElement(self.processing, "responseCondition")
        right = SubElement(condition, "responseIf")
        test = SubElement(right, "match")
        SubElement(test, "variable", identifier=RESPONSE)
        SubElement(test, "correct", identifier=RESPONSE)
        self._score(right)
        self._hint(condition)

    def _hint(self, condition: _Element) -> None:
        hints = "".join(blocks(hint) for hint in self.question.hints)
        if hints:
            self._tell(SubElement(condition, "responseElse"), "hint", hints)

    def _score(self, parent: _Element) -> None:
        SubElement(SubElement(parent, "setOutcomeValue", identifier=SCORE), "baseValue", baseType="float").text = "1"

    def _tell(self, parent: _Element, name: str, part: Html) -> None:
        """Say something where a condition holds, beside what is said already."""
        said = SubElement(SubElement(parent, "setOutcomeValue", identifier=FEEDBACK), "multiple")
        SubElement(said, "variable", identifier=FEEDBACK)
        SubElement(said, "baseValue", baseType="identifier").text = name
        self.said.append((name, part))

    def _fill(self, parent: _Element, part: Html) -> None:
        plain = fitted(part, self.site.link, lambda address: f"{PICTURES}/{file_name(address)}")
        holder = etree.fromstring(f'<div xmlns="{QTI}">{FORMULA.sub(_mathml, plain)}</div>')
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + (holder.text or "")
        else:
            parent.text = (parent.text or "") + (holder.text or "")
        parent.extend(list(holder))


def _mathml(found: re.Match[str]) -> str:
    tex = found["inline"] or found["display"]
    set_ = MATHML.search(typeset(unescape(tex).strip(), display=found["inline"] is None))
    if set_ is None:
        raise ValueError(f"KaTeX gave no MathML for {tex}")
    # The site leaves the TeX out, which MathML 2 wants and programs read.
    note = f'<annotation encoding="application/x-tex">{tex.strip()}</annotation></semantics>'
    return set_[0].replace("</semantics>", note)
