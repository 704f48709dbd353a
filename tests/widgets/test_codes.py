"""The widgets' codes give what the package and the studies give, on thousands of cases that are made anew each time."""

import json
import math
import random
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import environment
from extrabits import arithmetic_encode, canonical_code, expected_length, huffman_lengths, kraft_sum, normalize
from studies import block_codes, wrong_codes
from studies.arithmetic_coder import Decoder, Encoder
from studies.wrong_codes import ERLKING, FINEST, REGISTER

ANSWER = Path(__file__).parent / "mathematics" / "answer-codes.ts"
ALPHABET = "aaaabbbccd eE.,ßä∞😀"
LN2 = math.log(2)
Part = tuple[int, int, int]


def answers(name: str, cases: list[Any]) -> list[Any]:
    """What the widgets' code says to each case; one process answers all."""
    asked = json.dumps([[name, case] for case in cases])
    done = subprocess.run(environment.node(ANSWER), input=asked, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def laws() -> list[list[float]]:
    """Laws with ties, zeros, near zeros and powers of two, of one outcome to sixty."""
    draw = random.Random(1)
    made: list[list[float]] = [[1.0], [0.5, 0.5], [1.0, 0.0], [1 / 6] * 6, [0.4, 0.35, 0.25]]
    for i in range(2000):
        size = 1 + draw.randrange(60 if i % 4 == 0 else 12)
        weights = [draw.randrange(1, 5) if i % 3 == 0 else draw.random() ** (1 + i % 9) for _ in range(size)]
        if i % 7 == 0:
            weights[draw.randrange(size)] = 0.0
        made.append(normalize(weights if sum(weights) else [1.0]).tolist())
    return made


def messages() -> list[list[Part]]:
    """Parts of totals of all sizes, broad and as narrow as they can be."""
    draw = random.Random(2)
    made: list[list[Part]] = [[]]
    for _ in range(1500):
        message = []
        for _ in range(draw.randrange(60)):
            total = draw.choice([1, 2, 3, 9, draw.randrange(1, FINEST + 1), FINEST, FINEST - 1])
            start = draw.randrange(total)
            message.append((start, draw.choice([start + 1, total, draw.randint(start + 1, total)]), total))
        made.append(message)
    return made


@cache
def texts() -> list[tuple[str, str, bool]]:
    """Messages with training texts: of few letters and of many, of equal ones, and with letters that are not known."""
    draw = random.Random(3)
    cat, opening = wrong_codes.cat(), wrong_codes.opening()
    own = [("a", "a", False), ("a", "", True), (opening, opening, True), (cat, opening, False)]
    made = [*own, (cat, cat, False), (ERLKING, opening, True), (ERLKING, cat, True), ("\ud800", "a", True)]
    for i in range(1500):
        letters = ALPHABET if i % 2 else ALPHABET[: 1 + draw.randrange(len(ALPHABET))]
        message, training = ("".join(draw.choices(letters, k=1 + draw.randrange(40))) for _ in range(2))
        made.append((message, training if i % 3 else training + message, i % 3 == 1))
    return made


def test_huffman_lengths_and_words_are_the_packages() -> None:
    for p, answer in zip(laws(), answers("huffman", laws()), strict=True):
        lengths = huffman_lengths(p)
        assert answer["lengths"] == lengths.tolist()
        assert answer["words"] == canonical_code(lengths)
        assert answer["mean"] == pytest.approx(expected_length(p, lengths), rel=1e-14)


def test_lengths_that_overspend_have_no_words() -> None:
    draw = random.Random(4)
    cases = [[draw.randrange(1, 8) for _ in range(1 + draw.randrange(9))] for _ in range(1000)]
    over = 0
    for lengths, answer in zip(cases, answers("words", cases), strict=True):
        if kraft_sum(lengths) > 1:
            over += 1
            assert answer.startswith("RangeError: the words would spend")
        else:
            assert answer == canonical_code(lengths)
    assert 100 < over < 900


def test_blocks_of_tosses_cost_what_they_cost_in_the_studies() -> None:
    cases = [(heads / 100, together) for heads in (1, 20, 50, 60, 75, 90, 97, 99, 100) for together in range(1, 13)]
    for (heads, together), answer in zip(cases, answers("blocks", cases), strict=True):
        assert answer == pytest.approx(block_codes.coin(heads, together), rel=1e-12), (heads, together)


def test_the_arithmetic_coder_writes_the_studies_digits_and_finds_every_part() -> None:
    for message, answer in zip(messages(), answers("parts", messages()), strict=True):
        encoder = Encoder(REGISTER)
        for part in message:
            encoder.take(*part)
        digits = encoder.finished()
        assert answer["digits"] == "".join(map(str, digits))
        decoder = Decoder(digits, REGISTER)
        for (start, end, total), place in zip(message, answer["places"], strict=True):
            assert start <= place < end
            assert place == decoder.place(total)
            decoder.take(start, end, total)


def test_exact_intervals_are_the_packages() -> None:
    """Probabilities that are multiples of a power of two: the package sees the same fractions."""
    draw = random.Random(5)
    cases, right = [], []
    for i in range(1500):
        total = 2 ** draw.randrange(1, 12)
        heads = draw.randrange(1, total) if i % 9 else 1
        tosses = [int(draw.random() * total >= heads) for _ in range(draw.randrange(21))]
        cases.append([(heads, total, total) if toss else (0, heads, total) for toss in tosses])
        right.append(arithmetic_encode(tosses, [heads / total, 1 - heads / total]))
    assert answers("exact", cases) == right


def test_texts_cost_what_the_studies_say_and_are_read_back() -> None:
    refused = 0
    for (message, training, escape), answer in zip(texts(), answers("text", [*texts()]), strict=True):
        if not escape and wrong_codes.unseen(message, training):
            refused += 1
            assert answer["divergence"] == "inf"
            assert "again" not in answer
            continue
        bill = wrong_codes.bill(message, training, escape)
        assert answer["entropy"] / LN2 == pytest.approx(bill.entropy, rel=1e-13, abs=1e-13)
        assert answer["divergence"] / LN2 == pytest.approx(bill.divergence, rel=1e-12, abs=1e-12)
        assert answer["arithmetic"] == wrong_codes.arithmetic(message, training, escape)
        assert answer["again"] == [message, message]
        assert answer["words"] == wrong_codes.words(training, escape)
        assert answer["huffman"] == wrong_codes.huffman(message, training, escape)
    assert 50 < refused < 500
