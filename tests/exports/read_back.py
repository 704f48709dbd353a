"""Exported files as a reader finds them that did not write them: one shape for all formats."""

import base64
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import environment


@dataclass
class Answer:
    """What can be answered, what it is worth in percent, and what is said then."""

    words: str
    weight: float
    feedback: str = ""
    tolerance: float | None = None


@dataclass
class Read:
    """A question as it was read."""

    kind: str
    name: str
    identity: str
    category: str
    stem: str
    general: str
    answers: list[Answer] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    wrong: str = ""
    """What is said to all who are wrong."""


INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|kbd|span|strong|sub|sup|var)\b[^>]*>")


def words(html: str) -> str:
    """The text of some HTML, as the simplest reader sees it: no tags, and one space for many."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", INLINE.sub("", html))).split())


# Moodle: what `question/format/xml/format.php` takes from where.

MOODLE = {
    "": "name questiontext generalfeedback defaultgrade penalty hidden idnumber hint",
    "numerical": "answer unitgradingtype showunits",
    "multichoice": "single shuffleanswers answernumbering correctfeedback partiallycorrectfeedback incorrectfeedback"
    " shownumcorrect answer",
    "match": "shuffleanswers correctfeedback partiallycorrectfeedback incorrectfeedback shownumcorrect subquestion",
    "essay": "responseformat responserequired responsefieldlines attachments attachmentsrequired graderinfo",
}


def moodle(content: bytes) -> list[Read]:
    category, found = "", []
    for element in ET.fromstring(content):
        kind = element.attrib["type"]
        if kind == "category":
            category = element.findtext("category/text", "")
        else:
            unknown = {child.tag for child in element} - {*MOODLE[""].split(), *MOODLE[kind].split()}
            assert not unknown, f"Moodle's importer takes no {unknown} of a {kind}"
            found.append(_moodle_question(element, kind, category))
    return found


def _moodle_question(element: ET.Element, kind: str, category: str) -> Read:
    read = Read(
        kind,
        element.findtext("name/text", ""),
        element.findtext("idnumber", ""),
        category,
        _moodle_html(element.find("questiontext")),
        _moodle_html(element.find("generalfeedback")),
        [_moodle_answer(answer) for answer in element.iterfind("answer")],
        {_moodle_html(one): one.findtext("answer/text", "") for one in element.iterfind("subquestion")},
        [_moodle_html(hint) for hint in element.iterfind("hint")],
    )
    for holder in element.iter():
        here = {file.attrib["name"]: base64.b64decode(file.text or "") for file in holder.iterfind("file")}
        asked = re.findall(r"@@PLUGINFILE@@/([^\"]+)", holder.findtext("text", ""))
        assert set(asked) == set(here), "each text has its own files"
        read.pictures |= here
    return read


def _moodle_html(element: ET.Element | None) -> str:
    assert element is not None
    assert element.attrib["format"] == "html"
    return element.findtext("text", "").strip()


def _moodle_answer(element: ET.Element) -> Answer:
    tolerance = element.findtext("tolerance")
    return Answer(
        element.findtext("text", ""),
        float(element.attrib["fraction"]),
        _moodle_html(element.find("feedback")),
        None if tolerance is None else float(tolerance),
    )


# GIFT: by the grammar of gift-pegjs.


def gift(content: bytes) -> list[Read]:
    command = environment.node(Path(__file__).with_name("gift.mjs"))
    said = subprocess.run(command, input=content, stdout=subprocess.PIPE, check=True).stdout
    category, found = "", []
    for one in json.loads(said):
        if one["type"] == "Category":
            category = one["title"]
        else:
            found.append(_gift_question(one, category))
    return found


def _gift_question(one: dict[str, Any], category: str) -> Read:
    def html(text: dict[str, str] | None) -> str:
        assert text is None or text["format"] == "html"
        return text["text"] if text else ""

    answers = []
    wrong = ""
    for choice in one.get("choices", []):
        text, weight = choice["text"], choice["weight"]
        worth = float(weight if weight is not None else 100 if choice["isCorrect"] else 0)
        if "number" in text:
            answers.append(Answer(str(text["number"]), worth, html(choice["feedback"]), text["range"]))
        elif one["type"] == "Numerical":
            assert text["text"] == "*"
            wrong = html(choice["feedback"])
        else:
            answers.append(Answer(html(text), worth, html(choice["feedback"])))
    # That grammar leaves the marks of what was escaped in the right side of a pair.
    signs = {"&&058;": ":", "&&035;": "#", "&&061;": "=", "&&123;": "{", "&&125;": "}", "&&126;": "~", "&&092;": "\\"}
    pairs = {
        html(pair["subquestion"]): re.sub(r"&&\d+;", lambda mark: signs[mark[0]], pair["subanswer"])
        for pair in one.get("matchPairs", [])
    }
    general = html(one["globalFeedback"])
    read = Read(one["type"], one["title"], one["id"], category, html(one["stem"]), general, answers, pairs, wrong=wrong)
    whole = general + wrong + read.stem + "".join(answer.feedback + answer.words for answer in answers)
    for place, data in enumerate(re.findall(r'src="data:image/png;base64,([^"]+)"', whole)):
        read.pictures[str(place)] = base64.b64decode(data)
    return read
