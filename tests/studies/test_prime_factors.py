"""Prime factors, found again by sieving; the other surprise adds up, and is as large as bits at powers of a half."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studies import prime_factors, submarine

whole = st.integers(1, 10**4)


def test_count_by_sieving() -> None:
    counts = [0] * 2001
    for base in range(2, 2001):
        if counts[base] == 0:  # no smaller number divides it
            power = base
            while power <= 2000:
                for multiple in range(power, 2001, power):
                    counts[multiple] += 1
                power *= base
    assert [prime_factors.count(n) for n in range(1, 2001)] == counts[1:]


@given(whole, whole, whole, whole)
def test_surprises_of_independent_outcomes_add(a: int, b: int, c: int, d: int) -> None:
    both = Fraction(a, b) * Fraction(c, d)
    assert prime_factors.surprise(both.numerator, both.denominator) == (
        prime_factors.surprise(a, b) + prime_factors.surprise(c, d)
    )


def test_it_is_bits_at_powers_of_a_half_and_not_monotone() -> None:
    assert [prime_factors.surprise(1, 2**k) for k in range(20)] == list(range(20))
    assert prime_factors.surprise(1, 60) > prime_factors.surprise(1, 61)
    assert prime_factors.surprise(4, 5) < 0
    assert all(prime_factors.surprise(1, n) <= math.log2(n) for n in range(1, 3000))


@pytest.mark.parametrize("shot", [1, 2, 33, 49, 64])
def test_every_game_adds_up_to_six(shot: int) -> None:
    answers = prime_factors.answers(shot)
    assert len(answers) == len(submarine.answers(shot)) == shot
    assert sum(answers) == 6
    assert submarine.answers(shot).sum() == pytest.approx(6)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=5))
def test_mean_surprise_is_what_grouping_leaves(weights: list[int]) -> None:
    """Of n equal chances laid into blocks: f(n) less the mean f of the blocks, with f the number of prime factors."""
    n = sum(weights)
    mean = sum(Fraction(k, n) * prime_factors.count(k) for k in weights)
    assert prime_factors.mean_surprise([Fraction(k, n) for k in weights]) == prime_factors.count(n) - mean


def test_coins_with_a_negative_surprise() -> None:
    assert [prime_factors.coin(4, 5), prime_factors.coin(8, 9)] == [Fraction(-3, 5), Fraction(-2, 3)]
