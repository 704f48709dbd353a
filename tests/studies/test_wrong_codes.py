"""Texts in codes of other texts: the digits are read back, and counted beside what each letter should cost."""

import math
from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import given

from extrabits import decode, expected_length, huffman_lengths, normalize
from studies import alice, wrong_codes
from studies.arithmetic_coder import Decoder
from studies.wrong_codes import ERLKING, ESCAPE, FINEST, RAW, REGISTER

texts = st.text(st.sampled_from("aabbcdeé ß😀"), min_size=1, max_size=40)


def read_words(digits: str, code: dict[str, str]) -> str:
    """The text of these digits, a word at a time."""
    letters, text = {word: letter for letter, word in code.items()}, ""
    while digits:
        word = next(digits[:size] for size in range(1, len(digits) + 1) if digits[:size] in letters)
        raw = RAW if letters[word] == ESCAPE else 0
        text += chr(int(digits[len(word) :][:raw], 2)) if raw else letters[word]
        digits = digits[len(word) + raw :]
    return text


def read_intervals(digits: str, letters: int, training: str) -> str:
    """The text of these digits from the arithmetic coder, with an escape."""
    decoder, text = Decoder(list(map(int, digits)), REGISTER), ""

    def take(counts: list[int]) -> int:
        place = decoder.place(sum(counts))
        found = next(i for i in range(len(counts)) if place < sum(counts[: i + 1]))
        decoder.take(sum(counts[:found]), sum(counts[: found + 1]), sum(counts))
        return found

    known = sorted(set(training))
    for _ in range(letters):
        found = take([*(training.count(letter) for letter in known), 1])
        text += known[found] if found < len(known) else chr(take([1] * 2048) << 10 | take([1] * 1024))
    return text


@given(texts, texts)
def test_both_codes_give_the_text_back(message: str, training: str) -> None:
    assert read_words(wrong_codes.huffman(message, training, True), wrong_codes.words(training, True)) == message
    assert read_intervals(wrong_codes.arithmetic(message, training, True), len(message), training) == message


@given(texts, texts)
def test_the_bill_is_what_the_letters_cost(message: str, training: str) -> None:
    bill = wrong_codes.bill(message, training, True)
    total = len(training) + 1
    costs = [math.log2(total / max(training.count(x), 1)) + RAW * (x not in training) for x in message]
    assert bill.entropy + bill.divergence == pytest.approx(sum(costs) / len(message))
    assert bill.divergence > 0  # the escape has a share that the text itself would not give away
    assert sum(costs) - 1e-6 <= bill.arithmetic <= sum(costs) + 2 + 1e-6
    assert bill.huffman >= len(message) * bill.entropy - 1e-9


@given(texts)
def test_its_own_code_costs_nothing_extra(text: str) -> None:
    bill = wrong_codes.bill(text, text)
    assert bill.divergence == pytest.approx(0, abs=1e-14)
    assert len(text) * bill.entropy <= bill.arithmetic + 1e-6


@given(texts)
def test_no_words_are_shorter_on_average(text: str) -> None:
    counts = Counter(text)
    words = wrong_codes.words(text, False)
    law = normalize([counts[letter] for letter in words])
    mean = expected_length(law, [len(word) for word in words.values()])
    assert mean == pytest.approx(expected_length(law, huffman_lengths(law)))


def test_without_an_escape_only_known_letters_have_words() -> None:
    training = wrong_codes.opening()
    assert wrong_codes.words(training, False).keys() == set(training)
    digits = wrong_codes.huffman(wrong_codes.cat(), training)
    code = wrong_codes.words(training, False)
    known = list(code)
    assert decode(digits, list(code.values())) == [known.index(letter) for letter in wrong_codes.cat()]
    with pytest.raises(KeyError):
        wrong_codes.huffman("ß", training)


def test_the_texts() -> None:
    book = " ".join(alice.text().decode().split()).translate(str.maketrans("`'", "‘’"))
    assert wrong_codes.opening() in book
    assert wrong_codes.opening().startswith("Alice was beginning")
    assert wrong_codes.cat() in book
    assert wrong_codes.unseen(wrong_codes.cat(), wrong_codes.opening()) == ""
    assert wrong_codes.unseen("abcab", "b") == "aca"
    assert "ä" in wrong_codes.unseen(ERLKING, wrong_codes.opening())


@given(texts, texts)
def test_parts_are_those_of_the_counts(message: str, training: str) -> None:
    for letter, part in zip(message, wrong_codes.parts(message, training, True), strict=False):
        if letter not in training:
            break
        start, end, total = part
        assert (end - start, total) == (Counter(training)[letter], len(training) + 1)
        assert total <= FINEST
