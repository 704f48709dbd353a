"""A hundred thousand tosses of a coin in a file: the binary digits that it fills, and the bits that it holds."""

import bz2
from functools import cache

import numpy as np
from numpy.typing import NDArray

from extrabits import arithmetic_encode, surprisal

TOSSES = 100_000
LOADED, FAIR = 0.1, 0.5  # the chance of a one
BLOCK = 1000  # tosses that the arithmetic coder takes at a time


@cache
def tosses(chance: float, seed: int = 1) -> NDArray[np.uint8]:
    """Zeros and ones, independent, a one with this chance."""
    return (np.random.default_rng(seed).random(TOSSES) < chance).astype(np.uint8)


def as_text(chance: float) -> bytes:
    """The tosses as characters 0 and 1, a byte each."""
    return (ord("0") + tosses(chance)).astype(np.uint8).tobytes()


def packed(chance: float) -> bytes:
    """The tosses as binary digits, eight to a byte."""
    return np.packbits(tosses(chance)).tobytes()


def zipped(chance: float) -> bytes:
    """The smaller of what bzip2 makes of the text and of the packed file; it knows nothing of the coin."""
    return min((bz2.compress(as_text(chance)), bz2.compress(packed(chance))), key=len)


@cache
def coded(chance: float) -> tuple[str, ...]:
    """The code words of an arithmetic coder that knows the chance, one for each block; none begins another."""
    blocks = tosses(chance).reshape(-1, BLOCK).tolist()
    return tuple(arithmetic_encode(block, [1 - chance, chance]) for block in blocks)


@cache
def digits(chance: float) -> dict[str, int]:
    """The binary digits of each file."""
    files = {"text": as_text(chance), "packed": packed(chance), "bzip2": zipped(chance)}
    return {name: 8 * len(file) for name, file in files.items()} | {"coder": sum(map(len, coded(chance)))}


def information(chance: float) -> float:
    """The surprisal of these very tosses, in bits, to somebody who knows the coin."""
    return float(np.sum(surprisal(np.where(tosses(chance), chance, 1 - chance))))
