"""The day on which a page last changed, asked of a git history made for it."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rendering import facts

PERSON = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages committed on one day, and one of them changed a year later, shortly before midnight in UTC."""
    folder = tmp_path / "whole"
    (folder / "docs" / "uses").mkdir(parents=True)
    git(folder, "init", "--quiet")
    for day, page, text in (
        ("2024-02-29T12:00:00+00:00", "docs/index.md", "one"),
        ("2024-02-29T12:00:00+00:00", "docs/uses/fit.md", "one"),
        ("2025-03-09T23:30:00+00:00", "docs/uses/fit.md", "another"),
        ("2025-03-10T12:00:00+00:00", "README.md", "no page"),
    ):
        (folder / page).write_text(text, encoding="utf-8")
        git(folder, "add", page)
        monkeypatch.setenv("GIT_COMMITTER_DATE", day)
        git(folder, *PERSON, "commit", "--quiet", "--message", page)
    return folder


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """What is found here is not what other tests would find."""
    yield
    facts._changes.cache_clear()


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, date]:
    monkeypatch.setattr(facts, "ROOT", folder)
    facts._changes.cache_clear()
    return facts._changes()


def test_each_page_has_the_day_of_its_last_commit(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changes(history, monkeypatch) == {"docs/index.md": date(2024, 2, 29), "docs/uses/fit.md": date(2025, 3, 9)}


def test_a_history_that_is_not_all_there_tells_no_day(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its oldest commit would seem to have changed every page."""
    shallow = history.with_name("shallow")
    git(history, "clone", "--quiet", "--depth", "1", history.as_uri(), str(shallow))
    assert changes(shallow, monkeypatch) == {}


def test_without_git_no_day_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changes(tmp_path, monkeypatch) == {}
