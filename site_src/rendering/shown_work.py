"""Gives each checked number its work, the expression and the full value; site_src/widgets/page/claims.ts shows it.

Each token of a claim is put between two private characters before the page is parsed. They come out with the text:
in prose the token becomes an element; where no element can stand, as in a heading, a picture's words or a title, the
number stays what it is.
"""

import re
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from checking import claims
from checking.evaluation import evaluate
from practice import parameters

BEGIN, END = "\ue000", "\ue001"
FIRST = 0xF0000  # the first private character that stands for the number of a claim
MARKS = re.compile(rf"[{BEGIN}{END}{chr(FIRST)}-{chr(0xFFFFD)}]")
TAG = re.compile(r"<[^<>]*>")
SHOWN = re.compile(rf"{BEGIN}(.*?){END}(.)", re.DOTALL)
HEADINGS = {f"h{level}" for level in range(1, 7)}


class _Mark(Preprocessor):
    """Puts marks around the token of each claim and takes its comment away."""

    def __init__(self, md: Markdown, work: list[str]) -> None:
        super().__init__(md)
        self.work = work

    def run(self, lines: list[str]) -> list[str]:
        self.work.clear()
        text = "\n".join(lines)
        parts, end = [], 0
        for found in claims.find(text):
            before, token, after = _apart(found["token"])
            parts += [text[end : found.start()], before, BEGIN, token, END, chr(FIRST + len(self.work)), after]
            self.work.append(_work(found))
            end = found.end()
        return ("".join(parts) + text[end:]).split("\n")


class _PlainHeadings(Treeprocessor):
    """Takes the marks out of headings, which also stand in the navigation and in the browser's title."""

    def run(self, root: Element) -> None:
        for heading in (element for element in root.iter() if element.tag in HEADINGS):
            for element in heading.iter():
                element.text = MARKS.sub("", element.text) if element.text else element.text
                if element is not heading and element.tail:
                    element.tail = MARKS.sub("", element.tail)


class _Show(Postprocessor):
    """Makes elements of what stands between marks; inside a tag, as in a picture's words, no element can stand."""

    def __init__(self, md: Markdown, work: list[str]) -> None:
        super().__init__(md)
        self.work = work

    def run(self, text: str) -> str:
        text = TAG.sub(lambda tag: MARKS.sub("", tag[0]), text)
        return SHOWN.sub(lambda shown: _element(shown[1], self.work[ord(shown[2]) - FIRST]), text)


def _apart(token: str) -> tuple[str, str, str]:
    """The token, between the bold type that ends before it or begins behind it: elements must not cross."""
    begins, ends = token.startswith("**"), token.endswith("**")
    if begins == ends:
        return "", token, ""
    return "**" * begins, token.removeprefix("**").removesuffix("**"), "**" * ends


def _work(found: re.Match[str]) -> str:
    if found["kind"] != "=":
        return f"given: {found['name'] + ' in ' if found['name'] else ''}{found['work']}"
    known = parameters.at(found.string, found.start())
    return "; ".join(f"{e} = {_full(evaluate(e, known))}" for e in claims.expressions_of(found))


def _full(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.15g}"


def _element(token: str, work: str) -> str:
    return f'<data class="claim" value="{escape(work)}">{token}</data>'


class ShownWork(Extension):
    """Shows the work of checked numbers."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Mark before raw HTML is taken out of the text (20), after fenced code is (25); show when all is put back."""
        work: list[str] = []
        md.preprocessors.register(_Mark(md, work), "shown-work", 22)
        md.treeprocessors.register(_PlainHeadings(md), "plain-headings", 6)
        md.postprocessors.register(_Show(md, work), "shown-work", -10)


def makeExtension(**configs: object) -> ShownWork:
    """Python-Markdown's entry point."""
    return ShownWork(**configs)
