"""Chance with a seed, as the widgets have it: the same numbers in Python here and in widgets/mathematics/random.ts."""

from collections.abc import Iterator

WORD = 0xFFFFFFFF
GOLDEN = 0x9E3779B9  # 2³² over the golden ratio, which spreads neighbouring seeds


def uniforms(seed: int, stream: int = 0) -> Iterator[float]:
    """Numbers from 0 up to and without 1, each a multiple of 2⁻⁵³."""
    drawn = words(_state(seed, stream))
    while True:
        yield ((next(drawn) >> 5) * 2**26 + (next(drawn) >> 6)) / 2**53


def words(state: tuple[int, int, int, int]) -> Iterator[int]:
    """xoshiro128** of Blackman and Vigna, 2018: words of 32 bits, from a state that is not 0 throughout."""
    s = list(state)
    while True:
        yield _rotated(s[1] * 5 & WORD, 7) * 9 & WORD
        shifted = s[1] << 9 & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = _rotated(s[3], 11)


def _state(seed: int, stream: int) -> tuple[int, int, int, int]:
    first, second, third, fourth = (_mixed(_mixed(seed + k * GOLDEN) + stream) for k in (1, 2, 3, 4))
    return first, second, third, fourth


def _mixed(word: int) -> int:
    """A bijection of words in which each bit of the result depends on all: the end of MurmurHash3."""
    bits = word & WORD
    bits = (bits ^ bits >> 16) * 0x85EBCA6B & WORD
    bits = (bits ^ bits >> 13) * 0xC2B2AE35 & WORD
    return bits ^ bits >> 16


def _rotated(word: int, places: int) -> int:
    return (word << places | word >> 32 - places) & WORD
