"""What families, fits and estimates obey, as properties named after what they say."""

import inspect
import math
from typing import Any

import hypothesis
import hypothesis.strategies as st
import numpy as np
import pytest
from arguments import arguments
from scipy.special import digamma, expit
from strategies import given, laws

import extrabits as xb
from extrabits._checks import Array

Laws = tuple[Array, ...]
FAMILIES = [name for name in xb.__all__ if inspect.isclass(getattr(xb, name))]
seeds = st.integers(0, 10_000)
few = hypothesis.settings(max_examples=20)


def member(name: str, seed: int) -> Any:
    """A random law of this family."""
    return getattr(xb, name)(*arguments(name, seed)[0])


def normals(seed: int, spread: float = 0.2) -> tuple[xb.Normal, xb.Normal]:
    """Two Gaussians of nearly one width."""
    rng = np.random.default_rng(seed)
    return xb.Normal(rng.normal(), 1), xb.Normal(rng.normal(), 1 + spread * rng.uniform(-1, 1))


@pytest.mark.parametrize("name", FAMILIES)
@given(seeds)
def test_gibbs_inequality_of_families(name: str, seed: int) -> None:
    p, q = member(name, seed), member(name, seed + 4)  # the same number of coordinates
    assert xb.kl_divergence(p, p) == 0
    assert xb.kl_divergence(p, q) > 0
    together = xb.entropy(p) + xb.kl_divergence(p, q)
    assert xb.cross_entropy(p, q) == together or xb.cross_entropy(p, q) == pytest.approx(together)


@pytest.mark.parametrize("name", FAMILIES)
@few
@given(seeds)
def test_entropy_of_a_family_is_the_mean_surprisal_of_its_draws(name: str, seed: int) -> None:
    p = member(name, seed)
    surprisals = -p.log_density(p.sample(np.random.default_rng(seed), 4000))
    error = surprisals.std() / math.sqrt(len(surprisals))
    assert abs(surprisals.mean() - xb.entropy(p, base=math.e)) < 5 * error + 1e-9


@given(laws(1, least=3, positive=True))
def test_moment_matching(one: Laws) -> None:
    (p,) = one
    k = np.arange(float(len(p)))
    mean = p @ k
    assert xb.inclusive_fit(xb.Poisson, p).mean == pytest.approx(mean)
    assert xb.inclusive_fit(xb.Binomial, p, n=len(p)).mean == pytest.approx(mean)
    assert xb.inclusive_fit(xb.Geometric, p, k + 1).mean == pytest.approx(mean + 1)
    normal = xb.inclusive_fit(xb.Normal, p)
    assert (normal.mean, normal.sd**2) == pytest.approx((mean, p @ (k - mean) ** 2))


@pytest.mark.parametrize("spread", [1e-6, 1e-3, 0.1, 1, 10, 100, 500])
@pytest.mark.parametrize("seed", range(3))
def test_a_fit_has_the_mean_logarithms_of_the_values_however_far_apart_they_are(spread: float, seed: int) -> None:
    """Moment matching once more: E ln x for Gamma, E ln x and E ln(1 − x) for Beta, from e⁻⁵⁰⁰ to e⁵⁰⁰."""
    p = np.random.default_rng(seed).dirichlet(np.ones(3 + seed))
    z = np.linspace(-1, 1, len(p)) * spread
    gamma = xb.inclusive_fit(xb.Gamma, p, np.exp(z))
    assert gamma.mean == pytest.approx(p @ np.exp(z))
    assert digamma(gamma.shape) - math.log(gamma.rate) == pytest.approx(p @ z, rel=1e-9, abs=1e-9)
    between = expit(np.clip(z, -30, 30))  # beyond that 1 − x is 0 in float64
    beta = xb.inclusive_fit(xb.Beta, p, between)
    for parameter, logs in ((beta.a, np.log(between)), (beta.b, np.log1p(-between))):
        assert digamma(parameter) - digamma(beta.a + beta.b) == pytest.approx(p @ logs, rel=1e-9, abs=1e-9)


@given(laws(1, least=3, positive=True), st.floats(0.02, 0.98))
def test_no_other_binomial_is_nearer_than_the_inclusive_fit(one: Laws, share: float) -> None:
    (p,) = one
    n, k = len(p) - 1, np.arange(len(p))
    fit = xb.inclusive_fit(xb.Binomial, p, n=n)
    best, other = (np.exp(law.log_density(k)) for law in (fit, xb.Binomial(n, share)))
    assert xb.kl_divergence(p, best) <= xb.kl_divergence(p, other) + 1e-12


@few
@given(seeds)
def test_the_exclusive_fit_of_a_member_is_that_member(seed: int) -> None:
    for target in (member("Normal", seed), member("Binomial", seed)):
        start = xb.Normal(0, 1) if isinstance(target, xb.Normal) else xb.Binomial(target.n, 0.5)
        fit = xb.exclusive_fit(start, target.log_density)
        assert xb.kl_divergence(fit, target) < 1e-9


