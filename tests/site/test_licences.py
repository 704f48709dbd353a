"""What others made is served with their licences."""

import json
from pathlib import Path

import pytest
from conftest import SITE
from lxml import html as parser

import environment
import licences


def test_the_maker_of_every_file_is_known() -> None:
    assert licences.untraced(SITE) == [], "scripts/licences.py must learn who made this"


def test_the_licence_of_every_maker_is_served() -> None:
    served = (SITE / licences.NAME).read_text(encoding="utf-8")
    makers = licences.served(SITE)
    assert {"pypi mkdocs-material", "npm katex", "fonts katex", "npm minisearch", "icons material"} <= makers.keys()
    assert [maker for maker in makers if licences.text(maker).strip() not in served] == []


def test_no_package_is_installed_for_nothing() -> None:
    """A package is named where it is used, or is served and installed for its licence."""
    asked = json.loads((environment.ROOT / "package.json").read_text())["devDependencies"]
    kinds = ("*.py", "*.ts", "*.mjs", "*.json")
    files = [
        file
        for folder in ("scripts", "site_src", "tests")
        for kind in kinds
        for file in (environment.ROOT / folder).rglob(kind)
    ]
    text = "\n".join(file.read_text(encoding="utf-8") for file in [*files, environment.ROOT / "tsconfig.json"])
    served = licences.served(SITE)
    unused = [name for name in asked if f"npm {name}" not in served and name.rpartition("/")[2] not in text]
    assert unused == []


def test_our_own_licences_are_served_whole() -> None:
    served = (SITE / licences.NAME).read_text(encoding="utf-8")
    for own in ("LICENSE", "LICENSES/CC-BY-4.0.txt"):
        assert (environment.ROOT / own).read_text(encoding="utf-8").strip() in served


def test_every_page_leads_to_the_licences(html: Path) -> None:
    links = parser.parse(str(html), parser.HTMLParser(encoding="utf-8")).xpath("//footer//a/@href")
    assert any(link.endswith(licences.NAME) for link in links)


@pytest.mark.parametrize("name", ["assets/vendor.js", "generated/engine.wasm", "assets/images/favicon.png"])
def test_a_file_of_which_nobody_knows_who_made_it_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("who knows")
    assert licences.untraced(tmp_path) == [name]


def test_a_maker_without_a_licence_is_refused() -> None:
    with pytest.raises(FileNotFoundError, match="npm no-such-package"):
        licences.text("npm no-such-package")


def test_a_font_keeps_its_licence_and_gives_up_its_reserved_name() -> None:
    from fontTools.ttLib import TTFont

    for file in SITE.glob("generated/fonts/*.woff2"):
        names = TTFont(file)["name"]
        assert "SIL Open Font License" in str(names.getDebugName(13))
        assert "Copyright (c)" in str(names.getDebugName(13))  # no other name says whose it is
        assert not any("KaTeX" in str(names.getDebugName(number)) for number in (1, 3, 4, 6, 16))
