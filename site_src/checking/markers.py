"""Comments and fences that mean something to the checker; one that means nothing is a mistake."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

import yaml
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from checking import claims
from checking.source import FRONT_MATTER, without_code

COMMENT = re.compile(r"<!--(?P<text>.*?)(?:-->|\Z)", re.DOTALL)
FENCE = re.compile(
    r"^ *(?P<ticks>```+|~~~+)(?P<language>[^\n]*)\n(?P<code>.*?)^ *(?P=ticks) *$", re.DOTALL | re.MULTILINE
)
MARKERS = {
    "table": r"table: \w+\.\w+",
    "attribute": r"attribute: \w+\.\w+",
    "leads-to": r"leads-to",
    "on the map": r"on the map",
    "map": r"map",
    "/map": r"/map",
    "picture of the map": r"picture of the map",
    "starts": r"starts",
    "in the overview": r"in the overview",
    "overview": r"overview",
    "widget": r"widget: [\w/-]+\.md#[\w-]+",
    "steps": r"steps",
    "in the gallery": r"in the gallery",
    "gallery": r"gallery",
    "/gallery": r"/gallery",
    "api": r"api: \w+",
    "/api": r"/api",
    "computed-by": r"computed-by: [\w ]+",
    "rooms": r"rooms",
    "questions": r"questions: [\w-]+",
    "asks": r"asks: .+",
    "every question": r"every question",
    "/every question": r"/every question",
    "trap": r"trap: \w+\.\w+",
    "calls": r"calls: .+",
    "/calls": r"/calls",
    "same lines": r"same lines",
    "/same lines": r"/same lines",
    "run with the list": r"run with the list",
    "from the list": r"from the list",
}
RUNS = "pycon"
RECORDED = re.compile(r"<!-- (?:trap: \w+\.\w+|run with the list) -->\n\Z")

Problem = tuple[int, str]


def problems(text: str) -> Iterator[Problem]:
    """Position and message of each comment that means nothing and each fence that nobody runs."""
    yield from _front_matter(text)
    yield from _comments(text)
    yield from _fences(text)


def _front_matter(text: str) -> Iterator[Problem]:
    """What cannot be read as YAML would silently become the page's first paragraph."""
    front = FRONT_MATTER.match(text)
    try:
        read = yaml.safe_load(front[0].strip("-\n")) if front else {}
    except yaml.YAMLError as error:
        read = f"no YAML: {getattr(error, 'problem', error)}"
    if not isinstance(read, dict):
        yield 0, f"the front matter is {read!s}; quote what holds “: ”"


def _comments(text: str) -> Iterator[Problem]:
    spoken = {found.end() for found in claims.find(text)}
    prose = without_code(text)
    for found in COMMENT.finditer(prose):
        words = found["text"].strip()
        if claims.WORK.fullmatch(found[0]):
            if found.end() not in spoken:
                yield found.start(), f"no number stands before {found[0]}"
            elif re.fullmatch(r"given:\W*", words):
                yield found.start(), "a given number needs its source: <!-- given: where it comes from -->"
        elif not any(re.fullmatch(pattern, words) for pattern in MARKERS.values()):
            first = re.split(r"[:\s]", words)[0]
            near = get_close_matches(first, MARKERS, n=1, cutoff=0.5)
            hint = f"; did you mean <!-- {near[0]} -->?" if near else ""
            yield found.start(), f"<!-- {words[:40]} --> means nothing here{hint}"


def _fences(text: str) -> Iterator[Problem]:
    for found in FENCE.finditer(text):
        language = found["language"].strip()
        if language != RUNS and re.search(r"^ *>>> ", found["code"], re.MULTILINE):
            yield found.start(), f"nobody runs this example: its fence must say {RUNS}"
        elif language in ("python", "py") and not RECORDED.search(text[: found.start()]):
            yield found.start(), f"nobody runs this Python: write it as an example, in a fence that says {RUNS}"
        elif not _known(language):
            yield found.start(), f"no language is called {language!r}: the fence needs one that Pygments knows"


def _known(language: str) -> bool:
    try:
        get_lexer_by_name(language)
    except ClassNotFound:
        return False
    return True
