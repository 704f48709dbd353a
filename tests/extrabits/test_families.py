"""The families against scipy.stats, and each closed form against quadrature or summation of its definition."""

import itertools
import math
from typing import Any

import numpy as np
import pytest
import scipy.stats
from oracles import oracles
from scipy.integrate import quad

import extrabits as xb
from extrabits.families import Family
from extrabits.families._family import _CLOSED_FORMS

LAWS: list[Family] = [
    xb.Bernoulli(0.3),
    xb.Binomial(12, 0.3),
    xb.Binomial(1, 0.25),
    xb.Binomial(100_000, 0.01),
    xb.Geometric(0.2),
    xb.Poisson(0.5),
    xb.Poisson(30),
    xb.Uniform(-1, 3),
    xb.Exponential(2.5),
    xb.Gamma(0.7, 2),
    xb.Gamma(40, 2),
    xb.Beta(17, 6),
    xb.Beta(0.5, 0.5),
    xb.Laplace(1, 2),
    xb.Normal(-1, 0.3),
]
ORACLES = [(law, oracles()[type(law).__name__](*vars(law).values())) for law in LAWS]
IDS = [str(law) for law in LAWS]

# Two members of each family, so that every pair of families with a closed form meets its definition.
MEMBERS: dict[type, list[Family]] = {
    xb.Bernoulli: [xb.Bernoulli(0.3), xb.Bernoulli(0.8)],
    xb.Binomial: [xb.Binomial(8, 0.3), xb.Binomial(8, 0.6), xb.Binomial(11, 0.5)],
    xb.Categorical: [xb.Categorical([0.2, 0.3, 0.5]), xb.Categorical([0.6, 0.3, 0.1])],
    xb.Geometric: [xb.Geometric(0.3), xb.Geometric(0.6)],
    xb.Poisson: [xb.Poisson(3), xb.Poisson(4.5)],
    xb.Uniform: [xb.Uniform(0, 1), xb.Uniform(-1, 3), xb.Uniform(0.25, 0.5)],
    xb.Exponential: [xb.Exponential(1.5), xb.Exponential(0.5)],
    xb.Gamma: [xb.Gamma(3, 2), xb.Gamma(1.5, 1), xb.Gamma(25, 4)],
    xb.Beta: [xb.Beta(17, 6), xb.Beta(3, 3), xb.Beta(1.5, 1)],
    xb.Laplace: [xb.Laplace(0, 1), xb.Laplace(1, 2)],
    xb.Normal: [xb.Normal(0, 1), xb.Normal(1, 2)],
}
PAIRS = [
    pytest.param(p, q, id=f"{p}‖{q}")
    for truth, belief in _CLOSED_FORMS
    for p, q in itertools.product(MEMBERS.get(truth, []), MEMBERS.get(belief, []))
]


def bounds(law: Any) -> tuple[float, float]:
    """Where all but 1e-15 of the probability lies."""
    reach = 45 * math.sqrt(law.variance)
    return max(law.support[0], law.mean - reach), min(law.support[1], law.mean + reach)


def by_definition(p: Any, q: Any) -> float:
    """D(p‖q) in nats as a sum or an integral."""
    low, high = bounds(p)
    if p.discrete:
        x = np.arange(low, math.ceil(high) + 1)
        log_p, log_q = p.log_density(x), q.log_density(x)
        possible = log_p > -700
        return float(np.sum(np.exp(log_p[possible]) * (log_p - log_q)[possible]))
    value, _ = quad(
        lambda x: math.exp(p.log_density(x)) * (p.log_density(x) - q.log_density(x)),
        low, high, points=[c for c in (p.mean, q.mean) if low < c < high], epsabs=1e-11, epsrel=1e-11, limit=400,
    )  # fmt: skip
    return float(value)


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_closed_form_is_the_definition(p: Any, q: Any) -> None:
    divergence = xb.kl_divergence(p, q, base=math.e)
    if p.support[0] < q.support[0] or p.support[1] > q.support[1]:
        assert divergence == math.inf
    else:
        assert divergence == pytest.approx(by_definition(p, q), rel=1e-8, abs=1e-9)
        assert xb.cross_entropy(p, q, base=math.e) == pytest.approx(divergence + xb.entropy(p, base=math.e))