@given(seeds)
def test_mean_field_is_narrower_and_the_product_of_marginals_is_not(seed: int) -> None:
    p = member("MultivariateNormal", seed)
    narrow, wide = xb.mean_field(p), xb.product_of_marginals(p)
    assert (np.diag(narrow.sigma) <= np.diag(wide.sigma) * (1 + 1e-9)).all()
    for factor in (0.9, 1.1):
        assert xb.kl_divergence(narrow, p) <= xb.kl_divergence(xb.MultivariateNormal(p.mean, factor * narrow.sigma), p)
        assert xb.kl_divergence(p, wide) <= xb.kl_divergence(p, xb.MultivariateNormal(p.mean, factor * wide.sigma))


@given(laws(2, least=2, positive=True))
def test_k1_and_k3_have_the_mean_d_and_k2_at_least_half_its_square(pair: Laws) -> None:
    p, q = pair
    log_ratio, divergence = np.log(q / p), xb.kl_divergence(p, q, base=math.e)
    assert p @ xb.k1(log_ratio) == pytest.approx(divergence, abs=1e-12)
    assert p @ xb.k3(log_ratio) == pytest.approx(divergence, abs=1e-12)
    assert p @ xb.k2(log_ratio) >= divergence**2 / 2 - 1e-12
    assert (xb.k2(log_ratio) >= 0).all()
    assert (xb.k3(log_ratio) >= 0).all()


@given(seeds, st.floats(0.1, 10), st.floats(-5, 5))
def test_moments_of_the_estimates_do_not_change_with_the_unit_of_the_draws(seed: int, unit: float, zero: float) -> None:
    p, q = normals(seed)
    scaled = [xb.Normal(unit * law.mean + zero, unit * law.sd) for law in (p, q)]
    for moments in (xb.k1_moments, xb.k2_moments, xb.k3_moments):
        assert tuple(moments(p, q)) == pytest.approx(tuple(moments(*scaled)), rel=1e-6, abs=1e-9)


@given(seeds)
def test_moments_of_the_estimates_belong_together(seed: int) -> None:
    p, q = normals(seed)
    first, second, third = xb.k1_moments(p, q), xb.k2_moments(p, q), xb.k3_moments(p, q)
    assert first.mean == third.mean == pytest.approx(xb.kl_divergence(p, q, base=math.e))
    assert second.mean == pytest.approx((first.variance + first.mean**2) / 2)
    assert min(first.variance, second.variance, third.variance) >= 0


@given(st.floats(0, 1))
def test_binary_entropy_is_symmetric_and_largest_for_a_fair_coin(p: float) -> None:
    assert xb.binary_entropy(p) == pytest.approx(xb.binary_entropy(1 - p), abs=1e-12)
    assert 0 <= xb.binary_entropy(p) <= 1
    assert 1 - xb.binary_entropy(p) == pytest.approx(xb.kl_divergence([p, 1 - p], [0.5, 0.5]), abs=1e-12)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8).filter(any), st.integers(0, 3), st.randoms())
def test_estimated_entropies_depend_on_the_counts_alone(counts: list[int], unseen: int, random: Any) -> None:
    other = [*counts, *[0] * unseen]
    random.shuffle(other)
    estimates = (xb.plugin_entropy, xb.miller_madow_entropy, xb.chao_shen_entropy, xb.grassberger_entropy)
    for estimate in estimates:
        assert estimate(other) == pytest.approx(estimate(counts), abs=1e-12)
        assert estimate(counts, base=4) == pytest.approx(estimate(counts) / 2, abs=1e-12)


@given(st.integers(1, 10_000))
def test_grassbergers_entropy_of_one_outcome_vanishes_as_it_is_seen_again(count: int) -> None:
    """ln n − G(n), and G(n) = ln n + O(1/n²) for even n, + O(1/n) for odd n."""
    assert abs(xb.grassberger_entropy([2 * count], base=math.e)) <= 1 / (4 * count**2)
    assert 0 <= xb.grassberger_entropy([2 * count + 1], base=math.e) <= 1 / count


@few
@given(seeds, st.floats(0.01, 100), st.floats(0, 2 * math.pi))
def test_estimates_by_neighbours_do_not_change_with_unit_place_and_direction(
    seed: int, unit: float, angle: float
) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(2, 20, 2))
    turn = unit * np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    assert xb.knn_kl_divergence(x @ turn + 3, y @ turn + 3) == pytest.approx(xb.knn_kl_divergence(x, y), abs=1e-6)
    paired = xb.ksg_mutual_information(x, y)
    assert xb.ksg_mutual_information(y, x) == pytest.approx(paired)
    assert xb.ksg_mutual_information(unit * x - 1, unit * y + 2) == pytest.approx(paired)


@few
@given(seeds, st.floats(0.1, 10), st.floats(-5, 5))
def test_a_bootstrap_interval_moves_with_the_sample_and_widens_with_the_level(
    seed: int, unit: float, zero: float
) -> None:
    sample = np.random.default_rng(seed).normal(size=15)

    def interval(draws: Array, level: float) -> Array:
        rng = np.random.default_rng(seed)
        return np.array(xb.bootstrap_interval(draws, np.mean, rng, level=level, resamples=99))

    narrow, wide = interval(sample, 0.5), interval(sample, 0.9)
    assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]
    assert interval(unit * sample + zero, 0.9) == pytest.approx(unit * wide + zero)
