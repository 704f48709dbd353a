"""Formulas set when the site is built, so that a reader's browser runs nothing.

`pymdownx.arithmatex` finds the TeX; this extension replaces each find with KaTeX's HTML, in the colours of the site.
"""

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from typesetting.katex import typeset

LEADING_SPACE = re.compile(r"^(\\[,;:! ]\s*)+")  # a sentence has a space there already
SHORT = 40  # letters of TeX: what is shorter fits on a phone's line together with a comma

# The colour grammar of the site: wherever these letters stand in a formula they mean the same thing.
COLOURED = re.compile(r'<span class="mord mathnormal"((?: style="[^"]*")?)>([pqDH])</span>')


def coloured(tex: str, display: bool) -> str:
    """The formula as HTML with p, q, D and H in their colours."""
    return COLOURED.sub(r'<span class="mord mathnormal math-\2"\1>\2</span>', typeset(tex, display))


class _Typeset(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, element in enumerate(list(parent)):
                if element.get("class") == "arithmatex":
                    tex = unescape(element.text or "").strip()  # arithmatex escapes what it finds
                    display = tex.startswith("\\[")
                    bare = tex[2:-2].strip()
                    bare = bare if display else LEADING_SPACE.sub("", bare)
                    element.text = self.md.htmlStash.store(coloured(bare, display))
                    element.set("class", "formula" if display else "formula-inline")
                    if not display and len(tex) < SHORT:
                        parent[index] = _with_punctuation(element)


def _with_punctuation(formula: Element) -> Element:
    """The formula bound to the comma or full stop after it, which could else begin a line of its own."""
    mark = re.match(r"[,.;:!?)]+", formula.tail or "")
    if mark is None:
        return formula
    bound = Element("span", {"class": "formula-bound"})
    bound.append(formula)
    bound.tail, formula.tail = (formula.tail or "")[mark.end() :], mark[0]
    return bound


class Formulas(Extension):
    """Sets what arithmatex found."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the inline patterns (20) and before headings are read for the table of contents (5)."""
        md.treeprocessors.register(_Typeset(md), "formulas", 15)


def makeExtension(**configs: object) -> Formulas:
    """Python-Markdown's entry point."""
    return Formulas(**configs)
