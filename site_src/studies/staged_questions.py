"""What a measure of uncertainty says of a law asked at once, and of the same law asked in stages."""

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from extrabits import renyi_divergence

CARD = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6))  # Shannon's example: A, B or C
ONE_BY_ONE = ((0,), (1,), (2,))
A_FIRST = ((0,), (1, 2))
C_FIRST = ((0, 1), (2,))
STEP = 1e-30  # so small that its square is nothing beside 1: complex numbers then divide as numbers with a slope do

Measure = Callable[[list[Any]], Any]


def in_stages(measure: Measure, law: Sequence[Any], groups: Sequence[Sequence[int]]) -> Any:
    """The measure of the question which group it is, and on average that of what is left within the group."""
    shares = [sum(law[i] for i in group) for group in groups]
    left = [measure([law[i] / share for i in group]) for share, group in zip(shares, groups, strict=True)]
    return measure(shares) + sum(share.real * rest for share, rest in zip(shares, left, strict=True))


def renyi_entropy(law: Sequence[Any], alpha: float) -> float:
    """log₂(Σ p^α) / (1 − α) in bits, with its limits at the orders 0, 1 and ∞."""
    numbers = [float(p) for p in law]
    return math.log2(len(numbers)) - float(renyi_divergence(numbers, [1 / len(numbers)] * len(numbers), alpha))


def mismatch(law: Sequence[Any]) -> Any:
    """The probability 1 − Σ p² that two independent draws differ."""
    return 1 - sum(p * p for p in law)


def with_slope(value: float, slope: float) -> complex:
    """A probability that moves at this speed."""
    return complex(value, slope * STEP)


def slopes(law: Sequence[complex]) -> float:
    """Σ slope² / p."""
    return sum((p.imag / STEP) ** 2 / p.real for p in law)
