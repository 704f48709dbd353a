"""No line begins with a per cent sign: it stays with its number, whichever space the source has between them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

APART = re.compile(r"(?<=\d)[ \n](?=%)")
CODE = {"code", "pre"}


class _Spaces(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in _prose(root):
            if element.text and element.tag not in CODE:
                element.text = APART.sub("\u00a0", element.text)
            if element.tail:
                element.tail = APART.sub("\u00a0", element.tail)


def _prose(element: Element) -> Iterator[Element]:
    yield element
    for child in element if element.tag not in CODE else ():
        yield from _prose(child)


class Spaces(Extension):
    """Keeps together what no line may part."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the inline patterns (20)."""
        md.treeprocessors.register(_Spaces(md), "spaces", 16)


def makeExtension(**configs: object) -> Spaces:
    """Python-Markdown's entry point."""
    return Spaces(**configs)
