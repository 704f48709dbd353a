"""Long strings of tosses of a coin that falls heads nine times in ten: how probable, and how many. Exact, in bits.

All strings with as many tails are equally probable, and the fewer tails, the more. With n tosses and k tails there are
C(n, k) of them, each with probability 9^(n − k) / 10^n.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import comb, log2

from extrabits import binary_entropy

HEADS = 0.9
FLOOR = float(binary_entropy(HEADS))
ALL_HEADS = log2(10 / 9)  # bits per toss
A_TAIL = log2(9)  # bits that a tail costs more than a head


def per_toss(n: int, tails: int) -> float:
    """−(1/n) log₂ of the probability of a string with so many tails."""
    return ALL_HEADS + A_TAIL * tails / n


def typical(n: int, slack: float) -> range:
    """The numbers of tails with which a string is typical: per toss within this slack of the entropy."""
    tails = [k for k in range(n + 1) if abs(per_toss(n, k) - FLOOR) <= slack]
    return range(tails[0], tails[-1] + 1)


def chance(n: int, tails: range) -> float:
    """The probability of so many tails."""
    return float(Fraction(sum(comb(n, k) * 9 ** (n - k) for k in tails), 10**n))


def log_number(n: int, tails: range) -> float:
    """log₂ of the number of strings with so many tails."""
    return log2(sum(comb(n, k) for k in tails))


def fewest(n: int, percent: int) -> float:
    """log₂ of the least number of strings that together have so much of the probability."""
    number, missing = 0, Fraction(percent, 100) * 10**n
    for strings, weight in _from_the_most_probable(n):
        if strings * weight >= missing:
            return log2(number - (-missing // weight))
        number, missing = number + strings, missing - strings * weight
    raise ValueError(f"percent is {percent}; all strings together have 100")


def covered(n: int, rate: Fraction) -> float:
    """The probability of the strings that get a word when each word has at most n · rate bits, the best way."""
    words, weights = 2 ** (int(n * rate) + 1) - 1, 0
    for strings, weight in _from_the_most_probable(n):
        weights += min(strings, words) * weight
        words -= strings
        if words <= 0:
            break
    return float(weights / 10**n)


def shortest_mean(n: int) -> float:
    """The mean length of words that differ, and of which nothing else is asked: the r-th most probable has ⌊log₂ r⌋."""
    rank, mean = 1, 0
    for strings, weight in _from_the_most_probable(n):
        mean += weight * (_lengths_below(rank + strings) - _lengths_below(rank))
        rank += strings
    return float(Fraction(mean, 10**n))


def _from_the_most_probable(n: int) -> Iterator[tuple[int, int]]:
    """How many strings have no tail, one, two …, and the probability of each times 10^n."""
    strings, weight = 1, 9**n
    for k in range(n + 1):
        yield strings, weight
        strings, weight = strings * (n - k) // (k + 1), weight // 9  # anew, each would be a long product


def _lengths_below(end: int) -> int:
    """The sum of ⌊log₂ r⌋ over r from 1 to end − 1."""
    bits = end.bit_length() - 1
    return bits * end - (2 << bits) + 2
