"""XML of one namespace, which is the default, so that no name in a file has a prefix."""

from typing import Any

from lxml import etree
from lxml.etree import _Element


def root(tag: str, namespace: str, **attributes: str) -> _Element:
    """The element that a file begins with; what is put into it is of its namespace when the file is read."""
    default: Any = {None: namespace}
    return etree.Element(tag, attributes, nsmap=default)


def written(element: _Element, *, indented: bool) -> bytes:
    """The file; indented where its elements hold either text or elements, never both."""
    if indented:
        etree.indent(element, "  ")
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True)
