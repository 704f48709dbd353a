"""A build that lets a broken page pass would publish it."""

import shutil
from pathlib import Path

import pytest

import generator
from environment import ROOT
from preview import site_under_test

SETTINGS = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
theme:
  name: material
  custom_dir: {ROOT / "site_src" / "theme"}
hooks:
  - {ROOT / "site_src" / "rendering" / "notebooks.py"}
nav:
  - index.md
"""
WHOLE = "# A page\n\nA [link](index.md#a-page).\n"


def built(folder: Path, page: str, others: dict[str, str], nav: str = "") -> None:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS + nav, encoding="utf-8")
    for name, text in {"index.md": page, **others}.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    generator.run("-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site"))


def test_a_whole_site_builds(tmp_path: Path) -> None:
    built(tmp_path, WHOLE, {})
    assert (tmp_path / "site" / "index.html").exists()


def test_a_broken_site_does_not_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = f"{WHOLE}\n[a](nowhere.md) [b](index.md#nothing) [c](/absolute/)\n\n![d](no-picture.svg)\n"
    with pytest.raises(SystemExit):
        built(tmp_path, page, {"orphan.md": "# Alone\n"}, "  - missing.md\n")
    said = capsys.readouterr().out
    for broken in ("nowhere.md", "#nothing", "/absolute/", "no-picture.svg", "orphan.md", "missing.md"):
        assert broken in said, broken


@pytest.mark.parametrize("page", ["concepts/entropy.md", "notebooks/two-betas.py"])
def test_one_page_is_made_as_the_whole_build_makes_it(tmp_path: Path, page: str) -> None:
    whole, copy = site_under_test(), tmp_path / "site"
    shutil.copytree(whole, copy)
    built_page = Path(page).with_suffix("") / "index.html"
    (copy / built_page).unlink()
    generator.build_page(generator.DOCS / page, copy)
    assert (copy / built_page).read_text(encoding="utf-8") == (whole / built_page).read_text(encoding="utf-8")


def test_a_page_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        generator.build_page(generator.DOCS / "concepts/entropie.md", tmp_path)
    assert "concepts/entropie.md is no page" in capsys.readouterr().out


def test_what_has_no_name_does_not_build(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text('# A page\n\n<div class="proof" markdown>\n\nSo.\n\n</div>\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"page\.md:3: no statement stands before this proof"):
        generator.build_page(page, tmp_path / "site")
