"""Which files there are, that an unchanged build writes none of them, and that their numbers are what computes them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import read_back
from samples import EVERY, PNG, QUESTIONS, site

from checking import claims, evaluation
from checking.numbers import same
from exports import files, moodle_xml, pictures, wording
from exports.site import Site
from practice import parameters, reading, tasks, variants
from practice.model import Number, Question
from rendering import redirects
from store import kept

OURS = EVERY[len(QUESTIONS) :]
ENDINGS = {
    "anki.apkg",
    "answers.html",
    "canvas.zip",
    "gift.txt",
    "json",
    "moodle.xml",
    "qti21.zip",
    "sheet.html",
    "sheets.html",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the files, and one for what is kept."""
    monkeypatch.setattr(files, "GENERATED", tmp_path / "questions")
    monkeypatch.setattr(kept, "STORE", tmp_path / "store")
    monkeypatch.setattr(files, "png", lambda _: PNG)
    monkeypatch.setattr(variants, "count", lambda _: 0)  # samples stand on no page
    return tmp_path / "questions"


def test_every_format_is_found_by_its_name() -> None:
    assert {made.ENDING for made in files.formats()} == ENDINGS
    assert [made.NAME for made in files.formats()] == sorted((made.NAME for made in files.formats()), key=str.casefold)


def test_each_page_and_all_together_have_a_file_in_each_format(folder: Path) -> None:
    files.write(QUESTIONS, site())
    names = {file.name for file in folder.iterdir()}
    stems = ("extra-bits", "extra-bits-concepts-sample", "extra-bits-concepts-other")
    assert names == {f"{stem}.{ending}" for stem in stems for ending in ENDINGS - {"sheets.html"}}


def test_an_unchanged_build_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(QUESTIONS, site())
    before = {file: file.stat().st_mtime_ns for file in folder.iterdir()}

    def refuse(*_: object) -> bytes:
        raise AssertionError("written again")

    for made in files.formats():
        monkeypatch.setattr(made, "write", refuse)
    files.write(QUESTIONS, site())
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == before


@pytest.mark.parametrize("changed", ["words", "address", "time"])
def test_what_changed_is_written_again(folder: Path, changed: str) -> None:
    files.write(QUESTIONS, site())
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    sites = {"words": site(), "address": site(url="https://other.example/"), "time": site(changed=1_800_000_000)}
    first = replace(QUESTIONS[0], stem="Another.") if changed == "words" else QUESTIONS[0]
    files.write([first, *QUESTIONS[1:]], sites[changed])
    after = {file.name: file.read_bytes() for file in folder.iterdir()}
    different = {name.removeprefix("extra-bits-concepts-sample.") for name in after if before[name] != after[name]}
    expected = {"anki.apkg"} if changed == "time" else ENDINGS - {"sheets.html"}
    assert {name for name in different if not name.startswith("extra-bits")} == expected


def test_files_of_pages_that_have_no_questions_any_more_go(folder: Path) -> None:
    files.write(QUESTIONS, site())
    files.write([question for question in QUESTIONS if question.page != "concepts/other/"], site())
    assert not list(folder.glob("*other*"))


def computed(question: Question) -> list[float]:
    """The values of what computes the number that the page shows, computed anew from its source."""
    assert isinstance(question.task, Number)
    block, _ = reading.block_of(question)
    known = parameters.printed(block)
    tokens = [found for found in claims.find(tasks.the_answer(block).text) if question.task.shown in found["token"]]
    expressions = [one for found in tokens if found["kind"] == "=" for one in claims.expressions_of(found)[:1]]
    return [value for one in expressions if not isinstance(value := evaluation.number(one, known), str)]


def test_every_exported_number_is_computed_again() -> None:
    asked = [question for question in OURS if isinstance(wording.typable(question).task, Number)]
    found = read_back.moodle(moodle_xml.write(asked, site()))
    recomputed = 0
    for question, read in zip(asked, found, strict=True):
        values = computed(question)
        recomputed += bool(values)
        exported = float(read.answers[0].words)
        assert not values or any(same(exported, value) for value in values), question.where
    assert recomputed > 0.9 * len(asked)


def test_a_question_keeps_the_identity_that_it_had_first() -> None:
    addresses = {"a/": "b/", "a/#q": "a/#q", "b/": "c/", "c/": "c/", "d/#x": "c/#y", "e/#x": "e/#x"}
    origins = redirects.origins(addresses)
    assert origins == {"c/": "a/", "c/#q": "a/#q", "c/#y": "d/#x"}


def test_a_picture_that_nobody_can_draw_is_told() -> None:
    with pytest.raises(ValueError, match=r"assets/favicon\.svg is no generated figure"):
        pictures.png("assets/favicon.svg")


def test_a_figure_is_drawn_as_png() -> None:
    drawn = pictures.png("generated/kl_divergence/area.svg")
    assert drawn.startswith(b"\x89PNG")
    assert len(drawn) > 10_000
    assert pictures.png("generated/kl_divergence/area.svg") == drawn
    assert pictures.file_name("generated/kl_divergence/area.svg") == "extra-bits-kl_divergence-area.png"


def identities(questions: Sequence[Question], where: Site) -> set[str]:
    return {where.identity(question) for question in questions}


def test_no_two_questions_of_the_site_have_one_identity() -> None:
    assert len(identities(OURS, site())) == len(OURS)
