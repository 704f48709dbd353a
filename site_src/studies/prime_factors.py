"""A second surprise that adds up: by how many prime factors the denominator of a chance outnumbers its numerator."""

from collections.abc import Sequence
from fractions import Fraction

from studies.submarine import SQUARES


def count(n: int) -> int:
    """The number of prime factors of n, each as often as it divides n."""
    found, divisor = 0, 2
    while divisor * divisor <= n:
        if n % divisor:
            divisor += 1
        else:
            n //= divisor
            found += 1
    return found + (n > 1)


def surprise(numerator: int, denominator: int) -> int:
    """The surprise of a fraction, in lowest terms or not: a common factor is counted in both and cancels."""
    return count(denominator) - count(numerator)


def answers(shot: int) -> list[int]:
    """The surprise of each answer in a game of submarine that ends with a hit on this shot."""
    last = SQUARES - shot + 1
    return [*(surprise(left - 1, left) for left in range(SQUARES, last, -1)), surprise(1, last)]


def mean_surprise(law: Sequence[Fraction]) -> Fraction:
    """The mean of this surprise under a law of positive fractions."""
    return sum((p * surprise(p.numerator, p.denominator) for p in law), Fraction(0))


def coin(heads: int, tosses: int) -> Fraction:
    """The mean surprise of a coin that falls heads in this share of its tosses."""
    return mean_surprise([Fraction(heads, tosses), Fraction(tosses - heads, tosses)])
