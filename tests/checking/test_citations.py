"""The places that pages cite stand in the list of sources, so a changed one is seen."""

import re

import pytest

from checking import citations
from checking.citations import SOURCES

TEXT = SOURCES.read_text(encoding="utf-8")


def changed(text: str) -> list[str]:
    return [why for _, _, _, why in citations.corrections(SOURCES, text)]


def test_the_lists_are_what_the_pages_cite() -> None:
    assert len(re.findall(r"^:   Cited on ", TEXT, re.MULTILINE)) > 20
    assert changed(TEXT) == []


@pytest.mark.parametrize("words", ["Theorem 5.4.3", "section 4.1", "Figure 2.1"])
def test_another_place_is_told(words: str) -> None:
    assert words in TEXT
    (why,) = changed(TEXT.replace(words, words[:-1] + "9", 1))
    assert "places cited" in why


def test_another_year_is_told() -> None:
    (why,) = changed(TEXT.replace("McMillan 1956 {#", "McMillan 1950 {#"))
    assert "1950" in why


@pytest.mark.parametrize(
    ("cited", "places"),
    [
        ("[Gibbs, section 4.1](sources.md#gibbs-1902) and theorem 9.9", ["section 4.1"]),
        ("- [Gibbs 1902](sources.md#gibbs-1902), section 2 and Theorem 3.1.2.", ["section 2", "Theorem 3.1.2"]),
        ("[Gibbs 1902](sources.md#gibbs-1902), section 2", []),
    ],
)
def test_places_are_those_of_the_link_or_of_its_item(cited: str, places: list[str]) -> None:
    assert citations._of(cited) == {"gibbs-1902": places}
