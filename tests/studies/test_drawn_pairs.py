"""The twenty pairs are laws, no two alike, and their divergences are of all sizes."""

import math

import pytest

from studies import drawn_pairs


def test_twenty_pairs_of_laws() -> None:
    pairs = drawn_pairs.pairs()
    assert len(set(pairs)) == len(pairs) == 20
    for pair in pairs:
        assert sum(pair.p) == pytest.approx(1)
        assert sum(pair.q) == pytest.approx(1)
        by_hand = sum(p * math.log2(p / q) for p, q in zip(pair.p, pair.q, strict=True))
        assert pair.divergence == pytest.approx(by_hand)


def test_small_divergences_come_as_often_as_large_ones() -> None:
    sizes = sorted(pair.divergence for pair in drawn_pairs.pairs())
    assert drawn_pairs.LEAST < sizes[0] < 0.06
    assert 0.15 < sizes[10] < 0.4
    assert 1 < sizes[-1] < drawn_pairs.MOST


def test_they_are_the_same_everywhere() -> None:
    assert drawn_pairs.pairs() == drawn_pairs.pairs()
    assert drawn_pairs.pairs() != drawn_pairs.pairs(seed=2)
