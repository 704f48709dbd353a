"""What each repair of a zero reports, from exact fractions."""

from fractions import Fraction
from math import log2

import pytest

from studies import zero_repairs

P = [Fraction(1, 2), Fraction(3, 10), Fraction(3, 20), Fraction(1, 20)]
Q = [Fraction(11, 20), Fraction(3, 10), Fraction(3, 20), Fraction(0)]
EPSILONS = [Fraction(1, 10**12), Fraction(1, 1000), Fraction(1, 11), Fraction(1, 2)]


def _sum(weights: list[Fraction]) -> float:
    return sum(float(p) * log2(p / w) for p, w in zip(P, weights, strict=True) if w)


@pytest.mark.parametrize("epsilon", EPSILONS)
def test_what_is_reported(epsilon: Fraction) -> None:
    mixed = _sum([(1 - epsilon) * q + epsilon / 4 for q in Q])
    added, clipped = _sum([q + epsilon for q in Q]), _sum([max(q, epsilon) for q in Q])
    for study, right in ((zero_repairs.mixed, mixed), (zero_repairs.added, added), (zero_repairs.clipped, clipped)):
        assert study(float(epsilon)) == pytest.approx(right, abs=1e-9)
    assert set(zero_repairs.REPAIRS) == {"mixed", "added", "clipped"}


def test_a_cell_left_out_is_reported_as_a_gain() -> None:
    assert zero_repairs.left_out() == pytest.approx(_sum(Q))
    assert zero_repairs.left_out() < 0


def test_a_number_added_to_each_count_is_a_share_of_the_uniform_law() -> None:
    counts = [11, 6, 3, 0]
    for number in (Fraction(1, 2), Fraction(1)):
        law = [(count + number) / (20 + 4 * number) for count in counts]
        share = zero_repairs.share_of(float(number))
        assert zero_repairs.mixed(share) == pytest.approx(_sum(law), abs=1e-12)
