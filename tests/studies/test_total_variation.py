"""Total variation by integration, and the worst pair by trying many coins."""

import math
from collections.abc import Iterable

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from studies import total_variation


def divergence(a: float, b: float) -> float:
    return a * math.log(a / b) + (1 - a) * math.log((1 - a) / (1 - b))


def test_the_bounds() -> None:
    for d in (0.001, 0.03, 1.0, 3.0):
        assert total_variation.pinsker(d) == pytest.approx((d / 2) ** 0.5)
        assert total_variation.bretagnolle_huber(d) == pytest.approx((1 - math.exp(-d)) ** 0.5)
        assert total_variation.proved(d) == pytest.approx(min((d / 2) ** 0.5, (1 - math.exp(-d)) ** 0.5))
    assert total_variation.pinsker(np.array([0.5, 2])) == pytest.approx([0.5, 1])


def test_the_bounds_cross() -> None:
    d = total_variation.bounds_cross()
    assert d / 2 == pytest.approx(1 - math.exp(-d))
    assert d / 2 - 0.005 < 1 - math.exp(-(d - 0.01))


@pytest.mark.parametrize("d", [0.001, 0.03, 2])
def test_gaussians_by_integration(d: float) -> None:
    shift = math.sqrt(2 * d)
    half = quad(lambda x: abs(norm.pdf(x) - norm.pdf(x, shift)) / 2, -12, 15, points=[shift / 2], epsabs=1e-12)[0]
    assert total_variation.gaussian(d) == pytest.approx(half, rel=1e-6)


@pytest.mark.parametrize("variation", [0.02, 0.3, 0.9])
def test_the_least_divergence_of_many_coins(variation: float) -> None:
    beliefs = np.linspace(0, 1 - variation, 20_001)[1:-1]
    least = min(divergence(b + variation, b) for b in beliefs.tolist())
    assert total_variation.least_divergence(variation) == pytest.approx(least, rel=1e-6)


@pytest.mark.parametrize("d", [0.03, 1, 3])
def test_the_worst_pair(d: float) -> None:
    worst = total_variation.worst(d)
    assert total_variation.least_divergence(worst) == pytest.approx(d)
    assert total_variation.gaussian(d) < worst < total_variation.proved(d)


@pytest.mark.parametrize(("variation", "least"), [(0.03, 0.05), (0.05, 0.05), (0.3, 0.05), (0.2, 0.1)])
def test_no_pair_is_beyond_the_reverse_bound_and_one_reaches_it(variation: float, least: float) -> None:
    bound = float(total_variation.reverse(variation, least))
    # q with the least probability at two outcomes, the rest at one; p moves the variation to the first.
    q = np.array([least, max(least, variation), 1 - least - max(least, variation)])
    p = q + variation * np.array([1, -1, 0])
    assert sum(a * math.log(a / b) for a, b in zip(p, q, strict=True) if a > 1e-15) == pytest.approx(bound)
    rng = np.random.default_rng(8)
    tried = 0
    for _ in range(4000):
        q = least + (1 - 4 * least) * rng.dirichlet([0.3] * 4)
        gain, loss = rng.dirichlet([0.2] * 2), rng.dirichlet([0.2] * 2)
        p = q + variation * np.array([*gain, *-loss])
        if (p > 0).all():
            tried += 1
            assert divergence_of(p, q) <= bound + 1e-12
    assert tried > 300
    assert bound < total_variation.reverse_by_chi2(variation, least)


def test_the_way_by_chi_square() -> None:
    rng = np.random.default_rng(4)
    for p, q in zip(rng.dirichlet([1.0] * 3, size=200), rng.dirichlet([1.0] * 3, size=200), strict=True):
        by_chi2 = total_variation.reverse_by_chi2(largest_gap(p, q), float(q.min()))
        assert math.log(sum(a * a / b for a, b in zip(p, q, strict=True))) <= by_chi2
        assert divergence_of(p, q) <= by_chi2
    assert total_variation.reverse_by_chi2(0.5, 0.5) == pytest.approx(math.log(2))


@pytest.mark.parametrize(("believed", "d"), [(0.5, 0.03), (0.02, 0.03), (0.3, 2.0)])
def test_the_range_of_an_event_by_trying(believed: float, d: float) -> None:
    true = np.linspace(0, 1, 200_001)[1:-1]
    near = [a for a in true.tolist() if divergence(a, believed) <= d]
    low, high = total_variation.range_of_event(believed, d)
    # Certainty is allowed where even it is not too far away.
    assert (low, high) == pytest.approx((near[0] * (near[0] > 1e-5), near[-1] if near[-1] < 1 - 1e-5 else 1), abs=1e-5)


def test_random_pairs_by_another_way() -> None:
    divergences, variations = total_variation.random_pairs(pairs=50, seed=9)
    rng = np.random.default_rng(9)
    p = rng.dirichlet([0.7] * 3, size=50)
    share = rng.random(50) ** 2
    other = rng.dirichlet([0.7] * 3, size=50)
    q = [[(1 - w) * a + w * b for a, b in zip(x, y, strict=True)] for w, x, y in zip(share, p, other, strict=True)]
    assert divergences == pytest.approx([divergence_of(x, y) for x, y in zip(p, q, strict=True)])
    assert variations == pytest.approx([largest_gap(x, y) for x, y in zip(p, q, strict=True)])


def divergence_of(p: Iterable[float], q: Iterable[float]) -> float:
    return sum(a * math.log(a / b) for a, b in zip(p, q, strict=True))


def largest_gap(p: Iterable[float], q: Iterable[float]) -> float:
    return sum(a - b for a, b in zip(p, q, strict=True) if a > b)
