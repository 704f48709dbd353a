"""The deck, imported by Anki itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition
from read_back import words
from samples import EVERY, PNG, QUESTIONS, site

from exports import anki
from exports.site import Site
from practice.model import Choice, Matching, Order, Question

LATER = site().changed + 3600


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take(collection: Collection, questions: Sequence[Question], where: Site | None = None) -> None:
    """Import as Anki does when nobody changes an option."""
    file = Path(collection.path).with_name("deck.apkg")
    file.write_bytes(anki.write(questions, where or site()))
    newer = ImportAnkiPackageUpdateCondition.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
    options = ImportAnkiPackageOptions(update_notes=newer, update_notetypes=newer)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options))


def notes(collection: Collection) -> dict[str, dict[str, str]]:
    """The fields of each note by the name of its question."""
    found = [collection.get_note(note) for note in collection.find_notes("")]
    return {note["Name"]: dict(note.items()) for note in found}


def test_every_question_becomes_one_note_and_one_card(collection: Collection) -> None:
    take(collection, EVERY)
    assert len(notes(collection)) == collection.note_count() == collection.card_count() == len(EVERY)


def test_words_and_formulas_arrive(collection: Collection) -> None:
    take(collection, EVERY)
    for question, fields in zip(EVERY, notes(collection).values(), strict=True):
        assert words(fields["Question"]).startswith(words(question.stem))
        assert words(question.answer) in words(fields["Answer"])
        assert words(fields["Solution"]) == words(question.solution or "")
        assert words(fields["Hints"]) == words(" ".join(f"Hint {hint}" for hint in question.hints))
        assert f'href="https://example.org/bits/{site().identity(question)}"' in fields["Source"]
        if isinstance(question.task, Choice):
            for option in question.task.options:
                assert words(option.words) in words(fields["Question"])
                assert words(f"{'✓' if option.right else '✗'} {option.words} {option.reply}") in words(fields["Answer"])
        elif isinstance(question.task, Order):
            told = words(fields["Answer"])
            assert words(" ".join(question.task.lines)) in told
            assert words(" ".join(question.task.lines)) not in words(fields["Question"])
        elif isinstance(question.task, Matching):
            assert all(words(f"{left} {right}") in words(fields["Answer"]) for left, right in question.task.pairs)


def test_what_readers_get_wrong_is_told_with_the_answer(collection: Collection) -> None:
    take(collection, QUESTIONS[:1])
    (fields,) = notes(collection).values()
    assert "0.1887" in words(fields["Answer"])
    assert "You averaged under the belief" in words(fields["Answer"])


def test_the_card_shows_the_answer_on_its_back_alone(collection: Collection) -> None:
    take(collection, QUESTIONS)
    for card in map(collection.get_card, collection.find_cards("")):
        assert "The answer," not in card.question()
        assert "The answer," in card.answer()
        assert "\\(" in card.question(), "Anki sets what stands between \\( and \\)"


def test_pictures_arrive_and_none_is_missing(collection: Collection) -> None:
    take(collection, QUESTIONS)
    files = list(Path(collection.media.dir()).iterdir())
    assert [file.read_bytes() for file in files] == [PNG]
    checked = collection.media.check()
    assert not checked.missing
    assert not checked.unused


def test_each_page_is_a_deck_below_that_of_its_group(collection: Collection) -> None:
    take(collection, QUESTIONS)
    names = {deck.name for deck in collection.decks.all_names_and_ids()} - {"Default"}
    assert {name for name in names if name.count("::") == 2} == {
        "Extra Bits::The wrong belief::Samples",
        "Extra Bits::C & D::Rényi: a/b",
    }


def mended(question: Question) -> Question:
    return replace(question, stem="Mended.", page_title="Another title", group="Another group")


def test_a_newer_deck_mends_a_note_and_keeps_what_was_reviewed(collection: Collection) -> None:
    take(collection, QUESTIONS[:2])
    (card,) = map(collection.get_card, collection.find_cards("Question:*coins*"))
    card.start_timer()
    collection.sched.answerCard(card, 3)
    take(collection, [mended(QUESTIONS[0]), QUESTIONS[1]], site(changed=LATER))
    assert collection.note_count() == 2
    again = collection.get_card(card.id)
    assert again.reps == 1
    assert again.note()["Question"].startswith("<p>Mended.</p>")


def test_a_moved_question_is_the_same_note(collection: Collection) -> None:
    take(collection, QUESTIONS[:1])
    moved = replace(QUESTIONS[0], address="concepts/relative-entropy/#question-coins")
    take(collection, [moved], site(changed=LATER, moved={moved.address: QUESTIONS[0].address}))
    assert collection.note_count() == 1


def test_a_deck_of_the_same_time_changes_nothing(collection: Collection) -> None:
    take(collection, QUESTIONS[:1])
    take(collection, [mended(QUESTIONS[0])])
    (fields,) = notes(collection).values()
    assert "Mended" not in fields["Question"], "so each deck needs the time of its last change"


def test_the_same_questions_make_the_same_bytes() -> None:
    assert anki.write(QUESTIONS, site()) == anki.write(QUESTIONS, site())
