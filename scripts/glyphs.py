"""Shrink the formula fonts of a built site to the glyphs that its formulas use, each font to its own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset as subsetter
from fontTools.ttLib import TTFont
from lxml import html

LICENCE = [0, 13, 14]  # the names in a font that hold its copyright, its licence and where to read it
RULE = re.compile(r"([^{}]+)\{[^{}]*?font(?:-family)?:[^;{}]*?KaTeX_(\w+)")

Classes = frozenset[str]


def subset(site: Path) -> None:
    """Rewrite each KaTeX font in place; a font is kept whole in name so that the style sheet still fits."""
    generated = site / "generated"
    families = dict(_families((generated / "site.css").read_text(encoding="utf-8")))
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for page in site.rglob("*.html"):
        for formula in _formulas(page):
            _gather(formula, "Main", families, letters)
    for path in sorted(generated.glob("fonts/*.woff2")):
        # Hints are a fifth of a font, for screens that are too coarse to show a formula's shapes without them.
        options = subsetter.Options(flavor="woff2", layout_features=["*"], notdef_outline=True, hinting=False)
        options.name_IDs = LICENCE  # the licence reserves the other names to fonts that are whole
        font = TTFont(path, recalcTimestamp=False)
        worker = subsetter.Subsetter(options)
        family = path.stem.removeprefix("KaTeX_").partition("-")[0]
        worker.populate(text="".join(sorted(letters[family])))
        worker.subset(font)
        subsetter.save_font(font, str(path), options)


def _families(css: str) -> Iterator[tuple[Classes, str]]:
    """Which classes set text in which family; a rule for the child of an element holds for what stands in that."""
    for selectors, family in RULE.findall(css):
        for selector in selectors.split(",") if "@font-face" not in selectors else ():
            compound = selector.split()[-1].partition(">")[0]
            yield frozenset(compound.split(".")[1:]), family


def _formulas(page: Path) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath(
        "//span[@class='katex-html']"
    )
    return found


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
