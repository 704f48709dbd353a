"""The concept map as a picture: every page a link, every arrow from a page to one that builds on it.

It stands where a page says `<!-- picture of the map -->`, in layers: what builds on a page stands below it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from lxml import etree
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from checking import concept_measures, map_lists, navigation
from checking.concept_map import Concept
from typesetting.graphviz import layered

TO = " to "
SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
MARKER = "<!-- picture of the map -->"
LETTERS = 17  # in a line of a box
GRAPH = 'bgcolor="transparent" nodesep=0.14 ranksep=0.34 margin=0.02'
BOXES = 'shape=box style=rounded fontname="Helvetica" fontsize=11 margin="0.1,0.06" height=0.3'
ARROWS = "arrowsize=0.5"


def picture() -> str:
    """The map as HTML: a link for each page, and between them arrows that know where they begin and end."""
    svg = etree.fromstring(layered(dot()).encode(), etree.XMLParser(remove_comments=True))
    for group in svg.iter(f"{SVG}g"):
        name = str(group.attrib.pop("id", ""))
        start, arrow, end = name.partition(TO)
        if arrow:
            group.attrib.update({"data-from": start, "data-to": end})
        elif "concept" in group.get("class", "").split():
            group.set("data-concept", name)
        for title in group.findall(f"{SVG}title"):
            group.remove(title)
    for link in svg.iter(f"{SVG}a"):
        link.set("href", link.attrib.pop(f"{XLINK}href"))
        del link.attrib[f"{XLINK}title"]
    etree.cleanup_namespaces(svg)
    svg.set("aria-label", "The map as a picture")
    drawn = etree.tostring(svg, encoding="unicode", with_tail=False)
    return f'<nav class="concept-map" aria-label="The map">{drawn}</nav>'


def dot() -> str:
    """The map in Graphviz's language."""
    lines = [f"graph [{GRAPH}]", f"node [{BOXES}]", f"edge [{ARROWS}]", *_boxes(), *_arrows()]
    return f"digraph {{ {'; '.join(lines)} }}"


def _boxes() -> Iterator[str]:
    for concept in map_lists.pages():
        label = r"\n".join(wrap(map_lists.short_title(concept), LETTERS))
        address = Path(os.path.relpath(concept.address, "map")).as_posix() + "/"
        name = map_lists.anchor(concept)
        yield f'"{name}" [id="{name}" class="concept" label="{_quoted(label)}" href="{address}"]'


def _arrows() -> Iterator[str]:
    """One from each page that is needed: broken where a section is enough, pale where another way leads there too."""
    map_ = concept_measures.drawn()
    for concept in map_lists.pages():
        whole = {needed.page for needed in map_[concept] if not needed.anchor}
        parts = {needed.page for needed in map_[concept]} - whole
        for page in sorted(whole | parts, key=navigation.pages().index):
            others = (whole | parts) - {page}
            implied = any(Concept(page) in concept_measures.before(Concept(other), map_) for other in others)
            kinds = ["arrow", *["part"] * (page in parts), *["implied"] * implied]
            start, end = map_lists.anchor(Concept(page)), map_lists.anchor(concept)
            style = ' style="dashed"' if page in parts else ""
            yield f'"{start}" -> "{end}" [id="{start}{TO}{end}" class="{" ".join(kinds)}"{style}]'


def _quoted(label: str) -> str:
    return label.replace('"', r"\"")


class _Draw(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [self.md.htmlStash.store(picture()) if line == MARKER else line for line in lines]


class ConceptMap(Extension):
    """Draws the map where a page asks for it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run before comments are taken for raw HTML (20)."""
        md.preprocessors.register(_Draw(md), "concept-map", 25)


def makeExtension(**configs: object) -> ConceptMap:
    """Python-Markdown's entry point."""
    return ConceptMap(**configs)
