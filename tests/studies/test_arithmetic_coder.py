"""The coder in registers beside exact fractions: intervals, lengths, and the message again."""

import math
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from extrabits import arithmetic_encode
from studies.arithmetic_coder import LARGEST_TOTAL, Decoder, Encoder

Part = tuple[int, int, int]


@st.composite
def parts(draw: st.DrawFn) -> list[Part]:
    """Parts of totals of all sizes, broad and narrow."""
    message = []
    for _ in range(draw(st.integers(0, 40))):
        total = draw(st.one_of(st.integers(1, 9), st.integers(1, 2**40), st.just(LARGEST_TOTAL)))
        start = draw(st.integers(0, total - 1))
        end = draw(st.one_of(st.just(start + 1), st.just(total), st.integers(start + 1, total)))
        message.append((start, end, total))
    return message


def encoded(message: list[Part]) -> list[int]:
    encoder = Encoder()
    for part in message:
        encoder.take(*part)
    return encoder.finished()


def exact(message: list[Part]) -> tuple[Fraction, Fraction]:
    """Where the interval begins and how wide it is."""
    low, width = Fraction(0), Fraction(1)
    for start, end, total in message:
        low, width = low + width * Fraction(start, total), width * Fraction(end - start, total)
    return low, width


@given(parts())
def test_the_decoder_finds_every_part(message: list[Part]) -> None:
    decoder = Decoder(encoded(message))
    for start, end, total in message:
        assert start <= decoder.place(total) < end
        decoder.take(start, end, total)


sixteenths = st.lists(
    st.tuples(st.integers(0, 15), st.integers(1, 16)).filter(lambda ends: ends[0] < ends[1]), max_size=12
)


@given(sixteenths)
def test_the_code_lies_in_the_exact_interval(ends: list[tuple[int, int]]) -> None:
    """Registers of 62 bits round nothing yet when a dozen sixteenths are cut from them."""
    message = [(start, end, 16) for start, end in ends]
    bits = encoded(message)
    low, width = exact(message)
    code = Fraction(int("".join(map(str, bits)), 2), 2 ** len(bits))
    assert low <= code < code + Fraction(1, 2 ** len(bits)) <= low + width
    assert 2 ** len(bits) <= 4 / width


@given(parts().filter(lambda message: all(total <= 2**40 for *_, total in message)))
def test_the_code_is_short(message: list[Part]) -> None:
    """Where a part of 2^-40 or more is rounded, it changes by a factor of at most 1 + 2^-20."""
    _, width = exact(message)
    lost = len(message) * 2**-20 / math.log(2)
    assert len(encoded(message)) <= math.log2(width.denominator) - math.log2(width.numerator) + 2 + lost + 1e-9


@given(st.lists(st.integers(0, 2), max_size=60))
def test_no_longer_than_the_exact_coder_by_a_bit(message: list[int]) -> None:
    ends = [0, 1, 4, 16]
    bits = encoded([(ends[x], ends[x + 1], 16) for x in message])
    assert 0 <= len(bits) - len(arithmetic_encode(message, [1 / 16, 3 / 16, 12 / 16])) <= 2


@pytest.mark.parametrize("part", [(0, 0, 2), (1, 3, 2), (-1, 1, 2), (0, 1, LARGEST_TOTAL + 1)])
def test_what_is_no_part_is_refused(part: Part) -> None:
    with pytest.raises(ValueError, match="is no part"):
        Encoder().take(*part)
