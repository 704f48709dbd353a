"""The best tests as linear programs, thresholds by scipy.stats, the rules by their formulas."""

import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.optimize import linprog
from scipy.stats import binom, norm

from studies import telling_apart

D = math.log(1 / (4 * 0.62 * 0.38)) / 2  # of the fair coin from the other one
Law = NDArray[np.float64]


def by_linear_program(p: Law, q: Law, alpha: float) -> float:
    """The least Σ q φ over all 0 ≤ φ ≤ 1 with Σ p φ ≥ 1 − α, φ being how often the test says p."""
    found = linprog(q, A_ub=[-p], b_ub=[alpha - 1], bounds=(0, 1))
    assert found.success
    return float(found.fun)


def coins(n: int, a: float, b: float) -> tuple[Law, Law]:
    return binom.pmf(np.arange(n + 1), n, a), binom.pmf(np.arange(n + 1), n, b)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("alpha", [0.01, 0.3, 0.9])
def test_the_least_error_by_linear_programming(seed: int, alpha: float) -> None:
    p, q = np.random.default_rng(seed).dirichlet(np.ones(6), size=2)
    assert telling_apart.least_missed(p, q, alpha) == pytest.approx(by_linear_program(p, q, alpha), abs=1e-9)
    p[2] = q[4] = 0
    p, q = p / p.sum(), q / q.sum()
    assert telling_apart.least_missed(p, q, alpha) == pytest.approx(by_linear_program(p, q, alpha), abs=1e-9)


def test_what_never_happens_under_the_truth_gives_the_belief_away() -> None:
    assert telling_apart.least_missed(np.array([1.0, 0.0]), np.array([0.3, 0.7]), 0) == pytest.approx(0.3)
    assert telling_apart.least_missed(np.array([1.0, 0.0]), np.array([0.3, 0.7]), 1) == 0


@pytest.mark.parametrize("n", [1, 7, 60])
@pytest.mark.parametrize("alpha", [0.05, 0.2])
def test_the_least_error_of_coins(n: int, alpha: float) -> None:
    assert telling_apart.missed(n, alpha) == pytest.approx(by_linear_program(*coins(n, 0.5, 0.62), alpha), rel=1e-6)
    assert telling_apart.missed(n, alpha, 0.3, 0.1) == pytest.approx(
        by_linear_program(*coins(n, 0.3, 0.1), alpha), rel=1e-6
    )


@pytest.mark.parametrize(
    ("alpha", "beta", "a", "b"), [(0.2, 0.1, 0.5, 0.62), (0.05, 0.05, 0.3, 0.6), (0.1, 0.3, 0, 0.1)]
)
def test_the_fewest_tosses_are_enough_and_one_less_is_not(alpha: float, beta: float, a: float, b: float) -> None:
    n = telling_apart.tosses(alpha, beta, a, b)
    assert by_linear_program(*coins(n, a, b), alpha) <= beta < by_linear_program(*coins(n - 1, a, b), alpha)


def test_the_fewest_of_a_falling_error() -> None:
    for beta, n in ((0.5, 2), (0.3, 4), (0.05, 20), (1, 1)):
        assert telling_apart.fewest(lambda draws: 1 / draws, beta) == n


def test_rules_on_the_number_of_heads_by_trying_every_threshold() -> None:
    enough = {
        n: any(binom.sf(k, n, 0.5) <= 0.05 and binom.cdf(k, n, 0.62) <= 0.05 for k in range(n + 1))
        for n in range(150, 500)
    }
    assert {n: telling_apart.enough_by_count(n, 0.05, 0.05) for n in enough} == enough
    assert telling_apart.first_by_count(0.05, 0.05) == min(n for n in enough if enough[n])
    assert telling_apart.last_by_count(0.05, 0.05) == max(n for n in enough if not enough[n])
    assert telling_apart.tosses(0.05, 0.05) <= telling_apart.first_by_count(0.05, 0.05)
    assert all(telling_apart.enough_by_count(n, 0.05, 0.05) for n in range(500, 3000, 7))


def test_the_even_error_by_all_strings() -> None:
    strings = [[math.prod(s) for s in itertools.product(coin, repeat=9)] for coin in ([0.5, 0.5], [0.62, 0.38])]
    assert telling_apart.even_error(9) == pytest.approx(sum(map(min, *strings)) / 2)


