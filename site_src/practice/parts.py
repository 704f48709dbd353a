"""Markdown of a question as finished HTML: formulas as TeX between `\\( \\)`, or set as the pages have them."""

import posixpath
import re
from functools import cache
from pathlib import Path

from lxml import html
from markdown import Markdown

from checking import claims
from checking.navigation import DOCS, settings
from practice.model import Html
from rendering.formulas import coloured

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FORMULA = {"span": ("formula-inline", False), "div": ("formula", True)}
OURS = ("rendering.spaces",)


def as_html(markdown: str, page: Path, typeset: bool = False) -> Html:
    """A part of a question on this page, its links and pictures by their address from the site's root."""
    text = COMMENT.sub("", claims.WORK.sub("", markdown)).strip()
    tree = html.fragment_fromstring(_markdown().reset().convert(text), create_parent="div")
    for element in tree.iter():
        for name in ("href", "src"):
            if name in element.attrib:
                element.attrib[name] = from_root(element.attrib[name], page)
    _set_formulas(tree, typeset)
    inside = (tree.text or "") + "".join(html.tostring(child, encoding="unicode") for child in tree)
    return inside.strip()


def words(markdown: str, page: Path, typeset: bool = False) -> Html:
    """The same of a text that is one paragraph, without its tag."""
    return re.sub(r"\A<p>(.*)</p>\Z", r"\1", as_html(markdown, page, typeset), flags=re.DOTALL)


def address(page: Path) -> str:
    """Of a page, from the site's root."""
    path = page.relative_to(DOCS).with_suffix("").as_posix()
    path = path.removesuffix("index").rstrip("/")
    return f"{path}/" if path else ""


def from_root(link: str, page: Path) -> str:
    """A link of this page as it leads from the root of the site; one to another site stays."""
    if re.match(r"[a-z][a-z0-9+.-]*:", link):
        return link
    path, mark, anchor = link.partition("#")
    target = posixpath.normpath(posixpath.join(page.parent.relative_to(DOCS).as_posix(), path))
    if not path:
        return f"{address(page)}{mark}{anchor}"
    if path.endswith((".md", ".py")):
        return f"{address(DOCS / target)}{mark}{anchor}"
    return f"{target}{mark}{anchor}"


def pictures(*parts: Html) -> tuple[str, ...]:
    """The addresses of the pictures in some parts, each once."""
    found = [address for part in parts for address in re.findall(r'<img\b[^>]*?\bsrc="([^"]+)"', part)]
    return tuple(dict.fromkeys(found))


@cache
def _markdown() -> Markdown:
    """Python-Markdown as the site has it, without what belongs to a page as a whole."""
    named = [(e, {}) if isinstance(e, str) else next(iter(e.items())) for e in settings()["markdown_extensions"]]
    kept = [(name, options or {}) for name, options in named if name in OURS or not name.startswith("rendering.")]
    return Markdown(extensions=[name for name, _ in kept], extension_configs=dict(kept))


def _set_formulas(tree: html.HtmlElement, typeset: bool) -> None:
    for element in list(tree.iter("span", "div")):
        if element.get("class") != "arithmatex":
            continue
        kind, display = FORMULA[element.tag]
        tex = (element.text or "").strip()
        if typeset:
            new = html.fragment_fromstring(coloured(tex[2:-2].strip(), display), create_parent=element.tag)
            new.set("class", kind)
            new.tail = element.tail
            element.getparent().replace(element, new)
        elif display:
            element.attrib.clear()
        else:
            element.drop_tag()
