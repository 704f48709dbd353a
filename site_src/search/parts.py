"""What a finished page says, part by part: each part has an address of its own, a title and readable text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from search.formulas import as_text

HEADINGS = {"h1", "h2", "h3", "h4"}
SILENT = {"script", "style", "template", "svg", "nav", "button"}
# The mark that copies an address, what can be taken of a picture, how a page is cited, where something has moved, the
# switch that shows the work of all numbers, and what map and gallery say of a page, which says it itself.
MARKS = {"mark", "take", "cite", "moved", "work-switch", "concept", "gallery"}
# Around any other element the text is parted.
INLINE = {
    "a",
    "abbr",
    "b",
    "code",
    "data",
    "del",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "math",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
CODE_WORD = re.compile(r"[^\W\d][\w.]+|\d+\.\d+")
NAMED = re.compile(r"[\w' -]+ \((?P<names>[^()]+)\)")  # Theorem (Pinsker; Bretagnolle–Huber)


@dataclass
class Part:
    """One thing that can be found: the lead of a page, a section, a named statement, a question or a term."""

    anchor: str
    kind: str
    title: str = ""
    also: list[str] = field(default_factory=list)
    text: str = ""
    code: str = ""
    linked: int = 0

    @property
    def share_of_links(self) -> float:
        """How much of its text is links: near one in a list that only leads elsewhere."""
        return self.linked / max(len(self.text), 1)


def parts(article: HtmlElement) -> list[Part]:
    """The parts of a page in reading order; the first is the lead, by which the page itself is found."""
    reader = _Reader()
    reader.read(article)
    for part in reader.parts:
        part.text, part.code = tidy(part.text), " ".join(dict.fromkeys(CODE_WORD.findall(part.code)))
    return reader.parts


def readable(element: HtmlElement) -> str:
    """The text of an element on one line, formulas included, without its marks."""
    reader = _Reader()
    reader.say(element)
    return tidy(reader.part.text)


def names(listed: str) -> list[str]:
    """The names in a list of them: "relative entropy, I-divergence"."""
    return [name.strip() for name in listed.split(",") if name.strip()]


def tidy(text: str) -> str:
    """The text on one line."""
    return re.sub(r" (?=[,.;:!?)])", "", re.sub(r"\s+", " ", text)).strip()


class _Reader:
    """Walks through an article and hands every word to the part that it stands in."""

    def __init__(self) -> None:
        self.part = Part("", "lead")
        self.parts = [self.part]

    def read(self, children: Iterable[HtmlElement]) -> None:
        for child in children:
            if isinstance(child.tag, str) and not _silent(child):
                self._read_one(child)
            self.part.text += child.tail or ""

    def _read_one(self, element: HtmlElement) -> None:
        if element.tag in HEADINGS | {"dt"} and element.get("id"):
            self._begin(element)
        elif part := _enclosed(element):
            around = self.part
            self._enter(part)
            self.read(element[1:] if element.tag == "details" else element)  # its summary is the title
            self.part = around
        else:
            self.say(element)

    def _begin(self, heading: HtmlElement) -> None:
        if heading.tag == "h1":
            self.part.title, self.part.also = readable(heading), names(heading.get("data-also", ""))
        else:
            kind = "term" if heading.tag == "dt" else "section"
            self._enter(Part(heading.get("id", ""), kind, readable(heading), names(heading.get("data-also", ""))))

    def _enter(self, part: Part) -> None:
        self.part = part
        self.parts.append(part)

    def say(self, element: HtmlElement) -> None:
        if element.tag == "math":
            self.part.text += as_text(element)
        elif element.tag == "pre":
            self.part.code += f" {element.text_content()}"
        else:
            self._say_all(element)

    def _say_all(self, element: HtmlElement) -> None:
        space = "" if element.tag in INLINE else " "
        before = len(self.part.text)
        self.part.text += space + (element.text or "")
        self.read(element)
        self.part.text += space
        if element.tag == "a":
            self.part.linked += len(self.part.text) - before


def _silent(element: HtmlElement) -> bool:
    return (
        element.tag in SILENT
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or not MARKS.isdisjoint(element.classes)
    )


def _enclosed(element: HtmlElement) -> Part | None:
    """The part that is just this element: a question to the reader, or a statement with a name."""
    anchor = element.get("id")
    if anchor and element.tag == "details" and "question" in element.classes:
        return Part(anchor, "question", readable(element[0]))
    if anchor and "statement" in element.classes:
        name = next(element.iter("strong", *HEADINGS), None)
        title = readable(name).rstrip(".") if name is not None else ""
        if found := NAMED.fullmatch(title):
            return Part(anchor, "statement", title, [part.strip() for part in found["names"].split(";")])
    return None
