"""QTI 1.2 in a zip, as Canvas writes and reads it: `Settings → Import course content → QTI .zip file`.

Of our own, since what is kept for it (text2qti, qti-package-maker) reads a language of its own instead of HTML and
leaves out matching, or the margin of a number.
"""

from collections.abc import Sequence

from lxml import etree
from lxml.etree import SubElement, _Element

from exports import wording
from exports.elements import root, written
from exports.identifiers import identifier
from exports.packing import packed
from exports.parts import blocks, fitted
from exports.pictures import file_name
from exports.site import Site
from practice.model import Choice, Html, Matching, Number, Order, Question

NAME = "Canvas"
ENDING = "canvas.zip"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
META = "http://canvas.instructure.com/xsd/cccv1p0"
PICTURES = "pictures"
RESPONSE = "response1"


def write(questions: Sequence[Question], site: Site) -> bytes:
    """A quiz for each page, with its pictures."""
    files: dict[str, bytes] = {}
    manifest = root("manifest", MANIFEST, identifier="extra_bits")
    about = SubElement(manifest, "metadata")
    SubElement(about, "schema").text = "IMS Content"
    SubElement(about, "schemaversion").text = "1.1.3"
    SubElement(manifest, "organizations")
    resources = SubElement(manifest, "resources")
    for quiz in wording.by_page(questions):
        name = identifier(quiz[0].page)
        files[f"{name}/{name}.xml"] = written(_quiz(name, quiz, site), indented=True)
        files[f"{name}/assessment_meta.xml"] = written(_meta(name, quiz, site), indented=True)
        _resources(resources, name)
    for picture in sorted({picture for question in questions for picture in question.pictures}):
        files[f"{PICTURES}/{file_name(picture)}"] = site.picture(picture)
        _resource(resources, identifier(picture), "webcontent", f"{PICTURES}/{file_name(picture)}")
    return packed(files | {"imsmanifest.xml": written(manifest, indented=True)})


