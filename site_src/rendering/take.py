"""Below the questions of a page, the same as files. `<div class="question-files" markdown></div>` becomes those of all.

What is linked is what lies in `docs/generated/questions/`; a page whose files were not made has no such line.
"""

import os
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from checking.navigation import DOCS
from exports import files
from practice import parts

HOW = DOCS / "teach" / "practice.md"


class _Take(Treeprocessor):
    def run(self, root: Element) -> None:
        page = self._page()
        if page is None:
            return
        for parent in list(root.iter()):
            asked = [place for place, child in enumerate(parent) if _is(child, "details", "question")]
            if asked:
                line = _line("Take these questions:", parts.address(page), page)
                parent[asked[-1] + 1 : asked[-1] + 1] = line
            for child in parent:
                if _is(child, "div", "question-files"):
                    child[:] = _line("Take all questions:", files.EVERYTHING, page)

    def _page(self) -> Path | None:
        """The page that is being made, as MkDocs tells its own extension for links."""
        try:
            links = self.md.treeprocessors["relpath"]
        except KeyError:  # a part that is read alone
            return None
        return Path(getattr(links, "file").abs_src_path)  # noqa: B009 (no type has it)


def _is(element: Element, tag: str, name: str) -> bool:
    return element.tag == tag and name in element.get("class", "").split()


def _line(words: str, address: str, page: Path) -> list[Element]:
    """One line of links, or nothing where no file was made."""
    there = [made for made in files.formats() if files.file(address, made).exists()]
    if not there:
        return []
    line = Element("p", {"class": "question-files"})
    line.text = f"{words} "
    for made in there:
        file = files.file(address, made)
        link = SubElement(line, "a", href=_link(file, page))
        if file.suffix != ".html":  # which is there to be looked at and printed
            link.set("download", file.name)
        link.text, link.tail = made.NAME, " · "
    SubElement(line, "a", href=_link(HOW, page)).text = "how to use them"
    return [line]


def _link(file: Path, page: Path) -> str:
    return Path(os.path.relpath(file, page.parent)).as_posix()


class Take(Extension):
    """Links the files of questions."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after what reads words (15 and more) and before MkDocs resolves links (0)."""
        md.treeprocessors.register(_Take(md), "take", 2)


def makeExtension(**configs: object) -> Take:
    """Python-Markdown's entry point."""
    return Take(**configs)
