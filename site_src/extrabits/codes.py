"""Codes: how surprisal becomes bits on a wire. Lengths, codewords, and what a code for q costs when p is true."""

import heapq
import itertools
import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits._checks import Array, finite, listed, one_law
from extrabits._labels import require_same_labels
from extrabits._scalars import whole

Lengths = NDArray[np.int64]
_LONGEST = 10**7  # letters in a codeword
_NOTHING_SENT = (
    "as a law of one outcome needs 0 bits: no bits tell how often it came. Send that number by itself, or use the code "
    '["0"]'
)


def huffman_lengths(p: ArrayLike) -> Lengths:
    """Codeword lengths in bits of a binary Huffman code, a prefix code with the least mean length under p.

    Ties are broken so that the longest word is as short as can be. A single outcome needs no bits; how often it
    came must then be sent by itself. An outcome of probability 0 gets a word, too, which lengthens others: leave it
    out if it never comes.

    >>> huffman_lengths([0.5, 0.25, 0.125, 0.125])
    array([1, 2, 3, 3])
    >>> huffman_lengths([1])
    array([0])
    >>> p = [0.4, 0.35, 0.25]
    >>> round(expected_length(p, huffman_lengths(p)), 12), expected_length([*p, 0, 0], huffman_lengths([*p, 0, 0]))
    (1.6, 1.85)

    Raises ValueError for p that is not one law: negative, not finite, not summing to 1.
    Source: D. A. Huffman, A method for the construction of minimum-redundancy codes (1952).
    """
    checked = _one_law(p)
    lengths = np.zeros(len(checked), np.int64)
    order = itertools.count()  # merged groups come after the outcomes, which keeps the tree shallow
    heap = [(share, next(order), [outcome]) for outcome, share in enumerate(checked.tolist())]
    heapq.heapify(heap)
    while len(heap) > 1:
        (rare, _, left), (common, _, right) = heapq.heappop(heap), heapq.heappop(heap)
        lengths[left + right] += 1
        heapq.heappush(heap, (rare + common, next(order), left + right))
    return lengths


def shannon_lengths(p: ArrayLike) -> Lengths:
    """⌈−log₂ p⌉ for each outcome: the lengths in bits of Shannon's code, less than one bit above the surprisal.

    >>> shannon_lengths([0.5, 0.3, 0.2])
    array([1, 2, 3])
    >>> shannon_lengths([1, 0])
    Traceback (most recent call last):
        ...
    ValueError: p[1] is 0, and a Shannon code has no word for it; leave the outcome out

    Raises ValueError for outcomes of probability 0, and as `huffman_lengths` does.
    Source: C. E. Shannon, A mathematical theory of communication (1948), section 9.
    """
    checked = _one_law(p)
    if checked.min() == 0:
        raise ValueError(
            f"p[{int(checked.argmin())}] is 0, and a Shannon code has no word for it; leave the outcome out"
        )
    # p = m 2^e with ½ ≤ m < 1, so ⌈−log₂ p⌉ = 1 − e, exactly; a p above 1 is rounding within the tolerance.
    return (1 - np.frexp(np.minimum(checked, 1))[1]).astype(np.int64)


def shannon_fano_elias_lengths(p: ArrayLike) -> Lengths:
    """⌈−log₂ p⌉ + 1 for each outcome: the lengths in bits of a code that keeps the order of the outcomes.

    >>> shannon_fano_elias_lengths([0.25, 0.5, 0.25])
    array([3, 2, 3])

    Raises ValueError as `shannon_lengths` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., section 5.9.
    """
    return shannon_lengths(p) + 1


def kraft_sum(lengths: ArrayLike, *, alphabet: int = 2) -> float:
    """Σ alphabet^(−length). A prefix code with these lengths exists exactly if it is at most 1.

    >>> kraft_sum([1, 2, 3, 3])
    1.0
    >>> kraft_sum([1, 1, 2])
    1.25

    Raises ValueError for lengths that are not whole numbers ≥ 0 and an alphabet of fewer than 2 letters.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., theorem 5.2.1.
    """
    letters = whole(alphabet, "alphabet", 2)
    return math.fsum(float(letters) ** -int(length) for length in _whole_lengths(lengths))


def expected_length(p: ArrayLike, lengths: ArrayLike) -> float:
    """Σ p · length, the mean number of letters (bits) that p costs with a code of these lengths.

    The code may have been made for another law: the price of a wrong belief.

    >>> expected_length([0.5, 0.25, 0.125, 0.125], [1, 2, 3, 3])
    1.75
    >>> expected_length([0.5, 0.25, 0.125, 0.125], [3, 3, 2, 1])
    2.625

    Raises ValueError for lengths that are negative or do not fit p, and as `huffman_lengths` does.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 5.1.
    """
    require_same_labels([p, lengths], ["p", "lengths"])
    checked, costs = _one_law(p), finite(lengths, "lengths")
    if costs.shape != checked.shape:
        raise ValueError(f"p has {len(checked)} outcomes and lengths has shape {costs.shape}; give one length each")
    if costs.min() < 0:
        raise ValueError(f"lengths[{int(costs.argmin())}] is {float(costs.min())!r}; a length is 0 or more")
    return float(math.fsum(checked * costs))


