"""The card asked in stages, by fractions and logarithms written out, and prime factors by division."""

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from reading import assert_labels_stand_clear, curve, dots, label, panels

from exhibits import why_a_logarithm
from exhibits._drawing import H_INK, INK, MUTED, P_INK, H, P

CARD = [1 / 2, 1 / 3, 1 / 6]


def bits(law: list[float]) -> float:
    return sum(p * math.log2(1 / p) for p in law)


def test_stages() -> None:
    _, at_once, *staged = why_a_logarithm.stages()
    assert at_once == ["which?", "1.4591", "", "", "1.4591"]
    for row, first, second, asked in zip(staged, (1 / 2, 1 / 6), (2 / 3, 3 / 5), ("1/2", "5/6"), strict=True):
        assert float(row[1]) == pytest.approx(bits([first, 1 - first]), abs=5e-5)
        assert float(row[2]) == pytest.approx(bits([second, 1 - second]), abs=5e-5)
        assert row[3] == asked
        assert float(row[4]) == pytest.approx(bits(CARD), abs=5e-5)
        assert float(row[1]) + float(Fraction(asked)) * float(row[2]) == pytest.approx(float(row[4]), abs=2e-4)


def renyi(law: list[float], alpha: float) -> float:
    if abs(alpha - 1) < 1e-9:
        return bits(law)
    return math.log2(sum(p**alpha for p in law)) / (1 - alpha)


MEASURES: list[Callable[[list[float]], float]] = [
    bits,
    lambda law: math.log2(len(law)),
    lambda law: -math.log2(sum(p * p for p in law)),
    lambda law: -math.log2(max(law)),
    lambda law: 1 - sum(p * p for p in law),
]


def test_dropped() -> None:
    _, *rows, primes = why_a_logarithm.dropped()
    for row, measure in zip(rows, MEASURES, strict=True):
        a_first = measure([1 / 2, 1 / 2]) + measure([2 / 3, 1 / 3]) / 2
        c_first = measure([1 / 6, 5 / 6]) + measure([3 / 5, 2 / 5]) * 5 / 6
        wanted = [measure(CARD), a_first, c_first]
        assert [float(cell) for cell in row[1:]] == pytest.approx(wanted, abs=5e-4)
    assert primes[1:] == [f"{1 / 2 + 1 / 3 + 2 / 6:.3f}"] * 3  # one factor below the line, one, and two


def test_orders() -> None:
    figure = why_a_logarithm.orders()
    (axes,) = panels(figure)
    for colour, first, second, asked in ((INK, 1 / 2, 2 / 3, 1 / 2), (MUTED, 1 / 6, 3 / 5, 5 / 6)):
        alpha, drawn = curve(axes, colour)
        wanted = [renyi([first, 1 - first], a) + asked * renyi([second, 1 - second], a) for a in alpha]
        assert list(drawn) == pytest.approx(wanted)
    alpha, at_once = curve(axes, H)
    assert list(at_once) == pytest.approx([renyi(CARD, a) for a in alpha])
    (order,), (height,) = dots(axes, H_INK)
    assert (order, height) == (1, pytest.approx(bits(CARD)))
    assert label(axes, f"order 1: {bits(CARD):.3f} bits").get_color() == H_INK
    assert [label(axes, w).get_color() for w in ("A first", "at once", "C first")] == [INK, H_INK, MUTED]
    a, once, c = (label(axes, words).get_position()[1] for words in ("A first", "at once", "C first"))
    assert a > once > c
    assert_labels_stand_clear(figure)


def prime_factors(n: int) -> int:
    """Prime factors by recursion from the smallest divisor."""
    return next((1 + prime_factors(n // d) for d in range(2, n + 1) if n % d == 0), 0)


def test_two_surprises() -> None:
    (axes,) = panels(why_a_logarithm.two_surprises())
    x, y = curve(axes, P)
    assert 2**y == pytest.approx(x)
    n, counted = dots(axes, MUTED)
    assert n.tolist() == list(range(1, 65))
    assert counted.tolist() == [prime_factors(int(k)) for k in n]
    meeting, height = dots(axes, P_INK)
    assert meeting.tolist() == [k for k in range(1, 65) if prime_factors(k) == math.log2(k)]
    assert height == pytest.approx(np.log2(meeting))
    place = label(axes, "bits, log₂ n").get_position()
    assert place[1] > math.log2(place[0])  # to the left of its curve
    assert axes.get_xlim()[0] < 1 < 64 < axes.get_xlim()[1]
    assert axes.get_ylim()[0] < 0 < 6 < axes.get_ylim()[1]
