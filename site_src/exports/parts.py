"""Parts of a question as other programs take them: plain elements, whole addresses, pictures under names of theirs."""

import re
from collections.abc import Callable
from html import escape

from lxml import etree, html

from practice.model import Html

# What every target shows and QTI 2.1 knows; anything else gives its place to what it holds, or to its nearest kin.
INLINE = {"a", "b", "cite", "code", "em", "i", "kbd", "q", "samp", "small", "strong", "sub", "sup", "var"}
BLOCKS = {"blockquote", "div", "dl", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"}
WITHIN = {"caption", "colgroup", "dd", "dt", "li", "tbody", "td", "tfoot", "th", "thead", "tr"}
VOID = {"br", "col", "hr", "img"}
ELEMENTS = INLINE | BLOCKS | WITHIN | VOID
KIN = {"details": "div", "summary": "p", "figure": "div", "figcaption": "p", "section": "div", "h1": "h3", "h2": "h3"}
ATTRIBUTES = {"href", "src", "alt", "colspan", "rowspan", "scope"}
FORMULA = re.compile(r"\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]", re.DOTALL)

Address = Callable[[str], str]
"""From an address below the root of the site to the one that stands in a file; "" where there is none."""


def fitted(part: Html, link: Address, picture: Address) -> Html:
    """The part as well-formed XHTML of few elements; what a link without address leads to keeps its words."""
    root = html.fragment_fromstring(part, create_parent="div")
    for element in list(root.iter()):
        if element is root:
            continue
        if not isinstance(element.tag, str):
            element.drop_tree()
            continue
        element.tag = KIN.get(element.tag, element.tag)
        if "href" in element.attrib and not _is_whole(element.get("href", "")):
            element.set("href", link(element.get("href", "")))
        if element.tag == "img":
            element.set("src", picture(element.get("src", "")))
        for name in set(element.attrib) - ATTRIBUTES:
            del element.attrib[name]
        if element.tag not in ELEMENTS or (element.tag == "a" and not element.get("href")):
            element.drop_tag()
        elif element.tag not in VOID:
            element.text = element.text or ""  # or it would be written <td/>, which HTML reads as its beginning alone
    return _inside(root)


def blocks(part: Html) -> Html:
    """The part with its loose words in paragraphs."""
    root = html.fragment_fromstring(part, create_parent="div")
    loose = html.Element("p")
    loose.text, root.text = root.text, None
    for element in list(root):
        if element.tag in BLOCKS:
            _put_before(element, loose)
            loose = html.Element("p")
            loose.text, element.tail = element.tail, None
        else:
            loose.append(element)
    if _says_something(loose):
        root.append(loose)
    return _inside(root)


def _put_before(element: html.HtmlElement, loose: html.HtmlElement) -> None:
    if _says_something(loose):
        element.addprevious(loose)


def _says_something(element: html.HtmlElement) -> bool:
    return bool(len(element) or (element.text or "").strip())


def plain(part: Html) -> str:
    """The words alone, formulas as their TeX, for where a program shows no HTML."""
    words = html.fragment_fromstring(part, create_parent="div").text_content()
    return " ".join(FORMULA.sub(lambda found: found["inline"] or found["display"], words).split())


def is_plain(part: Html) -> bool:
    """Whether the part is words alone."""
    root = html.fragment_fromstring(part, create_parent="div")
    return not FORMULA.search(part) and not root.xpath(".//*[not(self::p)]")


def paragraph(words: str) -> Html:
    """Plain words as a paragraph."""
    return f"<p>{escape(words, quote=False)}</p>"


def _is_whole(address: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address))


def _inside(root: html.HtmlElement) -> Html:
    whole: str = etree.tostring(root, encoding="unicode", method="xml")
    return re.sub(r"\A<div>|</div>\Z|\A<div/>\Z", "", whole).strip()
