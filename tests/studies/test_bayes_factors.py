"""Bayes factors by integration and by exact fractions, p-values by scipy."""

import math
from fractions import Fraction

import pytest
from scipy.integrate import quad
from scipy.stats import beta, binom, norm

from studies import bayes_factors


@pytest.mark.parametrize("a", [0.5, 1, 100])
@pytest.mark.parametrize(("heads", "tosses"), [(60, 100), (7, 10)])
def test_a_factor_by_integration(heads: int, tosses: int, a: float) -> None:
    mean, _ = quad(lambda s: binom.pmf(heads, tosses, s) * beta.pdf(s, a, a), 0, 1, points=[0.5, 0.6, 0.7])
    assert bayes_factors.factor(heads, tosses, a) == pytest.approx(mean / binom.pmf(heads, tosses, 0.5))


def test_with_the_uniform_prior_all_numbers_of_heads_are_equally_likely() -> None:
    for heads, tosses in ((60, 100), (5098, 10_000)):
        exact = Fraction(2**tosses, (tosses + 1) * math.comb(tosses, heads))
        assert bayes_factors.factor(heads, tosses, 1) == pytest.approx(float(exact), rel=1e-9)


def test_the_best_share() -> None:
    for heads, tosses in ((60, 100), (7, 10)):
        exact = Fraction(2 * heads, tosses) ** heads * Fraction(2 * (tosses - heads), tosses) ** (tosses - heads)
        assert bayes_factors.largest(heads, tosses) == pytest.approx(float(exact))


@pytest.mark.parametrize("tosses", [100, 10_000, 1_000_000])
def test_almost_significant(tosses: int) -> None:
    heads = bayes_factors.almost_significant(tosses)
    chances = [binom.sf(k - 1, tosses, 0.5) + binom.cdf(tosses - k, tosses, 0.5) for k in (heads, heads + 1)]
    assert bayes_factors.two_sided(heads, tosses) == pytest.approx(chances[0])
    assert chances[1] <= 0.05 < chances[0]


@pytest.mark.parametrize("width", [0.1, 1, 100])
def test_a_mean_of_unknown_place(width: float) -> None:
    seen, n = 0.3, 100
    top, _ = quad(lambda m: norm.pdf(seen, m, n**-0.5) * norm.pdf(m, 0, width), -1, 2, points=[0, 0.3])
    assert bayes_factors.flat_mean(seen, width, n) == pytest.approx(top / norm.pdf(seen, 0, n**-0.5), rel=1e-6)
    assert bayes_factors.two_sided_mean(seen, n) == pytest.approx(2 * norm.sf(3))
