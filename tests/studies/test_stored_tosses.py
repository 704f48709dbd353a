"""The files say the tosses again, and what they hold is counted from the number of ones."""

import bz2
import math

import numpy as np
import pytest

from extrabits import arithmetic_decode
from studies import stored_tosses

COINS = [stored_tosses.LOADED, stored_tosses.FAIR]


@pytest.mark.parametrize("chance", COINS)
def test_each_file_gives_the_tosses_back(chance: float) -> None:
    tosses = stored_tosses.tosses(chance)
    assert tosses.size == stored_tosses.TOSSES
    text = stored_tosses.as_text(chance)
    assert [int(character) for character in text.decode("ascii")] == tosses.tolist()
    packed = stored_tosses.packed(chance)
    assert np.unpackbits(np.frombuffer(packed, np.uint8)).tolist() == tosses.tolist()
    assert bz2.decompress(stored_tosses.zipped(chance)) in (text, packed)
    words = stored_tosses.coded(chance)
    for block in (0, 41, 99):  # decoding is slower than coding
        start = block * stored_tosses.BLOCK
        message = arithmetic_decode(words[block], [1 - chance, chance], stored_tosses.BLOCK)
        assert message == tosses[start : start + stored_tosses.BLOCK].tolist()


@pytest.mark.parametrize("chance", COINS)
def test_digits_are_those_of_the_files(chance: float) -> None:
    digits = stored_tosses.digits(chance)
    assert digits["text"] == 8 * digits["packed"] == 8 * stored_tosses.TOSSES
    assert digits["bzip2"] == 8 * len(stored_tosses.zipped(chance))
    assert digits["coder"] == len("".join(stored_tosses.coded(chance)))


@pytest.mark.parametrize("chance", COINS)
def test_information_by_counting_ones(chance: float) -> None:
    ones = sum(stored_tosses.tosses(chance).tolist())
    bits = -ones * math.log2(chance) - (stored_tosses.TOSSES - ones) * math.log2(1 - chance)
    assert stored_tosses.information(chance) == pytest.approx(bits)
    assert abs(ones - chance * stored_tosses.TOSSES) < 3 * math.sqrt(stored_tosses.TOSSES * chance * (1 - chance))
    blocks = stored_tosses.TOSSES // stored_tosses.BLOCK
    assert bits <= stored_tosses.digits(chance)["coder"] < bits + 2 * blocks
