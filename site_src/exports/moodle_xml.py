"""Moodle XML: `Question bank → Import → Moodle XML format`."""

from base64 import b64encode
from collections.abc import Sequence

from lxml import etree
from lxml.etree import SubElement, _Element

from exports import wording
from exports.elements import written
from exports.parts import blocks, fitted
from exports.pictures import file_name
from exports.site import Site
from practice.model import Choice, Html, Matching, Number, Order, Question

NAME = "Moodle"
ENDING = "moodle.xml"
LONGEST = 100  # letters of an ID number


def write(questions: Sequence[Question], site: Site) -> bytes:
    """The questions, each in the category of its page."""
    quiz = etree.Element("quiz")
    for those in wording.by_page(questions):
        category = SubElement(SubElement(quiz, "question", type="category"), "category")
        SubElement(category, "text").text = wording.category(those[0], site)
        for question in map(wording.typable, those):
            quiz.append(_Writer(site).question(question))
    return written(quiz, indented=True)


class _Writer:
    def __init__(self, site: Site) -> None:
        self.site = site

    def question(self, question: Question) -> _Element:
        task = question.task
        kinds = {Number: "numerical", Choice: "multichoice", Order: "match", Matching: "match", type(None): "essay"}
        element = etree.Element("question", type=kinds[type(task)])
        SubElement(SubElement(element, "name"), "text").text = wording.title(question)
        self._html(element, "questiontext", wording.stem(question))
        self._html(element, "generalfeedback", wording.told(question) + self.site.origin(question))
        SubElement(element, "defaultgrade").text = "1"
        SubElement(element, "penalty").text = "0.3333333"
        SubElement(element, "hidden").text = "0"
        SubElement(element, "idnumber").text = self._id_number(question)
        if isinstance(task, Number):
            self._number(element, task, question)
        elif isinstance(task, Choice):
            self._choice(element, task, question)
        elif task is None:
            self._essay(element, question)
        else:
            self._pairs(element, question)
        for hint in question.hints:
            self._html(element, "hint", blocks(hint))
        return element

    def _id_number(self, question: Question) -> str:
        """The permanent address, by which a question is found again."""
        number = self.site.identity(question)
        if len(number) > LONGEST:
            raise ValueError(f"{question.where}: {number} is longer than the {LONGEST} letters of Moodle's ID numbers")
        return number

    def _number(self, element: _Element, number: Number, question: Question) -> None:
        self._number_answer(element, "100", number.value, number.tolerance, blocks(question.answer))
        for diagnosis in number.diagnoses:
            room = wording.room(number, diagnosis)
            self._number_answer(element, "0", diagnosis.value, room, blocks(diagnosis.words))
        SubElement(element, "unitgradingtype").text = "0"
        SubElement(element, "showunits").text = "3"  # none: the question names it

    def _number_answer(self, element: _Element, fraction: str, value: float, room: float, words: Html) -> None:
        answer = SubElement(element, "answer", fraction=fraction, format="moodle_auto_format")
        SubElement(answer, "text").text = wording.decimal(value)
        SubElement(answer, "tolerance").text = wording.decimal(room)
        self._html(answer, "feedback", words)

    def _choice(self, element: _Element, choice: Choice, question: Question) -> None:
        SubElement(element, "single").text = "false" if choice.several else "true"
        SubElement(element, "shuffleanswers").text = "true"
        SubElement(element, "answernumbering").text = "abc"
        self._combined_feedback(element)
        for option, fraction in zip(choice.options, wording.weights(choice, question), strict=True):
            answer = SubElement(element, "answer", fraction=fraction, format="html")
            self._text(answer, option.words)
            self._html(answer, "feedback", blocks(option.reply))

    def _pairs(self, element: _Element, question: Question) -> None:
        SubElement(element, "shuffleanswers").text = "true"
        self._combined_feedback(element)
        mixed = wording.pairs(question)
        for left, right in zip(mixed.lefts, mixed.rights, strict=True):
            self._html(element, "subquestion", left)
            SubElement(SubElement(element[-1], "answer"), "text").text = right

    def _essay(self, element: _Element, question: Question) -> None:
        SubElement(element, "responseformat").text = "editor"
        SubElement(element, "responserequired").text = "1"
        SubElement(element, "responsefieldlines").text = "10"
        SubElement(element, "attachments").text = "0"
        SubElement(element, "attachmentsrequired").text = "0"
        self._html(element, "graderinfo", wording.told(question))

    def _combined_feedback(self, element: _Element) -> None:
        for kind in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
            self._html(element, kind, "")
        SubElement(element, "shownumcorrect")

    def _html(self, parent: _Element, name: str, part: Html) -> None:
        self._text(SubElement(parent, name, format="html"), part)

    def _text(self, element: _Element, part: Html) -> None:
        """The part and its pictures, which Moodle keeps beside each text."""
        shown: dict[str, str] = {}

        def picture(address: str) -> str:
            shown[file_name(address)] = address
            return f"@@PLUGINFILE@@/{file_name(address)}"

        SubElement(element, "text").text = fitted(part, self.site.link, picture)
        for name, address in shown.items():
            file = SubElement(element, "file", name=name, path="/", encoding="base64")
            file.text = b64encode(self.site.picture(address)).decode()
