"""The line of files below the questions of a page."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from checking.navigation import DOCS
from exports import files

PAGE = DOCS / "concepts" / "kl-divergence.md"
QUESTIONS = """
## Check yourself

<details class="question" id="question-a" markdown>
<summary>One?</summary>
</details>

<details class="question" id="question-b" markdown>
<summary>Two?</summary>
</details>

The next page.
"""


@pytest.fixture
def generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "questions"
    folder.mkdir()
    monkeypatch.setattr(files, "GENERATED", folder)
    return folder


def made(text: str, page: Path | None = PAGE) -> str:
    markdown = Markdown(extensions=["md_in_html", "rendering.take"])
    if page:
        mkdocs: Any = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(page)), run=lambda _: None)
        markdown.treeprocessors.register(mkdocs, "relpath", 0)
    return markdown.convert(text)


def test_it_stands_once_below_the_last_question_and_links_what_is_there(generated: Path) -> None:
    for name in ("moodle.xml", "sheet.html"):
        Path(generated, f"extra-bits-concepts-kl-divergence.{name}").touch()
    text = made(QUESTIONS)
    before, line, after = text.partition('<p class="question-files">')
    assert line
    assert before.count("<details") == 2
    assert "The next page." in after
    assert ">Moodle</a>" in after
    assert ">sheet</a>" in after
    assert ">Anki</a>" not in after
    assert text.count('<p class="question-files">') == 1


def test_what_a_program_reads_is_downloaded_and_a_sheet_is_opened(generated: Path) -> None:
    for name in ("moodle.xml", "sheet.html"):
        Path(generated, f"extra-bits-concepts-kl-divergence.{name}").touch()
    text = made(QUESTIONS)
    assert 'download="extra-bits-concepts-kl-divergence.moodle.xml"' in text
    assert 'download="extra-bits-concepts-kl-divergence.sheet.html"' not in text
    assert '../teach/practice.md"' in text


def test_without_files_there_is_no_line(generated: Path) -> None:
    assert generated.exists()
    assert "take" not in made(QUESTIONS)


def test_a_box_takes_the_files_of_all_questions(generated: Path) -> None:
    Path(generated, "extra-bits.json").touch()
    assert "extra-bits.json" in made('<div class="question-files" markdown></div>')


def test_a_part_that_is_read_alone_has_none(generated: Path) -> None:
    Path(generated, "extra-bits-concepts-kl-divergence.json").touch()
    assert "take" not in made(QUESTIONS, page=None)
