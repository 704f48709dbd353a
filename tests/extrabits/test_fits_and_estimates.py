"""Fits, projections and estimates from samples against what is known about them."""

import math
from collections import Counter
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pytest
from strategies import given, laws

import extrabits as xb
from extrabits._checks import Array
from extrabits.fitting import _FITS

GEISSLER = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7]  # boys in 6115 families of 12
VALUES: dict[Any, Any] = {
    xb.Beta: [0.1, 0.3, 0.6],
    xb.Bernoulli: [0.0, 1.0, 1.0],
    xb.MultivariateNormal: [[0, 0], [1, 3], [4, 1]],
}
START: dict[Any, float] = {xb.Uniform: 1, xb.Geometric: 1, xb.Gamma: 0.5}


def log_likelihood(law: Any, p: Array, x: Array) -> float:
    return float(p @ law.log_density(x))


@pytest.mark.parametrize("family", list(_FITS), ids=lambda family: family.__name__)
def test_inclusive_fit_is_the_maximum_of_the_likelihood(family: Any) -> None:
    p = np.array([0.2, 0.5, 0.3])
    x = np.array(VALUES.get(family, np.arange(3.0) + START.get(family, 0)))
    fixed = {"n": 4} if family is xb.Binomial else {}
    fit = xb.inclusive_fit(family, p, x, **fixed)
    best = log_likelihood(fit, p, x)
    for name, value in vars(fit).items():
        for change in (1e-3, -1e-3):
            if name == "n" or family is xb.MultivariateNormal:
                continue
            other = family(**(vars(fit) | {name: value + change}))
            assert log_likelihood(other, p, x) <= best + 1e-12


def test_values_outside_the_support_are_refused() -> None:
    for family, values in ((xb.Bernoulli, [0, 2]), (xb.Poisson, [0.5, 1]), (xb.Geometric, [0, 4])):
        with pytest.raises(ValueError, match="a value that no"):
            xb.inclusive_fit(family, [0.5, 0.5], values)
    with pytest.raises(ValueError, match="strictly between"):
        xb.inclusive_fit(xb.Beta, [0.5, 0.5], [0, 0.5])


def test_vectors_are_fitted_by_their_mean_and_covariance() -> None:
    x = np.random.default_rng(0).normal(size=(50, 2))
    fit = xb.inclusive_fit(xb.MultivariateNormal, np.full(50, 0.02), x)
    np.testing.assert_allclose(fit.mu, x.mean(0), atol=1e-14)
    np.testing.assert_allclose(fit.sigma, np.cov(x.T, bias=True))


def test_geissler() -> None:
    p = xb.normalize(GEISSLER)
    fit = xb.inclusive_fit(xb.Binomial, p, n=12)
    assert fit.p == pytest.approx(0.519215, abs=5e-7)
    model = np.exp(fit.log_density(np.arange(13)))
    assert xb.kl_divergence(p, model, base=math.e) == pytest.approx(0.0079318, abs=5e-8)


def test_exclusive_fit_of_the_binomial() -> None:
    p = [0.02, 0.03, 0.05, 0.14, 0.16, 0.15, 0.12, 0.08, 0.10, 0.08, 0.07]
    fit = xb.exclusive_fit(xb.Binomial(10, 0.5), xb.Categorical(p).log_density)
    assert fit.p == pytest.approx(0.48834, abs=5e-6)
    model = np.exp(fit.log_density(np.arange(11)))
    assert xb.kl_divergence(model, p, base=math.e) == pytest.approx(0.22483, abs=5e-6)


@pytest.mark.parametrize(("a", "chosen"), [(2.7, 0.0), (2.9, 2.9)])
def test_gaussian_keeps_to_one_mode_when_modes_part(a: float, chosen: float) -> None:
    def log_mixture(x: Array) -> Array:
        return np.asarray(np.logaddexp(-((x - a) ** 2) / 2, -((x + a) ** 2) / 2))

    def divergence(q: xb.Normal) -> float:
        x = np.linspace(-15, 15, 20_001)
        log_q = q.log_density(x)
        return float(np.trapezoid(np.exp(log_q) * (log_q - log_mixture(x)), x))

    fits = [xb.exclusive_fit(xb.Normal(mean, 1), log_mixture) for mean in (0.0, a)]
    assert min(fits, key=divergence).mean == pytest.approx(chosen, abs=0.1)


def test_brandeis_dice() -> None:
    faces = np.arange(1.0, 7)
    p = xb.i_projection([1 / 6] * 6, [faces], [4.5])
    assert p @ faces == pytest.approx(4.5, abs=1e-13)
    ratios = p[1:] / p[:-1]
    np.testing.assert_allclose(ratios, ratios[0])


def test_i_projection_meets_several_targets() -> None:
    x = np.arange(7.0)
    p = xb.i_projection([1 / 7] * 7, [x, x**2], [2.5, 8.0])
    assert (p @ x, p @ x**2) == pytest.approx((2.5, 8.0), abs=1e-12)
    curvature = np.diff(np.log(p), 2)
    np.testing.assert_allclose(curvature, curvature[0])


def test_i_projection_keeps_impossible_outcomes_impossible() -> None:
    assert xb.i_projection([0.5, 0, 0.5], [[0, 1, 2]], [0.5])[1] == 0


def test_mean_field_is_too_narrow() -> None:
    p = xb.MultivariateNormal([1, 2], [[1, 0.9], [0.9, 1]])
    narrow, marginal = xb.mean_field(p), xb.product_of_marginals(p)
    for factor in (0.99, 1.01):
        other = xb.MultivariateNormal(p.mean, narrow.sigma * factor)
        assert xb.kl_divergence(other, p) > xb.kl_divergence(narrow, p)
        other = xb.MultivariateNormal(p.mean, marginal.sigma * factor)
        assert xb.kl_divergence(p, other) > xb.kl_divergence(p, marginal)
    assert xb.mean_field(p).sigma[0, 0] == pytest.approx(0.19)


