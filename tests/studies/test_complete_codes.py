"""Whole budgets by trying every list of lengths, and by the law that each of them fits."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from extrabits import entropy, expected_length, huffman_lengths
from studies import complete_codes


@pytest.mark.parametrize("words", range(2, 8))
def test_deals_by_trying_all_lengths(words: int) -> None:
    tried = combinations_with_replacement(range(1, words), words)
    whole = [list(lengths) for lengths in tried if sum(Fraction(1, 2**length) for length in lengths) == 1]
    assert sorted(complete_codes.deals(words)) == whole
    assert complete_codes.count(words) == len(whole)


def test_the_shortest_word_comes_first() -> None:
    assert complete_codes.deals(6) == sorted(complete_codes.deals(6))
    assert complete_codes.deals(1) == [[0]]


def test_count_of_many_words() -> None:
    assert complete_codes.count(20) == len(complete_codes.deals(20)) == 16952


def test_each_is_the_best_for_a_law_of_its_own() -> None:
    every = complete_codes.deals(6)
    for lengths in every:
        law = [2.0**-length for length in lengths]
        costs = [expected_length(law, other) for other in every]
        assert min(costs) == expected_length(law, lengths) == pytest.approx(entropy(law))
        assert costs.count(min(costs)) == 1
        assert sorted(huffman_lengths(law)) == lengths


def test_the_steep_die_and_the_fair_one_rank_them_the_other_way_round() -> None:
    steep = [expected_length(complete_codes.STEEP, lengths) for lengths in complete_codes.deals(6)]
    fair = [expected_length([1 / 6] * 6, lengths) for lengths in complete_codes.deals(6)]
    assert steep == sorted(steep)
    assert fair == sorted(fair, reverse=True)
    assert len(set(steep)) == len(set(fair)) == 5
