"""Write `licences.txt` into a built site: under which terms everything in it may be used, ours and what others made.

Nothing is listed by hand. A file is traced to who made it, and each maker's own licence file is copied from where its
package is installed. Material's files contain packages from npm, which its source maps name; what a page does not ask
for is not served, and the rest is installed for its licence file alone.
"""

import json
import re
from collections.abc import Iterator
from filecmp import cmp
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from fontTools.ttLib import TTFont

import environment
from rendering import concepts_file

NAME = "licences.txt"
DOCS = environment.ROOT / "docs"
WIDGETS = environment.ROOT / "site_src" / "widgets"
LICENSES = environment.ROOT / "LICENSES"
THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates")))
FONTS = environment.NODE_MODULES / "katex" / "dist" / "fonts"
MADE = {"sitemap.xml", "sitemap.xml.gz", "robots.txt", concepts_file.FILE.as_posix(), NAME}
CODE_AND_FONTS = {".css", ".js", ".mjs", ".wasm", ".woff2", ".woff", ".ttf", ".otf"}
ICON = re.compile(r"<svg .*?</svg>", re.DOTALL)
IMPORTED = re.compile(r"""\bfrom ["']((?:@[^/"']+/)?[^."'/][^"'/]*)""")
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
LICENCE = re.compile(r"(licen[cs]e|copying|copyright|notice)", re.IGNORECASE)
HEAD = """\
Text and figures of this site are under the Creative Commons Attribution 4.0 International licence, its code is under
the MIT licence. Both stand here in full, followed by the licences of what others made and this site serves.
"""


def write(site: Path) -> None:
    """Put the licences beside what they are for."""
    sections = [
        _section("Text and figures: CC BY 4.0", _read(LICENSES / "CC-BY-4.0.txt")),
        _section("Code: MIT", _read(environment.ROOT / "LICENSE")),
        *(_section(_title(maker, files), text(maker)) for maker, files in sorted(served(site).items())),
    ]
    (site / NAME).write_text(HEAD + "".join(sections), encoding="utf-8")


def served(site: Path) -> dict[str, list[str]]:
    """Everybody besides us whose work is in a site, and in which of its files."""
    found: dict[str, list[str]] = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        for maker in makers(site, file) or set():
            found.setdefault(maker, []).append(file.relative_to(site).as_posix())
    return found


def untraced(site: Path) -> list[str]:
    """The files of a site of which nobody can tell who made them."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return sorted(file.relative_to(site).as_posix() for file in files if makers(site, file) is None)


def makers(site: Path, file: Path) -> set[str] | None:
    """Who made a file of a site besides us, such as "npm katex"; None where nobody can tell."""
    name = file.relative_to(site).as_posix()
    if name.endswith(".html"):
        return {"pypi mkdocs-material", *_in_page(file.read_text(encoding="utf-8"))}
    if name.startswith("generated/fonts/"):
        return {"npm katex", "fonts katex"}
    if name == "generated/site.css":
        return {"pypi mkdocs-material", "npm katex", *_with_dependencies(_inside_sheets())}
    if name.startswith("generated/widgets/"):
        return _with_dependencies(_imported_by_widgets())
    if (THEME / name).is_file() and cmp(THEME / name, file, shallow=False):
        return {"pypi mkdocs-material", *_with_dependencies(_inside(THEME / name))}
    return set() if name in MADE or name.startswith("search/") or _is_ours(name) else None


def text(maker: str) -> str:
    """A maker's own licence."""
    kind, name = maker.split(" ")
    found = {"pypi": _python_package, "npm": _npm_package, "icons": _icons, "fonts": _fonts}[kind](name)
    if not found:
        raise FileNotFoundError(f"{maker} is served, and no licence of it is installed: add it to package.json")
    return "\n\n".join(found)


def _is_ours(name: str) -> bool:
    """Whether a file stands in docs/, or is a notebook to take; code and fonts in docs/generated/ may be anybody's."""
    path = Path(name)
    borrowed = name.startswith("generated/") and path.suffix in CODE_AND_FONTS
    notebook = path.suffix in (".py", ".ipynb") and (DOCS / path.parent).with_suffix(".py").is_file()
    return ((DOCS / name).is_file() and not borrowed) or notebook


def _in_page(page: str) -> Iterator[str]:
    if 'class="katex"' in page:
        yield "npm katex"
    for icon in set(ICON.findall(page)) & _icon_sets().keys():
        yield f"icons {_icon_sets()[icon]}"


@cache
def _icon_sets() -> dict[str, str]:
    """The set that each icon of the theme belongs to, by its drawing."""
    icons = THEME / ".icons"
    return {file.read_text(encoding="utf-8"): file.relative_to(icons).parts[0] for file in icons.rglob("*/*.svg")}


def _inside_sheets() -> frozenset[str]:
    """The npm packages inside the style sheets of the theme, which are bundled with ours."""
    return frozenset().union(*(_inside(sheet) for sheet in THEME.glob("assets/stylesheets/*.css")))


@cache
def _inside(script: Path) -> frozenset[str]:
    """The npm packages inside a minified file of the theme, by its source map."""
    sources = script.with_name(script.name.removesuffix(".map") + ".map")
    return frozenset(PACKAGE.findall("\n".join(json.loads(_read(sources))["sources"])) if sources.exists() else ())


@cache
def _imported_by_widgets() -> frozenset[str]:
    return frozenset(name for source in WIDGETS.rglob("*.ts") for name in IMPORTED.findall(_read(source)))


def _with_dependencies(packages: frozenset[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(packages)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            settings = environment.NODE_MODULES / name / "package.json"
            waiting += json.loads(_read(settings)).get("dependencies", {}) if settings.exists() else []
    return {f"npm {name}" for name in found}


def _python_package(name: str) -> list[str]:
    files = distribution(name).files or []
    return [file.read_text() for file in files if ".dist-info/licenses/" in file.as_posix()]


def _npm_package(name: str) -> list[str]:
    return _licences_in(environment.NODE_MODULES / name)


def _icons(name: str) -> list[str]:
    return _licences_in(THEME / ".icons" / name)


def _fonts(_: str) -> list[str]:
    """What the fonts say about themselves, and the licence that they name."""
    said = {str(TTFont(font)["name"].getDebugName(13)) for font in FONTS.glob("*.woff2")}
    return [*sorted(said), _read(LICENSES / "OFL-1.1.txt")]


def _licences_in(folder: Path) -> list[str]:
    return [_read(file) for file in sorted(folder.glob("*")) if _is_licence(file)]


def _is_licence(file: Path) -> bool:
    return file.is_file() and LICENCE.match(file.name) is not None and file.suffix in ("", ".md", ".txt")


def _title(maker: str, files: list[str]) -> str:
    kind, name = maker.split(" ")
    where = {"pypi": "from PyPI", "npm": "from npm", "icons": "icons", "fonts": "fonts"}[kind]
    folders = sorted({"the pages" if file.endswith(".html") else f"{Path(file).parent.as_posix()}/" for file in files})
    return f"{name}, {where}, in {', '.join(folders)}"


def _section(title: str, body: str) -> str:
    return f"\n\n{'#' * 120}\n{title}\n{'#' * 120}\n\n{body.strip()}\n"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
