"""Check one page in seconds: `python3 scripts/check.py concepts/entropy`.

Its numbers, tables, examples and links, and everything that the tests ask of a page in Chromium. The site that it looks
at is its own, in `.cache/checked`; `scripts/test.py` makes and tests another one, and has the last word.
"""

import os
import sys
from pathlib import Path

import environment

environment.enter()

import pytest

import browser
import build
import generator
import preview

SITE = environment.ROOT / ".cache" / "checked"
SOURCES = [environment.ROOT / name for name in ("docs", "site_src", "mkdocs_html", "mkdocs.yml", "package-lock.json")]
TESTS = ["tests/pages", "tests/site/test_every_page.py", "tests/site/test_whole_site.py"]


class OnlyThisPage:
    """Keeps the tests that have this page as their parameter: its source, or its address on the site."""

    def __init__(self, page: Path) -> None:
        """Take the page's source."""
        path = page.relative_to(generator.DOCS).with_suffix("")
        self.names = {page, f"{path.parent if path.name == 'index' else path}/".removeprefix("./")}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Called by pytest when it has found all tests."""
        items[:] = [item for item in items if self.names & self._parameters(item)]

    def _parameters(self, item: pytest.Item) -> set[object]:
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        return {parameters.get("page"), parameters.get("address")}


def source(name: str) -> Path:
    """The file of a page that is named as in its address, with or without its ending."""
    path = generator.DOCS / name.strip("/").removeprefix("docs/")
    for file in (path, path.with_name(f"{path.name}.md"), path.with_name(f"{path.name}.py"), path / "index.md"):
        if file.is_file():
            return file
    sys.exit(f"{name} is no page of docs/: name it like concepts/entropy")


def bring_up_to_date(page: Path) -> None:
    """Build the site, or this page alone where nothing else has changed since."""
    whole = SITE / "sitemap.xml"
    built = whole.stat().st_mtime if whole.exists() else 0
    files = [file for folder in SOURCES for file in (folder.rglob("*") if folder.is_dir() else [folder])]
    changed = [file for file in files if file.is_file() and file.stat().st_mtime > built and file != page]
    if [file for file in changed if not file.is_relative_to(generator.DOCS / "generated") and file.suffix != ".pyc"]:
        build.build(SITE)
    else:
        generator.build_page(page, SITE)


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("page", help="like concepts/entropy")
    chosen = source(parser.parse_args().page)
    os.environ |= {**preview.UNDER_TEST, "SITE_UNDER_TEST": str(SITE)}
    browser.chromium()
    bring_up_to_date(chosen)
    sys.exit(pytest.main([*TESTS, "-n", "0", "-p", "no:cacheprovider"], plugins=[OnlyThisPage(chosen)]))
