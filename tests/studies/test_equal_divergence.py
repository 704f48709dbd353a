"""Each pair at its divergence by the closed form; draws and total variation by scipy.stats."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import linprog
from scipy.stats import binom, chi2, norm, poisson

from studies import equal_divergence
from studies.equal_divergence import D


def coins(a: float, b: float) -> float:
    return (a * math.log(a / b) if a else 0) + (1 - a) * math.log((1 - a) / (1 - b))


def test_every_pair_is_at_the_same_divergence() -> None:
    assert coins(0.01, equal_divergence.likelier_coin()) == pytest.approx(D)
    assert equal_divergence.likelier_coin() > 0.01
    # Beside the certain tails the belief is a coin that falls heads once in 10³⁰: 1 − q is 1 to 30 digits.
    rare, q = 0.0005, equal_divergence.all_but_impossible_coin()
    assert rare * math.log(rare / q) + (1 - rare) * math.log1p(-rare) == pytest.approx(D)
    sd = equal_divergence.wider_sd()
    assert math.log(sd) + 1 / (2 * sd**2) - 1 / 2 == pytest.approx(D)
    assert sd > 1
    rate = equal_divergence.busier_rate()
    assert -math.log(rate) - 1 + rate == pytest.approx(D)
    assert rate > 1


def test_the_pairs_have_these_beliefs_and_other_directions() -> None:
    fair, rare, certain, rarer, events, shift, spread = equal_divergence.pairs()
    for pair in (fair, rare, rarer):
        assert pair.other_direction == pytest.approx(coins(pair.q.p, pair.p.p), rel=1e-6)  # type: ignore[attr-defined]
    assert certain.other_direction == math.inf
    rate, sd = events.q.rate, spread.q.sd  # type: ignore[attr-defined]
    assert events.other_direction == pytest.approx(rate * math.log(rate) - rate + 1)
    assert shift.other_direction == pytest.approx(D)
    assert spread.other_direction == pytest.approx(-math.log(sd) + sd**2 / 2 - 1 / 2)


def test_total_variation_by_sums_and_integrals() -> None:
    *four, events, shift, spread = equal_divergence.pairs()
    for pair in four:
        assert pair.total_variation == pytest.approx(abs(pair.p.p - pair.q.p))  # type: ignore[attr-defined]
    k = np.arange(100)
    rate, mean, sd = events.q.rate, shift.q.mean, spread.q.sd  # type: ignore[attr-defined]
    assert events.total_variation == pytest.approx(np.abs(poisson.pmf(k, 1) - poisson.pmf(k, rate)).sum() / 2)
    for pair, belief in ((shift, norm(mean, 1)), (spread, norm(0, sd))):
        gap = quad(lambda x, b=belief: abs(norm.pdf(x) - b.pdf(x)) / 2, -12, 12, limit=400, epsabs=1e-11)[0]
        assert pair.total_variation == pytest.approx(gap, rel=1e-6)


def test_the_draws_are_the_fewest() -> None:
    *four, events, shift, spread = equal_divergence.pairs()
    for pair in four:
        a, b = pair.p.p, pair.q.p  # type: ignore[attr-defined]
        assert least(*(binom.pmf(np.arange(400), pair.draws, c) for c in (a, b))) <= 0.05
        assert least(*(binom.pmf(np.arange(400), pair.draws - 1, c) for c in (a, b))) > 0.05
    rate, mean, sd = events.q.rate, shift.q.mean, spread.q.sd  # type: ignore[attr-defined]
    for n, enough in ((events.draws, True), (events.draws - 1, False)):
        assert (least(*(poisson.pmf(np.arange(500), n * r) for r in (1, rate))) <= 0.05) == enough
    for n, enough in ((shift.draws, True), (shift.draws - 1, False)):
        assert (norm.cdf(norm.isf(0.05) - mean * math.sqrt(n)) <= 0.05) == enough
    for n, enough in ((spread.draws, True), (spread.draws - 1, False)):
        assert (chi2.cdf(chi2.isf(0.05, n) / sd**2, n) <= 0.05) == enough


def least(p: object, q: object) -> float:
    """The least β at α = 5 %, as a linear program."""
    found = linprog(q, A_ub=[-np.array(p)], b_ub=[0.05 - 1], bounds=(0, 1))
    assert found.success
    return float(found.fun)
