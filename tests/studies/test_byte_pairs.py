"""Byte pairs by hand, and by replacing strings."""

import re

from studies import alice
from studies.byte_pairs import WORD, learned, tokenised

TEXT = "low low low lower newest newest newest newest widest"


def test_the_commonest_pair_is_joined_first() -> None:
    # w e: lower, four newest; e s: four newest, widest; s t: the same. Of equals the last in the alphabet.
    assert learned(TEXT, 2) == [("w", "e"), ("s", "t")]


def test_words_fall_into_the_joined_pairs() -> None:
    pairs = [("o", "w"), ("l", "ow"), ("a", "a")]
    assert tokenised("low aaa, low", pairs) == ["low", " ", "aa", "a", ",", " ", "low"]


def test_learning_counts_pairs_as_strings_do() -> None:
    """Each word with its tokens between bars: the pair that occurs most often, found by regular expressions."""
    text = alice.text().decode()[:3000]
    pairs = learned(text, 12)
    words = ["|" + "|".join(word) + "|" for word in WORD.findall(text)]
    for first, second in pairs:
        joined = re.compile(re.escape(f"|{first}|{second}") + r"(?=\|)")
        counts: dict[tuple[str, str], int] = {}
        for word in words:
            tokens = word.strip("|").split("|")
            for i in range(len(tokens) - 1):
                counts[tokens[i], tokens[i + 1]] = counts.get((tokens[i], tokens[i + 1]), 0) + 1
        assert counts[first, second] == max(counts.values())
        words = [joined.sub(f"|{first}{second}", word) for word in words]
    assert tokenised(text, pairs) == [token for word in words for token in word.strip("|").split("|")]


def test_fewer_merges_begin_the_same_way() -> None:
    assert learned(TEXT, 4)[:2] == learned(TEXT, 2)


def test_tokens_spell_the_text() -> None:
    text = alice.text().decode()[:5000]
    assert "".join(tokenised(text, learned(text, 50))) == text