def test_floor_and_stein() -> None:
    floor = 0.95 * math.log(0.95 / 1e-6) + 0.05 * math.log(0.05 / (1 - 1e-6))
    assert telling_apart.floor(0.05, 1e-6) == pytest.approx(floor)
    assert telling_apart.stein_rule(1e-6) == next(n for n in itertools.count() if math.exp(-n * D) <= 1e-6)


@pytest.mark.parametrize(("alpha", "beta"), [(0.05, 0.05), (0.01, 1e-6)])
def test_the_gaussian_rule_is_exact_for_gaussians(alpha: float, beta: float) -> None:
    """Sums of n draws from N(0, 1) and N(s, 1), with nD = n s²/2: the threshold that keeps α just keeps β."""
    shift = math.sqrt(2 * telling_apart.gaussian_rule(alpha, beta))
    assert norm.cdf(norm.isf(alpha), loc=shift) == pytest.approx(beta)


@pytest.mark.parametrize("a", [0.5, 0.3, 0.9])
def test_the_gaussian_rule_is_right_where_the_ratio_stays_near_one(a: float) -> None:
    b = a + 0.04 * min(a, 1 - a)
    d = a * math.log(a / b) + (1 - a) * math.log((1 - a) / (1 - b))
    assert telling_apart.tosses(0.05, 0.05, a, b) * d == pytest.approx(5.41, rel=0.02)


@pytest.mark.parametrize("nd", [0.1, 3, 10])
def test_the_even_error_of_gaussians_by_integration(nd: float) -> None:
    shift = math.sqrt(2 * nd)
    overlap = quad(lambda x: min(norm.pdf(x), norm.pdf(x, shift)), -10, 15, points=[shift / 2], epsabs=1e-12)[0]
    assert telling_apart.gaussian_error(nd) == pytest.approx(overlap / 2, rel=1e-6)


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.62), (0.1, 0.4), (0.9, 0.3)])
def test_chernoff_information_is_the_divergence_of_the_coin_between(a: float, b: float) -> None:
    """The coin r with D(r‖p) = D(r‖q), in closed form."""
    r = math.log((1 - a) / (1 - b)) / (math.log((1 - a) / (1 - b)) + math.log(b / a))
    to_a, to_b = (r * math.log(r / c) + (1 - r) * math.log((1 - r) / (1 - c)) for c in (a, b))
    assert to_a == pytest.approx(to_b)
    assert telling_apart.chernoff_information(a, b) == pytest.approx(to_a)


def test_chernoffs_number_is_enough() -> None:
    for alpha, beta in ((0.05, 0.05), (0.01, 0.2)):
        n = telling_apart.chernoff_rule(alpha, beta)
        least = min(alpha, beta)
        information = telling_apart.chernoff_information()
        assert math.exp(-n * information) <= least < math.exp(-(n - 1) * information)
        assert telling_apart.missed(n, alpha) <= beta


def test_the_spread_of_one_toss() -> None:
    values = [math.log(0.5 / 0.62), math.log(0.5 / 0.38)]
    assert telling_apart.log_ratio_sd() == pytest.approx(np.std(values))
    a, b = 0.2, 0.7
    heads, tails = math.log(a / b), math.log((1 - a) / (1 - b))
    mean = a * heads + (1 - a) * tails
    variance = a * (heads - mean) ** 2 + (1 - a) * (tails - mean) ** 2
    assert telling_apart.log_ratio_sd(a, b) == pytest.approx(math.sqrt(variance))


@pytest.mark.parametrize("alpha", [0.05, 0.4])
def test_strassens_terms_leave_a_bounded_rest(alpha: float) -> None:
    sd = np.std([math.log(0.5 / 0.62), math.log(0.5 / 0.38)])
    rests = [
        math.log(telling_apart.missed(n, alpha)) + n * D - norm.isf(alpha) * sd * math.sqrt(n) + math.log(n) / 2
        for n in (100, 400, 1600, 6400)
    ]
    assert np.ptp(rests) < 0.6  # the next larger term, that with the root of n, grows to more than twenty
    assert abs(rests[-1]) < 2
    for beta in (0.01, 1e-6):
        n = telling_apart.strassen_rule(alpha, beta)
        promised = [norm.isf(alpha) * sd * math.sqrt(k) - k * D - math.log(k) / 2 for k in (n - 1, n)]
        assert promised[1] <= math.log(beta) < promised[0]