def test_every_scalar_closed_form_is_among_the_pairs() -> None:
    assert {type(pair) for pair, _ in _CLOSED_FORMS.items()} == {tuple}
    vectors = {xb.Dirichlet, xb.MultivariateNormal}
    assert {t for pair in _CLOSED_FORMS for t in pair} - vectors == set(MEMBERS)


@pytest.mark.parametrize(("law", "oracle"), ORACLES, ids=IDS)
def test_moments_entropy_and_density_agree_with_scipy(law: Any, oracle: Any) -> None:
    assert law.mean == pytest.approx(oracle.mean(), rel=1e-12)
    assert law.variance == pytest.approx(oracle.var(), rel=1e-12)
    assert xb.entropy(law, base=math.e) == pytest.approx(float(oracle.entropy()), rel=1e-8)
    x = np.concatenate([oracle.ppf([0.001, 0.2, 0.5, 0.99]), [-2.0, 0.5, 50.0]])
    expected = (oracle.logpmf if law.discrete else oracle.logpdf)(x)
    np.testing.assert_allclose(law.log_density(x), expected, rtol=1e-7)


@pytest.mark.parametrize(("law", "oracle"), ORACLES, ids=IDS)
def test_draws_follow_the_law(law: Any, oracle: Any) -> None:
    draws = law.sample(np.random.default_rng(0), 4000)
    assert draws.mean() == pytest.approx(law.mean, abs=5 * math.sqrt(law.variance / 4000))
    assert np.isfinite(law.log_density(draws)).all()
    assert np.ndim(law.sample(np.random.default_rng(0))) == 0
    low, high = oracle.ppf(0.001), oracle.ppf(0.999)
    assert ((draws >= low) & (draws <= high)).mean() > 0.99


def test_conversions_between_parametrisations() -> None:
    assert xb.Gamma.from_scale(3, 0.5) == xb.Gamma(3, 2)
    assert xb.Gamma.from_mean_and_sd(1.5, 0.5) == xb.Gamma(9, 6)
    assert xb.Exponential.from_scale(0.25) == xb.Exponential(4)
    assert xb.Normal.from_variance(1, 4) == xb.Normal(1, 2)
    assert xb.Normal.from_precision(1, 0.25) == xb.Normal(1, 2)
    assert xb.Normal.from_log_variance(1, 0) == xb.Normal(1, 1)
    assert xb.Laplace.from_sd(0, math.sqrt(2)).scale == pytest.approx(1)
    assert xb.Beta.from_mean(0.25, 8) == xb.Beta(2, 6)
    assert xb.Geometric.from_mean(4) == xb.Geometric(0.25)
    assert xb.Geometric.from_mean_failures(3) == xb.Geometric(0.25)
    assert xb.Bernoulli.from_logit(0) == xb.Bernoulli(0.5)
    assert xb.Bernoulli.from_logit(-800).p == 0
    assert xb.Bernoulli.from_logit(800).p == 1
    assert xb.Bernoulli.from_logit(1.5).logit == pytest.approx(1.5)
    q = xb.MultivariateNormal.from_precision([0, 0], [[2, 1], [1, 2]])
    np.testing.assert_allclose(q.precision, [[2, 1], [1, 2]])


def test_dirichlet() -> None:
    p, q = xb.Dirichlet([2, 3, 4]), xb.Dirichlet([1, 1, 5])
    oracle = scipy.stats.dirichlet([2, 3, 4])
    assert xb.entropy(p, base=math.e) == pytest.approx(float(oracle.entropy()))
    np.testing.assert_allclose(p.mean, oracle.mean())
    x = p.sample(np.random.default_rng(0), 20_000)
    np.testing.assert_allclose(p.log_density(x[:5]), [oracle.logpdf(row) for row in x[:5]])
    assert p.log_density([0.5, 0.5, 0.5]) == -math.inf
    average = (p.log_density(x) - q.log_density(x)).mean()
    assert xb.kl_divergence(p, q, base=math.e) == pytest.approx(average, rel=0.05)
    beta = xb.kl_divergence(xb.Beta(17, 6), xb.Beta(3, 3))
    assert xb.kl_divergence(xb.Dirichlet([17, 6]), xb.Dirichlet([3, 3])) == beta


