"""The first use of a defined term on a page is a link to its definition, told in a sentence to who points at it.

A term is defined in one place: an entry of `docs/reference/glossary.md`, with its other forms on the lines below it,
one sentence, and a link to where the site states it. Headings, links, code and formulas stay as they are.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

DOCS = Path(__file__).parent.parent.parent / "docs"
GLOSSARY = DOCS / "reference" / "glossary.md"
ENTRY = re.compile(r"^(?P<forms>(?:[^:\s#<|!*\[-][^\n]*\n)+):   (?P<text>[^\n]+)\n", re.MULTILINE)
TARGET = re.compile(r"\s*\[(?P<words>[^\]]+)\]\((?P<path>[^)#\s]+)(?P<anchor>#[\w-]+)?\)\.?$")
ATTRIBUTES = re.compile(r" *\{[^}\n]*\}$")
SIGNS = re.compile(r"[*`$_]|<!--.*?-->")
CLOSED = {"a", "code", "pre", "script", "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
FORMULA = "arithmatex"


class Term(NamedTuple):
    """Its forms, the sentence that defines it, and the page and anchor where the site states it."""

    forms: tuple[str, ...]
    sentence: str
    page: Path
    anchor: str


def read(text: str, at: Path) -> list[Term]:
    """The entries of a glossary; raises ValueError where one does not say where the site states the term."""
    terms = []
    for entry in ENTRY.finditer(text):
        forms = tuple(ATTRIBUTES.sub("", line) for line in entry["forms"].splitlines())
        target = TARGET.search(entry["text"])
        if target is None:
            raise ValueError(f"{at}: the entry of {forms[0]} must end with a link to where the site states it")
        sentence = SIGNS.sub("", entry["text"][: target.start()])
        terms.append(Term(forms, sentence, (at.parent / target["path"]).resolve(), target["anchor"] or ""))
    return terms


@cache
def _terms() -> tuple[list[Term], "re.Pattern[str]"]:
    terms = read(GLOSSARY.read_text(encoding="utf-8"), GLOSSARY)
    return terms, pattern(terms)


def pattern(terms: list[Term]) -> "re.Pattern[str]":
    """What finds a form of a term as a whole word, the longer form first; a capital letter may begin it."""
    forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
    either = "|".join(f"[{form[0].upper()}{form[0].lower()}]{re.escape(form[1:])}" for form in forms)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


class _Link(Treeprocessor):
    def run(self, root: Element) -> None:
        page = self._page()
        if page is None or page == GLOSSARY:
            return
        terms, found = _terms()
        by_form = {form.lower(): term for term in terms if term.page != page for form in term.forms}
        self.linked: set[str] = {words for link in root.iter("a") for words in self._linked(link, by_form)}
        for parent in list(_open(root)):
            self._link_in(parent, page, by_form, found)

    def _page(self) -> Path | None:
        """The page that is being made, as MkDocs tells its own extension for links."""
        try:
            links = self.md.treeprocessors["relpath"]
        except KeyError:  # a part that is read alone, by the checker
            return None
        return Path(getattr(links, "file").abs_src_path)  # noqa: B009 (no type has it)

    @staticmethod
    def _linked(link: Element, by_form: dict[str, Term]) -> Iterator[str]:
        """A term that the author has linked already needs no second link."""
        term = by_form.get("".join(link.itertext()).lower())
        if term:
            yield term.forms[0]

    def _link_in(self, parent: Element, page: Path, by_form: dict[str, Term], found: "re.Pattern[str]") -> None:
        index = 0
        parent.text, made = self._split(parent.text, page, by_form, found)
        for element in made:
            parent.insert(index, element)
            index += 1
        while index < len(parent):
            child = parent[index]
            child.tail, made = self._split(child.tail, page, by_form, found)
            for element in made:
                index += 1
                parent.insert(index, element)
            index += 1

    def _split(
        self, text: str | None, page: Path, by_form: dict[str, Term], found: "re.Pattern[str]"
    ) -> tuple[str | None, list[Element]]:
        """The text before the first term that is not linked yet, and a link for each, which carries what follows it."""
        made: list[Element] = []
        before, end = text, 0
        for match in found.finditer(text or ""):
            term = by_form.get(match[0].lower())
            if term is None or term.forms[0] in self.linked or text is None:
                continue
            self.linked.add(term.forms[0])
            if made:
                made[-1].tail = text[end : match.start()]
            else:
                before = text[: match.start()]
            link = Element("a", {"class": "term", "href": _path(page, term), "title": term.sentence})
            link.text, end = match[0], match.end()
            made.append(link)
        if made and text is not None:
            made[-1].tail = text[end:]
        return before, made


def _path(page: Path, term: Term) -> str:
    path = posixpath.join(*Path(os.path.relpath(term.page, page.parent)).parts)
    return f"{path}{term.anchor}"


def _open(element: Element) -> Iterator[Element]:
    """The elements whose text may hold links."""
    if element.tag in CLOSED or FORMULA in element.get("class", ""):
        return
    yield element
    for child in list(element):
        yield from _open(child)


class Glossary(Extension):
    """Links terms to their definitions."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the inline patterns (20), while formulas are still TeX (15), and before links are resolved (0)."""
        md.treeprocessors.register(_Link(md), "glossary", 18)


def makeExtension(**configs: object) -> Glossary:
    """Python-Markdown's entry point."""
    return Glossary(**configs)
