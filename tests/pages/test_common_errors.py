"""Each entry of the page on common errors, derived again in a test that bears the name of its anchor."""

import math
import re
import sys
from collections.abc import Callable
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import log_softmax
from scipy.stats import binom, ks_2samp, norm

from environment import ROOT
from extrabits import (
    Binomial,
    Normal,
    cross_entropy,
    entropy,
    huffman_lengths,
    inclusive_fit,
    k1,
    k1_moments,
    k3,
    k3_moments,
    kl_divergence,
    kl_divergence_logits,
    normalize,
    renyi_divergence,
)
from studies import k_estimators, misprinted_renyi, normal_laws
from studies.samples_as_probabilities import recipe, sample
from studies.sex_ratio import BOYS
from studies.weldon_dice import DICE
from typesetting.katex import typeset

PAGE = (ROOT / "docs" / "reference" / "common-errors.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^### .*\{#([\w-]+)\}$", PAGE, re.MULTILINE)

Array = NDArray[np.float64]

reproducible = settings(deadline=None, derandomize=True)
shares = st.floats(0.01, 0.99)


@st.composite
def laws(draw: st.DrawFn, outcomes: int = 4) -> Array:
    return normalize(draw(st.lists(st.floats(0.01, 1), min_size=outcomes, max_size=outcomes)))


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_has_a_test(entry: str) -> None:
    assert hasattr(sys.modules[__name__], f"test_{entry.replace('-', '_')}")


