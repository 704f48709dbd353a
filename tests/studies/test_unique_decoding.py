"""Unique decoding by stringing all short messages together, and by the count of what McMillan allows."""

import random
from itertools import product

import pytest

from studies.unique_decoding import codes, counts, is_prefix_code, is_uniquely_decodable


def misread(words: list[str], symbols: int) -> bool:
    """Two messages of up to so many symbols give the same string."""
    strings = ["".join(message) for n in range(1, symbols + 1) for message in product(words, repeat=n)]
    return len(set(strings)) < len(strings)


@pytest.mark.parametrize("lengths", [[1, 2, 2], [1, 2, 3, 3], [1, 1, 2], [1, 2, 2, 3]])
def test_by_all_short_messages(lengths: list[int]) -> None:
    found = list(codes(lengths))
    assert len({tuple(words) for words in found}) == len(found)
    assert [is_uniquely_decodable(words) for words in found] == [not misread(words, 5) for words in found]


def test_words_that_must_wait_for_the_end() -> None:
    assert is_uniquely_decodable(["0", "01", "11"])
    assert not is_prefix_code(["0", "01", "11"])
    assert not is_uniquely_decodable(["0", "01", "10"])  # 010
    assert not is_uniquely_decodable(["0", "0"])
    assert not is_uniquely_decodable([""])
    assert not is_prefix_code([""])


def test_turned_round_it_stays_uniquely_decodable() -> None:
    for words in codes([1, 2, 3, 3]):
        assert is_uniquely_decodable(words) == is_uniquely_decodable([word[::-1] for word in words])
        if is_uniquely_decodable(words):
            assert is_prefix_code(words) != is_prefix_code([word[::-1] for word in words])


def test_two_that_are_prefix_codes_from_neither_side() -> None:
    sides = [
        (is_prefix_code(words), is_prefix_code([word[::-1] for word in words]))
        for words in codes([2, 2, 2, 3, 3])
        if is_uniquely_decodable(words)
    ]
    assert (sides.count((True, False)), sides.count((False, True)), sides.count((False, False))) == (4, 4, 2)


def test_counts_within_the_budget_and_over_it() -> None:
    assert counts([1, 2, 3, 3]) == (224, 8, 4)
    assert counts([1, 1, 2])[1:] == counts([1, 2, 2, 3])[1:] == (0, 0)


def test_prefix_codes_are_uniquely_decodable() -> None:
    draw = random.Random(1)
    for _ in range(300):
        words = ["".join(draw.choices("01", k=draw.randint(1, 4))) for _ in range(draw.randint(2, 5))]
        assert is_uniquely_decodable(words) or not is_prefix_code(words)