def test_multivariate_normal() -> None:
    p = xb.MultivariateNormal([1, 0], [[2, 0.5], [0.5, 1]])
    q = xb.MultivariateNormal([0, 0], [[1, -0.3], [-0.3, 2]])
    oracle = scipy.stats.multivariate_normal([1, 0], [[2, 0.5], [0.5, 1]])
    assert xb.entropy(p, base=math.e) == pytest.approx(float(oracle.entropy()))
    x = np.array([[0.0, 0], [1, 2], [-3, 1]])
    np.testing.assert_allclose(p.log_density(x), oracle.logpdf(x))
    ratio = np.linalg.solve(q.sigma, p.sigma)
    shift = p.mu - q.mu
    definition = (np.trace(ratio) - 2 - math.log(np.linalg.det(ratio)) + shift @ np.linalg.solve(q.sigma, shift)) / 2
    assert xb.kl_divergence(p, q, base=math.e) == pytest.approx(definition, rel=1e-12)
    assert p.sample(np.random.default_rng(0), 5).shape == (5, 2)


@pytest.mark.parametrize("step", [1e-3, 1e-6, 1e-8])
def test_multivariate_normal_near_equality(step: float) -> None:
    p, q = xb.MultivariateNormal([0, 0], np.diag([1, 2])), xb.MultivariateNormal([0, 0], np.diag([1 + step, 2]))
    scalar = xb.kl_divergence(xb.Normal(0, 1), xb.Normal.from_variance(0, 1 + step))
    assert xb.kl_divergence(p, q) == pytest.approx(scalar, rel=1e-7)
    assert xb.kl_divergence(p, p) == 0


def test_multivariate_normal_with_a_very_narrow_truth() -> None:
    p, q = xb.MultivariateNormal([0, 0], np.eye(2) * 1e-30), xb.MultivariateNormal([0, 0], np.eye(2))
    assert xb.kl_divergence(p, q, base=math.e) == pytest.approx(30 * math.log(10) - 1, rel=1e-12)


def test_large_counts_have_exact_entropies() -> None:
    below, above = xb.entropy(xb.Poisson(1e4)), xb.entropy(xb.Poisson(1e4 * (1 + 1e-9)))
    assert below == pytest.approx(above, rel=1e-10)
    gaussian = 0.5 * math.log2(2 * math.pi * math.e * 1e8 * 0.25)
    assert xb.entropy(xb.Binomial(10**8, 0.5)) == pytest.approx(gaussian, rel=1e-8)


def test_certain_laws_have_no_entropy() -> None:
    for law in (xb.Bernoulli(0), xb.Bernoulli(1), xb.Binomial(5, 1), xb.Binomial(0, 0.5), xb.Geometric(1)):
        assert xb.entropy(law) == 0
        assert math.copysign(1, xb.entropy(law)) == 1


@pytest.mark.parametrize("law", LAWS, ids=IDS)
def test_infinity_is_no_value(law: Any) -> None:
    assert law.log_density(math.inf) == law.log_density(-math.inf) == -math.inf
    with pytest.raises(ValueError, match="nan"):
        law.log_density(math.nan)
    with pytest.raises(ValueError, match="default_rng"):
        law.sample(None)


def test_a_uniform_law_too_wide_for_a_float_is_refused() -> None:
    with pytest.raises(ValueError, match="high - low is inf"):
        xb.Uniform(-1e308, 1e308)


def test_support_decides_about_infinity() -> None:
    assert xb.kl_divergence(xb.Bernoulli(1), xb.Bernoulli(0)) == math.inf
    assert xb.kl_divergence(xb.Normal(0, 1), xb.Gamma(2, 1)) == math.inf
    assert xb.kl_divergence(xb.Poisson(2), xb.Binomial(10, 0.2)) == math.inf
    assert xb.kl_divergence(xb.Bernoulli(1), xb.Bernoulli(0.5)) == 1
