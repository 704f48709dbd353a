"""Short strings one by one; long ones by scipy's binomial law and by bounds that hold for any coin."""

import math
from fractions import Fraction
from itertools import product

import pytest
from scipy import stats

from extrabits import entropy, surprisal
from studies import typical_tosses as study


def strings(n: int) -> list[tuple[Fraction, int]]:
    """Each string's probability and its number of tails, the most probable first."""
    tosses = product([(Fraction(9, 10), 0), (Fraction(1, 10), 1)], repeat=n)
    every = [
        (math.prod((p for p, _ in string), start=Fraction(1)), sum(tail for _, tail in string)) for string in tosses
    ]
    return sorted(every, reverse=True)


def test_the_coin() -> None:
    assert pytest.approx(entropy([0.9, 0.1])) == study.FLOOR
    assert pytest.approx(surprisal(0.9)) == study.ALL_HEADS
    assert pytest.approx(surprisal(0.1) - surprisal(0.9)) == study.A_TAIL


@pytest.mark.parametrize("n", [1, 2, 5, 8, 11])
def test_short_strings_one_by_one(n: int) -> None:
    every = strings(n)
    for p, tails in every:
        assert study.per_toss(n, tails) == pytest.approx(-math.log2(p) / n)
    for slack in (0.35, 0.7):
        near = [(p, k) for p, k in every if abs(-math.log2(p) / n - entropy([0.9, 0.1])) <= slack]
        assert sorted({k for _, k in near}) == list(study.typical(n, slack))
        assert study.chance(n, study.typical(n, slack)) == pytest.approx(float(sum(p for p, _ in near)))
        assert study.log_number(n, study.typical(n, slack)) == pytest.approx(math.log2(len(near)))
    for percent in (50, 90, 100):
        number = next(m for m in range(1, 2**n + 1) if sum(p for p, _ in every[:m]) >= Fraction(percent, 100))
        assert study.fewest(n, percent) == pytest.approx(math.log2(number))
    for rate in (Fraction(1, 5), Fraction(2, 5), Fraction(1)):
        words = sum(2**bits for bits in range(int(n * rate) + 1))
        assert study.covered(n, rate) == pytest.approx(float(sum(p for p, _ in every[:words])))
    words = [word for bits in range(n + 1) for word in [bits] * 2**bits]  # the empty one, two of one bit, …
    mean = sum(p * bits for (p, _), bits in zip(every, words, strict=False))
    assert study.shortest_mean(n) == pytest.approx(float(mean))


@pytest.mark.parametrize("n", [100, 1000])
def test_long_strings(n: int) -> None:
    tails = study.typical(n, 0.1)
    law = stats.binom(n, 0.1)
    assert study.chance(n, tails) == pytest.approx(law.cdf(tails[-1]) - law.cdf(tails[0] - 1))
    assert study.log_number(n, tails) <= n * (study.FLOOR + 0.1)
    assert study.log_number(n, tails) >= n * (study.FLOOR - 0.1) + math.log2(study.chance(n, tails))
    half, nearly = study.fewest(n, 50), study.fewest(n, 99)
    assert half < n * study.FLOOR < nearly
    assert study.covered(n, Fraction(1)) == 1
    rate = Fraction(int(half), n)  # words of at most so many bits are not much more than twice as many as it takes
    assert 0.4 < study.covered(n, rate) < 0.6


@pytest.mark.parametrize("n", [10, 100, 1000])
def test_words_that_merely_differ_save_a_few_bits(n: int) -> None:
    saved = n * study.FLOOR - study.shortest_mean(n)
    assert 0 < saved < math.log2(n * study.FLOOR + 1) + math.log2(math.e)  # Alon & Orlitsky 1994


def test_more_than_everything() -> None:
    with pytest.raises(ValueError, match="all strings together have 100"):
        study.fewest(3, 200)
