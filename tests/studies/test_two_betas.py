"""The two Betas a second way: by scipy's densities on a fine grid, and by counting draws."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad

from extrabits import Beta, kl_divergence
from studies import two_betas
from studies.two_betas import NARROW, WIDE

LAWS = {NARROW: stats.beta(17, 6), WIDE: stats.beta(3, 3)}
X = (np.arange(1_000_000) + 0.5) / 1_000_000
EVIDENCE = {NARROW: LAWS[NARROW].logpdf(X) - LAWS[WIDE].logpdf(X), WIDE: LAWS[WIDE].logpdf(X) - LAWS[NARROW].logpdf(X)}

either_law = pytest.mark.parametrize("truth", [NARROW, WIDE], ids=str)


def test_the_ratio_is_that_of_scipys_densities() -> None:
    np.testing.assert_allclose(two_betas.log_ratio(X[::1000]), EVIDENCE[NARROW][::1000], rtol=0, atol=1e-9)


def test_the_ratio_is_largest_at_its_peak_and_one_at_its_crossings() -> None:
    assert pytest.approx(math.exp(EVIDENCE[NARROW].max()), rel=1e-9) == two_betas.largest_ratio()
    assert X[EVIDENCE[NARROW].argmax()] == pytest.approx(two_betas.PEAK, abs=1e-5)
    inside = X[EVIDENCE[NARROW] > 0]
    assert two_betas.crossings() == pytest.approx((inside[0], inside[-1]), abs=2e-6)
    for nats in (1.01 * math.log(two_betas.largest_ratio()), -1000):
        with pytest.raises(ValueError, match="no point between"):
            two_betas.crossings(nats)


@either_law
@pytest.mark.parametrize("nats", [-3, 0, 0.5, 1, 2, 5])
def test_shares_of_draws_are_sums_over_a_grid(truth: Beta, nats: float) -> None:
    share = LAWS[truth].pdf(X)[EVIDENCE[truth] >= nats].sum() / X.size
    assert two_betas.share_of_draws(truth, nats) == pytest.approx(share, abs=1e-5)


@either_law
def test_the_spread_of_the_evidence(truth: Beta) -> None:
    mean = kl_divergence(truth, WIDE if truth == NARROW else NARROW, base=math.e)
    variance, _ = quad(lambda x: LAWS[truth].pdf(x) * (float(two_betas.log_ratio(x)) ** 2), 0, 1, limit=200)
    assert two_betas.evidence_sd(truth) == pytest.approx(math.sqrt(variance - mean**2), rel=1e-6)


@either_law
def test_draws_have_the_mean_and_the_spread_that_were_computed(truth: Beta) -> None:
    draws = two_betas.evidence_of_draws(truth, 100_000)
    mean = kl_divergence(truth, WIDE if truth == NARROW else NARROW, base=math.e)
    assert abs(draws.mean() - mean) < 4 * two_betas.evidence_sd(truth) / math.sqrt(draws.size)
    assert (draws > 0).mean() == pytest.approx(two_betas.share_of_draws(truth), abs=0.005)


def test_the_best_tests_on_a_grid() -> None:
    """Hits and false alarms of a few thresholds, the first that never says narrow, the last that nearly always does."""
    drawn = two_betas.best_tests()
    for k in (200, 700, 1200):
        says_narrow = EVIDENCE[NARROW] >= math.log(drawn.thresholds[k])
        for law, shares in ((NARROW, drawn.hits), (WIDE, drawn.false_alarms)):
            assert shares[k] == pytest.approx((LAWS[law].pdf(X) * says_narrow).mean(), abs=1e-4)
            assert shares[k] == two_betas.share_of_narrow_evidence(law, math.log(drawn.thresholds[k]))
    assert drawn.hits[0] == drawn.false_alarms[0] == 0
    assert min(drawn.hits[-1], drawn.false_alarms[-1]) > 1 - 1e-5
    slopes = np.diff(drawn.hits) / np.diff(drawn.false_alarms)
    assert (slopes[500:1200] <= drawn.thresholds[500:1200] * (1 + 1e-6)).all()
    assert (slopes[500:1200] >= drawn.thresholds[501:1201] * (1 - 1e-6)).all()


def test_running_averages_are_means_of_the_first_draws() -> None:
    counts = np.array([1, 2, 50])
    averages = two_betas.running_averages(3, counts, seed=5)
    evidence = two_betas.log_ratio(NARROW.sample(np.random.default_rng(5), (3, 50)))
    for column, count in enumerate(counts):
        np.testing.assert_allclose(averages[:, column], evidence[:, :count].mean(axis=1))


@either_law
def test_one_standard_deviation(truth: Beta) -> None:
    reach = two_betas.within_one_sd(truth)
    law = LAWS[truth]
    assert (reach.low, reach.high) == pytest.approx((law.mean() - law.std(), law.mean() + law.std()))
    inside = (reach.low < X) & (reach.high > X)
    ratios = np.exp(EVIDENCE[NARROW][inside])
    assert (reach.least_ratio, reach.largest_ratio) == pytest.approx((ratios.min(), ratios.max()), rel=1e-4)
    for share, other in ((reach.of_narrow, NARROW), (reach.of_wide, WIDE)):
        assert share == pytest.approx(LAWS[other].pdf(X)[inside].sum() / X.size, abs=1e-5)


@either_law
def test_pieces_have_the_means_of_an_integral(truth: Beta) -> None:
    functions: list[Callable[[float], float]] = [math.log, lambda x: math.log1p(-x), lambda _: 1]
    for (_, mean), function in zip(two_betas.pieces(truth), functions, strict=True):
        assert mean == pytest.approx(quad(lambda x: LAWS[truth].pdf(x) * function(x), 0, 1)[0])  # noqa: B023
    factors = [factor for factor, _ in two_betas.pieces(truth)]
    there = factors @ np.array([np.log(X), np.log1p(-X), np.ones_like(X)])
    np.testing.assert_allclose(there, EVIDENCE[NARROW], rtol=0, atol=1e-9)


@pytest.mark.parametrize("way", [0, 0.3, 1])
def test_the_variance_on_the_way_on_a_grid(way: float) -> None:
    weights = stats.beta(17 - 14 * way, 6 - 3 * way).pdf(X) / X.size
    mean = weights @ EVIDENCE[NARROW]
    assert two_betas.variance_between(way) == pytest.approx(weights @ (EVIDENCE[NARROW] - mean) ** 2, rel=1e-5)
