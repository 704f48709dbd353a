"""What a reader sees as a number, found in the rendered page: text, captions, alternative texts, titles and formulas.

The page is rendered with the extensions of mkdocs.yml, but each number of the source carries a mark that says where it
stands, and the marks come out with the text. Constructs decide what a number is: none is looked for in code blocks,
in links (what they name is checked as a link), in `<time>`, in lists of sources.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml import html
from markdown import Markdown

from checking import claims, formulas
from checking.navigation import settings
from checking.numbers import FOUND, VULGAR
from checking.source import CODE, FRONT_MATTER, blank
from exhibits import _discovery
from typesetting.katex import typeset

MARK = 0x100000  # the first private character that stands for a position
SKIPPED = {"pre", "script", "style", "time", "svg", "math"}
SHOWN = ("alt", "title", "aria-label")
# Numbers whose places in the source cannot take a mark: they are no text.
UNMARKED = re.compile(
    r"&#\w+;|^\s*\d+[.)](?=\s)|\[\^[^\]]*\]|</?[\w-]+|<!--.*?-->|\]\([^)\s]*|\{[#:.][^}\n]*\}", re.M | re.S
)
BESIDE_COMMENT = re.compile(r"^  ", re.MULTILINE)  # what stands for "# " in a notebook's prose
UNIT = re.compile(r"[\s\u00a0\u202f-]*(?:bit|nat|ban|hartley|%|per cent)")
THREAD = re.compile(r"(?:#|\bPR |\b[Ii]ssue |\bdiscussion )(\d+)")
LEFT_OVER = re.compile(r"\[\^|\]\(|\*\*|\$|<!--|-->|\{[#:.]")
MINUS = "-−–—"

Problem = tuple[int, str]


def problems(page: Path, text: str) -> Iterator[Problem]:
    """Position and message of each number that nothing checks, and of each sign or mark-up that went astray."""
    spans = [found.span("token") for found in claims.find(text)]
    prose = claims.WORK.sub(blank, text)
    marked, places = _marked(FRONT_MATTER.sub(blank, prose))
    if page.suffix == ".py":
        marked = BESIDE_COMMENT.sub("", marked)
    tree = html.fragment_fromstring(_markdown().convert(marked), create_parent="div")
    reader = _Reader(prose, places, spans, page)
    reader.element(tree)
    yield from reader.problems
    yield from _shown_elsewhere(text)


def _shown_elsewhere(text: str) -> Iterator[Problem]:
    """The words under which a search engine shows the page cannot carry a comment: no amounts in them."""
    front = FRONT_MATTER.match(text)
    for line in re.finditer(r"^(headline|description): .*$", front[0] if front else "", re.MULTILINE):
        for found in FOUND.finditer(line[0]):
            if found[0] not in ("0", "1"):
                yield line.start() + found.start(), f"{found[0]} in the {line[1]}: nothing checks it there"


def _marked(text: str) -> tuple[str, list[int]]:
    """The text with a mark behind each number, and the position for which each mark stands."""
    fixed = [found.span() for found in UNMARKED.finditer(text)]
    fences = [found.span() for found in CODE.finditer(text) if "\n" in found[0]]
    barred = sorted(fixed + fences)
    parts: list[str] = []
    places: list[int] = []
    end = bar = 0
    for found in FOUND.finditer(text):
        while bar < len(barred) and barred[bar][1] <= found.start():
            bar += 1
        inside = bar < len(barred) and barred[bar][0] < found.end()
        if not inside:
            parts += [text[end : found.end()], chr(MARK + len(places))]
            places.append(found.start())
            end = found.end()
    return "".join([*parts, text[end:]]), places


def _markdown() -> Markdown:
    """Python-Markdown as the site has it; formulas stay TeX, pictures stay images, numbers stay text."""
    named = [(e, {}) if isinstance(e, str) else next(iter(e.items())) for e in settings()["markdown_extensions"]]
    kept = [(name, options or {}) for name, options in named if name in _OURS or not name.startswith("rendering.")]
    return Markdown(extensions=[name for name, _ in kept], extension_configs=dict(kept))


_OURS = {"rendering.widgets"}  # without it a widget's still would be raw HTML


class _Reader:
    """Walks the rendered page in reading order."""

    def __init__(self, source: str, places: list[int], spans: list[tuple[int, int]], page: Path) -> None:
        self.source, self.places, self.spans, self.page = source, places, spans, page
        self.problems: list[Problem] = []
        self.last = 0  # the last position met, for what carries no mark itself
        self.before = ""  # the text before, across elements

    def element(self, element: html.HtmlElement, link: str | None = None) -> None:
        """Read an element, its shown attributes and what it holds."""
        if not isinstance(element.tag, str):
            return
        if element.tag == "time":
            self.date(element)
        if "arithmatex" in (element.get("class") or ""):
            self.formula(element.text or "")
            self.before += "x"  # to a sign behind it, a formula is an operand
        elif element.tag == "code":
            self.code(element.text or "")
            self.before += "x"
        elif self._is_source(element):
            self.years(element)
        elif element.tag not in SKIPPED:
            if element.tag == "a":
                self.thread(element)
            link = element.get("href") if element.tag == "a" else link
            self.picture(_unmarked(element.get("src") or "")[0])
            for name in SHOWN:
                self.text(element.get(name) or "", None)
            self.text(element.text or "", link)
            for child in element:
                self.element(child, link)
                self.text(child.tail or "", link)
            if element.tag in _BLOCKS:
                self.before = ""

    def text(self, text: str, link: str | None) -> None:
        """Find the numbers in a run of text."""
        plain, marks = _unmarked(text)
        for found in FOUND.finditer(plain):
            at = self._place(marks, found.end())
            before = re.sub(r"[ \n]+", " ", self.before + plain[: found.start()])
            if re.search(r"[^\W\d]$|[\w]\.$", before) or re.match(r"[^\W\d]", plain[found.end() :]):
                continue  # part of a name, such as k1 or 2nd
            if self._claimed(at):
                self._astray(before, found[0], at)
            elif self._is_amount(found[0], plain[found.end() :], link):
                self.problems.append((at, f"{found[0]} stands alone"))
        for found in LEFT_OVER.finditer(plain):
            at = max(self.source.find(found[0], self.last), self.last)
            self.problems.append((at, f"{found[0]} is shown to readers: nothing read this mark-up"))
        self.before = re.sub(r"\s+", " ", self.before + plain)[-40:]

    def picture(self, address: str) -> None:
        """A generated picture must have a function that draws it."""
        found = re.search(r"generated/(\w+)/(\w+)\.svg$", address)
        if found and (found[1], found[2]) not in set(_discovery.named("Figure")):
            at = max(self.source.find(address, self.last), self.last)
            self.problems.append((at, f"no function {found[2]} in exhibits/{found[1]}.py draws this picture"))

    def date(self, element: html.HtmlElement) -> None:
        """What a date says to machines is what it says to people."""
        (said, marks), meant = _unmarked(element.text or ""), _unmarked(element.get("datetime") or "")[0]
        words = _date(meant)
        if said != words:
            at = self.places[marks[0][1]] if marks else self.last
            self.problems.append((at, f'<time datetime="{meant}"> is {words or "no date"}, not {said}'))

    def formula(self, text: str) -> None:
        """Find the numbers in a formula."""
        tex, marks = _unmarked(text[2:-2])
        at = next((self.places[mark] for _, mark in marks), self.last)
        self.last = max(self.last, at)
        self.problems += [(at, f"${tex}$: {why}") for _, why in formulas.contradictions(tex)]
        try:
            typeset(tex.strip(), display=text.startswith("\\["))
        except ValueError as error:
            self.problems.append((max(self.source.find(tex, self.last), self.last), str(error)))
        loose = [item.written for item in formulas.unchecked(tex)]
        if loose and not self._claimed(at):
            self.problems.append((at, f"${tex}$: nothing checks {', '.join(loose)}"))

    def code(self, text: str) -> None:
        """A decimal in code in a sentence needs a claim, too: nobody runs it."""
        plain, marks = _unmarked(text)
        for found in FOUND.finditer(plain):
            at = self._place(marks, found.end())
            named = re.search(r"[\w.]$", plain[: found.start()]) or re.match(r"[^\W\d]", plain[found.end() :])
            if not named and "." in found[0].strip(".") and not self._claimed(at):
                self.problems.append((at, f"{found[0]} in `{plain}`: nothing checks it"))

    def _is_amount(self, number: str, behind: str, link: str | None) -> bool:
        if link is not None and "sources.md#" in link:
            return re.fullmatch(r"[12]\d{3}", number) is not None and number not in link
        if link is not None:
            return "://" not in link and not re.fullmatch(r"\d+", number)
        return number not in ("0", "1") or UNIT.match(behind) is not None

    def years(self, element: html.HtmlElement) -> None:
        """In a list of sources the year of each is that of its address."""
        for link in element.iter("a"):
            words, marks = _unmarked("".join(link.itertext()))
            for year in re.finditer(r"\b[12]\d{3}\b", words):
                at = self._place(marks, year.end())
                if "sources.md#" in (link.get("href") or "") and year[0] not in (link.get("href") or ""):
                    self.problems.append((at, f"{year[0]} is not the year in {link.get('href')}"))

    def thread(self, link: html.HtmlElement) -> None:
        """The number of an issue or a request is that of its address."""
        address, words = _unmarked(link.get("href") or "")[0], _unmarked("".join(link.itertext()))[0]
        for found in THREAD.finditer(words) if "://" in address else ():
            if not re.search(rf"/{found[1]}\b", address):
                at = max(self.source.find(address, self.last), self.last)
                self.problems.append((at, f"{found[0]} leads to {address}"))

    def _is_source(self, element: html.HtmlElement) -> bool:
        """A list of sources: places and years in it are those of books."""
        if self.page.name == "sources.md" and element.tag == "dl":
            return True
        heading = element.getprevious()
        return element.tag == "ul" and heading is not None and heading.tag == "h2" and heading.text == "Sources"

    def _astray(self, before: str, number: str, at: int) -> None:
        sign = re.search(rf"(?P<left>.*?)(?P<gap>[ \u00a0]?)[{MINUS}](?P<space>[ \u00a0\u202f]?)$", before)
        entity = number[0] in MINUS and self.source[at] != number[0]
        if entity or (sign and not _subtracts(sign["left"], bool(sign["gap"]), bool(sign["space"]))):
            self.problems.append((at, f"the sign stands apart: write −{number} where the number is claimed"))
        if re.search(r"\d[ \u00a0\u202f,.]$", before):
            self.problems.append((at, f"digits stand before {number}: group thousands with a narrow space (U+202F)"))

    def _claimed(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.spans)

    def _place(self, marks: list[tuple[int, int]], end: int) -> int:
        for offset, mark in marks:
            if offset == end:
                self.last = self.places[mark]
        return self.last


def _subtracts(left: str, gap: bool, space: bool) -> bool:
    """Whether a dash between what stands left of it and a number is an operation or a range, and no sign."""
    operand = re.search(rf"(?:[\d)\]%{VULGAR}]|(?<![^\W\d])[^\W\d])$", left)
    return operand is not None and gap == space


def _date(iso: str) -> str:
    """The date in words, as far as it is told."""
    for form, words in (("%Y-%m-%d", "{0.day} {0:%B %Y}"), ("%Y-%m", "{0:%B %Y}"), ("%Y", "{0:%Y}")):
        try:
            return words.format(datetime.strptime(iso, form))
        except ValueError:
            continue
    return ""


_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "summary", "figcaption", "dd", "dt", "div"}


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and for each mark where in it the mark stood."""
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    for letter in text:
        if ord(letter) >= MARK:
            marks.append((len(plain), ord(letter) - MARK))
        else:
            plain.append(letter)
    return "".join(plain), marks