def test_every_entry_says_where_what_and_when() -> None:
    entries = re.findall(r"^### .*?(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    assert len(entries) == len(ENTRIES) > 10
    for entry in entries:
        for part in (
            r"\*\*Where\.\*\*.*\]\(",
            r'Checked <time datetime="20\d\d-\d\d-\d\d">\d+ \w+ 20\d\d</time>\.',
            r"\*\*It says\.\*\*",
            r"\*\*Right\.\*\*",
            "\nMore: ",
        ):
            assert re.search(part, entry), f"{part} is missing under {entry[:40]}"


# Books, courses and exercises


def test_samples_as_probabilities() -> None:
    p, q = Normal(0, 1), Normal(1, 1)
    truth = quad(lambda x: norm.pdf(x) * (norm.logpdf(x) - norm.logpdf(x, 1)) / math.log(2), -12, 12)[0]
    assert kl_divergence(p, q) == pytest.approx(truth)
    assert kl_divergence(q, p) == kl_divergence(p, q)

    there, back = recipe(0, 1), recipe(1, 0)
    assert there.total < 0 < there.shown
    assert min(there.shown, back.shown) > 1000 * truth
    assert 0.3 < there.share_dropped < 0.4
    apart = abs(there.shown - back.shown) / ((there.shown + back.shown) / 2)
    assert 0.35 < apart < 0.5  # "around 40% off"

    # The same draws, asked rightly: the mean of log p/q over draws from p.
    draws = sample(0)
    estimate = (norm.logpdf(draws) - norm.logpdf(draws, 1)) / math.log(2)
    assert abs(estimate.mean() - truth) < 4 * estimate.std() / math.sqrt(draws.size)


@reproducible
@given(laws(), laws())
def test_ratio_upside_down(p: Array, q: Array) -> None:
    printed = float(p @ np.log2(q / p))
    assert printed <= 1e-12  # the notes say ≥ 0
    assert kl_divergence(p, q) == pytest.approx(-printed, abs=1e-12)


@reproducible
@given(shares)
def test_numerators(heads: float) -> None:
    p, q = [0.5, 0.5], [heads, 1 - heads]
    printed = 0.5 * math.log2(1 / q[0]) + 0.5 * math.log2(1 / q[1])
    assert printed == pytest.approx(cross_entropy(p, q))
    assert printed - kl_divergence(p, q) == pytest.approx(1)
    assert cross_entropy(p, [1, 0]) == kl_divergence(p, [1, 0]) == math.inf


def test_half_a_proof() -> None:
    p, q = np.array([1, 0]), np.array([0.8, 0.2])
    happens = p > 0
    mean_ratio = p[happens] @ (q[happens] / p[happens])
    assert mean_ratio < q.sum() == 1  # the proofs set the two equal
    mean_log_ratio = p[happens] @ np.log(q[happens] / p[happens])
    assert mean_log_ratio == pytest.approx(math.log(mean_ratio))  # Jensen's step loses nothing
    assert kl_divergence(p, q, base=math.e) == pytest.approx(-math.log(mean_ratio))


@reproducible
@given(shares, shares)
def test_symmetric_coins(r: float, s: float) -> None:
    p, mirrored, q = [r, 1 - r], [1 - r, r], [s, 1 - s]
    assert kl_divergence(p, mirrored) == pytest.approx(kl_divergence(mirrored, p), abs=1e-14)
    m, u = (r + s) / 2, (r - s) / 2
    difference = kl_divergence(p, q, base=math.e) - kl_divergence(q, p, base=math.e)
    formula = 4 * m * math.atanh(u / m) - 4 * (1 - m) * math.atanh(u / (1 - m))
    assert difference == pytest.approx(formula, abs=1e-12)
    if abs(r - s) > 0.01 and abs(r + s - 1) > 0.01:
        assert abs(difference) > 1e-9


# Libraries and their threads


@pytest.mark.parametrize("distance", [0.1, 1, 1.5, 2, 2.5])
def test_k3_variance(distance: float) -> None:
    p, q = Normal(0, 1), Normal(distance, 1)
    first, third = k1_moments(p, q), k3_moments(p, q)
    for estimate, moments in ((k1, first), (k3, third)):
        mean, square = _mean(estimate, p, q), _mean(estimate, p, q, power=2)
        assert mean == pytest.approx(distance**2 / 2)
        assert square - mean**2 == pytest.approx(moments.variance)
    assert first.variance == pytest.approx(distance**2)
    assert third.variance == pytest.approx(math.expm1(distance**2) - distance**2)
    assert (third.variance > first.variance) == (distance > k_estimators.crossing())
    assert k3_moments(p, Normal(0, math.sqrt(2.0001))).variance == math.inf
    assert k3_moments(p, Normal(0, 1.4)).variance < math.inf
    # An infinite variance at a divergence far below that of the crossing: nearness does not tame k3.
    nearer = kl_divergence(p, Normal(0, math.sqrt(2.0001)), base=math.e)
    assert nearer < 0.1 < k_estimators.crossing() ** 2 / 2


def test_renyi_sign() -> None:
    p, q = np.array(misprinted_renyi.TRUTH), np.array(misprinted_renyi.BELIEF)
    orders = (1.1, 1.5, 2, 4, 16)
    printed = [float(q @ np.log((p / q) ** alpha)) / (1 - alpha) for alpha in orders]
    right = [math.log(q @ (p / q) ** alpha) / (alpha - 1) for alpha in orders]
    assert right == pytest.approx([renyi_divergence(p, q, alpha, base=math.e) for alpha in orders])
    assert printed == pytest.approx([misprinted_renyi.as_printed(alpha) for alpha in orders])
    assert right == sorted(right)
    assert printed == sorted(printed, reverse=True)
    # Two Gaussians of one variance hide it at order 2: there the divergence is α μ²/2.
    assert 2 / (2 - 1) * kl_divergence(Normal(1, 1), Normal(0, 1), base=math.e) == 2 * 1 / 2


@reproducible
@given(st.lists(st.floats(1e-300, 1), min_size=1))
def test_perplexity_from_zero(probabilities: list[float]) -> None:
    assert math.exp(np.mean(-np.log(probabilities))) >= 1
    assert math.exp(entropy(Normal(0, 0.1), base=math.e)) < 1  # of a density


# Posts and answers


def test_which_zero() -> None:
    def printed_rule(p: list[float], q: list[float]) -> bool:
        return all(b == 0 for a, b in zip(p, q, strict=True) if a == 0)

    def right_rule(p: list[float], q: list[float]) -> bool:
        return all(a == 0 for a, b in zip(p, q, strict=True) if b == 0)

    pairs = list(permutations([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]], 2))
    assert [right_rule(p, q) for p, q in pairs] == [math.isfinite(kl_divergence(p, q)) for p, q in pairs]
    assert not printed_rule([1, 0], [0.5, 0.5])
    assert printed_rule([0.5, 0.5], [1, 0])


def test_data_as_truth() -> None:
    boys = normalize(BOYS)
    fit = inclusive_fit(Binomial, boys, n=12)
    grid = np.linspace(0.45, 0.55, 201)
    likelihood = np.array([np.array(BOYS) @ binom.logpmf(np.arange(13), 12, theta) for theta in grid])
    assert abs(fit.p - grid[likelihood.argmax()]) <= 5e-4
    # D(data ‖ model) and the likelihood differ by a constant, so they have one optimum.
    divergence = np.array([kl_divergence(boys, _law(theta), base=math.e) for theta in grid])
    assert np.ptp(divergence + likelihood / sum(BOYS)) < 1e-9
    assert all(kl_divergence(_law(theta), normalize(DICE)) == math.inf for theta in (0.1, 1 / 3, 0.9))


def test_lost_subscripts() -> None:
    printed = typeset(r"D*{KL}[P(X) \, \Vert \, Q(X)]", display=True)
    meant = typeset(r"D_{KL}[P(X) \, \Vert \, Q(X)]", display=True)
    assert "<msub>" in meant
    assert "<msub>" not in printed
    assert "∗" in printed


