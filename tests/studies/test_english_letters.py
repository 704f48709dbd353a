"""The letters by scipy's entropy and by lengths worked out one by one."""

import math

import pytest
from scipy import stats

from studies import english_letters as study


def test_the_letters_are_27_and_their_printed_shares_nearly_sum_to_one() -> None:
    assert len(study.PRINTED) == len(study.LETTERS) == len(set(study.LETTERS)) == 27
    assert sum(study.PRINTED) == pytest.approx(1.0002)


def test_costs() -> None:
    costs = study.costs()
    assert costs["entropy H(p)"] == pytest.approx(stats.entropy(study.PRINTED, base=2))
    shannon = sum(p * math.ceil(-math.log2(p)) for p in study.LAW)
    assert costs["Shannon's code"] == pytest.approx(shannon)
    huffman = sum(study.share(letter) * study.word_length(letter) for letter in study.LETTERS)
    assert costs["Huffman's code"] == pytest.approx(huffman)
    assert costs["5 bits each"] == math.ceil(math.log2(len(study.LETTERS)))
    assert costs["entropy H(p)"] < huffman < shannon < costs["5 bits each"]


def test_what_the_page_says_of_the_picture() -> None:
    surprise = {letter: -math.log2(study.share(letter)) for letter in study.LETTERS}
    off = [letter for letter in study.LETTERS if abs(study.word_length(letter) - surprise[letter]) > 1]
    assert off == ["q"]
    assert (min(surprise, key=surprise.__getitem__), max(surprise, key=surprise.__getitem__)) == ("␣", "j")
    assert (min(study.HUFFMAN), max(study.HUFFMAN)) == (2, 10)
    assert (math.floor(surprise["␣"]), math.ceil(surprise["j"])) == (2, 11)


def test_huffmans_words_use_up_the_budget() -> None:
    assert sum(2.0**-length for length in study.HUFFMAN) == 1
