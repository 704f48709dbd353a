"""Texts in a code that was counted from another text: what each letter costs in bits, and the digits that are written.

The code knows the letters that its training text has, each with its share there. The receiver knows how many letters
will come. With an escape, one more word stands for every letter that the training text lacks, counted as if it had come
once; the letter's number in Unicode follows, in `RAW` digits.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from extrabits import canonical_code, entropy, huffman_lengths, normalize
from studies import alice
from studies.arithmetic_coder import Encoder

RAW = 21  # digits: Unicode ends at 0x10FFFF
REGISTER = 32  # digits of the arithmetic coder's registers, so that a browser's numbers hold all products
FINEST = 1 << 20  # and the largest total of which it cuts a part
ESCAPE = ""  # stands for the escape where letters stand

# J. W. von Goethe, Erlkönig (1782); he died in 1832.
ERLKING = (
    "Wer reitet so spät durch Nacht und Wind? Es ist der Vater mit seinem Kind; "
    "er hat den Knaben wohl in dem Arm, er fasst ihn sicher, er hält ihn warm."
)


class Bill(NamedTuple):
    """What a text costs in a code: bits per letter, and binary digits for all of it."""

    entropy: float
    divergence: float
    arithmetic: int
    huffman: int


def opening() -> str:
    """The first paragraphs of Alice, from which the code is counted."""
    return " ".join(_paragraphs()[2:5])


def cat() -> str:
    """The paragraph in which the Cat leaves its grin behind."""
    (found,) = (paragraph for paragraph in _paragraphs() if "vanished quite slowly" in paragraph)
    return found


def unseen(message: str, training: str) -> str:
    """The letters for which the training text has no word, in order and once for each time that they come."""
    return "".join(letter for letter in message if letter not in training)


def words(training: str, escape: bool) -> dict[str, str]:
    """Huffman's word for each letter, and for the escape."""
    counts = _counts(training, escape)
    # Shares that are rounded break ties of counts by chance. These are exact: what fills them up to a power of two is
    # at least as much as all the rest, so it is joined last, and takes one digit of each word.
    whole = 1 << sum(counts.values()).bit_length() + 1
    shares = np.array([*counts.values(), whole - sum(counts.values())]) / whole
    return dict(zip(counts, canonical_code(huffman_lengths(shares)[:-1] - 1), strict=True))


def bill(message: str, training: str, escape: bool = False) -> Bill:
    """Entropy and divergence of the message's letters from the code's shares, and its digits in both codes."""
    truth = normalize(list(Counter(message).values()))
    belief = [_share(letter, training, escape) for letter in Counter(message)]
    return Bill(
        float(entropy(truth)),
        float(truth @ np.log2(truth / belief)),
        len(arithmetic(message, training, escape)),
        len(huffman(message, training, escape)),
    )


def huffman(message: str, training: str, escape: bool = False) -> str:
    """The digits of the message, word for word."""
    code = words(training, escape)
    return "".join(code[letter] if letter in code else code[ESCAPE] + f"{ord(letter):0{RAW}b}" for letter in message)


def arithmetic(message: str, training: str, escape: bool = False) -> str:
    """The digits of the message from the arithmetic coder."""
    encoder = Encoder(REGISTER)
    for part in parts(message, training, escape):
        encoder.take(*part)
    return "".join(map(str, encoder.finished()))


def parts(message: str, training: str, escape: bool = False) -> Iterator[tuple[int, int, int]]:
    """The parts that the message's letters take, one after the other."""
    counts = _counts(training, escape)
    ends = np.cumsum([0, *counts.values()]).tolist()
    start = dict(zip(counts, ends, strict=False))
    for letter in message:
        known = letter if letter in counts else ESCAPE
        yield start[known], start[known] + counts[known], ends[-1]
        if known == ESCAPE:
            high, low = divmod(ord(letter), 1 << 10)
            yield high, high + 1, 1 << RAW - 10
            yield low, low + 1, 1 << 10


def _share(letter: str, training: str, escape: bool) -> float:
    """What the code believes of a letter; all that the escape stands for are alike."""
    counts = _counts(training, escape)
    known = letter in counts
    return counts[letter if known else ESCAPE] / sum(counts.values()) / (1 if known else 1 << RAW)


def _counts(training: str, escape: bool) -> dict[str, int]:
    """How often the code takes each letter to come, in the order of their numbers, the escape last."""
    return dict(sorted(Counter(training).items())) | ({ESCAPE: 1} if escape else {})


def _paragraphs() -> list[str]:
    """Each on one line, with quotation marks as books print them."""
    text = alice.text().decode().replace("`", "‘").replace("'", "’")
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)]
