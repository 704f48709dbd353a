"""Shrink the formula fonts of a built site to the glyphs that its formulas use, each font to its own.

A font that pages ask for early is cut in two: first comes what pages begin with, the rest when a page needs it.
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
SHOWN = FORMULAS + "[not(ancestor::details[not(@open)])]"
LEAD = SHOWN + "[not(ancestor::section)]"  # before the first part of a page
BEGINNING = SHOWN + "[not(ancestor::section/preceding-sibling::section)]"  # with the first part
EARLY = re.compile(r'<link rel="preload" as="font"[^>]*href="[^"]*/(KaTeX_[\w-]+\.woff2)">')
UPRIGHT = "-Regular.", "Math-Italic."  # how the letters of a family usually stand: bold ones are rare
MANY = 0.14  # of the pages that begin with formulas: with more letters fewer fonts would come late, but each slowly

Classes = frozenset[str]
Letters = defaultdict[str, set[str]]  # by family


@dataclass
class Use:
    """What the formulas of a site need of fonts."""

    letters: Letters = field(default_factory=lambda: Letters(set))
    beginnings: Counter[tuple[str, str]] = field(default_factory=Counter)  # pages that begin with a family's letter
    leads: dict[Path, Letters] = field(default_factory=dict)  # what stands before the first part of a page
    early: set[str] = field(default_factory=set)  # files that every page with formulas asks for at once

    def many(self, file: str, family: str) -> set[str]:
        """The letters that come first."""
        everything = self.letters[family]
        if file not in self.early:
            return everything
        enough = MANY * sum(map(bool, self.leads.values()))
        return {letter for letter in everything if self.beginnings[family, letter] >= enough}


def subset(site: Path) -> None:
    """Cut each KaTeX font of a built site; its style sheet says which part has which letters, and loses idle fonts.

    A page asks at once for the fonts of what stands before its first part: else they would come after the style sheet.
    """
    fonts, sheet = site / "generated" / "fonts", site / "generated" / "site.css"
    css = sheet.read_text(encoding="utf-8")
    use = _use(site, dict(_families(css)))
    cut: dict[str, tuple[str, set[str]]] = {}  # the family and the letters of each file that was made

    def faces(rule: re.Match[str]) -> str:
        beginning, file, family = rule.groups()
        many = use.many(file, family)
        few = use.letters[family] - many
        whole = (fonts / file).read_bytes()
        (fonts / file).unlink()
        parts = {name: letters for name, letters in ((file, many), (f"few-{file}", few)) if letters}
        for name, letters in parts.items():
            (fonts / name).write_bytes(_cut(whole, letters))
            cut[name] = family, letters
        said = {name: f";unicode-range:{_ranges(letters)}" if few else "" for name, letters in parts.items()}
        return "".join(f"@font-face{{{beginning}src:url(fonts/{name}) format('woff2'){said[name]}}}" for name in parts)

    sheet.write_text(FACE.sub(faces, css), encoding="utf-8")
    for page, letters in use.leads.items():
        _ask_early(page, [name for name, (family, has) in cut.items() if letters[family] & has])


def _use(site: Path, families: dict[Classes, str]) -> Use:
    use = Use()
    for page in sorted(site.rglob("*.html")):
        document = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
        for family, letters in _letters(document, FORMULAS, families).items():
            use.letters[family] |= letters
        beginning = _letters(document, BEGINNING, families)
        use.beginnings.update((family, letter) for family, letters in beginning.items() for letter in letters)
        use.leads[page] = _letters(document, LEAD, families)
        use.early.update(EARLY.findall(page.read_text(encoding="utf-8")))
    return use


def _ask_early(page: Path, fonts: list[str]) -> None:
    """Let a page ask for fonts beside those that every page with formulas asks for."""
    text = page.read_text(encoding="utf-8")
    for link in list(EARLY.finditer(text))[:1]:
        missing = [font for font in fonts if f"/{font}" not in text and any(form in font for form in UPRIGHT)]
        links = [link[0].replace(link[1], font) for font in missing]
        page.write_text(text.replace(link[0], "\n  ".join([link[0], *links]), 1), encoding="utf-8")


def _letters(document: html.HtmlElement, formulas: str, families: dict[Classes, str]) -> Letters:
    letters = Letters(set)
    for formula in document.xpath(formulas):
        _gather(formula, "Main", families, letters)
    return letters


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


def _gather(element: html.HtmlElement, family: str, families: dict[Classes, str], letters: Letters) -> None:
    """Put every letter below an element to the family in which it is set."""
    classes = set((element.get("class") or "").split())
    # The most telling rule decides, as in the style sheet.
    own = [(len(needed), name) for needed, name in families.items() if needed <= classes]
    family = max(own)[1] if own else family
    letters[family] |= set(element.text or "")
    for child in element:
        _gather(child, family, families, letters)
        letters[family] |= set(child.tail or "")
