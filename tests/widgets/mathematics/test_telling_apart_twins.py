"""How many draws tell two laws apart: the widgets meet the studies, and Neyman and Pearson's test by listing it."""

import random
from collections.abc import Iterator
from math import ceil, log, sqrt

import pytest
from called import call
from scipy.special import ndtr, ndtri

from studies import coins, equal_divergence, telling_apart

FAR = 100.0  # nats: beyond it scipy's ratios overflow
ERRORS = [0.2, 0.05, 0.01, 0.001, 1e-6, 1e-9]


def coin_cases(count: int) -> Iterator[tuple[float, float, int, float]]:
    """Coins, draws and an error, the coins of the pages among them."""
    rng = random.Random(4)
    yield from ((0.5, 0.62, n, 0.05) for n in (1, 2, 25, 184, 185, 693))
    yield from ((0.0005, equal_divergence.all_but_impossible_coin(), n, 0.05) for n in (1, 180, 5887, 5888))
    for _ in range(count):
        a, b = (rng.choice([rng.uniform(0.001, 0.999), 10 ** rng.uniform(-4, -0.5)]) for _ in range(2))
        n = min(10 ** rng.uniform(0, 3), FAR / max(coins.divergence(a, b), coins.divergence(b, a)))
        yield a, b, ceil(n), rng.choice(ERRORS)


def test_the_least_error() -> None:
    cases = list(coin_cases(2000))
    for (a, b, n, alpha), found in zip(cases, call("telling-cases", "missedOfCoins", cases), strict=True):
        assert found == pytest.approx(telling_apart.missed(n, alpha, a, b), rel=1e-9, abs=1e-28), (a, b, n, alpha)


def test_the_fewest_tosses() -> None:
    rng = random.Random(5)
    cases = [(0.5, 0.62, 0.05, 0.05), (0.5, 0.62, 0.01, 0.01), (0.5, 0.62, 0.05, 1e-6)]
    cases += [(0.0005, equal_divergence.all_but_impossible_coin(), 0.05, 0.05)]
    cases += [
        (a, coins.belief_at(d) if a == 0.5 else a + d, rng.choice(ERRORS), rng.choice(ERRORS))
        for a, d in ((rng.choice([0.5, 0.01, 0.2]), rng.uniform(0.02, 0.3)) for _ in range(80))
    ]
    for (a, b, alpha, beta), found in zip(cases, call("telling-cases", "fewestTosses", cases), strict=True):
        assert found == telling_apart.tosses(alpha, beta, a, b), (a, b, alpha, beta)


def test_the_coin_at_a_divergence() -> None:
    rng = random.Random(6)
    cases = [(a, 10 ** rng.uniform(-4, -0.6), above) for a in (0.5, 0.01, 0.0005) for above in (True, False)] * 200
    cases = [(a, min(d, 0.3), above) for a, d, above in cases if above or d < 0.6 * a * 700]
    for (a, d, above), b in zip(cases, call("telling-apart", "coinAt", cases), strict=True):
        assert (b > a) == above
        assert coins.divergence(a, b) == pytest.approx(d, rel=1e-9)
    (found,) = call("telling-apart", "coinAt", [(0.0005, 0.03, False)])
    assert found == pytest.approx(equal_divergence.all_but_impossible_coin(), rel=1e-6)


def test_gaussians() -> None:
    rng = random.Random(7)
    cases = [(10 ** rng.uniform(-3, 0), ceil(10 ** rng.uniform(0, 3)), rng.choice(ERRORS)) for _ in range(2000)]
    for (d, n, alpha), found in zip(cases, call("telling-cases", "missedOfGaussians", cases), strict=True):
        shift = sqrt(2 * d * n)
        assert found == pytest.approx(ndtr(-ndtri(alpha) - shift), rel=1e-8, abs=1e-300)


def test_the_rules() -> None:
    demands = [(alpha, beta) for alpha in ERRORS for beta in ERRORS if alpha + beta < 1]
    names = ["floor", "stein", "gauss", "chernoff"]
    cases = [(name, 0.62, alpha, beta) for name in names for alpha, beta in demands]
    d = coins.divergence()
    for (name, _, alpha, beta), found in zip(cases, call("telling-cases", "promisedOfCoins", cases), strict=True):
        right = {
            "floor": lambda a, b: ceil(telling_apart.floor(a, b) / d),
            "stein": lambda _, b: telling_apart.stein_rule(b),
            "gauss": lambda a, b: ceil(telling_apart.gaussian_rule(a, b) / d),
            "chernoff": telling_apart.chernoff_rule,
        }[name](alpha, beta)
        assert found == right, (name, alpha, beta)


def test_the_hills_are_laws_and_their_tails_the_errors() -> None:
    rng = random.Random(8)
    cases = [(0.5, 0.62, ceil(10 ** rng.uniform(0, 3)), rng.choice(ERRORS)) for _ in range(200)]
    for (a, b, n, alpha), hills in zip(cases, call("telling-cases", "hillsOfCoins", cases), strict=True):
        p, q, says_q = hills["p"], hills["q"], hills["saysQ"]
        assert sum(p) == pytest.approx(1)
        assert sum(q) == pytest.approx(1)
        assert sum(x * s for x, s in zip(p, says_q, strict=True)) == pytest.approx(alpha)
        missed = sum(x * (1 - s) for x, s in zip(q, says_q, strict=True))
        assert missed == pytest.approx(telling_apart.missed(n, alpha, a, b), rel=1e-9, abs=1e-28)
        assert hills["evidence"] == sorted(hills["evidence"])
        for evidence, here, there in zip(hills["evidence"], p, q, strict=True):
            if min(here, there) > 1e-290:
                assert evidence == pytest.approx(log(here / there), abs=1e-8)


def test_tests_by_chance_err_as_often_as_they_should() -> None:
    tests = 4000
    cases = [([0.5, 0.62], 100, 0.05), ([0.62, 0.5], 30, 0.2), ([0.01, 0.05], 60, 0.1), ([0.03], 100, 0.05)]
    found = call("telling-cases", "wrongShares", ((*case, tests) for case in cases))
    for (laws, n, alpha), (missed, mistaken) in zip(cases, found, strict=True):
        shift = sqrt(2 * laws[0] * n)
        beta = telling_apart.missed(n, alpha, *laws) if len(laws) > 1 else float(ndtr(-ndtri(alpha) - shift))
        assert missed == pytest.approx(alpha, abs=4 * sqrt(alpha / tests))
        assert mistaken == pytest.approx(beta, abs=4 * sqrt(beta / tests))
