"""Shrink the formula fonts of a built site to the glyphs that its formulas use, each font to its own.

A font that pages ask for early is cut in three: first comes what pages begin with, the rest when a page needs it, and
what hardly any page needs apart, so that the others need not load it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from string import digits

from fontTools import subset as subsetter
from fontTools.ttLib import TTFont
from lxml import html

from styles import SHEET

LICENCE = [13]  # the name in a font that says whose it is, its licence and where to read that
RULE = re.compile(r"([^{}]+)\{[^{}]*?font(?:-family)?:[^;{}]*?KaTeX_(\w+)")
FACE = re.compile(r"@font-face\{([^{}]*?)src:url\(fonts/(KaTeX_(\w+)-\w+\.woff2)\)[^{}]*\}")
# What stands in its place when the font is cut: a file, the family and the letters.
CUT = re.compile(
    r"@font-face\{[^{}]*src:url\(fonts/((?:few-|rare-)?KaTeX_(\w+)-\w+\.woff2)\)[^{}]*unicode-range:([^{};]*)\}"
)
FORMULAS = "//span[@class='katex-html']"
SHOWN = FORMULAS + "[not(ancestor::details[not(@open)])]"
LEAD = SHOWN + "[not(ancestor::section)]"  # before the first part of a page
BEGINNING = SHOWN + "[not(ancestor::section/preceding-sibling::section)]"  # with the first part
EARLY = re.compile(r'<link rel="preload" as="font"[^>]*href="[^"]*/(KaTeX_[\w-]+\.woff2)">')
USUAL = "-Regular.", "Math-Italic."  # how the letters of a family usually stand: bold ones are rare
MANY = 0.14  # of the pages that begin with formulas: with more letters fewer fonts would come late, but each slowly
ALWAYS = {*digits, "\xa0"}  # come first: a page may begin with any number, and a space weighs nothing
RARE = 2  # pages at most: such letters are worth a request of their own there, not their weight on all others

Classes = frozenset[str]
Letters = defaultdict[str, set[str]]  # by family


@dataclass
class Use:
    """What the formulas of a site need of fonts."""

    letters: Letters = field(default_factory=lambda: Letters(set))
    everywhere: Counter[tuple[str, str]] = field(default_factory=Counter)  # pages with a family's letter
    beginnings: Counter[tuple[str, str]] = field(default_factory=Counter)  # pages that begin with it
    pages: int = 0  # that begin with formulas
    early: set[str] = field(default_factory=set)  # files that every page with formulas asks for at once

    def parts(self, file: str, family: str) -> dict[str, set[str]]:
        """The files into which a font is cut, with their letters."""
        everything = self.letters[family]
        if file not in self.early:
            return {file: everything} if everything else {}
        first = {letter for letter in everything if letter in ALWAYS or self._begins_many(family, letter)}
        rare = {letter for letter in everything - first if self.everywhere[family, letter] <= RARE}
        parts = {file: first, f"few-{file}": everything - first - rare, f"rare-{file}": rare}
        return {name: letters for name, letters in parts.items() if letters}

    def _begins_many(self, family: str, letter: str) -> bool:
        return self.beginnings[family, letter] >= MANY * self.pages


def subset(site: Path) -> None:
    """Cut each KaTeX font of a built site; its style sheet says which part has which letters, and loses idle fonts."""
    fonts, sheet = site / "generated" / "fonts", site / SHEET
    css = sheet.read_text(encoding="utf-8")
    use = _use(site, dict(_families(css)))

    def faces(rule: re.Match[str]) -> str:
        beginning, file, family = rule.groups()
        parts = use.parts(file, family)
        whole = (fonts / file).read_bytes()
        (fonts / file).unlink()
        for name, letters in parts.items():
            (fonts / name).write_bytes(_cut(whole, letters))
        said = {name: ",".join(map(_code, sorted(letters))) for name, letters in parts.items()}
        source = f"{{{beginning}src:url(fonts/%s) format('woff2');unicode-range:%s}}"
        return "".join(f"@font-face{source}" % part for part in said.items())

    sheet.write_text(FACE.sub(faces, css), encoding="utf-8")


def ask_early(site: Path, pages: Iterable[Path]) -> None:
    """Let pages ask at once for the fonts of what stands before their first part: else they come after the styles."""
    css = (site / SHEET).read_text(encoding="utf-8")
    families = dict(_families(css))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        link = EARLY.search(text)
        if link is None:
            continue
        letters = _letters(_parsed(page), LEAD, families)
        codes = {family: set(map(_code, shown)) for family, shown in letters.items()}
        files = [file for file, family, has in CUT.findall(css) if codes.get(family, set()) & set(has.split(","))]
        missing = [file for file in files if f"/{file}" not in text and any(form in file for form in USUAL)]
        links = [link[0], *(link[0].replace(link[1], file) for file in missing)]
        page.write_text(text.replace(link[0], "\n  ".join(links), 1), encoding="utf-8")


def _use(site: Path, families: dict[Classes, str]) -> Use:
    use = Use()
    for page in site.rglob("*.html"):
        document = _parsed(page)
        for family, letters in _letters(document, FORMULAS, families).items():
            use.letters[family] |= letters
            use.everywhere.update((family, letter) for letter in letters)
        beginning = _letters(document, BEGINNING, families)
        use.beginnings.update((family, letter) for family, letters in beginning.items() for letter in letters)
        use.pages += bool(document.xpath(LEAD))
        use.early.update(EARLY.findall(page.read_text(encoding="utf-8")))
    return use


def _parsed(page: Path) -> html.HtmlElement:
    return html.parse(str(page), html.HTMLParser(encoding="utf-8"))


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


def _code(letter: str) -> str:
    return f"U+{ord(letter):x}"


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
