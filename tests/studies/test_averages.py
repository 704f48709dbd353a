"""Averages of dice by counting every sequence of rolls, and by rolling."""

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from studies import averages as study

TINY = range(1, 6)


def is_inside(faces: tuple[int, ...]) -> bool:
    """Whether the average lies in the funnel, in whole numbers: 35/12 is the variance of a face."""
    n, twice_off = len(faces), 2 * sum(faces) - 7 * len(faces)
    return Fraction(twice_off**2, 4) <= 4 * n * Fraction(35, 12)


def test_moments() -> None:
    assert [study.mean(study.FAIR), study.mean(study.LOADED)] == pytest.approx([3.5, 4.5])
    assert study.sd(study.FAIR) == pytest.approx(math.sqrt(35 / 12))
    assert study.sd(study.LOADED) == pytest.approx(math.sqrt((1 + 4 + 9 + 16 + 25) / 10 + 36 / 2 - 4.5**2))


def test_the_funnel() -> None:
    low, high = study.funnel(study.FAIR, np.array([4, 400]))
    assert high - low == pytest.approx(4 * math.sqrt(35 / 12) / np.array([2, 20]))
    assert (low + high) / 2 == pytest.approx(3.5)


@pytest.mark.parametrize("n", TINY)
def test_outside_now_by_counting(n: int) -> None:
    outside = [not is_inside(faces) for faces in product(range(1, 7), repeat=n)]
    assert study.outside_at(n) == pytest.approx(np.mean(outside), abs=1e-12)


@pytest.mark.parametrize("first", [1, 3])
def test_outside_at_some_look_by_counting(first: int) -> None:
    n = 6
    left = [
        any(not is_inside(faces[:count]) for count in range(first, n + 1)) for faces in product(range(1, 7), repeat=n)
    ]
    assert study.outside_by(n, first) == pytest.approx(np.mean(left), abs=1e-12)


def test_outside_at_some_look_by_rolling() -> None:
    many, n, first = 4000, 1000, 10
    rolls = np.random.default_rng(12).integers(1, 7, size=(many, n))
    count = np.arange(1, n + 1)
    off = np.abs(rolls.cumsum(axis=1) / count - 3.5) * np.sqrt(count)
    left = (off[:, first - 1 :] > 2 * math.sqrt(35 / 12)).any(axis=1).mean()
    assert study.outside_by(n, first) == pytest.approx(left, abs=4 * math.sqrt(0.25 / many))


def test_running_averages_are_means_of_the_first_rolls() -> None:
    counts = np.array([1, 2, 3])
    averages = study.running_averages(study.LOADED, 500, counts, seed=1)
    rolls = averages[:, :1], 2 * averages[:, 1:2] - averages[:, :1], 3 * averages[:, 2:] - 2 * averages[:, 1:2]
    found = np.rint(np.hstack(rolls))
    np.testing.assert_allclose(np.hstack(rolls), found, atol=1e-9)
    shares = np.bincount(found.astype(int).ravel(), minlength=7)[1:] / found.size
    np.testing.assert_allclose(shares, study.LOADED, atol=4 * math.sqrt(0.25 / found.size))
