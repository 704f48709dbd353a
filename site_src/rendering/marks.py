"""Whatever can be pointed at has an address and shows a mark: a link to it, which a script makes copy it.

Headings, statements, proofs, myths, questions, asides, checked tables and widgets; pictures have theirs from
`pictures.py`. A table is called after the function that computes it, a proof without an id after its statement.

The mark stands beside its element where nothing but the element may stand (a heading is read out by its name, a widget
replaces what it holds, a closed `<details>` hides it); a `<div class="marked">` holds the two together.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from lxml import html
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from checking.anchors import with_derived_ids
from search.parts import readable

HEADINGS = {f"h{level}" for level in range(2, 7)}  # the address of the first one is that of the page
BOXES = {"statement", "proof", "myth"}
TABLE = re.compile(r"<!-- table: \w+\.(\w+) -->")


def mark(anchor: str, name: str) -> Element:
    """The link to an address of this page."""
    return Element("a", {"class": "mark", "href": f"#{anchor}", "aria-label": f"Link to {name}"})


def words(anchor: str) -> str:
    """An id as it is spoken: "question horses"."""
    return anchor.replace("-", " ")


class _NameProofs(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return with_derived_ids("\n".join(lines)).split("\n")


class _NameTables(Treeprocessor):
    """Gives each checked table the address that the comment above it says."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            for comment, table in pairwise(parent):
                found = TABLE.fullmatch(self._raw(comment)) if table.tag == "table" else None
                if found:
                    table.set("id", f"table-{found[1].replace('_', '-')}")

    def _raw(self, element: Element) -> str:
        """The raw HTML that a paragraph stands for."""
        stashed = HTML_PLACEHOLDER_RE.fullmatch(element.text or "")
        return str(self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]).strip() if stashed else ""


class _Mark(Treeprocessor):
    def run(self, root: Element) -> None:
        self.heading, self.statement = "", ""
        for parent, child in list(_in_order(root)):
            classes = set(child.get("class", "").split())
            anchor = child.get("id")
            if anchor is None:
                continue
            if child.tag in HEADINGS:
                self.heading = self._text(child)
                _beside(parent, child, self.heading, after=True)
            elif child.tag == "table":
                child.set("aria-label", self.heading)
                _beside(parent, child, words(anchor))
            elif child.tag == "details":
                _beside(parent, child, words(anchor))
            elif child.tag.startswith("xb-"):
                _beside(parent, child, f"widget {words(anchor)}")
            elif BOXES & classes:
                self._mark_box(child, classes)

    def _mark_box(self, box: Element, classes: set[str]) -> None:
        """Name a box, for those who do not see its border, and put its mark inside."""
        bold = next(box.iter("strong"), None)
        name = words(box.attrib["id"]) if bold is None else self._text(bold).rstrip(".")
        if "statement" in classes:
            self.statement = name
        elif "proof" in classes:
            name = f"Proof of {self.statement}" if self.statement else "Proof"
        box.attrib |= {"role": "group", "aria-label": name}
        box.insert(0, mark(box.attrib["id"], name))

    def _text(self, element: Element) -> str:
        """What an element says, formulas too, on one line."""
        return readable(html.fragment_fromstring(render_inner_html(element, self.md), create_parent="p"))


def _in_order(root: Element) -> Iterator[tuple[Element, Element]]:
    """Every element with its parent, in reading order."""
    for child in root:
        yield root, child
        yield from _in_order(child)


def _beside(parent: Element, child: Element, name: str, after: bool = False) -> None:
    """Put an element and its mark into one box."""
    box = Element("div", {"class": "marked"})
    box.tail, child.tail = child.tail, None
    parent[list(parent).index(child)] = box
    box.extend([child, mark(child.attrib["id"], name)] if after else [mark(child.attrib["id"], name), child])


class Marks(Extension):
    """Gives addresses, and shows them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Name before raw HTML is taken out of the text (20), after code is (25), and before MkDocs reads ids (5).

        Mark when headings have begun their sections (1).
        """
        md.preprocessors.register(_NameProofs(md), "name-proofs", 21)
        md.treeprocessors.register(_NameTables(md), "name-tables", 6)
        md.treeprocessors.register(_Mark(md), "marks", 0.5)


def makeExtension(**configs: object) -> Marks:
    """Python-Markdown's entry point."""
    return Marks(**configs)
