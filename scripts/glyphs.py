"""Shrink the formula fonts of a built site to the glyphs that its formulas use."""

from pathlib import Path

from fontTools import subset as subsetter
from fontTools.ttLib import TTFont
from lxml import html

LICENCE = [0, 13, 14]  # the names in a font that hold its copyright, its licence and where to read it


def subset(site: Path) -> None:
    """Rewrite each KaTeX font in place; a font is kept whole in name so that the style sheet still fits."""
    used = "".join(sorted(set().union(*(_letters(page) for page in site.rglob("*.html")))))
    for path in sorted(site.glob("generated/katex/fonts/*.woff2")):
        options = subsetter.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
        options.name_IDs = LICENCE  # the licence reserves the other names to fonts that are whole
        font = TTFont(path, recalcTimestamp=False)
        worker = subsetter.Subsetter(options)
        worker.populate(text=used)
        worker.subset(font)
        subsetter.save_font(font, str(path), options)


def _letters(page: Path) -> set[str]:
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    return set("".join(tree.xpath("//span[@class='katex-html']//text()")))
