"""Mixtures of two laws against Bayes' rule in fractions, and against SciPy's distance."""

from fractions import Fraction
from math import log2

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

from studies import mixing as study

BAGS = [4, 3, 1, 0], [0, 1, 1, 6]


def test_draw() -> None:
    chance, first, told = study.draw(study.FIRST, study.SECOND)
    for k, (a, b) in enumerate(zip(*BAGS, strict=True)):
        share = Fraction(a, a + b)
        assert chance[k] == Fraction(a + b, 16)
        assert first[k] == share
        assert told[k] == pytest.approx(1 + sum(x * log2(x) for x in (share, 1 - share) if x))
    assert chance @ told == pytest.approx(jensenshannon(*BAGS, base=2) ** 2)


def test_least() -> None:
    for variation in (0, 0.1, 0.5, 1):
        coin = np.array([1 + variation, 1 - variation]) / 2
        assert study.least(variation) == pytest.approx(jensenshannon(coin, coin[::-1], base=2) ** 2, abs=1e-12)
        assert study.least(-variation) == study.least(variation)
    assert list(study.least([0, 1])) == [0, 1]


def test_random_pairs() -> None:
    variations, divergences = study.random_pairs()
    assert len(variations) == len(divergences) == 240
    assert 0 < variations.min() < 0.1
    assert 0.9 < variations.max() <= 1
    rest = [(1 - entropy([(1 + v) / 2, (1 - v) / 2], base=2), v) for v in variations]
    assert all(low - 1e-9 <= d <= high + 1e-9 for d, (low, high) in zip(divergences, rest, strict=True))