def test_ks_triangle() -> None:
    rng = np.random.default_rng(5)
    for _ in range(200):
        f, g, h = (rng.normal(rng.normal(), rng.uniform(0.5, 2), rng.integers(3, 30)) for _ in range(3))
        direct, first, second = (ks_2samp(a, b).statistic for a, b in ((f, h), (f, g), (g, h)))
        assert direct <= first + second + 1e-12
    x = np.linspace(-8, 9, 100_001)
    for distance in (1, 2):
        assert np.abs(norm.cdf(x) - norm.cdf(x, distance)).max() == pytest.approx(normal_laws.largest_gap(distance))
    assert kl_divergence(Normal(0, 1), Normal(2, 1)) > 2 * kl_divergence(Normal(0, 1), Normal(1, 1))


def test_die_questions() -> None:
    die = [1 / 6] * 6
    # Every way of asking is a tree with six leaves whose depths satisfy Kraft's inequality: try them all.
    depths = [d for d in _non_decreasing(6, 5) if sum(2.0**-depth for depth in d) <= 1]
    best = min(sum(d) / 6 for d in depths)
    assert best == pytest.approx(8 / 3)
    assert np.mean(huffman_lengths(die)) == pytest.approx(best)
    assert best > entropy(die)


@reproducible
@given(laws(), laws(), laws(), laws(), shares)
def test_convex_and_processing(p: Array, q: Array, r: Array, s: Array, share: float) -> None:
    mixed = kl_divergence(normalize(share * p + (1 - share) * r), normalize(share * q + (1 - share) * s))
    assert mixed <= share * kl_divergence(p, q) + (1 - share) * kl_divergence(r, s) + 1e-12
    channel = np.stack([p, q, r, s])  # rows are laws: any processing, random or not
    assert kl_divergence(normalize(r @ channel), normalize(s @ channel)) <= kl_divergence(r, s) + 1e-12


# The gradients on the page of questions, to which the entry on k3 points


def test_gradients_of_the_estimators() -> None:
    logits, reference = np.log(k_estimators.POLICY), np.log(k_estimators.REFERENCE)
    to_reference = _gradient(lambda z: kl_divergence_logits(z, reference, base=math.e), logits)
    from_reference = _gradient(lambda z: kl_divergence_logits(reference, z, base=math.e), logits)

    def of_loss(estimate: Callable[[Array], Array]) -> Array:
        # The tokens are drawn from the policy as it is; the gradient flows through the ratio alone.
        return _gradient(lambda z: float(k_estimators.POLICY @ estimate(reference - log_softmax(z))), logits)

    assert of_loss(lambda log_ratio: -log_ratio) == pytest.approx(0, abs=1e-8)
    assert of_loss(lambda log_ratio: log_ratio**2 / 2) == pytest.approx(to_reference, abs=1e-8)
    assert of_loss(lambda log_ratio: np.exp(log_ratio) - 1 - log_ratio) == pytest.approx(from_reference, abs=1e-8)
    # k1 in the reward, and k3 weighted by π/π_old with the gradient through the weight: both right.
    score = np.eye(3) - k_estimators.POLICY
    assert (k_estimators.POLICY * (logits - reference)) @ score == pytest.approx(to_reference, abs=1e-8)

    def weighted(z: Array) -> float:
        log_ratio = reference - log_softmax(z)
        return float(np.exp(log_softmax(z)) @ (np.exp(log_ratio) - 1 - log_ratio))

    assert _gradient(weighted, logits) == pytest.approx(to_reference, abs=1e-8)


def _mean(estimate: Callable[[float], Any], p: Normal, q: Normal, power: int = 1) -> float:
    """The mean of a power of the estimate under p, by quadrature."""

    def term(x: float) -> float:
        log_ratio = float(q.log_density(x)) - float(p.log_density(x))
        return float(np.exp(p.log_density(x)) * estimate(log_ratio) ** power)

    return float(quad(term, -15, 25, limit=400, epsabs=1e-13, epsrel=1e-11)[0])


def _law(theta: float) -> Array:
    return np.asarray(normalize(binom.pmf(np.arange(13), 12, theta)))


def _non_decreasing(leaves: int, deepest: int, least: int = 1) -> list[list[int]]:
    if leaves == 0:
        return [[]]
    return [[d, *rest] for d in range(least, deepest + 1) for rest in _non_decreasing(leaves - 1, deepest, d)]


def _gradient(f: Callable[[Array], float], at: Array, step: float = 1e-5) -> Array:
    unit = np.eye(len(at)) * step
    return np.array([(f(at + e) - f(at - e)) / (2 * step) for e in unit])
