"""MkDocs 1.x rests. ProperDocs continues it, and could take its place tomorrow: it builds the same site."""

from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import SITE

import build
from preview import UNDER_TEST

NAMES = [f"mkdocs-{version('mkdocs')}".encode(), f"mkdocs-ProperDocs {version('properdocs')}".encode()]
GENERATOR = b'<meta name="generator" content="%s,'


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site; in a page, the generator's name is left out of the element that tells it."""
    return {
        path.relative_to(site).as_posix(): anonymous(path.read_bytes()) for path in site.rglob("*") if path.is_file()
    }


def anonymous(content: bytes) -> bytes:
    for name in NAMES:
        content = content.replace(GENERATOR % name, GENERATOR % b"")
    return content


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_properdocs_builds_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in UNDER_TEST.items():
        monkeypatch.setenv(name, value)
    build.pages(tmp_path / "site", "properdocs")
    page = (tmp_path / "site" / "index.html").read_bytes()
    assert GENERATOR % NAMES[1] in page, "this page was not made by ProperDocs"
    assert differences(files(SITE), files(tmp_path / "site")) == []


def test_a_difference_would_be_seen(tmp_path: Path) -> None:
    """Only the generator's name may differ, and only where it is told."""
    one = {"index.html": anonymous(GENERATOR % NAMES[0] + b" theme-1"), "a": b"a"}
    assert differences(one, {"index.html": anonymous(GENERATOR % NAMES[1] + b" theme-1"), "a": b"a"}) == []
    assert differences(one, {"index.html": anonymous(GENERATOR % NAMES[1] + b" theme-2"), "a": b"a"}) == ["index.html"]
    assert differences(one, {"index.html": one["index.html"] + NAMES[1], "a": b"a"}) == ["index.html"]
    assert differences(one, {"index.html": one["index.html"]}) == ["a"]