def _resources(resources: _Element, name: str) -> None:
    quiz = SubElement(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    SubElement(quiz, "file", href=f"{name}/{name}.xml")
    SubElement(quiz, "dependency", identifierref=f"{name}_meta")
    kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    _resource(resources, f"{name}_meta", kind, f"{name}/assessment_meta.xml")


def _resource(resources: _Element, name: str, kind: str, file: str) -> None:
    resource = SubElement(resources, "resource", identifier=name, type=kind, href=file)
    SubElement(resource, "file", href=file)


def _title(questions: Sequence[Question], site: Site) -> str:
    return f"{site.name}: {questions[0].page_title}"


def _meta(name: str, questions: Sequence[Question], site: Site) -> _Element:
    """What Canvas wants to know of a quiz: here practice that counts for no grade and may be tried again."""
    quiz = root("quiz", META, identifier=name)
    SubElement(quiz, "title").text = _title(questions, site)
    SubElement(quiz, "description").text = fitted(site.origin(questions[0]), site.link, str)
    SubElement(quiz, "shuffle_answers").text = "true"
    SubElement(quiz, "scoring_policy").text = "keep_highest"
    SubElement(quiz, "quiz_type").text = "practice_quiz"
    SubElement(quiz, "points_possible").text = f"{len(questions)}.0"
    SubElement(quiz, "allowed_attempts").text = "-1"
    return quiz


def _quiz(name: str, questions: Sequence[Question], site: Site) -> _Element:
    whole = root("questestinterop", QTI)
    assessment = SubElement(whole, "assessment", ident=name, title=_title(questions, site))
    section = SubElement(assessment, "section", ident="root_section")
    for question in map(wording.typable, questions):
        section.append(_Item(question, site).element)
    return whole


class _Item:
    def __init__(self, question: Question, site: Site) -> None:
        self.question, self.site = question, site
        name = identifier(site.identity(question))
        self.element = etree.Element("item", ident=name, title=wording.title(question))
        self.feedback: list[tuple[str, Html]] = []
        self._metadata(name)
        self.presentation = SubElement(self.element, "presentation")
        self._material(self.presentation, wording.stem(question))
        self.processing = SubElement(self.element, "resprocessing")
        decvar = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
        SubElement(SubElement(self.processing, "outcomes"), "decvar", decvar)
        self._general()
        task = question.task
        if isinstance(task, Number):
            self._number(task)
        elif isinstance(task, Choice):
            self._choice(task)
        elif task is None:
            self._essay()
        else:
            self._pairs()
        for ident, part in self.feedback:
            self._material(SubElement(SubElement(self.element, "itemfeedback", ident=ident), "flow_mat"), part)

    def _metadata(self, name: str) -> None:
        task = self.question.task
        kinds = {
            Number: "numerical_question",
            Choice: "multiple_choice_question",
            Order: "matching_question",
            Matching: "matching_question",
            type(None): "essay_question",
        }
        several = isinstance(task, Choice) and task.several
        kind = "multiple_answers_question" if several else kinds[type(task)]
        fields = {"question_type": kind, "points_possible": "1.0", "assessment_question_identifierref": f"{name}_bank"}
        metadata = SubElement(SubElement(self.element, "itemmetadata"), "qtimetadata")
        for label, entry in fields.items():
            field = SubElement(metadata, "qtimetadatafield")
            SubElement(field, "fieldlabel").text = label
            SubElement(field, "fieldentry").text = entry

    def _material(self, parent: _Element, part: Html) -> None:
        text = SubElement(SubElement(parent, "material"), "mattext", texttype="text/html")
        text.text = fitted(part, self.site.link, lambda address: f"$IMS-CC-FILEBASE$/{PICTURES}/{file_name(address)}")

    def _condition(self, feedback: tuple[str, Html] | None = None, *, ends: bool = False) -> _Element:
        """A condition to fill, with what it shows."""
        condition = SubElement(self.processing, "respcondition", {"continue": "No" if ends else "Yes"})
        variables = SubElement(condition, "conditionvar")
        if ends:
            SubElement(condition, "setvar", action="Set", varname="SCORE").text = "100"
        if feedback and feedback[1]:  # an option may have no reply
            SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback[0])
            self.feedback.append(feedback)
        return variables

    def _general(self) -> None:
        words = wording.told(self.question) + self.site.origin(self.question)
        SubElement(self._condition(("general_fb", words)), "other")

    def _number(self, number: Number) -> None:
        answer = SubElement(self.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
        SubElement(SubElement(answer, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
        # Canvas counts every number that stands in a condition as right: what known wrong ones tell is told of all.
        right = SubElement(self._condition(("correct_fb", blocks(self.question.answer)), ends=True), "or")
        least, most = wording.bounds(number)
        SubElement(right, "varequal", respident=RESPONSE).text = wording.decimal(number.value)
        within = SubElement(right, "and")
        SubElement(within, "vargte", respident=RESPONSE).text = least
        SubElement(within, "varlte", respident=RESPONSE).text = most
        self._wrong(wording.diagnoses(number))

    def _wrong(self, words: Html = "") -> None:
        """What is said to all who are wrong: something of their answer, where that can be told, and the hints."""
        said = words + "".join(blocks(hint) for hint in self.question.hints)
        if said:
            SubElement(self._condition(("general_incorrect_fb", said)), "other")

    def _choice(self, choice: Choice) -> None:
        cardinality = "Multiple" if choice.several else "Single"
        answer = SubElement(self.presentation, "response_lid", ident=RESPONSE, rcardinality=cardinality)
        shown = SubElement(answer, "render_choice")
        idents = [str(1000 + place) for place in range(len(choice.options))]
        for ident, option in zip(idents, choice.options, strict=True):
            self._material(SubElement(shown, "response_label", ident=ident), option.words)
            variables = self._condition((f"{ident}_fb", blocks(option.reply)))
            SubElement(variables, "varequal", respident=RESPONSE).text = ident
        right = self._condition(ends=True)
        right = SubElement(right, "and") if choice.several else right
        for ident, option in zip(idents, choice.options, strict=True):
            if option.right:
                SubElement(right, "varequal", respident=RESPONSE).text = ident
            elif choice.several:
                SubElement(SubElement(right, "not"), "varequal", respident=RESPONSE).text = ident
        self._wrong()

    def _pairs(self) -> None:
        mixed = wording.pairs(self.question)
        rights = {right: str(2000 + place) for place, right in enumerate(sorted(set(mixed.rights)))}
        share = f"{100 / len(mixed.lefts):.2f}"
        for place, (left, right) in enumerate(zip(mixed.lefts, mixed.rights, strict=True)):
            answer = SubElement(self.presentation, "response_lid", ident=f"response_{1000 + place}")
            self._material(answer, left)
            shown = SubElement(answer, "render_choice")
            for words, ident in rights.items():
                label = SubElement(SubElement(shown, "response_label", ident=ident), "material")
                SubElement(label, "mattext").text = words
            condition = SubElement(self.processing, "respcondition")
            equal = SubElement(SubElement(condition, "conditionvar"), "varequal", respident=f"response_{1000 + place}")
            equal.text = rights[right]
            SubElement(condition, "setvar", varname="SCORE", action="Add").text = share
        self._wrong()

    def _essay(self) -> None:
        answer = SubElement(self.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
        SubElement(SubElement(answer, "render_fib"), "response_label", ident="answer1", rshuffle="No")
        SubElement(
            SubElement(SubElement(self.processing, "respcondition", {"continue": "No"}), "conditionvar"), "other"
        )
