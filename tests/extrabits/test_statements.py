"""Each statement of the pages for random laws, in a test that bears the name of its anchor; a new one is asked for."""

import itertools
import math
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import hypothesis
import hypothesis.strategies as st
import numpy as np
import pytest
from scipy.integrate import fixed_quad, quad
from scipy.special import betaln, digamma, expit, gammaln, logit, logsumexp, ndtri, rel_entr
from scipy.stats import beta, binom, chi2, expon, kstest, norm, poisson, uniform
from strategies import given, joints, laws

import extrabits as xb
from environment import ROOT
from extrabits._checks import Array
from studies import both_ways, complete_codes, correlations, unique_decoding

Laws = tuple[Array, ...]
Function = Callable[[Any], Any]
BOX = re.compile(r'<div class="statement"(?: id="(?P<anchor>[\w-]+)")?')
BOXES = [
    (page.relative_to(ROOT / "docs").as_posix(), found["anchor"])
    for page in sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").glob("notebooks/*.py")])
    for found in BOX.finditer(page.read_text(encoding="utf-8"))
]
ROUNDING = 1e-12
few = hypothesis.settings(max_examples=15)
seeds = st.integers(0, 2**32 - 1)
shares = st.floats(0.05, 0.95)


@pytest.mark.parametrize(("page", "anchor"), BOXES)
def test_every_statement_has_an_address_and_a_test(page: str, anchor: str | None) -> None:
    assert anchor, f"a statement of {page} has no id, so nobody can link it"
    test = f"test_{anchor.replace('-', '_')}"
    assert hasattr(sys.modules[__name__], test), f"{page}#{anchor} is not tried on random laws: write {test}"


def nats(p: Any, q: Any) -> float:
    return float(xb.kl_divergence(p, q, base=math.e))


def coin(share: float) -> Array:
    return np.array([share, 1 - share])


# What the rest builds on


@given(laws(), seeds)
def test_law_of_a_function(one: Laws, seed: int) -> None:
    """On Ω itself, by way of X, and on another Ω, where each outcome is parted in two."""
    (chances,) = one
    rng = np.random.default_rng(seed)
    x, f = rng.integers(4, size=len(chances)), rng.integers(3, size=4)  # X on Ω, and f on the values of X
    by_x = law(f, law(x, chances, 4), 3)
    assert by_x == pytest.approx(law(f[x], chances, 3), abs=ROUNDING)
    assert by_x.sum() == pytest.approx(1)
    cut = rng.random(len(chances))
    finer, twice = np.concatenate([chances * cut, chances * (1 - cut)]), np.concatenate([x, x])
    assert law(twice, finer, 4) == pytest.approx(law(x, chances, 4), abs=ROUNDING)
    assert law(f[twice], finer, 3) == pytest.approx(by_x, abs=ROUNDING)


def law(variable: Any, chances: Array, values: int) -> Array:
    """The law of a random variable that has for each outcome one of the values 0, 1, …"""
    return np.array([chances[variable == value].sum() for value in range(values)])


@given(st.floats(0.01, 100), st.floats(0.01, 100), st.floats(1.01, 50))
def test_logarithm(x: float, y: float, base: float) -> None:
    def by_area(x: float) -> float:
        return area(x) / area(base)

    assert by_area(x) == pytest.approx(math.log(x, base), abs=1e-9)
    assert by_area(x * y) == pytest.approx(by_area(x) + by_area(y), abs=1e-9)
    assert area(x) <= x - 1 + 1e-9
    if abs(x - 1) > 1e-3:
        assert area(x) < x - 1 - 1e-8
    assert area(1) == 0
    assert area(math.e) == pytest.approx(1)


def area(x: float) -> float:
    """The area below 1/t from 1 to x; from x to 1 it counts as negative."""
    return float(quad(lambda t: 1 / t, 1, x, limit=200)[0])


@given(laws(2), shares)
def test_bayes_in_odds(pair: Laws, prior: float) -> None:
    joint = coin(prior)[:, None] * np.array(pair)  # of A or B, and x
    ratio, possible = likelihood_ratio(*pair), joint.any(axis=0)
    posterior = joint[:, possible] / joint[:, possible].sum(axis=0)
    assert likelihood_ratio(*posterior) == pytest.approx(prior / (1 - prior) * ratio[possible])
    assert np.isinf(likelihood_ratio(*posterior)).tolist() == (pair[1][possible] == 0).tolist()


@given(laws(4, least=2, positive=True), shares)
def test_bayes_in_odds_multiplies_where_observations_are_independent(four: Laws, prior: float) -> None:
    x_if_a, x_if_b, y_if_a, y_if_b = four
    joint = np.array([prior * np.outer(x_if_a, y_if_a), (1 - prior) * np.outer(x_if_b, y_if_b)])
    ratios = np.outer(likelihood_ratio(x_if_a, x_if_b), likelihood_ratio(y_if_a, y_if_b))
    posterior = joint / joint.sum(axis=0)
    np.testing.assert_allclose(likelihood_ratio(*posterior), prior / (1 - prior) * ratios, rtol=1e-9)


def likelihood_ratio(p: Array, q: Array) -> Array:
    """p/q, ∞ where q alone is 0; what is possible under neither has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(p / q)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=8))
def test_evidence_tells_its_own_odds(weights: list[tuple[int, int]]) -> None:
    """Small whole numbers give many outcomes the same ratio, and fractions make it exact."""
    hypothesis.assume(all(map(any, zip(*weights, strict=True))))
    p, q = ([Fraction(one, sum(side)) for one in side] for side in zip(*weights, strict=True))
    under_p, under_q = evidence(p, q)
    assert all(under_p[ratio] == ratio * under_q[ratio] for ratio in under_q)
    for least in filter(None, under_q):
        beyond = sum((share for ratio, share in under_q.items() if ratio >= least), Fraction(0))
        assert beyond <= 1 / least
        # The bound is met where p is q, given what has this ratio or more.
        given_it = [b / beyond if b and a / b >= least else Fraction(0) for a, b in zip(p, q, strict=True)]
        assert evidence(given_it, q)[1][1 / beyond] == beyond


def evidence(p: list[Fraction], q: list[Fraction]) -> tuple[dict[Fraction, Fraction], dict[Fraction, Fraction]]:
    """The finite likelihood ratios, with their probabilities under p and under q."""
    under_p, under_q = defaultdict[Fraction, Fraction](Fraction), defaultdict[Fraction, Fraction](Fraction)
    for a, b in zip(p, q, strict=True):
        if b:
            under_p[a / b] += a
            under_q[a / b] += b
    return under_p, under_q


@few
@given(laws(least=2), st.floats(0.5, 1.2), seeds)
def test_law_of_large_numbers(one: Laws, growth: float, seed: int) -> None:
    """From the n-th on, no average is further off than chance explains: on a finite set, and on 1, 2, 3, … ."""
    (p,) = one
    rng, draws = np.random.default_rng(seed), 100_000
    f = rng.normal(size=len(p))
    finite = f[rng.choice(len(p), draws, p=p)], p @ f, math.sqrt(p @ (f - p @ f) ** 2)
    mean = growth / (2 - growth)  # of growth^k, where k has the chance 2^−k
    countable = growth ** rng.geometric(0.5, draws), mean, math.sqrt(growth**2 / (2 - growth**2) - mean**2)
    for values, expected, spread in (finite, countable):
        misses = np.abs(np.cumsum(values) / np.arange(1, draws + 1) - expected)
        for n in (1000, 30_000):
            assert misses[n:].max() <= 6 * spread / math.sqrt(n) + 1e-9


@few
@given(
    st.floats(3, 6), st.floats(0.4, 0.95), st.integers(1, 3)
)  # not all: in one of thousands the first draws are huge
def test_law_of_large_numbers_where_the_mean_is_infinite(growth: float, share: float, seed: int) -> None:
    """growth^k has no finite mean where k has the chance 2^−k; −k, which stands in its place at times, has one."""
    rng, draws = np.random.default_rng(seed), 500_000
    k = rng.geometric(0.5, draws)
    values = np.where(rng.random(draws) < share, growth ** k.astype(float), -k)
    averages = np.cumsum(values) / np.arange(1, draws + 1)
    assert averages[250_000:].min() > averages[100:].min() + 1


CONVEX: dict[str, tuple[Function, bool]] = {  # and whether strictly
    "exp t": (np.exp, True),
    "t²": (np.square, True),
    "−ln t": (lambda t: -np.log(t), True),
    "1/t": (lambda t: 1 / t, True),
    "|t − 1|": (lambda t: np.abs(t - 1), False),
    "2t": (lambda t: 2 * t, False),
}
values = st.lists(st.floats(0.05, 5), min_size=8, max_size=8).map(np.array)


@pytest.mark.parametrize("name", CONVEX)
@given(laws(), values, shares)
def test_jensen(name: str, one: Laws, x: Array, share: float) -> None:
    phi, strictly = CONVEX[name]
    (p,) = one
    a, b, x = x[0], x[1], x[: len(p)]
    chord, point = share * phi(a) + (1 - share) * phi(b), share * a + (1 - share) * b
    assert phi(point) <= chord + ROUNDING
    mean = p @ x
    assert p @ phi(x) >= phi(mean) - ROUNDING * (1 + abs(phi(mean)))
    assert p @ phi(np.full(len(p), x[0])) == pytest.approx(phi(x[0]))
    if strictly and abs(a - b) > 1e-2:
        assert phi(point) < chord
    if strictly and p @ np.abs(x - mean) > 1e-2:
        assert p @ phi(x) > phi(mean)


def test_jensen_holds_where_the_left_side_is_infinite() -> None:
    """X = exp(−2^k) with probability 2^−k: the mean of −ln X adds 1 for each k, and the mean of X stays below 1."""
    k = np.arange(1.0, 41)
    assert 0 < 2**-k @ np.exp(-(2**k)) < 1
    assert np.cumsum(2**-k * 2**k) == pytest.approx(k)


@given(laws(), values)
def test_gap_is_a_divergence(one: Laws, x: Array) -> None:
    (p,) = one
    x = x[: len(p)]
    q = x / (p @ x) * p
    assert q.sum() == pytest.approx(1)
    gap = math.log(p @ x) - p @ np.log(x)
    assert gap == pytest.approx(nats(p, q), abs=1e-11)
    if p @ np.abs(x - p @ x) > 1e-2:
        assert nats(p, q) > 1e-7
    assert nats(p, 2 * p / (p @ np.full(len(p), 2))) == pytest.approx(0, abs=ROUNDING)  # X = 2 for certain


CHANGES: dict[str, tuple[Function, Function, Function]] = {  # g on the numbers from 0 to 1, its derivative, its inverse
    "exp": (np.exp, np.exp, np.log),
    "sinh": (np.sinh, np.cosh, np.arcsinh),
    "logit": (logit, lambda x: 1 / (x * (1 - x)), expit),
    "1/x": (lambda x: 1 / x, lambda x: -1 / x**2, lambda y: 1 / y),
    "1 − x²": (lambda x: 1 - x**2, lambda x: -2 * x, lambda y: np.sqrt(1 - y)),
}
shapes = st.floats(0.7, 6)


@pytest.mark.parametrize("name", CHANGES)
@given(shapes, shapes, shapes, shapes, shares, shares)
def test_change_of_variables(name: str, a: float, b: float, c: float, d: float, x: float, end: float) -> None:
    g, slope, inverse = CHANGES[name]
    of_x, other = beta(a, b), beta(c, d)

    def density(y: float) -> float:
        return float(of_x.pdf(inverse(y)) / abs(slope(inverse(y))))

    below = quad(density, *sorted([g(x), g(end)]))[0]
    assert below == pytest.approx(abs(of_x.cdf(x) - of_x.cdf(end)), abs=1e-7)
    around = inverse(g(x) + np.array([-1e-4, 1e-4]))  # Y in a short interval around g(x)
    odds = np.diff(of_x.cdf(around)) / np.diff(other.cdf(around))
    assert odds == pytest.approx(of_x.pdf(x) / other.pdf(x), rel=1e-3)


@given(laws(2, most=6), seeds)
def test_radon_nikodym(pair: Laws, seed: int) -> None:
    p, q = pair
    events = np.array(list(itertools.product((0, 1), repeat=len(p))))
    rng = np.random.default_rng(seed)

    def is_derivative(ratio: Array) -> bool:
        return np.allclose(events @ (ratio * q), events @ p, rtol=1e-9, atol=0)

    continuous = bool((events[events @ q == 0] @ p == 0).all())
    ratio = np.where(q > 0, p / np.where(q > 0, q, 1), rng.random(len(q)))  # where q = 0 it may be anything
    assert is_derivative(ratio) == continuous
    changed = np.where(q > 0, ratio * rng.uniform(1.1, 2, len(q)) + (p == 0), ratio)
    assert not is_derivative(changed)


@given(laws(2), st.floats(0.2, 5), st.floats(0.2, 5))
def test_sums_that_miss(pair: Laws, total_p: float, total_q: float) -> None:
    p, q = total_p * pair[0], total_q * pair[1]
    bill, miss = total_p * nats(*pair), xb.gibbs_term(total_p, total_q)
    assert rel_entr(p, q).sum() == pytest.approx(bill + total_p * math.log(total_p / total_q), rel=1e-9, abs=1e-9)
    assert np.sum(xb.gibbs_term(p, q)) == pytest.approx(bill + miss, rel=1e-9, abs=1e-9)
    assert math.isinf(bill) == bool(np.isinf(rel_entr(p, q)).any())
    assert 0 <= miss <= (total_p - total_q) ** 2 / total_q
    assert xb.gibbs_term(total_p, total_p) == 0
    if abs(total_p - total_q) > 1e-3:
        assert 0 < miss < (total_p - total_q) ** 2 / total_q


# Entropy


@given(shares, shares)
def test_surprisal_definition(p: float, q: float) -> None:
    assert xb.surprisal(p * q) == pytest.approx(xb.surprisal(p) + xb.surprisal(q))
    assert xb.surprisal(p) == pytest.approx(xb.surprisal(p, base=math.e) / math.log(2))
    assert xb.surprisal(p) == pytest.approx(xb.surprisal(p, base=10) / math.log10(2))


@given(st.floats(0.05, 0.9), st.floats(0.05, 0.9), st.integers(1, 200))  # 0.05²⁰⁰ is still a normal number
def test_only_the_logarithm(p: float, q: float, n: int) -> None:
    """What is additive and larger for smaller P has no room for another ratio s(Q)/s(P) than that of the logarithms.

    s(Q^j) lies between s(P^i) and s(P^(i+1)) where Q^j does, so s(Q)/s(P) lies between i/j and (i+1)/j for every j.
    """
    ratio = math.log(q) / math.log(p)
    powers = [(next(i for i in itertools.count() if p ** (i + 1) <= q**j), j) for j in range(1, 40)]
    low, high = max(i / j for i, j in powers), min((i + 1) / j for i, j in powers)
    assert low - ROUNDING <= ratio <= high + ROUNDING
    assert high - low <= 1 / 39 + ROUNDING
    assert low - ROUNDING <= xb.surprisal(q) / xb.surprisal(p) <= high + ROUNDING
    assert xb.surprisal(p**n) == pytest.approx(n * xb.surprisal(p))


@given(st.floats(1.01, 50), st.floats(1.01, 50), st.floats(1e-6, 1))
def test_units_definition(a: float, b: float, chance: float) -> None:
    """So many units of base a are log_b a times as many of base b, and either power gives the chance back."""
    in_a, in_b = xb.surprisal(chance, base=a), xb.surprisal(chance, base=b)
    assert in_b == pytest.approx(in_a * math.log(a, b))
    assert a**-in_a == pytest.approx(chance)
    assert b**-in_b == pytest.approx(chance)


@given(laws(), st.integers(2, 5), st.floats(0, 6))
def test_digit_holds(one: Laws, kinds: int, k: float) -> None:
    """With as few digits as there may be, and one to spare; nearly all surprisals are within the digits."""
    (p,) = one
    p = p[p > 0]
    least = next(n for n in itertools.count() if kinds**n >= p.size)
    for n in (least, least + 1):
        held = n * math.log2(kinds)
        assert xb.entropy(p) <= held + ROUNDING
        assert p[xb.surprisal(p) > held + k + ROUNDING].sum() < 2**-k


@given(st.integers(2, 5), st.integers(1, 4), st.integers(0, 100), st.floats(0.1, 0.9))
def test_digit_holds_with_equality_for_equal_strings_only(kinds: int, n: int, which: int, part: float) -> None:
    size = kinds**n
    p = np.full(size, 1 / size)
    held = n * math.log2(kinds)
    assert xb.entropy(p) == pytest.approx(held)
    p[which % size] *= 1 - part
    p[(which + 1) % size] += part / size
    assert xb.entropy(p) < held - 1e-7
    assert xb.entropy([1 / (size - 1)] * (size - 1)) < held - 1e-7


@given(laws(positive=True), seeds)
def test_only_entropy(one: Laws, seed: int) -> None:
    """Grouping, for any split of each outcome; and the sums of the proof for laws of fractions and for all laws."""
    (p,) = one
    rng = np.random.default_rng(seed)
    parts = [rng.dirichlet(np.ones(rng.integers(1, 4))) for _ in p]
    both = np.concatenate([chance * part for chance, part in zip(p, parts, strict=True)])
    rest = sum(chance * xb.entropy(part) for chance, part in zip(p, parts, strict=True))
    assert xb.entropy(both) == pytest.approx(xb.entropy(p) + rest, abs=1e-9)
    left = np.append(np.cumsum(p[::-1])[::-1], 0)
    coins = sum(rest * xb.binary_entropy(min(x / rest, 1)) for x, rest in zip(p, left[:-1], strict=True) if rest > 0)
    assert xb.entropy(p) == pytest.approx(coins, abs=1e-9)
    counts = rng.integers(1, 50, size=4)
    blocks = sum(k * math.log2(k) for k in counts) / counts.sum()
    assert xb.entropy(counts / counts.sum()) == pytest.approx(math.log2(counts.sum()) - blocks, abs=1e-9)


@given(st.integers(0, 5), st.floats(0.3, 0.9), st.booleans())
def test_only_entropy_is_never_negative_on_fractions(which: int, change: float, more: bool) -> None:
    """Weigh one prime more or less than its logarithm, and n f(n) falls somewhere, so that some coin is negative."""
    prime = (2, 3, 5, 7, 11, 13)[which]
    n = np.arange(1, 5000)
    times = sum((n % prime**k == 0).astype(int) for k in range(1, 13))
    product = n * (np.log(n) + (change if more else -change) * times * math.log(prime))
    assert (np.diff(product) < -ROUNDING).any()
    assert (np.diff(n * np.log(n)) > 0).all()


@given(st.integers(2, 60), st.integers(1, 40), st.integers(1, 60))
def test_only_entropy_compares_with_coins(a: int, start: int, m: int) -> None:
    """The k and j of the proof exist, and k/m is squeezed to log₂ a."""
    k = (start * a**m - 1).bit_length()
    j = 2**k // a**m
    assert start * a**m <= 2**k < 2 * start * a**m
    assert start <= j < 2 * start
    assert j * a**m <= 2**k < (j + 1) * a**m
    assert abs(k / m - math.log2(a)) <= (math.log2(start) + 1) / m + ROUNDING


@given(laws())
def test_entropy_definition(one: Laws) -> None:
    (p,) = one
    happens = p > 0
    assert xb.entropy(p) == pytest.approx(p[happens] @ xb.surprisal(p[happens]), abs=ROUNDING)
    assert xb.entropy([*p, 0]) == pytest.approx(xb.entropy(p), abs=ROUNDING)


@given(laws(2), st.floats(0.01, 0.99))
def test_concavity(pair: Laws, share: float) -> None:
    p, q = pair
    mixed, mean = share * p + (1 - share) * q, share * xb.entropy(p) + (1 - share) * xb.entropy(q)
    assert xb.entropy(mixed) >= mean - ROUNDING
    assert xb.entropy(share * p + (1 - share) * p) == pytest.approx(xb.entropy(p))
    if np.abs(p - q).max() > 1e-3:
        assert xb.entropy(mixed) > mean


@given(laws())
def test_bounds(one: Laws) -> None:
    (p,) = one
    symbols = len(p)
    assert 0 <= xb.entropy(p) <= math.log2(symbols) + ROUNDING
    assert xb.entropy(np.eye(symbols)[0]) == 0
    assert xb.entropy(np.full(symbols, 1 / symbols)) == pytest.approx(math.log2(symbols))
    if np.ptp(p) > 1e-3:
        assert xb.entropy(p) < math.log2(symbols) - 1e-8
    if 1e-3 < p.max() < 1 - 1e-3:
        assert xb.entropy(p) > 1e-3


@given(laws(2, least=2, positive=True), st.integers(1, 3))
def test_source_coding_theorem(pair: Laws, n: int) -> None:
    p, q = pair
    entropy = xb.entropy(p)
    # A code made for any other law, and a law for which some code is exact.
    assert xb.expected_length(p, xb.huffman_lengths(q)) >= entropy - ROUNDING
    lengths = xb.huffman_lengths(q)
    assert xb.expected_length(2.0**-lengths, lengths) == pytest.approx(xb.entropy(2.0**-lengths))
    assert xb.kraft_sum(xb.shannon_lengths(p)) <= 1
    assert xb.expected_length(p, xb.shannon_lengths(p)) < entropy + 1
    blocks = xb.block_law(p, n)
    rate = xb.expected_length(blocks, xb.huffman_lengths(blocks)) / n
    assert entropy - ROUNDING <= rate < entropy + 1 / n


# Long strings


@few
@given(laws(), seeds)
def test_aep(one: Laws, seed: int) -> None:
    """No average surprisal from the n-th on is further off than chance explains."""
    (p,) = one
    surprisals = xb.surprisal(p)[np.random.default_rng(seed).choice(len(p), 100_000, p=p)]
    misses = np.abs(np.cumsum(surprisals) / np.arange(1, 100_001) - xb.entropy(p))
    for n in (1000, 30_000):
        assert misses[n:].max() <= 6 * math.sqrt(varentropy(p) / n) + 1e-9


@pytest.mark.parametrize("seed", range(3))
def test_aep_where_the_entropy_is_infinite(seed: int) -> None:
    """With chance 2^−j one of 2^(4^j) symbols, all alike: its surprisal is j + 4^j bits."""
    j = np.random.default_rng(seed).geometric(0.5, 500_000)
    averages = np.cumsum(j + 4.0**j) / np.arange(1, 500_001)
    assert averages[250_000:].min() > 10 * averages[100:].min()


@given(laws(most=4), st.integers(1, 6), st.floats(0.05, 1))
def test_typical_set(one: Laws, n: int, slack: float) -> None:
    """String by string; Chebyshev's inequality says how fast the chance tends to 1."""
    (p,) = one
    strings = xb.block_law(p, n)
    possible = strings[strings > 0]
    typical = possible[np.abs(-np.log2(possible) / n - xb.entropy(p)) <= slack]
    low, high = (n * (xb.entropy(p) + side) for side in (-slack, slack))
    assert typical.sum() * 2**low <= len(typical) * (1 + 1e-9)
    assert len(typical) <= 2**high * (1 + 1e-9)
    assert typical.sum() >= 1 - varentropy(p) / (n * slack**2) - 1e-9


@given(st.floats(1e-300, 1 - 1e-9))
def test_rare_events(t: float) -> None:
    """And the limit: from h(t)/t = log2(e/t) − t/2 · log2 e + …"""
    per_event = xb.binary_entropy(t) / t
    assert math.log2(1 / t) * (1 - ROUNDING) < per_event < (math.log2(1 / t) + math.log2(math.e)) * (1 + ROUNDING)
    assert math.log2(1 / t) + math.log2(math.e) - per_event <= t * math.log2(math.e) + 1e-9


@given(shares, shares)
def test_binary_entropy_shape(t: float, s: float) -> None:
    assert xb.binary_entropy(1 - t) == pytest.approx(xb.binary_entropy(t))
    step = 1e-5
    slope = (xb.binary_entropy(t + step) - xb.binary_entropy(t - step)) / (2 * step)
    assert slope == pytest.approx(math.log2((1 - t) / t), abs=1e-6)
    middle, mean = xb.binary_entropy((t + s) / 2), (xb.binary_entropy(t) + xb.binary_entropy(s)) / 2
    assert middle > mean or abs(t - s) < 1e-6
    assert xb.binary_entropy(t) < 1 or abs(t - 1 / 2) < 1e-7
    tangent = xb.binary_entropy(s) + math.log2((1 - s) / s) * (t - s)
    assert tangent == pytest.approx(xb.cross_entropy(coin(t), coin(s)))
    assert tangent - xb.binary_entropy(t) == pytest.approx(xb.kl_divergence(coin(t), coin(s)), abs=ROUNDING)


@given(st.floats(0, 1))
def test_coin_bounds(t: float) -> None:
    """Strict where rounding leaves room; and a slightly larger exponent fails near one half."""
    entropy, parabola = xb.binary_entropy(t), 4 * t * (1 - t)
    row = [parabola, entropy, parabola ** (1 / math.log(4)), 2 * math.sqrt(t * (1 - t))]
    for lower, upper in itertools.pairwise(row):
        assert lower <= upper * (1 + ROUNDING)
        assert lower < upper or min(t, 1 - t) < 1e-12 or abs(t - 1 / 2) < 1e-3
    near = 0.499
    assert (4 * near * (1 - near)) ** (1.001 / math.log(4)) < xb.binary_entropy(near)


@given(st.integers(1, 300), st.floats(0, 1))
def test_hamming_ball(n: int, share: float) -> None:
    """For whole tn, and between two of them."""
    most = math.floor(share * n / 2)
    ball = sum(math.comb(n, k) for k in range(most + 1))
    whole = n * xb.binary_entropy(most / n)
    assert whole - math.log2(n + 1) <= math.log2(math.comb(n, most)) + 1e-9
    assert math.comb(n, most) <= ball
    for t in {most / n, share / 2}:
        assert math.log2(ball) <= n * xb.binary_entropy(t) + 1e-9


@given(laws(2))
def test_perplexity_definition(pair: Laws) -> None:
    """A geometric mean, in any base; for data, that of 1/q over the observations."""
    p, q = pair
    assert xb.perplexity(p) == pytest.approx(math.prod(float(x) ** -float(x) for x in p if x))
    factors = [(1 / b if b else math.inf) ** a for a, b in zip(p.tolist(), q.tolist(), strict=True) if a]
    assert 2 ** xb.cross_entropy(p, q) == pytest.approx(math.prod(factors))
    assert math.e ** xb.cross_entropy(p, q, base=math.e) == pytest.approx(math.prod(factors))
    counts = np.arange(1, len(p) + 1)
    observations = np.repeat(np.arange(len(p)), counts)
    mean = math.prod((1 / float(q[x]) if q[x] else math.inf) ** (1 / len(observations)) for x in observations)
    assert 2 ** xb.cross_entropy(xb.normalize(counts), q) == pytest.approx(mean)


@given(laws(2), laws(2, positive=True))
def test_perplexity_rules(one: Laws, other: Laws) -> None:
    (p, q), (r, s) = one, other
    possible = np.count_nonzero(p)
    assert 1 / p.max() * (1 - ROUNDING) <= xb.perplexity(p) <= possible * (1 + ROUNDING)
    if np.ptp(p[p > 0]) > 1e-3 and p[p > 0].min() > 1e-6:
        assert 1 / p.max() < xb.perplexity(p) < possible
    alike = (p > 0) / possible
    assert xb.perplexity(alike) == pytest.approx(possible)
    assert 1 / alike.max() == pytest.approx(possible)
    of_belief, extra = 2 ** xb.cross_entropy(p, q), xb.kl_divergence(p, q)
    assert of_belief == pytest.approx(xb.perplexity(p) * 2**extra)
    assert of_belief >= xb.perplexity(p) * (1 - ROUNDING)
    of_no_belief = xb.kl_divergence(p, np.full_like(p, 1 / p.size))
    assert (of_belief > len(p)) == (extra > of_no_belief) or abs(extra - of_no_belief) < ROUNDING
    pair = 2 ** xb.cross_entropy(np.outer(p, r).ravel(), np.outer(q, s).ravel())
    assert pair == pytest.approx(of_belief * 2 ** xb.cross_entropy(r, s))


@given(laws(1))
def test_guesses_bound_perplexity(one: Laws) -> None:
    """In the order of the law as it comes and in the best; and geometric laws, that come as near to e as you like."""
    (p,) = one
    for order in (p, np.sort(p)[::-1]):
        assert xb.perplexity(order) < math.e * (order @ np.arange(1, len(p) + 1))
    for mean in (1.5, 10, 1000):
        turns = np.arange(1, 100_001)
        geometric = xb.normalize((1 - 1 / mean) ** turns)
        assert geometric @ turns == pytest.approx(mean)
        ratio = xb.perplexity(geometric) / mean
        assert ratio == pytest.approx((mean / (mean - 1)) ** (mean - 1))
        assert ratio < math.e
    assert ratio > 0.999 * math.e


@given(laws(2, positive=True))
def test_mean_over_batches(pair: Laws) -> None:
    """Each batch of up to three one by one; then falling, to the perplexity; and Hill numbers from Rényi entropies."""
    p, q = pair
    means = {b: float((p @ q ** (-1 / b)) ** b) for b in (1, 2, 3, 10, 100, 10**6)}
    for b in (1, 2, 3):
        batches = itertools.product(range(len(p)), repeat=b)
        listed = (math.prod(p[x] for x in batch) / math.prod(q[x] for x in batch) ** (1 / b) for batch in batches)
        assert means[b] == pytest.approx(math.fsum(listed))
    for more, fewer in itertools.pairwise(means.values()):  # a power of a million has lost six digits
        assert more >= fewer * (1 - 1e-9)
        assert more > fewer or np.ptp(q) < 1e-3
    assert means[10**6] == pytest.approx(2 ** xb.cross_entropy(p, q), rel=1e-3)
    for b in (1, 2, 10):
        assert (p ** (1 - 1 / b)).sum() ** b == pytest.approx(2 ** xb.renyi_entropy(p, 1 - 1 / b))
    with_zero = np.append(p, 0)
    assert 2 ** xb.renyi_entropy(with_zero, 0) == pytest.approx(len(p))


@given(shares, st.floats(0.3, 0.95))
def test_too_few_words(share: float, part: float) -> None:
    """The most probable strings of a coin's tosses, as many as there are words of at most nR bits."""
    p = coin(share)
    rate = part * xb.entropy(p)
    between = (rate + xb.entropy(p)) / 2
    for n in (10, 100, 1000):
        words, covered = 2 ** (math.floor(n * rate) + 1) - 1, 0.0
        for rare in range(n + 1):
            number = min(words, math.comb(n, rare))
            words -= number
            if number:
                bits = n * xb.surprisal(p.max()) + rare * (xb.surprisal(p.min()) - xb.surprisal(p.max()))
                covered += 2.0 ** (math.log2(number) - bits)
        too_small = 2 ** (1 + n * (rate - between))
        assert covered <= too_small + varentropy(p) / (n * (xb.entropy(p) - between) ** 2) + 1e-9


def varentropy(p: Array) -> float:
    """The variance of the surprisal."""
    surprisals = xb.surprisal(p[p > 0])
    return float(p[p > 0] @ (surprisals - xb.entropy(p)) ** 2)


# Codes


@given(st.lists(st.text("01", max_size=4), min_size=2, max_size=6), st.lists(st.integers(0, 5), max_size=8))
def test_codes_definition(words: list[str], message: list[int]) -> None:
    if not unique_decoding.is_prefix_code(words):
        return
    assert unique_decoding.is_uniquely_decodable(words)
    sent = [symbol % len(words) for symbol in message]
    assert xb.decode(xb.encode(sent, words), words) == sent


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(2, 4))
def test_kraft_mcmillan(lengths: list[int], letters: int) -> None:
    """Both ways: the greedy choice finds a prefix code exactly where the budget allows it, and no other code helps."""
    free, found = {"": 1}, []
    for length in sorted(lengths):
        free = {
            part + end: 1
            for part in free
            for end in map("".join, itertools.product("0123"[:letters], repeat=length - len(part)))
        }
        if not free:
            break
        found.append(min(free))
        del free[found[-1]]
    fits = sum(Fraction(1, letters**length) for length in lengths) <= 1
    assert (len(found) == len(lengths)) == fits
    assert not fits or unique_decoding.is_prefix_code(found)


@given(st.lists(st.text("01", min_size=1, max_size=4), min_size=2, max_size=6, unique=True))
def test_kraft_mcmillan_for_codes_that_are_no_prefix_codes(words: list[str]) -> None:
    if unique_decoding.is_uniquely_decodable(words):
        assert xb.kraft_sum([len(word) for word in words]) <= 1


@given(st.lists(st.integers(1, 6), min_size=2, max_size=8))
def test_full_budget(lengths: list[int]) -> None:
    total = xb.kraft_sum(lengths)
    if total > 1:
        return
    cut = [[*lengths[:i], length - 1, *lengths[i + 1 :]] for i, length in enumerate(lengths) if length > 1]
    assert any(xb.kraft_sum(shorter) <= 1 for shorter in cut) == (total < 1)


@given(laws(least=2, most=7))
def test_huffman_is_best(one: Laws) -> None:
    """Against every list of lengths that spends the whole budget, dealt out as well as can be."""
    (p,) = one
    lengths = xb.huffman_lengths(p)
    assert xb.kraft_sum(lengths) == 1
    best = min(xb.expected_length(np.sort(p)[::-1], deal) for deal in complete_codes.deals(len(p)))
    assert xb.expected_length(p, lengths) == pytest.approx(best, abs=ROUNDING)


# Evidence


@given(st.integers(2, 3), st.floats(0.5, 20), seeds)
def test_false_evidence_is_rare(letters: int, mark: float, seed: int) -> None:
    """Sequences of four terms that depend on each other; either law rules some out."""
    rng, shape = np.random.default_rng(seed), (letters,) * 4
    p, q = (
        np.reshape(xb.normalize(rng.dirichlet(np.full(letters**4, 0.3)) * (rng.random(letters**4) < 0.8)), shape)
        for _ in range(2)
    )
    ever = np.zeros(shape, dtype=bool)
    for n in range(1, 5):
        p_n, q_n = (np.broadcast_to(joint.sum(tuple(range(n, 4)), keepdims=True), shape) for joint in (p, q))
        ratio = likelihood_ratio(p_n, q_n)
        assert q[q > 0] @ ratio[q > 0] == pytest.approx(1 - p[q_n == 0].sum())
        assert q[ratio >= mark].sum() <= 1 / mark + ROUNDING
        ever |= ratio >= mark
    assert q[ever].sum() <= p[ever].sum() / mark + ROUNDING


@pytest.mark.parametrize("mark", [2, 3, 8])
def test_false_evidence_is_as_frequent_as_can_be_where_the_mark_is_not_jumped_over(mark: int) -> None:
    """p always falls heads, q every other time: the ratio doubles with each of the heads that come first."""
    strings = itertools.product((True, False), repeat=6)
    ever = [any(all(string[:n]) and 2**n >= mark for n in range(1, 7)) for string in strings]
    chance = Fraction(sum(ever), len(ever))
    assert chance <= Fraction(1, mark)
    assert (chance == Fraction(1, mark)) == (mark in (2, 8))


# Cross-entropy


@given(laws(2), laws(2, positive=True), st.floats(0.01, 0.99))
def test_cross_entropy_shape(truths: Laws, beliefs: Laws, share: float) -> None:
    size = min(len(truths[0]), len(beliefs[0]))
    p, other = (xb.normalize(law[:size] + 1e-12) for law in truths)
    q, second = (xb.normalize(law[:size]) for law in beliefs)
    mean = share * xb.cross_entropy(p, q) + (1 - share) * xb.cross_entropy(other, q)
    assert xb.cross_entropy(share * p + (1 - share) * other, q) == pytest.approx(mean)
    mean = share * xb.cross_entropy(p, q) + (1 - share) * xb.cross_entropy(p, second)
    assert xb.cross_entropy(p, share * q + (1 - share) * second) <= mean + ROUNDING
    if (p * np.abs(q - second)).max() > 0.01:
        assert xb.cross_entropy(p, share * q + (1 - share) * second) < mean
    slope = np.array([xb.surprisal(x) - 1 / math.log(2) for x in q])  # of the entropy at q, in bits
    assert xb.cross_entropy(p, q) == pytest.approx(xb.entropy(q) + slope @ (p - q), abs=1e-9)
    assert xb.cross_entropy(p, q) >= xb.entropy(p) - ROUNDING


@given(st.floats(0.01, 100), st.floats(0.01, 100))
def test_differential_entropy_definition(sd: float, scale: float) -> None:
    for law, wider in ((xb.Normal(1, sd), xb.Normal(0, sd * scale)), (xb.Exponential(sd), xb.Exponential(sd / scale))):
        assert xb.entropy(wider) == pytest.approx(xb.entropy(law) + math.log2(scale), abs=1e-9)


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=12))
def test_reading_of_a_ruler(heights: list[float]) -> None:
    """A density that is level on pieces, read by rulers that are coarser than the pieces."""
    pieces = len(heights)
    p = xb.normalize(np.repeat(heights, 12))  # of a piece of one twelfth of a unit
    h = float(xb.entropy(p) + math.log2(1 / 12))
    less_the_marks = []
    for cells in (1, 2, 3, 4, 6, 12, 12 * pieces):
        if (12 * pieces) % cells == 0:
            width = pieces / cells
            reading = p.reshape(cells, -1).sum(1)
            histogram = np.repeat(reading / len(p) * cells, len(p) // cells)
            divergence = xb.kl_divergence(p, histogram)
            assert xb.entropy(reading) == pytest.approx(h - math.log2(width) + divergence, abs=ROUNDING)
            assert divergence >= 0
            less_the_marks.append((cells, xb.entropy(reading) + math.log2(width)))
    assert less_the_marks[-1][1] == pytest.approx(h, abs=ROUNDING)
    for (coarse, more), (fine, fewer) in itertools.combinations(less_the_marks, 2):
        assert fine % coarse or fewer <= more + ROUNDING  # each mark of the one is a mark of the other


@given(st.lists(st.floats(0, 1), min_size=2, max_size=6), st.integers(2, 9))
def test_average_over_positions(heights: list[float], step: int) -> None:
    """On a line of whole numbers, where the shifts are whole and the error is one of as many."""
    p = xb.normalize(np.array(heights) + 0.01)
    line = np.concatenate([np.zeros(step), p, np.zeros(2 * step)])
    readings = []
    for shift in range(step):
        row = line[shift : shift + (len(line) - shift) // step * step]
        lost = line[:shift].sum() + line[shift + len(row) :].sum()
        assert lost == 0
        readings.append(xb.entropy(row.reshape(-1, step).sum(1)))
    assert np.mean(readings) == pytest.approx(xb.entropy(np.convolve(p, np.ones(step) / step)) - math.log2(step))


@given(st.floats(0.01, 100))
def test_normal_has_the_most(sd: float) -> None:
    most = xb.entropy(xb.Normal(0, sd))
    assert most == pytest.approx(math.log2(2 * math.pi * math.e * sd**2) / 2)
    for other in (xb.Exponential(1 / sd), xb.Uniform(0, sd * math.sqrt(12)), xb.Laplace(0, sd / math.sqrt(2))):
        assert xb.entropy(other) < most - 0.05


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12), st.floats(0.1, 10))
def test_normal_has_the_most_among_three_records(heights: list[float], width: float) -> None:
    """A density that is level on pieces, against the law of each record that its support, mean or variance allows."""
    p = xb.normalize(np.array(heights) + 1e-3)
    piece = width / len(p)
    h = float(xb.entropy(p)) + math.log2(piece)
    middles = piece * (np.arange(len(p)) + 0.5)
    mean = float(p @ middles)
    sd = math.sqrt(float(p @ (middles - mean) ** 2) + piece**2 / 12)
    assert h <= math.log2(width) + ROUNDING
    assert math.log2(width) == pytest.approx(xb.entropy(xb.Uniform(0, width)))
    assert math.log2(math.e * mean) == pytest.approx(xb.entropy(xb.Exponential(1 / mean)))
    assert h < xb.entropy(xb.Exponential(1 / mean))
    assert h < xb.entropy(xb.Normal(mean, sd))


@given(laws(2), st.integers(0, 2**32 - 1))
def test_softmax_loss(targets: Laws, seed: int) -> None:
    (y, _), rng = targets, np.random.default_rng(seed)
    z, u = rng.normal(0, 3, (2, len(y)))

    def loss(logits: Array) -> float:
        return float(xb.cross_entropy_logits(y, logits, base=np.e))

    q = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    for k, step in enumerate(np.eye(len(y)) * 1e-5):
        assert (loss(z + step) - loss(z - step)) / 2e-5 == pytest.approx(q[k] - y[k], abs=1e-5)
    assert loss(z) <= (loss(z + u) + loss(z - u)) / 2 + ROUNDING
    assert loss(z) == pytest.approx(math.log(np.exp(z).sum()) - y @ z)
    assert loss(z) >= xb.entropy(y, base=np.e) - ROUNDING
    if (y > 0).all():
        assert loss(np.log(y)) == pytest.approx(xb.entropy(y, base=np.e), abs=ROUNDING)
    else:
        assert loss(z) > xb.entropy(y, base=np.e)


@given(st.integers(0, 2**32 - 1))
def test_no_minimum(seed: int) -> None:
    """Pictures that some weights read right: louder weights pay less, and never nothing."""
    rng = np.random.default_rng(seed)
    weights, pictures = rng.normal(size=(3, 4)), rng.normal(size=(20, 3))
    labels = (pictures @ weights).argmax(axis=1)
    top = np.sort(pictures @ weights, axis=1)
    gap = (top[:, -1] - top[:, -2]).min()
    losses = [
        np.mean(xb.log_loss_logits(labels, pictures @ weights * loud / gap, base=np.e)) for loud in (1, 2, 10, 30)
    ]
    assert losses == sorted(losses, reverse=True)
    assert 0 < losses[-1] < 3 * math.exp(-30) + ROUNDING


# Several variables


@given(joints())
def test_conditional_entropy_definition(joint: Array) -> None:
    y = joint.sum(1)
    left = [float(share) * xb.entropy(row / share) for row, share in zip(joint, y, strict=True) if share > 0]
    assert xb.conditional_entropy(joint) == pytest.approx(sum(left), abs=ROUNDING)
    assert xb.joint_entropy(joint) == pytest.approx(xb.entropy(joint.ravel()), abs=ROUNDING)


@given(joints())
def test_chain_rule(joint: Array) -> None:
    of_both = xb.joint_entropy(joint)
    assert of_both == pytest.approx(xb.entropy(joint.sum(1)) + xb.conditional_entropy(joint), abs=ROUNDING)
    assert of_both == pytest.approx(xb.entropy(joint.sum(0)) + xb.conditional_entropy(joint.T), abs=ROUNDING)


@given(joints())
def test_conditioning(joint: Array) -> None:
    y, x = joint.sum(1), joint.sum(0)
    assert xb.conditional_entropy(joint) <= xb.entropy(x) + ROUNDING
    assert xb.conditional_entropy(np.outer(y, x)) == pytest.approx(xb.entropy(x), abs=ROUNDING)
    if np.abs(joint - np.outer(y, x)).max() > 1e-3:
        assert xb.conditional_entropy(joint) < xb.entropy(x)


@given(joints(), st.floats(1, 5))
def test_confusing_clues(joint: Array, times: float) -> None:
    y, before = joint.sum(1), xb.entropy(joint.sum(0))
    if before < 1e-6:
        return
    left = [(share, xb.entropy(row / share)) for row, share in zip(joint, y, strict=True) if share > 0]
    assert sum(share for share, bits in left if bits >= times * before * (1 + ROUNDING)) <= 1 / times + ROUNDING
    tails, numbers = 1 / times - 1e-3, 2000  # bits of a serial number
    ratio = numbers / (xb.binary_entropy(tails) + tails * numbers)
    assert ratio >= times


@given(joints())
def test_mutual_information_definition(joint: Array) -> None:
    x, y = joint.sum(1), joint.sum(0)
    shared = xb.mutual_information(joint)
    ratios = [p * math.log2(p / x[i] / y[j]) for (i, j), p in np.ndenumerate(joint) if p > 0]
    assert shared == pytest.approx(math.fsum(ratios), abs=ROUNDING)
    assert shared == pytest.approx(xb.mutual_information(joint.T), abs=ROUNDING)
    assert shared == pytest.approx(xb.entropy(x) - xb.conditional_entropy(joint.T), abs=ROUNDING)
    assert shared == pytest.approx(xb.entropy(x) + xb.entropy(y) - xb.joint_entropy(joint), abs=ROUNDING)
    assert xb.mutual_information(np.outer(x, y)) == pytest.approx(0, abs=ROUNDING)
    assert shared >= 0
    assert shared > 0 or np.abs(joint - np.outer(x, y)).max() <= 1e-3


@given(joints())
def test_at_most_the_smaller(joint: Array) -> None:
    x = joint.sum(1)
    assert xb.mutual_information(joint) <= min(xb.entropy(x), xb.entropy(joint.sum(0))) + ROUNDING
    second = np.sort(joint, axis=0)[:-1].sum()  # what is not settled by the column
    assert xb.mutual_information(joint) < xb.entropy(x) or second < 1e-3
    settled = np.where(joint == joint.max(0), 1.0, 0.0) * (joint.argmax(0) == np.arange(len(joint))[:, None])
    settled = xb.normalize((settled * (joint.sum(0) + 1e-3)).ravel()).reshape(joint.shape)
    assert xb.mutual_information(settled) == pytest.approx(xb.entropy(settled.sum(1)), abs=ROUNDING)


@given(joints(3))
def test_third_variable(joint: Array) -> None:
    differences = []
    for a, b, third in itertools.permutations(range(3)):
        alone = xb.mutual_information(joint.sum(third), axes=(0, 1))
        differences.append(xb.conditional_mutual_information(joint, axes=(a, b, third)) - alone)
    assert differences == pytest.approx([differences[0]] * 6, abs=ROUNDING)
    least = min(xb.entropy(joint.sum(tuple({0, 1, 2} - {axis}))) for axis in range(3))
    assert abs(differences[0]) <= least + ROUNDING
    one_coin = np.zeros((2, 2, 2))
    one_coin[0, 0, 0] = one_coin[1, 1, 1] = 1 / 2
    for gate, reached in ((np.array(correlations.XOR), 1), (one_coin, -1)):
        given_third, alone = xb.conditional_mutual_information(gate), xb.mutual_information(gate.sum(2))
        assert given_third - alone == pytest.approx(reached)


@given(joints())
def test_divergence_from_independence(joint: Array) -> None:
    x, y = joint.sum(1), joint.sum(0)
    shared = xb.mutual_information(joint, base=math.e)
    hypothesis.assume(np.outer(x, y)[joint > 0].all())  # no product too small for a float
    assert nats(joint.ravel(), np.outer(x, y).ravel()) == pytest.approx(shared, abs=ROUNDING)
    rows = [share * nats(xb.normalize(row), y) for share, row in zip(x, joint, strict=True) if share > 0]
    assert math.fsum(rows) == pytest.approx(shared, abs=ROUNDING)
    assert min(rows) >= 0
    assert nats(np.outer(x, y).ravel(), np.outer(x, y).ravel()) == 0


@given(joints(), seeds)
def test_closest_product(joint: Array, seed: int) -> None:
    rng = np.random.default_rng(seed)
    shared = xb.mutual_information(joint, base=math.e)
    for zeros in (0, 0.3):
        x, y = (rng.dirichlet(np.ones(n)) * (rng.random(n) >= zeros) for n in joint.shape)
        if not (x.any() and y.any()):
            continue
        x, y = xb.normalize(x), xb.normalize(y)
        apart = nats(joint.ravel(), np.outer(x, y).ravel())
        assert apart == pytest.approx(shared + nats(joint.sum(1), x) + nats(joint.sum(0), y), rel=1e-9, abs=1e-9)
        assert apart >= shared - ROUNDING


@given(joints(), seeds)
def test_one_law_for_all(joint: Array, seed: int) -> None:
    r = np.random.default_rng(seed).dirichlet(np.ones(joint.shape[1]))
    rows = [(row.sum(), nats(xb.normalize(row), r)) for row in joint if row.any()]
    average = math.fsum(share * apart for share, apart in rows)
    shared = xb.mutual_information(joint, base=math.e)
    assert average == pytest.approx(shared + nats(joint.sum(0), r), rel=1e-9, abs=1e-9)
    assert shared <= max(apart for _, apart in rows) + ROUNDING


# KL divergence


@given(laws(2))
def test_kl_divergence_definition(pair: Laws) -> None:
    p, q = pair
    terms = [a * math.log2(a / b) if b else math.inf for a, b in zip(p, q, strict=True) if a]
    assert xb.kl_divergence(p, q) == pytest.approx(sum(terms), rel=1e-9, abs=1e-9)


@given(laws(2))
def test_entropy_plus_divergence(pair: Laws) -> None:
    bill = xb.entropy(pair[0]) + xb.kl_divergence(*pair)
    assert xb.cross_entropy(*pair) == pytest.approx(bill, abs=ROUNDING)


@given(laws(2, least=2, positive=True), seeds)
def test_average_evidence(pair: Laws, seed: int) -> None:
    p, q = pair
    rng, draws = np.random.default_rng(seed), 10_000
    evidence = np.log(p / q)
    average = evidence[rng.choice(len(p), draws, p=p)].mean()
    assert abs(average - nats(p, q)) <= 6 * math.sqrt(p @ (evidence - p @ evidence) ** 2 / draws) + ROUNDING
    # With q = 0 at an outcome that happens the average is infinite from the first such draw on.
    ruled_out = xb.normalize(np.where(np.arange(len(q)) == 0, 0, q))
    with np.errstate(divide="ignore"):
        assert np.log(p / ruled_out)[rng.choice(len(p), draws * 10, p=p)].mean() == math.inf == nats(p, ruled_out)


def test_average_evidence_grows_without_end_where_d_is_infinite_and_nothing_is_ruled_out() -> None:
    """p(k) ∝ 1/k², q(k) = 2^−k: each average is finite, and their limit is not."""
    k = np.arange(1.0, 1_000_001)
    log_p, log_q = math.log(6) - 2 * math.log(math.pi) - 2 * np.log(k), -k * math.log(2)
    sums = np.cumsum(np.exp(log_p) * (log_p - log_q))
    assert np.diff(sums[[10**2 - 1, 10**4 - 1, 10**6 - 1]]).min() > 1.5


# Zeros and infinities


@given(laws(2), st.floats(0.05, 5))
def test_finite_divergence(pair: Laws, limit: float) -> None:
    p, q = pair
    refuted = bool(np.any((q == 0) & (p > 0)))
    assert (xb.kl_divergence(p, q) == math.inf) == (xb.cross_entropy(p, q) == math.inf) == refuted
    assert xb.entropy(p) < math.inf
    # The three zeros as limits: p log p/q as p, as q, and as both go to 0, the last in two ways.
    ends = ((1e-12, 0.3), (0.3, 1e-300), (0.01, 0.01 * 2 ** (-limit / 0.01)), (0.05, 0.05 * 2.0**-400))
    first, second, both, fast = (rel_entr(*end) / math.log(2) for end in ends)
    assert abs(first) < 1e-9 < 100 < second
    assert (both, fast) == pytest.approx((limit, 1 / 0.05))
    assert rel_entr(0.001, 0.5) >= 0.001 - 0.5


def test_finite_divergence_fails_on_infinite_sets() -> None:
    """p(k) ∝ 1/k², q(k) = 2⁻ᵏ: no zero, each term finite, and partial sums of D and of the cross-entropy grow."""
    k = np.arange(1.0, 1_000_001)
    p = 6 / (math.pi * k) ** 2
    for terms in (p * (np.log2(p) + k), p * k):
        sums = np.cumsum(terms)
        assert np.diff(sums[[10**2 - 1, 10**4 - 1, 10**6 - 1]]).min() > 1.5


@given(laws(2, least=2, positive=True), laws(2, least=2, positive=True), shares, shares)
def test_price_of_epsilon(seen: Laws, unseen: Laws, m: float, share: float) -> None:
    """Those outcomes that the belief allows come first; u gives its own law to the others."""
    p = np.concatenate([(1 - m) * seen[0], m * unseen[0]])

    def cost(epsilon: float) -> float:
        return nats(p, np.concatenate([(1 - epsilon) * seen[1], epsilon * unseen[1]]))

    behind = (1 - m) * nats(*seen) + m * nats(*unseen)
    assert cost(share) == pytest.approx(nats(coin(m), coin(share)) + behind)
    assert cost(m) <= cost(share) + ROUNDING
    # A law u that is positive everywhere: what stands beside m log 1/ε settles.
    q, u = np.concatenate([seen[1], np.zeros(len(unseen[1]))]), np.full(len(p), 1 / len(p))
    settled = rel_entr((1 - m) * seen[0], seen[1]).sum() + rel_entr(m * unseen[0], 1 / len(p)).sum()
    for epsilon in (1e-20, 1e-100):
        assert nats(p, (1 - epsilon) * q + epsilon * u) - m * math.log(1 / epsilon) == pytest.approx(settled)


# Asymmetry


@given(laws(1, least=2), seeds)
def test_equal_both_ways(one: Laws, seed: int) -> None:
    (p,) = one
    order = np.random.default_rng(seed).permutation(len(p))
    swapped = np.arange(len(p))
    for i, j in zip(order[::2], order[1::2], strict=False):  # undoes itself
        swapped[i], swapped[j] = j, i
    assert nats(p, p[swapped]) == pytest.approx(nats(p[swapped], p), rel=1e-12)


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_equal_both_ways_on_two_outcomes(a: float, b: float) -> None:
    there, back = nats(coin(a), coin(b)), nats(coin(b), coin(a))
    wider = xb.binary_entropy(a) - xb.binary_entropy(b)
    if abs(a - b) > 1e-3 < abs(a + b - 1):
        assert (there > back) == (wider > 0)
    assert nats(coin(a), coin(1 - a)) == pytest.approx(nats(coin(1 - a), coin(a)))


@given(laws(2, least=2, positive=True))
def test_two_directions(pair: Laws) -> None:
    p, q = pair
    most = float(np.exp(np.abs(np.log(q / p)).max()))
    if most > 1 + 1e-4:
        factor = (most * math.log(most) - most + 1) / (most - 1 - math.log(most))
        assert 1 / factor < nats(q, p) / nats(p, q) < factor


@few
@given(st.floats(0.1, 20), st.floats(0.1, 20))
def test_two_directions_take_any_two_values(u: float, v: float) -> None:
    p, q = both_ways.coins(u, v)
    assert xb.kl_divergence_logits([p, 0], [q, 0]) == pytest.approx(u)
    assert xb.kl_divergence_logits([q, 0], [p, 0]) == pytest.approx(v)
    assert xb.kl_divergence([0, 1], [1 - 2**-u, 2**-u]) == pytest.approx(u)
    assert xb.kl_divergence([1 - 2**-u, 2**-u], [0, 1]) == math.inf


@given(laws(2, least=2, positive=True))
def test_detours(pair: Laws) -> None:
    p, r = pair
    direct = nats(p, r)
    if np.abs(p - r).max() > 1e-3:
        soon = [(1 - s) * p + s * r for s in (0.5, 0.1, 1e-2, 1e-4, 1e-6)]
        assert min(nats(p, q) + nats(q, r) for q in soon) < direct
        way = p + np.linspace(0, 1, 4001)[:, np.newaxis] * (r - p)
        least = float(min(p.min(), r.min()))
        steps = xb.kl_divergence(way[:-1], way[1:], base=math.e).sum()
        assert steps <= np.sum((p - r) ** 2) / least / 4000 + ROUNDING


# Closed forms


def exponential_family(size: int, seed: int) -> tuple[Function, Function, Array, Array, Array]:
    """θ ↦ law and θ ↦ A(θ) with two statistics on so many outcomes, and the statistics and two θ."""
    rng = np.random.default_rng(seed)
    h, statistics = rng.random(size) + 1e-3, rng.normal(size=(2, size))

    def total(theta: Array) -> float:
        return float(np.log(h @ np.exp(theta @ statistics)))

    return lambda theta: h * np.exp(theta @ statistics - total(theta)), total, statistics, *rng.normal(size=(2, 2))


@given(st.integers(2, 6), seeds)
def test_family_divergence(size: int, seed: int) -> None:
    law, total, statistics, theta, other = exponential_family(size, seed)
    mean = statistics @ law(theta)
    tangent_gap = total(other) - total(theta) - (other - theta) @ mean
    assert nats(law(theta), law(other)) == pytest.approx(tangent_gap, abs=1e-11)
    slope = [(total(theta + u) - total(theta - u)) / 2e-5 for u in 1e-5 * np.eye(2)]
    assert slope == pytest.approx(mean, abs=1e-6)
    # At the edge: 1/k² is the law of θ = 0, whose mean of k is infinite, among those with e^(−θk).
    divergences = []
    for last in (10**3, 10**6):
        k = np.arange(1, last + 1)
        divergences.append(nats(xb.normalize(k**-2.0), xb.normalize(k**-2.0 * np.exp(-0.1 * k))))
    assert divergences[1] > 1.7 * divergences[0]


scales = st.floats(0.3, 3)
NODES = 1600  # of Gauss's rule: a Beta's density may be steep at its ends


@given(st.floats(-2, 2), st.floats(-2, 2), scales, scales, scales, scales)
def test_four_closed_forms(m: float, n: float, a: float, b: float, c: float, d: float) -> None:
    def mean(law: Any, belief: Any, low: float, high: float) -> float:
        found = fixed_quad(lambda x: law.pdf(x) * (law.logpdf(x) - belief.logpdf(x)), low, high, n=NODES)
        return float(found[0])

    gaussian = math.log(b / a) + (a**2 + (m - n) ** 2) / (2 * b**2) - 1 / 2
    assert mean(norm(m, a), norm(n, b), m - 12 * a, m + 12 * a) == pytest.approx(gaussian, abs=1e-7)
    k = np.arange(80)
    law, belief = poisson(a), poisson(b)
    counted = float(law.pmf(k) @ (law.logpmf(k) - belief.logpmf(k)))
    assert counted == pytest.approx(a * math.log(a / b) - a + b, abs=1e-9)
    waiting = mean(expon(scale=1 / a), expon(scale=1 / b), 0, 60 / a)
    assert waiting == pytest.approx(math.log(a / b) + b / a - 1, abs=1e-7)
    a1, b1 = a + 1, b + 1  # a density without a pole, which can be integrated numerically
    shares_of = betaln(c, d) - betaln(a1, b1) + (a1 - c) * digamma(a1) + (b1 - d) * digamma(b1)
    shares_of += (c + d - a1 - b1) * digamma(a1 + b1)
    assert mean(beta(a1, b1), beta(c, d), 0, 1) == pytest.approx(shares_of, abs=1e-6)

    # Two coordinates: the log-ratio is of the second degree, so that Gauss's rule with three points is exact.
    root, covariance = np.array([[a, 0], [m / 3, b]]), np.array([[c, n / 9], [n / 9, d]])
    first, second, shift = np.array([m, n]), np.array([n, 1.0]), np.array([m - n, n - 1])
    one, weights = np.polynomial.hermite_e.hermegauss(3)
    points = first + np.array(list(itertools.product(one, one))) @ root.T
    p, q = xb.MultivariateNormal(first, root @ root.T), xb.MultivariateNormal(second, covariance)
    exact = np.outer(weights, weights).ravel() / (2 * math.pi) @ (p.log_density(points) - q.log_density(points))
    inverse = np.linalg.inv(covariance)
    written = np.log(np.linalg.det(covariance) / np.linalg.det(p.sigma)) + np.trace(inverse @ p.sigma)
    assert exact == pytest.approx((written + shift @ inverse @ shift - 2) / 2, abs=1e-9)


@given(st.integers(2, 5), seeds)
def test_two_weighings(size: int, seed: int) -> None:
    law, _, _, theta, other = exponential_family(size, seed)
    evidence = np.log(law(theta) / law(other))

    def variance(s: float) -> float:
        here = law(theta + s * (other - theta))
        return float(here @ (evidence - here @ evidence) ** 2)

    there, back = nats(law(theta), law(other)), nats(law(other), law(theta))
    assert quad(lambda s: (1 - s) * variance(s), 0, 1)[0] == pytest.approx(there, abs=1e-9)
    assert quad(lambda s: s * variance(s), 0, 1)[0] == pytest.approx(back, abs=1e-9)
    steps = np.diff([variance(s) for s in np.linspace(0, 1, 101)])
    if (steps > 0).all():
        assert back > there
    if (steps < 0).all():
        assert back < there


@given(st.floats(-5, 5), st.floats(-5, 5), scales, st.floats(1.01, 20))
def test_wider_gaussian(m: float, n: float, sd: float, times: float) -> None:
    wide, narrow = xb.Normal(m, times * sd), xb.Normal(n, sd)
    assert nats(wide, narrow) > nats(narrow, wide)
    u = math.log(times)
    gap = math.sinh(2 * u) - 2 * u + (m - n) ** 2 / 2 * (1 / narrow.variance - 1 / wide.variance)
    assert nats(wide, narrow) - nats(narrow, wide) == pytest.approx(gap, rel=1e-6, abs=1e-11)
    same = xb.Normal(n, times * sd)
    assert nats(wide, same) == pytest.approx(nats(same, wide))


# Gibbs' inequality


@given(laws(2))
def test_gibbs_inequality(pair: Laws) -> None:
    p, q = pair
    assert xb.kl_divergence(p, q) >= 0
    assert xb.kl_divergence(p, p) == 0
    if np.abs(p - q).max() > 1e-6:
        assert xb.kl_divergence(p, q) > 0


@given(laws(2))
def test_half_a_proof(pair: Laws) -> None:
    """D(p‖m) < ½ D(p‖q) for the mixture m of p and a q ≠ p, so D(p‖q) = 0 would make D(p‖m) negative."""
    p, q = pair
    mixture = (p + q) / 2
    assert xb.kl_divergence(p, mixture) <= xb.kl_divergence(p, q) / 2 * (1 + 1e-9)
    if np.abs(p - q).max() > 1e-6:
        assert xb.kl_divergence(p, mixture) < xb.kl_divergence(p, q) / 2


@given(st.lists(st.floats(0.01, 10), min_size=1, max_size=6), st.floats(0.01, 10), seeds)
def test_log_sum(a: list[float], factor: float, seed: int) -> None:
    """Σ a ln(a/b) ≥ A ln(A/B) for numbers with any sums, with equality only for equal ratios."""
    b = np.random.default_rng(seed).uniform(0.01, 10, len(a))
    left, right = float(np.dot(a, np.log(a / b))), sum(a) * math.log(sum(a) / b.sum())
    assert left >= right - 1e-9
    if np.ptp(np.array(a) / b) > 0.01:
        assert left > right
    proportional = factor * np.array(a)
    assert np.dot(a, np.log(a / proportional)) == pytest.approx(sum(a) * math.log(sum(a) / proportional.sum()))


@given(laws(2), joints())
def test_corollaries(pair: Laws, joint: Array) -> None:
    p, q = pair
    assert xb.entropy(p) <= math.log2(len(p)) + ROUNDING
    assert xb.cross_entropy(p, q) >= xb.entropy(p) - ROUNDING
    assert xb.cross_entropy(p, q) >= xb.cross_entropy(p, p) - ROUNDING  # the log score
    if np.abs(p - q).max() > 1e-3:
        assert xb.cross_entropy(p, q) > xb.cross_entropy(p, p)
    x, y = xb.marginals(joint)
    dependent = np.abs(joint - np.multiply.outer(x, y)).max() > 1e-6
    assert xb.mutual_information(joint) >= 0
    assert xb.mutual_information(joint) > 0 or not dependent
    assert xb.mutual_information(np.multiply.outer(x, y)) == pytest.approx(0, abs=ROUNDING)
    assert xb.conditional_entropy(joint, axes=(-1, -2)) <= xb.entropy(x) + ROUNDING


# Fitting


@given(laws(1, least=2, positive=True), st.lists(st.integers(0, 20), min_size=2, max_size=8).filter(any))
def test_likelihood_identity(one: Laws, counts: list[int]) -> None:
    (q,) = one
    counts = (counts + [0] * len(q))[: len(q)]
    counts[0] += 1
    observations = np.repeat(np.arange(len(q)), counts)
    log_likelihood = sum(math.log(q[x]) for x in observations)
    seen = xb.normalize(counts)
    identity = -xb.entropy(seen, base=math.e) - log_likelihood / len(observations)
    assert nats(seen, q) == pytest.approx(identity, abs=ROUNDING)


@given(laws(1, least=3, positive=True), seeds)
def test_log_partition_theorem(one: Laws, seed: int) -> None:
    (h,) = one
    rng = np.random.default_rng(seed)
    statistic, eta = rng.normal(size=(2, len(h))), rng.normal(size=2)

    def log_partition(eta: Array) -> float:
        return float(logsumexp(eta @ statistic, b=h))

    model, step = xb.normalize(h * np.exp(eta @ statistic)), 1e-3
    units = np.eye(2) * step
    slope = [(log_partition(eta + u) - log_partition(eta - u)) / (2 * step) for u in units]
    assert slope == pytest.approx(statistic @ model, abs=1e-4)
    for u in units:
        bend = (log_partition(eta + u) - 2 * log_partition(eta) + log_partition(eta - u)) / step**2
        assert bend == pytest.approx(np.cov(u @ statistic / step, aweights=model, ddof=0), abs=1e-3)
    other, share = rng.normal(size=2) * 3, rng.random()
    between = log_partition((1 - share) * eta + share * other)
    assert between <= (1 - share) * log_partition(eta) + share * log_partition(other) + ROUNDING


@given(laws(1, least=2, positive=True), seeds)
def test_maximum_entropy_theorem(one: Laws, seed: int) -> None:
    (p,) = one
    statistic = np.random.default_rng(seed).normal(size=(1, len(p)))
    member = xb.i_projection(np.full(len(p), 1 / len(p)), statistic, statistic @ p)
    apart = xb.entropy(member, base=math.e) - xb.entropy(p, base=math.e)
    assert apart == pytest.approx(nats(p, member), abs=1e-9)
    assert apart >= -1e-9


@given(laws(2, least=3, positive=True), seeds)
def test_moment_matching_theorem(pair: Laws, seed: int) -> None:
    seen, h = pair
    rng = np.random.default_rng(seed)
    statistic, eta = rng.normal(size=(2, len(h))), rng.normal(size=2) / 2

    def model(eta: Array) -> Array:
        return np.asarray(xb.normalize(h * np.exp(eta @ statistic)))

    def misfit(eta: Array) -> float:
        return nats(seen, model(eta))

    step, unit = 1e-3, np.eye(2) * 1e-3
    slope = [(misfit(eta + u) - misfit(eta - u)) / (2 * step) for u in unit]
    assert slope == pytest.approx(statistic @ model(eta) - statistic @ seen, abs=1e-4)
    bend = [[(misfit(eta + u + v) - misfit(eta + u - v) - misfit(eta - u + v) + misfit(eta - u - v)) / (4 * step**2)
             for v in unit] for u in unit]  # fmt: skip
    np.testing.assert_allclose(bend, np.cov(statistic, aweights=model(eta), ddof=0), atol=1e-3)
    nearest = xb.i_projection(h, statistic, statistic @ seen)  # the member with the means of the data
    assert nats(seen, nearest) <= misfit(eta) + 1e-9


@given(laws(1, least=3, positive=True), shares)
def test_pythagoras(one: Laws, theta: float) -> None:
    (seen,) = one
    n, k = len(seen) - 1, np.arange(len(seen))
    best, other = (binom.pmf(k, n, share) for share in (seen @ k / n, theta))
    assert nats(seen, other) == pytest.approx(nats(seen, best) + nats(best, other), rel=1e-9)


@few
@given(st.floats(0.2, 0.8), seeds)
def test_wilks(theta: float, seed: int) -> None:
    cells, n = 4, 3000
    k = np.arange(cells)
    truth = binom.pmf(k, cells - 1, theta)
    data = np.random.default_rng(seed).multinomial(n, truth, size=1500) / n
    for fitted, degrees in ((False, cells - 1), (True, cells - 2)):
        models = [binom.pmf(k, cells - 1, row @ k / (cells - 1)) if fitted else truth for row in data]
        statistics = 2 * n * np.array([nats(row, model) for row, model in zip(data, models, strict=True)])
        assert kstest(statistics, chi2(degrees).cdf).pvalue > 1e-4


@given(laws(4), st.floats(0.01, 0.99))
def test_joint_convexity_theorem(four: Laws, share: float) -> None:
    p, q, r, s = four
    mixed = (1 - share) * xb.kl_divergence(p, q) + share * xb.kl_divergence(r, s)
    mixture = xb.kl_divergence((1 - share) * p + share * r, (1 - share) * q + share * s)
    assert mixture <= mixed * (1 + ROUNDING) + ROUNDING
    if mixed < math.inf and np.abs(p * s - r * q).max() > 1e-2 and 0.1 < share < 0.9:
        assert mixture < mixed


@given(laws(2, least=2, positive=True), shares)
def test_joint_convexity_is_equality_where_the_ratios_agree(pair: Laws, share: float) -> None:
    """p₀q₁ = p₁q₀ in each place: here each pair lives on places of its own."""
    p, q = pair
    none = np.zeros(len(p))
    first, second = (
        [np.concatenate(parts) for parts in sides] for sides in (((p, none), (q, none)), ((none, q), (none, p)))
    )
    mixture = [(1 - share) * a + share * b for a, b in zip(first, second, strict=True)]
    assert nats(*mixture) == pytest.approx((1 - share) * nats(*first) + share * nats(*second))


# Telling two laws apart


@given(laws(2, least=2, positive=True).filter(lambda pair: len(pair[0]) <= 4), st.integers(1, 4), seeds)
def test_floor(pair: Laws, n: int, seed: int) -> None:
    """Any verdict on strings, coins of its own included; the likelihood ratio among them."""
    p, q = pair
    under_p, under_q = xb.block_law(p, n), xb.block_law(q, n)
    rng = np.random.default_rng(seed)
    for says_p in (rng.random(len(under_p)), (under_p > under_q * rng.exponential()) * 0.98 + 0.01):
        alpha, beta = under_p @ (1 - says_p), under_q @ says_p
        if alpha + beta < 1:
            floor = (1 - alpha) * math.log((1 - alpha) / beta) + alpha * math.log(alpha / (1 - beta))
            assert n * nats(p, q) >= floor - ROUNDING


@given(shares, shares, st.floats(0.05, 0.5))
def test_stein(a: float, b: float, alpha: float) -> None:
    hypothesis.assume(abs(a - b) > 0.02)
    evidence = np.log(coin(a) / coin(b))
    spread = math.sqrt(coin(a) @ (evidence - coin(a) @ evidence) ** 2)
    for n in (1000, 50_000):
        room = (abs(ndtri(alpha)) * spread + spread + 1) / math.sqrt(n)
        assert -least_log_error(a, b, alpha, n) / n == pytest.approx(nats(coin(a), coin(b)), abs=room)


@given(shares, st.floats(0.05, 0.5))
def test_stein_where_something_is_ruled_out(a: float, alpha: float) -> None:
    """q never falls heads: some n on, "q where no head fell" errs with at most α under p, and never under q."""
    n = math.ceil(math.log(alpha) / math.log1p(-a))
    assert (1 - a) ** n <= alpha
    assert nats(coin(a), [0, 1]) == math.inf


def least_log_error(a: float, b: float, alpha: float, n: int) -> float:
    """ln of the least chance to take coin b for coin a, by the lemma of Neyman and Pearson on the number of heads."""
    heads = np.arange(n + 1)
    under_p, log_q = binom.pmf(heads, n, a), log_binomial(n, b)
    order = heads if a < b else heads[::-1]  # the strings that speak most strongly for p come first
    missing = 1 - alpha - np.cumsum(under_p[order])
    last = int(np.argmax(missing <= 0))
    taken = np.append(
        log_q[order][:last], log_q[order][last] + math.log(1 + missing[last] / under_p[order][last] + 1e-300)
    )
    return float(logsumexp(taken))


def log_binomial(n: int, share: float) -> Array:
    k = np.arange(n + 1)
    choices = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return np.asarray(choices + k * math.log(share) + (n - k) * math.log(1 - share))


@given(laws(2, least=2, positive=True).filter(lambda pair: len(pair[0]) <= 3), st.integers(1, 6))
def test_chernoff(pair: Laws, n: int) -> None:
    p, q = pair
    error = np.minimum(xb.block_law(p, n), xb.block_law(q, n)).sum() / 2
    assert error <= math.exp(-n * chernoff_information(p, q)) / 2 + ROUNDING


@given(shares, shares)
def test_chernoff_is_the_rate(a: float, b: float) -> None:
    hypothesis.assume(abs(a - b) > 0.05)
    n = 5000
    log_error = logsumexp(np.minimum(log_binomial(n, a), log_binomial(n, b))) - math.log(2)
    excess = -log_error / n - chernoff_information(coin(a), coin(b))
    assert excess + 1e-6 >= 0
    assert excess <= 12 / n


def chernoff_information(p: Array, q: Array) -> float:
    weights = np.linspace(0, 1, 2001)[:, None]
    return float(-np.log((p**weights * q ** (1 - weights)).sum(1)).min())


def threshold_test(p: Array, q: Array, allowed: float) -> tuple[float, Array]:
    """The border and the test of the lemma of Neyman and Pearson: the least ratio above which q is rare enough."""
    ratios = np.divide(p, q, out=np.full(len(p), math.inf), where=q > 0)
    border = min(ratio for ratio in ratios.tolist() if q[ratios > ratio].sum() <= allowed)
    at, above = float(q[ratios == border].sum()), float(q[ratios > border].sum())
    share = min(1.0, (allowed - above) / at) if at else 1.0
    return border, np.where(ratios > border, 1.0, np.where(ratios == border, share, 0.0))


@given(laws(2, least=2), st.floats(0, 1), seeds)
def test_neyman_pearson(pair: Laws, allowed: float, seed: int) -> None:
    p, q = pair
    border, best = threshold_test(p, q, allowed)
    assert q @ best == pytest.approx(allowed, abs=1e-9)
    rng = np.random.default_rng(seed)
    near = np.clip(best + rng.normal(0, 0.1, len(p)), 0, 1)
    for says_p in (rng.random(len(p)), (rng.random(len(p)) < 0.5).astype(float), near):
        false_alarms = float(q @ says_p)
        fewer = says_p * min(1.0, allowed / false_alarms) if false_alarms else says_p
        lost = p @ best - p @ fewer
        assert lost >= -ROUNDING
        if border < 1e3:
            assert p @ best - p @ says_p >= border * (q @ best - false_alarms) - 1e-9
            assert lost >= np.abs((fewer - best) * (p - border * q)).max() - 1e-9, "only at the border may tests differ"


@given(laws(2, least=2, positive=True), shares, st.floats(0.1, 50), st.floats(0.1, 50), seeds)
def test_roc_slope(pair: Laws, prior: float, miss: float, alarm: float, seed: int) -> None:
    p, q = pair
    rng = np.random.default_rng(seed)
    s, t = sorted(rng.choice(np.append(p / q, rng.exponential(size=3)), size=2))
    between = (p / q >= s) & (p / q < t)
    assert s * q[between].sum() <= p[between].sum() + ROUNDING
    assert p[between].sum() <= t * q[between].sum() + ROUNDING

    def cost(says_p: Array) -> float:
        return float(prior * miss * (1 - p @ says_p) + (1 - prior) * alarm * (q @ says_p))

    best = (p / q >= (1 - prior) * alarm / (prior * miss)).astype(float)
    for says_p in (rng.random(len(p)), (p / q >= s).astype(float), np.zeros(len(p)), np.ones(len(p))):
        assert cost(best) <= cost(says_p) + 1e-9


@few
@given(shares, shares, st.floats(0.02, 0.4), st.floats(0.02, 0.4))
def test_wald_bounds(a: float, b: float, alpha: float, beta: float) -> None:
    """Exact for coins, by the law of the number of heads while the test goes on."""
    hypothesis.assume(abs(a - b) > 0.15)
    heads, tails = np.log(coin(a) / coin(b))
    upper, lower = math.log((1 - alpha) / beta), math.log(alpha / (1 - beta))
    errors, means = [], []
    for share, wrong in ((a, "q"), (b, "p")):
        going, mistaken, mean, n = {0: 1.0}, 0.0, 0.0, 0
        while sum(going.values()) > 1e-13:
            mean += sum(going.values())
            n += 1
            tossed: dict[int, float] = defaultdict(float)
            for k, chance in going.items():
                tossed[k + 1] += chance * share
                tossed[k] += chance * (1 - share)
            evidence = {k: k * heads + (n - k) * tails for k in tossed}
            mistaken += sum(
                chance
                for k, chance in tossed.items()
                if (evidence[k] <= lower if wrong == "q" else evidence[k] >= upper)
            )
            going = {k: chance for k, chance in tossed.items() if lower < evidence[k] < upper}
        errors.append(mistaken)
        means.append(mean)
    made_alpha, made_beta = errors
    assert made_alpha <= alpha / (1 - beta) + ROUNDING
    assert made_beta <= beta / (1 - alpha) + ROUNDING
    assert made_alpha + made_beta <= alpha + beta + ROUNDING
    if made_alpha > 0 and made_beta > 0:
        spent = nats(coin(a), coin(b)) * means[0]
        assert spent >= verdicts(made_alpha, made_beta) - 1e-9
        assert spent <= (1 - made_alpha) * (upper + max(heads, tails)) + made_alpha * lower + 1e-9


def verdicts(alpha: float, beta: float) -> float:
    return (1 - alpha) * math.log((1 - alpha) / beta) + alpha * math.log(alpha / (1 - beta))


@given(laws(2, least=2, positive=True).filter(lambda pair: len(pair[0]) <= 3), seeds)
def test_wald_bounds_any_rule(pair: Laws, seed: int) -> None:
    """A tree of draws that stops by chance, or after five, with a verdict that is drawn at each leaf."""
    p, q = pair
    rng = np.random.default_rng(seed)
    alpha = beta = mean = 0.0
    going = [(1.0, 1.0, 0)]
    while going:
        under_p, under_q, n = going.pop()
        if n == 5 or (n and rng.random() < 0.3):
            if rng.random() < 0.5:
                beta += under_q
            else:
                alpha += under_p
            continue
        mean += under_p
        going += [(under_p * x, under_q * y, n + 1) for x, y in zip(p, q, strict=True)]
    if 0 < alpha < 1 and 0 < beta < 1:
        assert nats(p, q) * mean >= verdicts(alpha, beta) - 1e-9


@given(laws(2))
def test_total_variation_definition(pair: Laws) -> None:
    p, q = pair
    variation = xb.total_variation(p, q)
    assert variation == pytest.approx(sum(abs(a - b) for a, b in zip(p, q, strict=True)) / 2, abs=ROUNDING)
    assert xb.total_variation(p, p) == 0
    assert xb.total_variation([*p, *(0 * q)], [*(0 * p), *q]) == pytest.approx(1)
    if (p * q).max() > 1e-6:
        assert variation < 1 - 1e-7


@given(laws(2), st.floats(1e-4, 0.02))
def test_pinsker(pair: Laws, step: float) -> None:
    near = coin(0.5), coin(0.5 + step)
    for p, q in (pair, near):
        divergence, variation = nats(p, q), xb.total_variation(p, q)
        assert variation <= math.sqrt(divergence / 2) + ROUNDING
        if 1e-4 < divergence < 30:
            assert variation < math.sqrt(divergence / 2)
    assert xb.total_variation(*near) > (1 - step) * math.sqrt(nats(*near) / 2)  # no smaller multiple will do


@given(laws(2))
def test_bretagnolle_huber(pair: Laws) -> None:
    p, q = pair
    for belief in (q, p):
        divergence, variation = nats(p, belief), xb.total_variation(p, belief)
        bound = math.sqrt(-math.expm1(-divergence))
        assert variation <= bound + ROUNDING
        assert bound <= 1 - math.exp(-divergence) / 2 + ROUNDING
        if 1e-4 < divergence < 30:
            assert variation < bound


@given(laws(2, least=2), shares)
def test_reverse_pinsker(pair: Laws, share: float) -> None:
    p, q = pair[0], xb.normalize(pair[1] + 1e-3)
    for m in (q.min(), share * q.min()):
        assert nats(p, q) <= most_nats(xb.total_variation(p, q), m) * (1 + 1e-9) + ROUNDING


@given(laws(1, least=3, positive=True), st.floats(0.05, 1), seeds)
def test_reverse_pinsker_is_equality(one: Laws, share: float, seed: int) -> None:
    (q,) = one
    q = xb.normalize([q.min(), q.min(), *q[2:]])
    m = q.min()
    moved = share * m
    assert nats(q + moved * np.eye(len(q))[0] - moved * np.eye(len(q))[1], q) == pytest.approx(most_nats(moved, m))
    emptied = np.append(False, np.random.default_rng(seed).random(len(q) - 1) < 0.5)
    hypothesis.assume(emptied.any())
    p = np.where(emptied, 0, q) + q[emptied].sum() * np.eye(len(q))[0]
    assert nats(p, q) == pytest.approx(most_nats(q[emptied].sum(), m))


def most_nats(variation: float, m: float) -> float:
    """The largest divergence from a law with m as its least probability."""
    given_to = (m + variation) * math.log1p(variation / m)
    taken = (m - variation) * math.log1p(-variation / m) if variation < m else 0
    return given_to + taken


@given(laws(4), st.integers(2, 4), seeds)
def test_jensen_shannon_definition(rows: Laws, count: int, seed: int) -> None:
    weights = np.random.default_rng(seed).dirichlet(np.ones(count))
    some = rows[:count]
    mixture = xb.normalize(sum(w * row for w, row in zip(weights, some, strict=True)))
    mean = sum(w * xb.kl_divergence(row, mixture) for w, row in zip(weights, some, strict=True))
    assert xb.js_divergence(*some, weights=weights) == pytest.approx(mean, abs=ROUNDING)
    assert xb.js_divergence(*rows[:2]) == xb.js_divergence(*rows[:2], weights=[0.5, 0.5])


@given(laws(3), seeds)
def test_jensen_shannon_is_information(rows: Laws, seed: int) -> None:
    weights = np.random.default_rng(seed).dirichlet(np.ones(3))
    divergence, most = xb.js_divergence(*rows, weights=weights), xb.entropy(weights)
    joint = weights[:, None] * np.array(rows)
    assert divergence == pytest.approx(
        xb.mutual_information(xb.normalize(joint.ravel()).reshape(joint.shape)), abs=1e-11
    )
    assert 0 <= divergence <= most + ROUNDING
    gained = xb.entropy(xb.normalize(joint.sum(0))) - weights @ [xb.entropy(row) for row in rows]
    assert divergence == pytest.approx(gained, abs=1e-11)
    assert xb.js_divergence(rows[0], rows[0], rows[0], weights=weights) <= ROUNDING
    apart = np.zeros((3, 3 * len(rows[0])))
    for k, row in enumerate(rows):
        apart[k, k::3] = row
    assert xb.js_divergence(*apart, weights=weights) == pytest.approx(most)
    if np.sort(joint, axis=0)[-2].max() > 1e-6:  # an outcome is possible under two
        assert divergence < most
    if max(xb.total_variation(rows[0], row) for row in rows) > 1e-3 and weights.min() > 1e-3:
        assert divergence > 0


@given(laws(4), seeds)
def test_compensation(rows: Laws, seed: int) -> None:
    *some, r = rows
    weights = np.random.default_rng(seed).dirichlet(np.ones(3))
    mixture = xb.normalize(weights @ np.array(some))
    spent = weights @ [xb.kl_divergence(row, r) for row in some]
    assert spent == pytest.approx(
        xb.js_divergence(*some, weights=weights) + xb.kl_divergence(mixture, r), rel=1e-9, abs=1e-11
    )


@given(laws(2), shares)
def test_between_variations(pair: Laws, share: float) -> None:
    p, q = pair
    variation, divergence = xb.total_variation(p, q), xb.js_divergence(p, q)
    assert 1 - xb.binary_entropy((1 + variation) / 2) <= divergence + ROUNDING
    assert divergence <= variation + ROUNDING
    inside = (p > 1e-3) & (q > 1e-3)
    if (abs(p - q)[inside] > 1e-2).any():
        assert divergence < variation
    possible = p + q > 1e-3
    ratios = abs(p - q)[possible] / (p + q)[possible]
    if np.ptp(ratios) > 0.1:
        assert 1 - xb.binary_entropy((1 + variation) / 2) < divergence
    # Where one law is as many times the other at each outcome, and where they agree or exclude each other.
    mirrored = [np.concatenate([a * p, b * p]) for a, b in (coin(share), coin(share)[::-1])]
    least = 1 - xb.binary_entropy(share)
    assert xb.js_divergence(*mirrored) == pytest.approx(least, abs=1e-11)
    shared = [np.concatenate([share * law, (1 - share) * q]) for law in (np.append(p, 0 * p), np.append(0 * p, p))]
    assert xb.js_divergence(*shared) == pytest.approx(xb.total_variation(*shared))


@given(laws(3))
def test_root_is_a_metric(rows: Laws) -> None:
    p, q, r = rows
    direct, first, second = (xb.js_distance(a, b) for a, b in ((p, r), (p, q), (q, r)))
    assert direct <= first + second + ROUNDING
    assert first == xb.js_distance(q, p)
    assert first > 1e-9 or abs(p - q).max() < 1e-6
    assert xb.js_distance(p, p) == 0
    if min(first, second) > 1e-3:
        assert first + second > direct + ROUNDING


@few
@given(laws(2, most=4))
def test_root_is_a_metric_by_an_integral(pair: Laws) -> None:
    def square(t: float) -> float:
        return float((((np.exp(-pair[0] * t) - np.exp(-pair[1] * t)) / t) ** 2).sum())

    parts = [quad(square, *ends, epsabs=1e-13, limit=200)[0] for ends in ((0, 1), (1, 50), (50, 1e4), (1e4, math.inf))]
    assert sum(parts) / 4 == pytest.approx(xb.js_divergence(*pair, base=math.e), abs=1e-8)


@given(laws(2), laws(2, least=2, positive=True))
def test_half_of_chi_square(pair: Laws, positive: Laws) -> None:
    p, q = pair
    square, divergence = xb.chi2_divergence(p, (p + q) / 2), xb.js_divergence(p, q, base=math.e)
    assert square / 2 <= divergence + ROUNDING
    assert divergence <= math.log(2) * square + ROUNDING
    p, q = positive
    hypothesis.assume(abs(p - q).max() > 1e-3)
    near = p + 1e-4 * p.min() * (q - p)
    assert xb.js_divergence(p, near, base=math.e) / (((near - p) ** 2 / p).sum() / 8) == pytest.approx(1, abs=1e-3)


orders = st.one_of(st.sampled_from([0.0, 0.5, 1.0, 2.0, math.inf]), st.floats(0.01, 0.99), st.floats(1.01, 30))


def renyi(pair: Sequence[Any], alpha: float) -> float:
    p, q = pair
    return float(xb.renyi_divergence(p, q, alpha))


@given(laws(2, least=2), st.floats(0.01, 0.99), st.floats(1.01, 30))
def test_renyi_divergence_definition(pair: Laws, below: float, above: float) -> None:
    p, q = pair
    possible = p > 0
    total = (p[possible] ** below * q[possible] ** (1 - below)).sum()
    wanted = math.log2(total) / (below - 1) if total > 0 else math.inf
    assert renyi((p, q), below) == pytest.approx(wanted, abs=1e-9)
    with np.errstate(divide="ignore"):
        logs = np.log2(p[possible]) + (above - 1) * (np.log2(p[possible]) - np.log2(q[possible]))
        ratios = np.log2(p[possible]) - np.log2(q[possible])
        least = -np.log2(q[possible].sum())
    assert renyi((p, q), above) == pytest.approx(np.logaddexp2.reduce(logs) / (above - 1), abs=1e-9)
    assert renyi((p, q), math.inf) == pytest.approx(max(ratios), abs=1e-9)
    assert renyi((p, q), 1) == xb.kl_divergence(p, q)
    assert renyi((p, q), 0) == pytest.approx(least, abs=1e-9)


@given(laws(2), orders, orders)
def test_renyi_grows(pair: Laws, alpha: float, beta: float) -> None:
    p, q = pair
    low, high = sorted((alpha, beta))
    assert 0 <= renyi((p, q), low) <= renyi((p, q), high) * (1 + 1e-9) + ROUNDING
    inside = p > 1e-3
    if (
        high > low + 0.1
        and high > 0.2
        and renyi((p, q), high) < 20
        and np.ptp((q / np.where(inside, p, 1))[inside]) > 0.1
    ):
        assert renyi((p, q), low) < renyi((p, q), high)
    assert renyi((p, p), alpha) <= ROUNDING
    if alpha > 0 and xb.total_variation(p, q) > 1e-2:
        assert renyi((p, q), alpha) > 0


@given(laws(1, least=2, positive=True), orders, st.integers(1, 7))
def test_renyi_grows_not_where_the_ratio_is_constant(one: Laws, alpha: float, size: int) -> None:
    (q,) = one
    event = np.arange(len(q)) < min(size, len(q) - 1)
    assert renyi((xb.normalize(q * event), q), alpha) == pytest.approx(-math.log2(q[event].sum()), abs=1e-9)


@given(laws(2, positive=True))
def test_renyi_limits(pair: Laws) -> None:
    p, q = pair
    divergence = xb.kl_divergence(p, q)
    for near, limit in ((1e-7, renyi((p, q), 0)), (1 - 1e-7, divergence), (1 + 1e-7, divergence)):
        assert renyi((p, q), near) == pytest.approx(limit, abs=1e-4)
    assert renyi((p, q), 1e6) == pytest.approx(renyi((p, q), math.inf), abs=1e-4)
    assert renyi(([*p, 0], [0, *q]), 1) == math.inf
    disjoint = renyi(([*p, *(0 * p)], [*(0 * p), *q]), 1 - 1e-9)
    assert disjoint == math.inf


@hypothesis.example(  # whose product law sums to more than 1 by rounding where p is 0
    one=(np.array([1.0, 0.0]), np.array([0.0, 1.0])),
    two=(np.array([1.0, 0.0]), np.array([0.99876897, 0.00123103])),
    share=0.5,
    alpha=0.0,
)
@given(laws(2), laws(2), shares, orders)
def test_renyi_exchange_and_sums(one: Laws, two: Laws, share: float, alpha: float) -> None:
    p, q = one
    there, back = (1 - share) * renyi((p, q), share), share * renyi((q, p), 1 - share)
    assert there == pytest.approx(back, rel=1e-9, abs=1e-11)
    pair = [np.outer(a, b).ravel() for a, b in zip(one, two, strict=True)]
    hypothesis.assume(min(law[law > 0].min() for law in (*one, *two)) > 1e-100)  # a product of two must not vanish
    assert renyi(pair, alpha) == pytest.approx(renyi(one, alpha) + renyi(two, alpha), rel=1e-9, abs=1e-9)


@given(laws(4), shares, orders, seeds)
def test_renyi_merging(rows: Laws, share: float, alpha: float, seed: int) -> None:
    p, q, *others = rows
    groups = np.random.default_rng(seed).integers(0, 3, len(p))
    merged = [np.bincount(groups, law, 3) for law in (p, q)]
    slack = 1 + 1e-9
    assert renyi(merged, alpha) <= renyi((p, q), alpha) * slack + 1e-9
    mixed = [xb.normalize(share * a + (1 - share) * b) for a, b in zip((p, q), others, strict=True)]
    parts = renyi((p, q), alpha), renyi(others, alpha)
    assert renyi(mixed, alpha) <= max(parts) * slack + 1e-9
    if alpha <= 1:
        assert renyi(mixed, alpha) <= (share * parts[0] + (1 - share) * parts[1]) * slack + 1e-9


@given(st.floats(1.05, 30))
def test_renyi_merging_may_lift_a_mixture_above_the_mean(alpha: float) -> None:
    tiny = 2.0 ** -min(8 / (alpha - 1) + 8, 900)
    mixed = renyi(([0.5, 0.5], [tiny / 2, 1 - tiny / 2]), alpha)
    assert mixed > (renyi(([0, 1], [0, 1]), alpha) + renyi(([1, 0], [tiny, 1 - tiny]), alpha)) / 2


@given(laws(1), laws(1), orders, orders)
def test_renyi_entropy(one: Laws, two: Laws, alpha: float, beta: float) -> None:
    (p,), (other,) = one, two
    uniform = np.full(len(p), 1 / len(p))
    assert xb.renyi_entropy(p, alpha) == pytest.approx(math.log2(len(p)) - renyi((p, uniform), alpha), abs=1e-9)
    low, high = sorted((alpha, beta))
    assert xb.renyi_entropy(p, low) >= xb.renyi_entropy(p, high) - 1e-9
    assert xb.renyi_entropy(p, 1) == xb.entropy(p)
    assert xb.renyi_entropy(p, math.inf) == pytest.approx(-math.log2(max(p)))
    hypothesis.assume(min(law[law > 0].min() for law in (p, other)) > 1e-100)
    both = xb.renyi_entropy(np.outer(p, other).ravel(), alpha)
    assert both == pytest.approx(xb.renyi_entropy(p, alpha) + xb.renyi_entropy(other, alpha), abs=1e-9)


@given(laws(1, least=2, positive=True), st.integers(0, 200))
def test_noise_floor(one: Laws, more: int) -> None:
    (p,) = one
    cells, n = len(p), math.ceil(1 / p.min()) + more
    k = np.arange(1, n + 1)
    mean = sum(binom.pmf(k, n, share) @ (k / n * np.log(k / n / share)) for share in p)
    rest, total = mean - (cells - 1) / (2 * n), (1 / p).sum()
    assert -total / (6 * n**2) - ROUNDING <= rest <= 4 * total / (3 * n**2) + ROUNDING


@given(laws(2), seeds)
def test_best_discriminator(two: Laws, seed: int) -> None:
    """Any discriminator, sure ones included, lacks what its coins lack of the best ones."""
    p, q = two
    rng = np.random.default_rng(seed)
    judged = rng.choice([0.0, 1.0, 0.5, rng.random()], len(p))
    hypothesis.assume(np.all(p + q > 0))
    best = p / (p + q)
    with np.errstate(divide="ignore"):
        logs = np.log(judged), np.log(1 - judged)
    value = sum(
        w @ np.where(w > 0, log, 0) if np.isfinite(log[w > 0]).all() else -math.inf
        for w, log in zip(two, logs, strict=True)
    )
    lacking = sum((p + q) * [nats(coin(a), coin(b)) for a, b in zip(best, judged, strict=True)])
    most = -math.log(4) + 2 * xb.js_divergence(p, q, base=math.e)
    assert value == (pytest.approx(most - lacking, abs=1e-9) if lacking < math.inf else -math.inf)


@given(laws(2, positive=True), seeds)
def test_generator_gradients(two: Laws, seed: int) -> None:
    """Along any direction in which the chances add up to 1."""
    p, q = two
    hypothesis.assume(min(p.min(), q.min()) > 1e-3)
    direction = np.random.default_rng(seed).normal(size=len(q))
    direction = (direction - direction.mean()) * q.min() / 10
    d = p / (p + q)

    def slope(function: Function) -> float:
        return float(function(q + 1e-4 * direction) - function(q - 1e-4 * direction)) / 2e-4

    both = slope(lambda q: 2 * xb.js_divergence(p, xb.normalize(q), base=math.e))
    assert direction @ np.log(1 - d) == pytest.approx(both, abs=1e-7)
    mixed = slope(lambda q: 2 * nats((p + xb.normalize(q)) / 2, p))
    assert direction @ -np.log(d) == pytest.approx(mixed, abs=1e-7)


@given(st.integers(2, 6), st.floats(0.5, 8), seeds)
def test_temperature_identity(kinds: int, temperature: float, seed: int) -> None:
    """Both orders, and what they and the slope tend to."""
    v, z = np.random.default_rng(seed).normal(scale=3, size=(2, kinds))

    def variance(s: float) -> float:
        r = np.exp((v + s * (z - v)) / temperature)
        r /= r.sum()
        return float(r @ (z - v) ** 2 - (r @ (z - v)) ** 2)

    def scaled(a: Array, b: Array, t: float) -> float:
        return t**2 * float(xb.kl_divergence_logits(a / t, b / t, base=math.e))

    assert scaled(v, z, temperature) == pytest.approx(quad(lambda s: (1 - s) * variance(s), 0, 1)[0], abs=1e-7)
    assert scaled(z, v, temperature) == pytest.approx(quad(lambda s: s * variance(s), 0, 1)[0], abs=1e-7)
    assert scaled(v, z, 1e4) == pytest.approx(np.var(z - v) / 2, rel=1e-2, abs=1e-6)
    assert scaled(z, v, 1e4) == pytest.approx(np.var(z - v) / 2, rel=1e-2, abs=1e-6)
    shift = np.eye(kinds)[0] * 1e-5
    by_first = (scaled(v, z + shift, 1e4) - scaled(v, z - shift, 1e4)) / 2e-5
    assert by_first == pytest.approx(((z - v) - (z - v).mean())[0] / kinds, rel=1e-2, abs=1e-3)


@given(laws(2, least=2, positive=True), st.floats(0.1, 10), seeds)
def test_beta_bound(pair: Laws, beta: float, seed: int) -> None:
    """For laws of finitely many latents, and pictures of which these give each a probability."""
    prior, q = pair
    given = np.random.default_rng(seed).dirichlet(np.ones(5), size=len(prior))  # p(x|z): latents by pictures
    for chances in given.T:
        bound = beta * np.log(prior @ chances ** (1 / beta))
        best = prior * chances ** (1 / beta) / np.exp(bound / beta)
        assert best.sum() == pytest.approx(1)
        reached = q @ np.log(chances) - beta * nats(q, prior)
        assert reached == pytest.approx(bound - beta * nats(q, best / best.sum()), abs=1e-8)
        assert reached <= bound + 1e-9
        true = np.log(prior @ chances)
        if beta == 1:
            assert bound == pytest.approx(true)
        assert (bound - true) * (beta - 1) <= 1e-9
    same = np.full(len(prior), 0.3)
    assert beta * np.log(prior @ same ** (1 / beta)) == pytest.approx(np.log(0.3))


def test_beta_bound_at_one_is_the_posterior_s() -> None:
    prior, chances = np.array([0.2, 0.8]), np.array([0.7, 0.1])
    posterior = prior * chances / (prior @ chances)
    assert posterior @ np.log(chances) - nats(posterior, prior) == pytest.approx(np.log(prior @ chances))


@given(shares, st.integers(1, 40), st.floats(0, 1))
def test_grey_pixels(chance: float, n: int, part: float) -> None:
    k = round(part * n)
    loss = -k / n * math.log(chance) - (1 - k / n) * math.log(1 - chance)
    assert loss == pytest.approx((math.log(math.comb(n, k)) - binom(n, chance).logpmf(k)) / n)


@given(st.integers(1, 4), seeds)
def test_loss_is_a_length(n: int, seed: int) -> None:
    """Three symbols, some of them impossible now and then, and a law for each past, in exact fractions."""
    rng = np.random.default_rng(seed)
    q: dict[tuple[int, ...], Fraction] = {(): Fraction(1)}
    for _ in range(n):
        weights = {past: rng.integers(0, 6, 3) + np.array([0, 0, 1]) for past in q}
        q = {(*past, x): q[past] * Fraction(int(w[x]), int(w.sum())) for past, w in weights.items() for x in range(3)}
    words, low = {}, Fraction(0)
    for string, width in sorted(q.items()):
        if width:
            m = 1
            while Fraction(1, 2 ** (m - 1)) > width:
                m += 1  # m - 1 is the loss, rounded up
            b = math.ceil(low * 2**m)
            assert low <= Fraction(b, 2**m) < Fraction(b + 1, 2**m) <= low + width
            assert 2**m * width < 4
            words[string] = format(b, f"0{m}b")
        low += width
    assert low == 1
    assert not any(b.startswith(a) for a, b in itertools.permutations(words.values(), 2))
    p = np.array([rng.random() * (q[string] > 0) for string in sorted(q)])
    p /= p.sum()
    model = np.array([float(q[string]) for string in sorted(q)])
    loss = sum(share * -math.log2(chance) for share, chance in zip(p, model, strict=True) if share)
    assert loss == pytest.approx(xb.entropy(p) + xb.kl_divergence(p, model), abs=1e-9)
    length = sum(share * len(words[string]) for string, share in zip(sorted(q), p, strict=True) if share)
    assert xb.entropy(p) - ROUNDING <= length < loss + 2


@given(laws(1, least=4, positive=True))
def test_tokens_and_strings(one: Laws) -> None:
    """Tokens drawn one by one until a stop: strings of up to five letters, cut in every way."""
    (law,) = one
    tokens = ["a", "b", "ab", "aba", "bb", "aa", "ba"][: len(law) - 1]
    chances, stop = dict(zip(tokens, law, strict=False)), law[len(tokens)]
    ways: dict[str, list[float]] = defaultdict(list)
    for length in range(6):
        for cut in itertools.product(tokens, repeat=length):
            if len("".join(cut)) <= 5:
                ways["".join(cut)].append(math.prod(chances[token] for token in cut) * stop)
    for string, products in ways.items():
        total = math.fsum(products)
        assert all(-math.log2(product) >= -math.log2(total) - ROUNDING for product in products)
        others = math.fsum(products) - max(products)
        assert (len(products) == 1) == (others == 0) or min(products) < 1e-15 * total, string
    # No string of more than five letters is in the sum: what is missing is what they have.
    assert math.fsum(map(math.fsum, ways.values())) <= 1 + ROUNDING


@given(st.integers(1, 4), seeds)
def test_change_of_perplexity(n: int, seed: int) -> None:
    """The mean over all strings of three symbols, each law given its past drawn anew."""
    rng = np.random.default_rng(seed)

    def means(own: bool) -> tuple[float, float]:
        changes, divergences = [], []
        pasts: dict[tuple[int, ...], float] = {(): 1.0}
        for _ in range(n):
            longer: dict[tuple[int, ...], float] = {}
            for past, weight in pasts.items():
                p, q, r = rng.dirichlet(np.ones(3), 3)
                r = p if own else r
                changes.append(weight * (r @ np.log2(p / q)))
                divergence = xb.kl_divergence(r, q) - xb.kl_divergence(r, p)
                divergences.append(weight * (xb.kl_divergence(p, q) if own else divergence))
                longer |= {(*past, x): weight * r[x] for x in range(3)}
            pasts = longer
        return math.fsum(changes) / n, math.fsum(divergences) / n

    change, divergence = means(own=False)
    assert change == pytest.approx(divergence, abs=1e-9)
    change, divergence = means(own=True)
    assert change == pytest.approx(divergence, abs=1e-9)
    assert divergence >= 0
    costs = {name: rng.random(5) for name in "pq"}
    perplexities = {name: 2 ** np.mean(-np.log2(chances)) for name, chances in costs.items()}
    factor = 2 ** np.mean(np.log2(costs["p"] / costs["q"]))
    assert perplexities["q"] == pytest.approx(factor * perplexities["p"])


@given(st.integers(2, 4), st.integers(2, 4), seeds)
def test_coordinate_step(rows: int, columns: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    p = rng.dirichlet(np.ones(rows * columns)).reshape(rows, columns)
    hypothesis.assume(p.min() > 1e-9)
    first, second = rng.dirichlet(np.ones(rows)), rng.dirichlet(np.ones(columns))
    star = np.exp(np.log(p) @ second)
    best = star / star.sum()
    wanted = nats(first, best) - math.log(star.sum()) - xb.entropy(second, base=math.e)
    assert nats(np.outer(first, second).ravel(), p.ravel()) == pytest.approx(wanted, abs=1e-9)
    assert 0 < star.sum() <= 1 + ROUNDING
    # Where p rules out a pair that the second part allows, the best first part leaves out its row, and must.
    p[0, 0] = 0
    p /= p.sum()
    star = np.exp(np.log(p[1:]) @ second)
    assert nats(np.outer(first, second).ravel(), p.ravel()) == math.inf
    kept = np.array([0, *(first[1:] / first[1:].sum())])
    wanted = nats(kept[1:], star / star.sum()) - math.log(star.sum()) - xb.entropy(second, base=math.e)
    assert nats(np.outer(kept, second).ravel(), p.ravel()) == pytest.approx(wanted, abs=1e-9)


@given(st.integers(2, 4), seeds)
def test_mean_field_gaussian(size: int, seed: int) -> None:
    """Both least values; other Gaussian parts are no better; with two variables both are the same."""
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(size, size + 1))
    covariance = root @ root.T + 0.05 * np.eye(size)
    precision, mean = np.linalg.inv(covariance), rng.normal(size=size)
    p = xb.MultivariateNormal(mean, covariance)
    narrow, wide = 1 / np.diag(precision), np.diag(covariance)
    log_determinant = np.linalg.slogdet(covariance)[1]
    least = (log_determinant - np.log(narrow).sum()) / 2, (np.log(wide).sum() - log_determinant) / 2
    assert nats(xb.MultivariateNormal(mean, np.diag(narrow)), p) == pytest.approx(least[0], abs=1e-8)
    assert nats(p, xb.MultivariateNormal(mean, np.diag(wide))) == pytest.approx(least[1], abs=1e-8)
    other = xb.MultivariateNormal(mean + rng.normal(size=size), np.diag(wide * rng.uniform(0.2, 2, size)))
    assert nats(other, p) >= least[0] - 1e-8
    assert nats(p, other) >= least[1] - 1e-8
    assert np.all(narrow <= wide + ROUNDING)
    if size == 2:
        rho = covariance[0, 1] / math.sqrt(wide.prod())
        assert least == pytest.approx((-math.log(1 - rho**2) / 2,) * 2)


@given(laws(2), st.floats(-20, 20))
def test_elbo_identity(two: Laws, evidence: float) -> None:
    """Also where the posterior rules out what q allows, and in the form with a prior."""
    q, posterior = two
    joint = math.exp(evidence) * posterior
    possible = not np.any((q > 0) & (joint == 0))
    at = q > 0
    elbo = float(q[at] @ np.log(joint[at] / q[at])) if possible else -math.inf
    assert elbo == pytest.approx(evidence - nats(q, posterior), abs=1e-9)
    prior = np.full(len(q), 1 / len(q))
    if possible:
        inside = q[at] @ np.log(joint[at] / prior[at])
        assert elbo == pytest.approx(inside - nats(q, prior), abs=1e-9)


@given(st.floats(-2, 2), st.floats(0.3, 3), st.floats(-3, 3))
def test_elbo_identity_of_densities(mean: float, sd: float, x: float) -> None:
    """z is N(0, 1), x is N(z, 1); q is Gaussian, or even on a piece of the line."""
    prior, posterior = norm(0, 1), norm(x / 2, math.sqrt(0.5))
    evidence = norm.logpdf(x, 0, math.sqrt(2))

    def mean_under(q: Any, of: Any) -> float:
        low, high = q.support() if np.isfinite(q.support()[0]) else (mean - 12 * sd, mean + 12 * sd)
        return float(fixed_quad(lambda z: q.pdf(z) * of(z), low, high, n=NODES)[0])

    for q in (norm(mean, sd), uniform(mean, sd)):
        given_z = mean_under(q, lambda z: norm.logpdf(x, z))
        own, of_prior = mean_under(q, q.logpdf), mean_under(q, prior.logpdf)
        elbo, gap = given_z + of_prior - own, own - mean_under(q, posterior.logpdf)
        assert elbo == pytest.approx(evidence - gap, abs=1e-6)
        assert gap >= -1e-9
    exact = xb.kl_divergence(xb.Normal(mean, sd), xb.Normal(x / 2, math.sqrt(0.5)), base=math.e)
    q = norm(mean, sd)
    assert mean_under(q, q.logpdf) - mean_under(q, posterior.logpdf) == pytest.approx(exact, abs=1e-6)


@given(laws(2, positive=True), seeds)
def test_em_gain(two: Laws, seed: int) -> None:
    """For two joint laws of x and z, whatever they are, and the M step of all joint laws."""
    rng = np.random.default_rng(seed)
    before, after = (rng.dirichlet(np.ones(3), len(two[0])) * law[:, None] for law in two)
    hypothesis.assume(min(before.min(), after.min()) > 1e-100)
    data = rng.integers(0, len(two[0]), 6)
    old, new = (joint / joint.sum(axis=1, keepdims=True) for joint in (before, after))
    bounds = [sum(old[x] @ np.log(joint[x] / old[x]) for x in data) for joint in (before, after)]
    gains = sum(nats(xb.normalize(old[x]), xb.normalize(new[x])) for x in data)
    likelihoods = [sum(math.log(joint[x].sum()) for x in data) for joint in (before, after)]
    assert likelihoods[1] - likelihoods[0] == pytest.approx(bounds[1] - bounds[0] + gains, abs=1e-7)
    # The divergence that both steps lower: of the data with their q, from the model's joint law.
    shares = np.bincount(data, minlength=len(two[0])) / len(data)
    joint = (shares[:, None] * old).ravel()
    lack = nats(xb.normalize(joint), xb.normalize(after.ravel())) + xb.entropy(shares, base=math.e)
    assert bounds[1] == pytest.approx(-len(data) * lack, abs=1e-7)


@given(laws(2, positive=True), st.floats(0.05, 5), seeds)
def test_tilted_optimum(two: Laws, price: float, seed: int) -> None:
    """Completed to a divergence, for any policy, those included that leave answers out."""
    reference, policy = two
    rng = np.random.default_rng(seed)
    reward = rng.normal(size=len(policy))
    log_z = logsumexp(reward / price, b=reference)
    best = np.exp(np.log(reference) + reward / price - log_z)
    policies = [policy, xb.normalize(policy * (rng.random(len(policy)) < 0.7) + 1e-300), np.eye(len(policy))[0]]
    for law in policies:
        value = law @ reward - price * nats(law, reference)
        assert value == pytest.approx(price * log_z - price * nats(law, best), abs=1e-8)


@given(laws(2, positive=True), seeds)
def test_frontier_theorem(two: Laws, seed: int) -> None:
    """Every policy lies under every line; optima meet theirs, alone, and the slope there is β."""
    reference, policy = two
    rng = np.random.default_rng(seed)
    reward = rng.integers(0, 4, len(policy)) + np.eye(len(policy))[0]
    hypothesis.assume(np.ptp(reward) > 0)

    def optimum(price: float) -> tuple[float, float]:
        best = np.exp(np.log(reference) + reward / price - logsumexp(reward / price, b=reference))
        best = best / best.sum()
        return nats(best, reference), float(best @ reward)

    for price in (0.3, 1.0, 4.0):
        line = price * logsumexp(reward / price, b=reference)
        assert policy @ reward <= line + price * nats(policy, reference) + 1e-9
        far, gained = optimum(price)
        assert gained == pytest.approx(line + price * far, abs=1e-9)
        (left, low), (right, high) = optimum(price * 1.001), optimum(price / 1.001)
        if right - left > 1e-6:
            assert (high - low) / (right - left) == pytest.approx(price, rel=0.01)
    limit = -math.log(reference[reward == reward.max()].sum())
    far, gained = optimum(0.01)
    assert far == pytest.approx(limit, abs=1e-6)
    assert gained == pytest.approx(reward.max(), abs=1e-6)


@given(laws(positive=True), st.integers(2, 60), seeds)
def test_best_of_n_theorem(one: Laws, n: int, seed: int) -> None:
    """Ties broken by the order of the list; and finer and finer answers come as near to equality as you like."""
    (reference,) = one
    bound = math.log(n) - (n - 1) / n
    order = np.argsort(np.random.default_rng(seed).integers(0, 3, len(reference)), kind="stable")
    up_to = np.append(0, np.cumsum(reference[order]))
    best = xb.normalize(np.diff(np.minimum(up_to, 1) ** n) + 1e-300)
    far = nats(best, reference[order])
    assert far <= bound + ROUNDING
    fine = np.linspace(0, 1, 4001)
    assert nats(xb.normalize(np.diff(fine**n)), np.full(4000, 1 / 4000)) == pytest.approx(bound, abs=0.01)
    if reference.max() > 0.05:
        assert far < bound


@given(laws(2, positive=True), st.floats(0, 3), seeds)
def test_true_reward(two: Laws, tilt: float, seed: int) -> None:
    """The slope for any g; and a product of a law of g and one of e, where it is a variance."""
    first, second = two
    rng = np.random.default_rng(seed)
    g, error = np.repeat(rng.normal(size=len(first)), len(second)), np.tile(rng.normal(size=len(second)), len(first))
    reference, other = np.outer(first, second).ravel(), rng.normal(size=len(g))

    def under(t: float, values: Array) -> float:
        return float(xb.normalize(reference * np.exp(t * (g + error))) @ values)

    for of in (g, other):
        slope = (under(tilt + 1e-5, of) - under(tilt - 1e-5, of)) / 2e-5
        covariance = under(tilt, of * (g + error)) - under(tilt, of) * under(tilt, g + error)
        assert slope == pytest.approx(covariance, abs=1e-6)
    variance = under(tilt, g**2) - under(tilt, g) ** 2
    assert under(tilt, g * (g + error)) - under(tilt, g) * under(tilt, g + error) == pytest.approx(variance, abs=1e-9)


@given(st.floats(0.01, 2), st.floats(1.5, 4))
def test_no_leash(nats_allowed: float, power: float) -> None:
    """Scores 1, 2, 4, 8, … with chances that fall like a power: a mixture as in the proof, as far out as it takes."""
    exponents = np.arange(0, 200)
    score = 2.0**exponents
    reference = xb.normalize(2.0 ** (-power * exponents))
    gained = []
    for place in (20, 60, 120):
        beyond = reference * (exponents >= place)
        share = nats_allowed / math.log(1 / beyond.sum())
        hypothesis.assume(share <= 1)
        policy = xb.normalize((1 - share) * reference + share * beyond / beyond.sum())
        assert nats(policy, reference) <= nats_allowed + ROUNDING
        gained.append(float(policy @ score))
    assert gained[0] < gained[1] < gained[2]
    assert gained[2] > 1e30 * nats_allowed


@given(laws(2, positive=True), seeds)
def test_gradients_of_estimators(two: Laws, seed: int) -> None:
    """By parameters on which the logits depend in a bent way, and differences of the divergences themselves."""
    policy, reference = two
    rng = np.random.default_rng(seed)
    bend = rng.normal(size=(len(policy), 2))

    def log_policy(theta: Array) -> Array:
        logits = np.log(policy) + np.sin(bend @ theta)
        return np.asarray(logits - logsumexp(logits))

    def slope(function: Function) -> Array:
        return np.array([(function(step) - function(-step)) / 2e-5 for step in 1e-5 * np.eye(2)])

    u = np.log(reference / policy)
    score = slope(log_policy)  # row: a parameter, column: an answer
    means = [policy @ (times * score).T for times in (np.ones(len(u)), -u, 1 - np.exp(u))]
    assert means[0] == pytest.approx(0, abs=1e-6)
    assert means[1] == pytest.approx(slope(lambda theta: nats(np.exp(log_policy(theta)), reference)), abs=1e-4)
    assert means[2] == pytest.approx(slope(lambda theta: nats(reference, np.exp(log_policy(theta)))), abs=1e-4)


@given(laws(2, positive=True), st.floats(0.1, 3), seeds)
def test_dpo_theorem(two: Laws, price: float, seed: int) -> None:
    """The optimum has the least loss; so has each policy with its ratios inside linked groups, and no other."""
    reference, other = two
    rng = np.random.default_rng(seed)
    size = len(reference)
    reward = rng.normal(size=size)
    best = xb.normalize(np.exp(np.log(reference) + reward / price - logsumexp(reward / price, b=reference)))
    groups = np.arange(size) >= size // 2
    pairs = [(a, b) for a, b in itertools.combinations(range(size), 2) if groups[a] == groups[b]]

    def loss(policy: Array) -> float:
        ratio = price * np.log(policy / reference)
        wins = [(expit(reward[a] - reward[b]), expit(ratio[a] - ratio[b])) for a, b in pairs]
        return float(sum(-p * math.log(q) - (1 - p) * math.log1p(-q) for p, q in wins))

    hypothesis.assume(pairs and best.min() > 1e-6)
    free = xb.normalize(best * np.where(groups, 3.0, 1.0))
    assert loss(free) == pytest.approx(loss(best), abs=1e-9)
    assert loss(other) >= loss(best) - 1e-9
    if max(abs(math.log(other[a] / other[b] * best[b] / best[a])) for a, b in pairs) > 0.1:
        assert loss(other) > loss(best)


@hypothesis.settings(max_examples=4)
@given(laws(least=2, most=6, positive=True), seeds, st.sampled_from([(30_000, 30_000), (60_000, 6_000)]))
def test_psi_null(one: Laws, seed: int, sizes: tuple[int, int]) -> None:
    p = (one[0] + 1 / len(one[0])) / 2
    rng, (n, m) = np.random.default_rng(seed), sizes
    first, second = (rng.multinomial(size, p, size=1500) / size for size in sizes)
    index = xb.jeffreys_divergence(first, second, base=math.e)
    both = (n * first + m * second) / (n + m)
    g = 2 * sum(size * xb.kl_divergence(s, both, base=math.e) for size, s in zip(sizes, (first, second), strict=True))
    for statistic in (n * m / (n + m) * index, g):
        assert kstest(statistic, chi2(len(p) - 1).cdf).pvalue > 1e-4


@given(laws(2), st.integers(1, 40), st.integers(1, 40))
def test_psi_null_says_when_the_index_is_zero_or_infinite(two: Laws, n: int, m: int) -> None:
    first, second = (np.round(size * law) for size, law in zip((n, m), two, strict=True))
    hypothesis.assume(first.sum() and second.sum())
    index = xb.jeffreys_divergence(xb.normalize(first), xb.normalize(second), base=math.e)
    assert (index == 0) == bool(np.all(first * second.sum() == second * first.sum()))
    assert (index == math.inf) == bool(np.any((first > 0) != (second > 0)))
    assert index >= 0


@hypothesis.settings(max_examples=6)
@given(seeds, st.sampled_from([norm(3, 2), expon(), beta(0.3, 0.4)]), st.integers(2, 5))
def test_quantile_bins(seed: int, law: Any, cells: int) -> None:
    """Each bin of a Dirichlet law has a Beta law, and so has each sum of bins."""
    rng, n = np.random.default_rng(seed), 30
    ranks = np.sort(rng.choice(np.arange(1, n + 1), cells - 1, replace=False))
    rising = np.sort(law.rvs((1500, n), random_state=rng))
    probabilities = np.diff(law.cdf(rising[:, ranks - 1]), prepend=0, append=1)
    parameters = np.diff(ranks, prepend=0, append=n + 1)
    for chosen in itertools.chain.from_iterable(itertools.combinations(range(cells), k) for k in (1, 2)):
        if len(chosen) < cells:
            inside = parameters[list(chosen)].sum()
            found = probabilities[:, list(chosen)].sum(axis=1)
            assert kstest(found, beta(inside, n + 1 - inside).cdf).pvalue > 1e-4
