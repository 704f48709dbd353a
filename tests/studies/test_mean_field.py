"""The line through the irises by another way: draws of the posterior, a search over all parts, formulas by hand."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit, logit, rel_entr
from scipy.stats import linregress, multivariate_normal
from sklearn.datasets import load_iris

from studies import mean_field as line


def gaussian_divergence(m: np.ndarray, s: np.ndarray, mean: np.ndarray, covariance: np.ndarray) -> float:
    precision = np.linalg.inv(covariance)
    apart = m - mean
    parts = np.trace(precision @ s) - len(m) + apart @ precision @ apart
    return float(parts + np.linalg.slogdet(covariance)[1] - np.linalg.slogdet(s)[1]) / 2


@pytest.mark.parametrize("centred", [False, True])
def test_the_posterior_is_least_squares_but_for_the_prior(centred: bool) -> None:
    length, width = load_iris().data[:, :2].T
    least = linregress(length - centred * length.mean(), width)
    mean = line.posterior(centred).mean
    assert mean == pytest.approx([least.intercept, least.slope], rel=0.01)
    assert line.exact_sds(centred) == pytest.approx([least.intercept_stderr, least.stderr], rel=0.001)


@pytest.mark.parametrize("centred", [False, True])
def test_draws_have_the_widths_and_the_correlation(centred: bool) -> None:
    mean, precision = line.posterior(centred)
    drawn = multivariate_normal(mean, np.linalg.inv(precision), seed=3).rvs(200_000)
    assert line.exact_sds(centred) == pytest.approx(drawn.std(axis=0), rel=0.01)
    assert line.correlation(centred) == pytest.approx(np.corrcoef(drawn.T)[0, 1], abs=0.01)


@pytest.mark.parametrize("centred", [False, True])
def test_a_search_finds_the_same_parts(centred: bool) -> None:
    mean, precision = line.posterior(centred)
    covariance = np.linalg.inv(precision)

    def left(x: np.ndarray) -> float:
        return gaussian_divergence(mean + x[:2], np.diag(np.exp(2 * x[2:])), mean, covariance)

    found = minimize(left, [0, 0, *np.log(line.exact_sds(centred))], method="Nelder-Mead", tol=1e-12)
    assert np.exp(found.x[2:]) == pytest.approx(line.independent_sds(centred), rel=1e-4)
    assert line.divergences(centred)[-1] == pytest.approx(found.fun, abs=1e-8)


@pytest.mark.parametrize("centred", [False, True])
def test_sweeps(centred: bool) -> None:
    mean, precision = line.posterior(centred)
    means = line.swept(centred).means
    assert means[0].tolist() == [0, 0]
    assert means[-1] == pytest.approx(mean)
    left = line.divergences(centred)
    spread = np.diag(line.independent_sds(centred) ** 2)
    wanted = [gaussian_divergence(m, spread, mean, np.linalg.inv(precision)) for m in means]
    assert left == pytest.approx(wanted, abs=1e-9)
    n = line.sweeps_until(1e-6, centred)
    assert wanted[n] - wanted[-1] <= 1e-6 < wanted[n - 1] - wanted[-1]
    if not centred:
        errors = means[1:6, 1] - mean[1]
        assert errors[1:] / errors[:-1] == pytest.approx(line.correlation() ** 2)


@pytest.mark.parametrize("size", [2, 3, 5])
def test_products(size: int) -> None:
    covariance = line.alike(size)
    assert np.diag(covariance).tolist() == [1] * size
    narrow = np.diag(1 / np.diag(np.linalg.inv(covariance)))
    zero = np.zeros(size)
    wanted = (
        gaussian_divergence(zero, narrow, zero, covariance),
        gaussian_divergence(zero, covariance, zero, np.eye(size)),
    )
    assert line.product_divergences(covariance) == pytest.approx(wanted)


@pytest.mark.parametrize(("begun", "at_one"), [(0.1, False), (0.5, False), (0.9, True)])
def test_where_the_steps_end_is_a_least_of_all_parts_near_it(begun: float, at_one: bool) -> None:
    """By a search over both probabilities that begins there; far from there other parts may be better."""
    ended = line.ended(begun)

    def left(x: np.ndarray) -> float:
        one, two = expit(x)
        joint = np.outer([1 - one, one], [1 - two, two])
        return float(rel_entr(joint, line.CORNERS).sum())

    found = minimize(left, logit(ended.ones), method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-14})
    assert expit(found.x) == pytest.approx(ended.ones, abs=1e-4)
    assert found.fun == pytest.approx(ended.divergence, abs=1e-8)
    assert [share > 0.5 for share in ended.ones] == [at_one, at_one]


def test_one_end_is_worse() -> None:
    assert line.ended(0.1).divergence == pytest.approx(line.ended(0.5).divergence)
    assert line.ended(0.9).divergence > line.ended(0.5).divergence + 0.1
