"""A key that stays when what it stands for has changed would show readers old numbers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from environment import ROOT
from store import dependencies, kept

ROOMS = {
    "measures/__init__.py": "from measures.first import one as uno\nfrom measures.second import two\n",
    "measures/first.py": "from pathlib import Path\n\none = 1\nDATA = Path(__file__).parent / 'data.json'\n",
    "measures/second.py": "import numpy\n\ntwo = 2\n",
    "data.json": "[1]",
    "pages/__init__.py": "",
    "pages/page.py": "from measures import uno\n\n\ndef shown():\n    from .late import three\n    return uno\n",
    "pages/late.py": "three = 3\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in ROOMS.items():
        (tmp_path / "site_src" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site_src" / name).write_text(text)
    return tmp_path / "site_src"


def fingerprint(sources: Path, *modules: str) -> str:
    """The key as a new process finds it, since one process reads each file once."""
    code = f"""
from pathlib import Path
from store import dependencies
dependencies.SOURCES = Path({str(sources)!r})
print(dependencies.fingerprint({modules!r}))
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "site_src")}
    return subprocess.check_output([sys.executable, "-c", code], env=env, text=True).strip()


@pytest.mark.parametrize("changed", ["pages/page.py", "measures/first.py", "pages/late.py", "data.json"])
def test_changes_with_what_is_used(sources: Path, changed: str) -> None:
    before = fingerprint(sources, "pages.page")
    (sources / changed).write_text((sources / changed).read_text() + "\n")
    assert fingerprint(sources, "pages.page") != before


def test_stays_when_something_else_changes(sources: Path) -> None:
    before = fingerprint(sources, "pages.page")
    (sources / "measures/second.py").write_text("two = 3\n")
    (sources / "measures/__init__.py").write_text(ROOMS["measures/__init__.py"] + "# a comment\n")
    assert fingerprint(sources, "pages.page") == before


def test_changes_with_the_version_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    key = dependencies._fingerprint.__wrapped__
    before = key(frozenset({"extrabits.divergences"}))
    monkeypatch.setattr(dependencies, "version_of", lambda name: "another")
    assert key(frozenset({"extrabits.divergences"})) != before


def test_a_name_that_is_passed_on_leads_home() -> None:
    assert dependencies.home("extrabits", "kl_divergence") == "extrabits.divergences"
    assert "extrabits.codes" not in dependencies.reached(frozenset({"extrabits.divergences"}))


def test_a_module_that_is_not_there_is_named() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"exhibits\.nothing"):
        dependencies.fingerprint(["exhibits.nothing"])


def test_is_computed_once_and_again_when_the_store_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "STORE", tmp_path)
    calls: list[str] = []

    def made() -> str:
        calls.append("once more")
        return "result"

    assert [kept.text("kind", ("key",), made) for _ in range(2)] == ["result", "result"]
    assert len(calls) == 1
    kept.path("kind", ("key",)).unlink()
    assert kept.text("kind", ("key",), made) == "result"
    assert len(calls) == 2


def test_a_failed_computation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "STORE", tmp_path)
    with pytest.raises(ZeroDivisionError):
        kept.text("kind", ("key",), lambda: str(1 / 0))
    assert list(tmp_path.rglob("*")) == []
