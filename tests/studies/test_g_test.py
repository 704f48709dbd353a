"""Chi-square and G by scipy.stats; the simulation by a loop over the same samples, and against chi-square."""

import math

import numpy as np
import pytest
from scipy.stats import binom, chi2, kstest, power_divergence

from studies import g_test
from studies.sex_ratio import BOYS


def test_g() -> None:
    counts, model = [3, 10, 12, 4, 1], binom.pmf(range(5), 4, 0.4)
    assert g_test.g_statistic(counts, model) == pytest.approx(
        power_divergence(counts, 30 * model, lambda_="log-likelihood").statistic
    )


def test_residuals() -> None:
    """The deviance residuals of Poisson counts, an empty cell among them; their squares add up to G."""
    counts, model = [0, 13, 12, 4, 1], binom.pmf(range(5), 4, 0.4)
    residuals = g_test.residuals(counts, model)
    assert residuals[0] == pytest.approx(-math.sqrt(2 * 30 * model[0]))
    assert residuals[1] == pytest.approx(math.sqrt(2 * (13 * math.log(13 / (30 * model[1])) - 13 + 30 * model[1])))
    assert (np.sign(residuals) == np.sign(np.array(counts) - 30 * model)).all()
    assert (residuals**2).sum() == pytest.approx(g_test.g_statistic(counts, model))


@pytest.mark.parametrize("degrees", [1, 2, 11])
def test_chi_square(degrees: int) -> None:
    x = np.array([0.1, 3.0, 40.0])
    assert [g_test.chance_above(g, degrees) for g in x] == pytest.approx(chi2.sf(x, degrees))
    assert g_test.density(x, degrees) == pytest.approx(chi2.pdf(x, degrees))
    assert [g_test.quantile(chance, degrees) for chance in (0.9, 1e-3)] == pytest.approx(chi2.isf([0.9, 1e-3], degrees))


def test_the_simulation_by_a_loop() -> None:
    counts, seed = (20, 45, 35), 7
    share = (45 + 2 * 35) / 200
    samples = np.random.default_rng(seed).multinomial(100, binom.pmf(range(3), 2, share), size=g_test.REPETITIONS)
    simulated = g_test.simulated_g(counts, seed)
    for sample, g in zip(samples[:50].tolist(), simulated, strict=False):
        expected = 100 * binom.pmf(range(3), 2, (sample[1] + 2 * sample[2]) / 200)
        assert g == pytest.approx(2 * sum(o * math.log(o / e) for o, e in zip(sample, expected, strict=True) if o))


def test_the_simulation_follows_chi_square_nearly() -> None:
    """The cells at both ends expect one family, so the fit is not perfect; chance alone would be 0.01 off at most."""
    simulated = g_test.simulated_g(tuple(BOYS))
    assert kstest(simulated, chi2(11).cdf).statistic < 0.04
    assert g_test.simulated_share_above(BOYS, 15) == sum(g > 15 for g in simulated.tolist()) / len(simulated)
