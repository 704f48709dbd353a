"""The arrows of the map are read from the pages, each with its reason; what follows from them is counted right."""

from pathlib import Path

import pytest

from checking import concept_map, concept_measures, map_lists, navigation, reading_time
from checking.concept_map import Concept, Need


def write(folder: Path, needs: str) -> Path:
    (folder / "page.md").write_text(f"# Page\n\n{needs}\n", encoding="utf-8")
    return folder / "page.md"


def test_an_arrow_carries_its_reason_without_links(tmp_path: Path) -> None:
    page = write(tmp_path, "**You need** [a](a.md): it is [one](a.md#x)\nof two. And [b](b.md#y): it is the other.")
    assert concept_map.needs(page) == {
        Concept((tmp_path / "a.md").resolve()): Need("a", "it is one of two"),
        Concept((tmp_path / "b.md").resolve(), "y"): Need("b", "it is the other"),
    }


def test_an_arrow_without_a_reason_or_without_a_page_is_told(tmp_path: Path) -> None:
    page = write(tmp_path, "**You need** [a](a.md).")
    told = [why for at, why in concept_map.problems(page, page.read_text()) if at == 8]
    assert told == [
        "it needs a.md, which is not in the navigation",
        "what does it need a.md for? Write “: ….” behind the link",
    ]


def test_notebooks_have_arrows() -> None:
    notebooks = [concept for concept in concept_map.arrows() if concept.page.suffix == ".py"]
    assert notebooks
    assert all(concept_map.arrows()[notebook] for notebook in notebooks)


A, B, C, D = (Concept(navigation.DOCS / "concepts" / f"{name}.md") for name in "abcd")
B_PART = Concept(B.page, "part")
WHY = Need("x", "because")
# d needs b and a section of c, which needs what c needs; b and c need a.
MAP = {A: {}, B: {A: WHY}, C: {A: WHY, B_PART: WHY}, D: {C: WHY, A: WHY}, B_PART: {A: WHY}}


def test_what_comes_before_and_what_comes_after() -> None:
    assert concept_measures.before(D, MAP) == {A, B_PART, C}
    assert concept_measures.before(A, MAP) == set()
    after = concept_measures.turned(MAP)
    assert after[B] == [C], "a page unlocks what needs a section of it"
    assert after[B_PART] == [C]
    assert concept_measures.before(A, after) == {B, C, D}


def test_the_longest_way_goes_through_sections() -> None:
    assert concept_measures.longest_chains(MAP)[D] == [A, B_PART, C, D]
    assert concept_measures.longest_chains(MAP)[A] == [A]


def test_a_circle_is_spelled_out() -> None:
    with pytest.raises(
        ValueError, match=r"concepts/a/ → concepts/b/ → concepts/a/|concepts/b/ → concepts/a/ → concepts/b/"
    ):
        concept_map.order({A: {B: WHY}, B: {A: WHY}})


TEXT = """---
minutes: 3
---

# Page

One two three.

## First {#first}

Four five.

### Inner {#inner}

Six.

## Second

<details class="proof" id="folded" markdown>
<summary>Proof</summary>

Seven eight nine.

</details>
"""


def test_a_section_ends_where_the_next_one_begins() -> None:
    assert concept_measures.section(TEXT, "first").split() == ["Four", "five.", "###", "Inner", "{#inner}", "Six."]
    assert concept_measures.section(TEXT, "inner").split() == ["Six."]
    assert "Seven eight nine." in concept_measures.section(TEXT, "folded")
    with pytest.raises(ValueError, match="#nowhere"):
        concept_measures.section(TEXT, "nowhere")


def test_minutes_count_what_stands_open() -> None:
    page = "word " * 300
    assert reading_time.minutes(page) == 2
    assert reading_time.minutes(page + '\n<details class="aside">\n' + page + "</details>") == 2
    assert (
        reading_time.minutes(page + '\n<details class="question">\n<details>x</details>\n' + page + "</details>") == 3
    )
    assert reading_time.minutes(page + "\n$$\nx\n$$\n" * 5) == 3
    assert reading_time.minutes(page + "<!-- " + page + " -->") == 2


def test_other_minutes_are_corrected() -> None:
    assert [new for _, _, new, _ in reading_time.corrections(TEXT)] == ["1"]
    assert list(reading_time.corrections(TEXT.replace("minutes: 3", "minutes: 1"))) == []


def test_the_map_says_how_minutes_are_counted() -> None:
    text = map_lists.MAP.read_text(encoding="utf-8")
    worth = [worth for _, worth in reading_time.WORTH.values() if worth > 2]
    for words in (reading_time.WORDS_A_MINUTE, min(worth), max(worth), reading_time.QUESTION):
        assert f" {words}<!-- given: our choice -->" in text


def test_every_concept_has_one_anchor_on_the_map() -> None:
    anchors = [map_lists.anchor(concept) for concept in map_lists.pages()]
    assert len(anchors) == len(set(anchors))


def test_a_page_on_the_map_says_so() -> None:
    page = navigation.DOCS / "concepts" / "entropy.md"
    text = page.read_text(encoding="utf-8")
    assert list(map_lists.problems(page, text)) == []
    assert list(map_lists.problems(page, text.replace("<!-- on the map -->", "")))
    assert list(map_lists.corrections(page, text)) == []
    assert list(map_lists.corrections(page, text.replace("[On the map](", "[On a map](")))