@given(laws(1, least=2, positive=True), st.integers(0, 2**32 - 1))
def test_plugin_entropy_never_exceeds_that_of_the_outcomes_seen(one: Any, seed: int) -> None:
    counts = np.random.default_rng(seed).multinomial(30, one[0])
    assert xb.plugin_entropy(counts) <= math.log2(np.count_nonzero(counts)) + 1e-12
    assert xb.plugin_entropy(counts) <= xb.miller_madow_entropy(counts)
    assert xb.chao_shen_entropy(counts) >= xb.plugin_entropy(counts) - 1e-12


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=40))
def test_plugin_mutual_information_is_that_of_the_shares(pairs: list[tuple[int, int]]) -> None:
    counts = Counter(pairs)
    plugin, corrected = xb.plugin_mutual_information(counts), xb.miller_madow_mutual_information(counts)
    assert plugin == pytest.approx(xb.mutual_information(xb.joint_law(*zip(*pairs, strict=True))), abs=1e-12)
    seen = [len(set(side)) for side in zip(*pairs, strict=True)]
    bias = (seen[0] - 1) * (seen[1] - 1) / (2 * len(pairs)) / math.log(2)
    assert corrected == pytest.approx(plugin - bias, abs=1e-12)


def test_corrected_mutual_information_of_independent_columns_is_near_zero() -> None:
    """20 × 20 values and 2000 rows: the plug-in answers 0.13 bits. github.com/pafoster/pyitlib/issues/9."""
    rng = np.random.default_rng(0)
    tables = [np.bincount(rng.integers(0, 400, 2000), minlength=400).reshape(20, 20) for _ in range(30)]
    assert np.mean([xb.plugin_mutual_information(t) for t in tables]) == pytest.approx(0.1302, abs=0.01)
    assert np.mean([xb.miller_madow_mutual_information(t) for t in tables]) == pytest.approx(0, abs=0.01)


def test_corrected_entropies_are_nearer_the_truth_on_average() -> None:
    rng = np.random.default_rng(0)
    p = xb.normalize(rng.exponential(size=40))
    truth = xb.entropy(p)
    counts = rng.multinomial(60, p, size=300)
    bias = {f: np.mean([f(row) for row in counts]) - truth for f in (
        xb.plugin_entropy, xb.miller_madow_entropy, xb.chao_shen_entropy, xb.grassberger_entropy)}  # fmt: skip
    assert bias.pop(xb.plugin_entropy) < -0.3
    assert all(abs(b) < 0.25 for b in bias.values())


def test_chao_shen_without_repeats_is_finite() -> None:
    assert math.isfinite(xb.chao_shen_entropy([1, 1, 1]))
    assert xb.chao_shen_entropy([5]) == 0
    assert xb.chao_shen_entropy([1]) == 0


def test_neighbours_estimate_divergence() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.normal(0, 1, (1500, 2)), rng.normal(0.5, 1, (1500, 2))
    assert xb.knn_kl_divergence(x, y, k=5, base=math.e) == pytest.approx(0.25, abs=0.1)


@pytest.mark.parametrize("correlation", [0.0, 0.8])
def test_neighbours_estimate_mutual_information(correlation: float) -> None:
    rng = np.random.default_rng(1)
    x, y = rng.multivariate_normal([0, 0], [[1, correlation], [correlation, 1]], 1500).T
    truth = -0.5 * math.log(1 - correlation**2)
    assert xb.ksg_mutual_information(x, y, base=math.e) == pytest.approx(truth, abs=0.06)


@pytest.mark.parametrize("q", [xb.Normal(1, 1), xb.Normal(0.5, 0.8), xb.Normal(-0.5, 1.2)])
def test_moments_of_the_three_estimates(q: xb.Normal) -> None:
    p = xb.Normal(0, 1)
    z, weights = np.polynomial.hermite_e.hermegauss(120)
    weights = weights / weights.sum()
    log_ratio = q.log_density(z) - p.log_density(z)
    for estimate, moments in ((xb.k1, xb.k1_moments(p, q)), (xb.k2, xb.k2_moments(p, q)), (xb.k3, xb.k3_moments(p, q))):
        values = estimate(log_ratio)
        mean = weights @ values
        assert moments.mean == pytest.approx(mean, rel=1e-9)
        assert moments.variance == pytest.approx(weights @ (values - mean) ** 2, rel=1e-6)


@given(st.floats(-50, 50))
def test_k3_is_never_negative_and_k1_plus_r_minus_one(log_ratio: float) -> None:
    assert xb.k3(log_ratio) >= 0
    assert xb.k3(log_ratio) == pytest.approx(math.expm1(log_ratio) - log_ratio, rel=1e-6, abs=1e-12)


def test_k3_is_noisier_than_k1_beyond_0628_nats() -> None:
    for mean, noisier in ((1.12, False), (1.122, True)):
        p, q = xb.Normal(0, 1), xb.Normal(mean, 1)
        assert (xb.k3_moments(p, q).variance > xb.k1_moments(p, q).variance) == noisier


def test_bootstrap_interval_covers_the_mean_as_often_as_it_says() -> None:
    rng = np.random.default_rng(0)
    intervals = [xb.bootstrap_interval(rng.normal(size=80), lambda x: float(x.mean()), rng, level=0.9, resamples=200)
                 for _ in range(150)]  # fmt: skip
    assert 0.8 < np.mean([low < 0 < high for low, high in intervals]) < 0.97
