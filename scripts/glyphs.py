"""Shrink the formula fonts of a built site to the glyphs that its formulas use, each font to its own.

A font that pages ask for early is cut in two: first comes what many pages use, the rest when a page needs it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from fontTools import subset as subsetter
from fontTools.ttLib import TTFont
from lxml import html

LICENCE = [0, 13, 14]  # the names in a font that hold its copyright, its licence and where to read it
RULE = re.compile(r"([^{}]+)\{[^{}]*?font(?:-family)?:[^;{}]*?KaTeX_(\w+)")
FACE = re.compile(r"@font-face\{([^{}]*?)src:url\(fonts/(KaTeX_(\w+)-\w+\.woff2)\)[^{}]*\}")
FORMULAS = "//span[@class='katex-html']"
EARLY = "//link[@rel='preload'][@as='font']/@href"
MANY = 0.2  # of the pages with formulas: more letters would come early for few pages, fewer would come late for many

Classes = frozenset[str]


@dataclass
class Use:
    """What the formulas of a site need of fonts."""

    pages: int = 0  # with formulas
    letters: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # pages, by family
    early: set[str] = field(default_factory=set)  # files that pages ask for before they are read

    def many(self, file: str, family: str) -> set[str]:
        """The letters that come first."""
        enough = MANY * self.pages if file in self.early else 1
        return {letter for letter, pages in self.letters[family].items() if pages >= enough}


def subset(site: Path) -> None:
    """Cut each KaTeX font of a built site; its style sheet says which part has which letters, and loses idle fonts."""
    fonts, sheet = site / "generated" / "fonts", site / "generated" / "site.css"
    css = sheet.read_text(encoding="utf-8")
    use = _use(site, dict(_families(css)))

    def faces(rule: re.Match[str]) -> str:
        beginning, file, family = rule.groups()
        many = use.many(file, family)
        few = use.letters[family].keys() - many
        whole = (fonts / file).read_bytes()
        (fonts / file).unlink()
        parts = {name: letters for name, letters in ((file, many), (f"few-{file}", few)) if letters}
        for name, letters in parts.items():
            (fonts / name).write_bytes(_cut(whole, letters))
        said = {name: f";unicode-range:{_ranges(letters)}" if few else "" for name, letters in parts.items()}
        return "".join(f"@font-face{{{beginning}src:url(fonts/{name}) format('woff2'){said[name]}}}" for name in parts)

    sheet.write_text(FACE.sub(faces, css), encoding="utf-8")


def _use(site: Path, families: dict[Classes, str]) -> Use:
    use = Use()
    for page in site.rglob("*.html"):
        document = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
        letters: defaultdict[str, set[str]] = defaultdict(set)
        for formula in document.xpath(FORMULAS):
            _gather(formula, "Main", families, letters)
        for family, used in letters.items():
            use.letters[family].update(used)
        use.pages += bool(letters)
        use.early |= {Path(link).name for link in document.xpath(EARLY)}
    return use


def _cut(whole: bytes, letters: set[str]) -> bytes:
    """A font with so many letters of a whole one."""
    # Hints are a fifth of a font, for screens that are too coarse to show a formula's shapes without them.
    options = subsetter.Options(flavor="woff2", layout_features=["*"], notdef_outline=True, hinting=False)
    options.name_IDs = LICENCE  # the licence reserves the other names to fonts that are whole
    font = TTFont(BytesIO(whole), recalcTimestamp=False)
    worker = subsetter.Subsetter(options)
    worker.populate(text="".join(sorted(letters)))
    worker.subset(font)
    cut = BytesIO()
    subsetter.save_font(font, cut, options)
    return cut.getvalue()


def _ranges(letters: set[str]) -> str:
    return ",".join(f"U+{ord(letter):x}" for letter in sorted(letters))


def _families(css: str) -> Iterator[tuple[Classes, str]]:
    """Which classes set text in which family; a rule for the child of an element holds for what stands in that."""
    for selectors, family in RULE.findall(css):
        for selector in selectors.split(",") if "@font-face" not in selectors else ():
            compound = selector.split()[-1].partition(">")[0]
            yield frozenset(compound.split(".")[1:]), family


def _gather(
    element: html.HtmlElement, family: str, families: dict[Classes, str], letters: defaultdict[str, set[str]]
) -> None:
    """Put every letter below an element to the family in which it is set."""
    classes = set((element.get("class") or "").split())
    # The most telling rule decides, as in the style sheet.
    own = [(len(needed), name) for needed, name in families.items() if needed <= classes]
    family = max(own)[1] if own else family
    letters[family] |= set(element.text or "")
    for child in element:
        _gather(child, family, families, letters)
        letters[family] |= set(child.tail or "")
