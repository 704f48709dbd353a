"""A picture alone in its paragraph becomes a figure with an address, which names the function that drew it.

`![what is seen](../generated/kl_divergence/area.svg "Caption")` → `<figure id="figure-area">`. The picture is
a link to itself, and below it stand links to its file and to the numbers that it shows. On a phone the picture is the
same function's drawing on a narrow canvas, `area.narrow.svg`.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from rendering.marks import mark, words

GENERATED = Path(__file__).parent.parent.parent / "docs" / "generated"
# In a wider window the type of the wide drawing is large enough. Paper always takes that one.
PHONE = "screen and (max-width: 27rem)"


class _Figures(Treeprocessor):
    repo_url = ""

    def run(self, root: Element) -> None:
        first = True
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                found = _generated(child)
                if found is None:
                    _sized(child)
                    continue
                image, page, name = found
                image.attrib |= {"decoding": "async"} if first else {"decoding": "async", "loading": "lazy"}
                first = False
                parent[index] = self._figure(image, page, name)

    def _figure(self, image: Element, page: str, name: str) -> Element:
        anchor, path = f"figure-{name.replace('_', '-')}", image.attrib["src"].removesuffix(".svg")
        figure = Element("figure", {"class": "picture", "id": anchor})
        caption = image.attrib.pop("title", "")
        link = SubElement(figure, "a", {"class": "enlarge", "href": f"{path}.svg"})
        picture = SubElement(link, "picture")
        SubElement(picture, "source", {"media": PHONE, **_size(page, f"{name}.narrow.svg")})
        picture.append(image)
        image.attrib |= _size(page, f"{name}.svg")
        below = SubElement(figure, "figcaption")
        below.text = caption
        row = SubElement(below, "div", {"class": "take"})
        row.append(self._source(page, name))
        take = SubElement(row, "span")
        for ending in ("svg", "csv"):
            if (GENERATED / page / f"{name}.{ending}").is_file():
                file = {"href": f"{path}.{ending}", "download": f"{page}.{name}.{ending}"}
                SubElement(take, "a", file).text = ending.upper()
        take.append(mark(anchor, words(anchor)))
        return figure

    def _source(self, page: str, name: str) -> Element:
        if self.repo_url:
            source = f"{self.repo_url}/blob/main/site_src/exhibits/{page}.py"
            link = Element("a", {"href": source, "class": "drawn-by"})
            link.text = f"drawn by {page}.{name}()"
            return link
        code = Element("code", {"class": "drawn-by"})
        code.text = f"{page}.{name}()"
        return code


def _generated(element: Element) -> tuple[Element, str, str] | None:
    """The image, page and function name of a paragraph that holds one generated picture and nothing else."""
    if element.tag != "p" or len(element) != 1 or (element.text or "").strip():
        return None
    image = element[0]
    found = re.search(r"generated/(\w+)/(\w+)\.svg$", image.get("src", ""))
    if image.tag != "img" or found is None or (image.tail or "").strip():
        return None
    return image, found[1], found[2]


def _sized(element: Element) -> None:
    """Keep room for a generated picture that stands in a line with words, as in a gallery."""
    found = re.search(r"generated/(\w+)/([\w.]+\.svg)$", element.get("src", ""))
    if element.tag == "img" and found:
        element.attrib |= {"decoding": "async", "loading": "lazy", **_size(found[1], found[2])}


def _size(page: str, file: str) -> dict[str, str]:
    """The width and the height of a drawing in a page: one unit of it is a point, shown half as large again."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', (GENERATED / page / file).read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"generated/{page}/{file} has no viewBox")
    return {
        side: str(round(float(points) * 1.5)) for side, points in zip(("width", "height"), found.groups(), strict=True)
    }


class _NarrowOnes(Treeprocessor):
    """Gives each drawing for a phone its address, which is beside that of the wide one."""

    def run(self, root: Element) -> None:
        for picture in root.iter("picture"):
            source, image = picture
            source.set("srcset", re.sub(r"\.svg$", ".narrow.svg", image.attrib["src"]))


class Pictures(Extension):
    """Turns generated images into figures; `repo_url` makes their captions link to the source."""

    def __init__(self, **configs: object) -> None:
        """Take `repo_url`, the address of the repository, empty where it is unknown."""
        self.config = {"repo_url": ["", "where the source can be read"]}
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the inline patterns (20)."""
        figures = _Figures(md)
        figures.repo_url = self.getConfig("repo_url") or ""
        md.treeprocessors.register(figures, "pictures", 14)
        # After MkDocs (0) has made the addresses of links and images relative to the page's: it knows no `srcset`.
        md.treeprocessors.register(_NarrowOnes(md), "narrow pictures", -1)


def makeExtension(**configs: object) -> Pictures:
    """Python-Markdown's entry point."""
    return Pictures(**configs)
