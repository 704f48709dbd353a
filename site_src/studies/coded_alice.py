"""Alice through counting models and an arithmetic coder: the bits of each byte, the file, and the text again."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extrabits._checks import Array
from store.fitted import fitted
from studies import alice
from studies.arithmetic_coder import Decoder, Encoder
from studies.context_counts import DISCOUNT, WITTEN_BELL, Counts

BYTES = 256
GRAIN = 2.0**32  # the law is given to the coder in whole numbers that add up to about this
ORDERS = range(6)
LONGEST = ORDERS[-1]


class Costs(NamedTuple):
    """The bits of each byte (columns) by each order (rows)."""

    bits: Array


class Coded(NamedTuple):
    """The bits of each byte by the model, those that the coder wrote, and the bytes that come out of them again."""

    bits: Array
    code: Array
    decoded: Array


@fitted(seconds=2)
def by_witten_bell() -> Costs:
    """All orders at once: each mixes its counts with what the order below says, and all count everything."""
    counts, bits = Counts(BYTES, LONGEST, WITTEN_BELL), []
    for byte in alice.text():
        bits.append([-np.log2(law[byte]) for law in counts.laws()])
        counts.learn(byte)
    return Costs(np.array(bits).T)


@fitted(seconds=2)
def by_discount(order: int) -> Coded:
    """Through the coder, and for the longest contexts back."""
    bits, code = encoded(alice.text(), order)
    back = decoded(code, len(bits), order) if order == LONGEST else b""
    return Coded(np.array(bits), np.array(code, dtype=np.uint8), np.frombuffer(back, dtype=np.uint8))


def encoded(text: bytes, order: int) -> tuple[list[float], list[int]]:
    """The bits of each byte by the model, and those that the coder writes."""
    counts, encoder, bits = Counts(BYTES, order, DISCOUNT), Encoder(), []
    for byte in text:
        law = counts.laws()[-1]
        parts = shares(law)
        start = int(parts[:byte].sum())
        encoder.take(start, start + int(parts[byte]), int(parts.sum()))
        bits.append(float(-np.log2(law[byte])))
        counts.learn(byte)
    return bits, encoder.finished()


def decoded(code: list[int], length: int, order: int) -> bytes:
    """The text again: the decoder counts what it has read, and so has the law that the encoder had."""
    counts, decoder, text = Counts(BYTES, order, DISCOUNT), Decoder(code), bytearray()
    for _ in range(length):
        ends = np.cumsum(shares(counts.laws()[-1]))
        byte = int(np.searchsorted(ends, decoder.place(int(ends[-1])), side="right"))
        decoder.take(int(ends[byte - 1]) if byte else 0, int(ends[byte]), int(ends[-1]))
        text.append(byte)
        counts.learn(byte)
    return bytes(text)


def shares(law: Array) -> NDArray[np.int64]:
    """The law in whole numbers, each at least 1."""
    return (law * GRAIN).astype(np.int64) + 1
