"""Codes by search: all lengths, all words and all messages of small cases, in whole numbers and fractions."""

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

Shares = Sequence[float]


def huffman_lengths(p: Shares) -> list[int]:
    shares = [Fraction(share) for share in p]
    affordable = (
        lengths
        for lengths in itertools.product(range(len(p)), repeat=len(p))
        if sum(Fraction(1, 2**length) for length in lengths) <= 1
    )
    return list(min(affordable, key=lambda lengths: sum(a * b for a, b in zip(shares, lengths, strict=True))))


def shannon_lengths(p: Shares) -> list[int]:
    return [_shortest(Fraction(share)) for share in p]


def shannon_fano_elias_lengths(p: Shares) -> list[int]:
    return [_shortest(Fraction(share) / 2) for share in p]


def kraft_sum(lengths: Sequence[int], alphabet: int = 2) -> Fraction:
    return sum((Fraction(1, alphabet**length) for length in lengths), Fraction(0))


def expected_length(p: Shares, lengths: Sequence[float]) -> Fraction:
    return sum((Fraction(a) * Fraction(b) for a, b in zip(p, lengths, strict=True)), Fraction(0))


def canonical_code(lengths: Sequence[int]) -> list[str]:
    """To each outcome, the shorter words first, the first word that no earlier word begins."""
    words: dict[int, str] = {}
    for outcome in sorted(range(len(lengths)), key=lambda outcome: lengths[outcome]):
        free = (word for word in _words(lengths[outcome]) if not any(word.startswith(w) for w in words.values()))
        words[outcome] = next(free)
    return [words[outcome] for outcome in range(len(lengths))]


def encode(message: Sequence[int], code: Sequence[str]) -> str:
    bits = ""
    for outcome in message:
        bits += code[outcome]
    return bits


def decode(bits: str, code: Sequence[str]) -> list[int]:
    """The only way to cut the bits into words."""
    (message,) = _cuts(bits, code)
    return message


def block_law(p: Shares, n: int) -> list[float]:
    return [prod(block) for block in itertools.product(p, repeat=n)]


def arithmetic_encode(message: Sequence[int], p: Shares) -> str:
    """The first of the shortest strings whose every continuation lies in the interval of the message."""
    low, high = _interval(message, p)
    for length in itertools.count():
        for word in _words(length):
            point = Fraction(int(word or "0", 2), 2**length)
            if low <= point and point + Fraction(1, 2**length) <= high:
                return word
    raise AssertionError("unreachable")


def arithmetic_decode(bits: str, p: Shares, length: int) -> list[int]:
    """The message, among all of this length, whose interval holds the point."""
    point = Fraction(int(bits or "0", 2), 2 ** len(bits))
    for message in itertools.product(range(len(p)), repeat=length):
        low, high = _interval(message, p)
        if low <= point < high:
            return list(message)
    raise AssertionError("the intervals of all messages cover [0, 1)")


def _cuts(bits: str, code: Sequence[str]) -> list[list[int]]:
    if not bits:
        return [[]]
    first = [outcome for outcome, word in enumerate(code) if bits.startswith(word)]
    return [[outcome, *rest] for outcome in first for rest in _cuts(bits[len(code[outcome]) :], code)]


def _interval(message: Sequence[int], p: Shares) -> tuple[Fraction, Fraction]:
    shares = [Fraction(share) for share in p]
    total = sum(shares)
    low, width = Fraction(0), Fraction(1)
    for outcome in message:
        low += width * sum(shares[:outcome]) / total
        width *= shares[outcome] / total
    return low, low + width


def _words(length: int) -> Iterator[str]:
    return ("".join(bits) for bits in itertools.product("01", repeat=length))


def _shortest(share: Fraction) -> int:
    return next(length for length in itertools.count() if Fraction(1, 2**length) <= share)
