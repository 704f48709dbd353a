"""The package keeps the limits of error of `regimes.py`, on a few random cases of each regime."""

import math

import hypothesis.strategies as st
import numpy as np
import pytest
import regimes
from family_regimes import LIMITS
from regimes import Limit
from strategies import given

import extrabits as xb


@pytest.mark.parametrize("regime", LIMITS, ids=lambda regime: regime.name)
def test_relative_error(regime: Limit) -> None:
    assert regimes.worst(regime, cases=8, seed=1) <= regime.limit


@given(st.integers(0, 2**32 - 1), st.floats(-17, 0), st.integers(1, 50))
def test_nothing_is_negative_near_equality(seed: int, exponent: float, outcomes: int) -> None:
    rng = np.random.default_rng(seed)
    p = regimes.law(rng, outcomes)
    q = regimes.near(rng, p, 0.1 * 10**exponent)
    for divergence in (xb.kl_divergence, xb.js_divergence, xb.jeffreys_divergence, xb.chi2_divergence):
        assert divergence(p, q) >= 0
    for alpha in (0, 0.3, 0.5, 1, 2, 30, math.inf):
        assert xb.renyi_divergence(p, q, alpha) >= 0
    assert xb.mutual_information(np.multiply.outer(p, q)) >= 0


def test_a_law_is_at_no_distance_from_itself() -> None:
    p = regimes.law(np.random.default_rng(0), 1000)
    for divergence in (xb.kl_divergence, xb.js_divergence, xb.chi2_divergence, xb.total_variation):
        assert divergence(p, p) == 0


def test_large_laws_keep_their_digits() -> None:
    rng = np.random.default_rng(0)
    p, q = xb.normalize(rng.exponential(size=(2, 300_000)))
    exact = math.fsum(p * np.log(p / q)) - math.fsum(np.concatenate([p, -q]))
    assert xb.kl_divergence(p, q, base=math.e) == pytest.approx(exact, rel=1e-14)


def test_blocks_do_not_change_the_answer() -> None:
    rng = np.random.default_rng(0)
    p, q = xb.normalize(rng.exponential(size=(2, 700, 300)))
    rows = [xb.kl_divergence(a, b) for a, b in zip(p, q, strict=True)]
    np.testing.assert_allclose(xb.kl_divergence(p, q), rows, rtol=1e-14)
    np.testing.assert_allclose(xb.kl_divergence(p.T, q.T, axis=0), rows, rtol=1e-14)
    np.testing.assert_allclose(xb.kl_divergence(p, q[:1]), [xb.kl_divergence(a, q[0]) for a in p], rtol=1e-14)


@pytest.mark.parametrize("p", [1e-300, 5e-324, 1e-20, 1e-8, 0.3, 0.5, 1 - 1e-10, 1.0])
def test_a_coin_is_a_binary_law(p: float) -> None:
    assert xb.binary_entropy(p) == pytest.approx(xb.entropy(xb.Bernoulli(p)), rel=1e-15)
    assert xb.binary_entropy(p) == pytest.approx(xb.entropy([p, 1 - p]), rel=0.1)


def test_tiny_mixture_does_not_make_jensen_shannon_infinite() -> None:
    assert 0 <= xb.js_divergence([0, 1], [5e-324, 1]) < 1e-300


def test_tiny_margins_do_not_make_mutual_information_infinite() -> None:
    joint = np.array([[1e-200, 0], [0, 1]])
    exact = 1e-200 * -math.log2(1e-200)
    assert xb.mutual_information(joint) == pytest.approx(exact, rel=0.01)
    assert xb.conditional_mutual_information(joint[..., None] * [0.5, 0.5]) == pytest.approx(exact, rel=0.01)


@pytest.mark.parametrize(
    "shape", [(1, 40_000), (1, 32_769), (3, 1, 32_768), (1, 1, 70_000), (70_000, 1), (2, 3, 20_000)]
)
def test_every_shape_splits_into_blocks(shape: tuple[int, ...]) -> None:
    p, q = xb.normalize(np.random.default_rng(0).exponential(size=(2, *shape)), axis=len(shape))
    plain = (p * np.log2(p / q)).sum(-1)
    np.testing.assert_allclose(xb.kl_divergence(p, q), plain, rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(xb.entropy(p), -(p * np.log2(p)).sum(-1), rtol=1e-12, atol=1e-15)
