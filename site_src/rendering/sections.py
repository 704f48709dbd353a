"""Each heading of the second level and what follows it become one section, which is laid out when it comes near.

Mathematics is most of the work of laying out a page, and most of it is far below the first screen. Until a section is
laid out, the style sheet gives it the height that its letters want: the scroll bar tells the truth, nothing overlaps.
A long section is cut into pieces that are sections in their turn.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

HEADING = "h2"
PIECE = 800  # letters at least, which fill a phone's screen or two
PICTURE = 400  # it is as high as so many letters


class _Sections(Treeprocessor):
    def run(self, root: Element) -> None:
        # The formula sheet has its headings in a box of its own.
        for box in [root, *root.findall(f"div[{HEADING}]")]:
            _part(box)
        for section in list(root.iter("section")):
            _cut(section)
        for section in root.iter("section"):
            section.set("style", f"--letters:{_letters(section)}")


def _part(box: Element) -> None:
    children, section = list(box), None
    box[:] = []
    for child in children:
        if child.tag == HEADING:
            section = Element("section", {"class": "section"})
            box.append(section)
        (box if section is None else section).append(child)


def _cut(section: Element) -> None:
    """Put what follows the first so many letters into pieces, each from one paragraph to another.

    Margins do not meet across their edges. Those of paragraphs are known to the style sheet, which takes one away.
    """
    pieces: list[list[Element]] = [[]]
    children = list(section)
    for before, child, after in zip([None, *children], children, [*children[1:], None], strict=False):
        is_between = all(map(_is_paragraph, (before, child)))
        is_caption = after is not None and after.tag == "table"
        if is_between and not is_caption and sum(map(_letters, pieces[-1])) >= PIECE:
            pieces.append([])
        pieces[-1].append(child)
    section[:] = pieces[0]
    for piece in pieces[1:]:
        SubElement(section, "section", {"class": "section"}).extend(piece)


def _is_paragraph(element: Element | None) -> bool:
    """Code and comments stand in the tree as paragraphs too, with a mark in their place."""
    if element is None or element.tag != "p":
        return False
    return len(element) > 0 or not HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())


def _letters(element: Element) -> int:
    """How many letters an element shows before anything is unfolded; a formula counts as its mark in the tree."""
    if element.tag == "img":
        return PICTURE
    shown = element.findall("summary") if element.tag == "details" else list(element)
    own = "" if element.tag == "details" else element.text or ""
    return len(own) + sum(_letters(child) + len(child.tail or "") for child in shown)


class Sections(Extension):
    """Puts the parts of a page into sections."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after everything else that works on the tree; the list of contents is at 5."""
        md.treeprocessors.register(_Sections(md), "sections", 1)


def makeExtension(**configs: object) -> Sections:
    """Python-Markdown's entry point."""
    return Sections(**configs)