def canonical_code(lengths: ArrayLike) -> list[str]:
    """The binary prefix code with these lengths whose words, sorted by length, count upwards.

    >>> canonical_code([1, 2, 3, 3])
    ['0', '10', '110', '111']
    >>> canonical_code([1, 1, 1])
    Traceback (most recent call last):
        ...
    ValueError: the Kraft sum of the lengths is 1.5; no prefix code has these lengths unless it is at most 1

    Raises ValueError for lengths that are not whole numbers ≥ 0 or break Kraft's inequality.
    Source: E. S. Schwartz & B. Kallick, Generating a canonical prefix encoding (1964).
    """
    checked = [int(length) for length in _whole_lengths(lengths)]
    longest = max(checked)
    if sum(1 << (longest - length) for length in checked) > 1 << longest:
        raise ValueError(
            f"the Kraft sum of the lengths is {kraft_sum(lengths):.12g}; "
            "no prefix code has these lengths unless it is at most 1"
        )
    words, count, previous = [""] * len(checked), 0, 0
    for outcome in sorted(range(len(checked)), key=checked.__getitem__):
        count <<= checked[outcome] - previous
        previous = checked[outcome]
        words[outcome] = format(count, f"0{previous}b") if previous else ""
        count += 1
    return words


def encode(message: Sequence[int], code: Sequence[str]) -> str:
    """The codewords of the outcomes, one after the other. Outcomes are counted from 0.

    >>> encode([0, 2, 1], ["0", "10", "11"])
    '01110'

    Raises ValueError for an outcome without a codeword, a code that is not prefix-free, and the code of a single
    outcome, whose empty word would send nothing.
    """
    words, outcomes = _prefix_free(code), listed(message, "message", "outcomes")
    if "" in words and outcomes:
        raise ValueError(f"code[0] is empty, {_NOTHING_SENT}")
    for position, outcome in enumerate(outcomes):
        if not isinstance(outcome, int | np.integer) or not 0 <= outcome < len(words):
            raise ValueError(
                f"message[{position}] is {outcome!r}; outcomes are whole numbers from 0 to {len(words) - 1}"
            )
    return "".join(words[outcome] for outcome in outcomes)


def decode(bits: str, code: Sequence[str]) -> list[int]:
    """The outcomes whose codewords, one after the other, are these bits.

    >>> decode("01110", ["0", "10", "11"])
    [0, 2, 1]
    >>> decode("01", ["0", "10", "11"])
    Traceback (most recent call last):
        ...
    ValueError: bits end inside a codeword: '1' is left over

    Raises ValueError for bits that do not split into codewords, a code that is not prefix-free, and the code of a
    single outcome, whose empty word does not say how often it came.
    """
    outcome_of = {word: outcome for outcome, word in enumerate(_prefix_free(code))}
    if "" in outcome_of:
        raise ValueError(f"code[0] is empty, {_NOTHING_SENT}")
    longest = max(map(len, outcome_of))
    message, word = [], ""
    for bit in _binary(bits, "bits"):
        word += bit
        if word in outcome_of:
            message.append(outcome_of[word])
            word = ""
        elif len(word) >= longest:
            raise ValueError(f"bits contain {word!r}, which begins with no codeword")
    if word:
        raise ValueError(f"bits end inside a codeword: {word!r} is left over")
    return message


def block_law(p: ArrayLike, n: int) -> Array:
    """The law of n independent draws from p as one outcome, in lexicographic order: a code for it is a block code.

    >>> block_law([0.75, 0.25], 2)
    array([0.5625, 0.1875, 0.1875, 0.0625])
    >>> expected_length(block_law([0.75, 0.25], 2), huffman_lengths(block_law([0.75, 0.25], 2))) / 2
    0.84375

    Raises ValueError for n below 1, more than ten million blocks, and as `huffman_lengths` does.
    """
    checked, size = _one_law(p), whole(n, "n", 1)
    if size * math.log10(len(checked)) > 7:
        raise ValueError(f"{len(checked)} outcomes in blocks of {size} make more than ten million; use a smaller n")
    blocks = np.ones(1)
    for _ in range(size):
        blocks = np.multiply.outer(blocks, checked).ravel()
    return blocks


def _one_law(p: ArrayLike) -> Array:
    return one_law(p, "p", "a code is made for one law at a time")


def _whole_lengths(lengths: ArrayLike) -> Lengths:
    checked = finite(lengths, "lengths")
    if checked.ndim != 1:
        raise ValueError(f"lengths has shape {checked.shape}; give one list of lengths")
    for index, length in enumerate(checked.tolist()):
        if not 0 <= length <= _LONGEST or length != int(length):
            raise ValueError(f"lengths[{index}] is {length!r}; a length is a whole number from 0 to ten million")
    return checked.astype(np.int64)


def _binary(bits: str, name: str) -> str:
    if not isinstance(bits, str) or set(bits) - {"0", "1"}:
        raise ValueError(f"{name} is {bits!r}; give a string of 0 and 1")
    return bits


def _prefix_free(code: Sequence[str]) -> list[str]:
    words = [_binary(word, f"code[{index}]") for index, word in enumerate(listed(code, "code", "codewords"))]
    if not words:
        raise ValueError("code is empty; give one codeword for each outcome")
    ordered = sorted(words)
    for word, following in itertools.pairwise(ordered):
        if following.startswith(word):
            raise ValueError(f"codeword {word!r} begins codeword {following!r}, so the bits could be read in two ways")
    return words
