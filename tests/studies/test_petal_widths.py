"""EM on the petal widths, flower by flower with scipy's normal density, and scikit-learn's own mixtures."""

import math

import numpy as np
import pytest
from scipy.special import rel_entr
from scipy.stats import norm
from sklearn.datasets import load_iris
from sklearn.mixture import GaussianMixture

from studies import petal_width_runs as runs
from studies import petal_widths
from studies.petal_widths import Mixture

X = load_iris().data[:, 3]


def joint(model: Mixture) -> np.ndarray:
    """Weight times density, flowers by parts."""
    return np.asarray(model.weights * norm.pdf(X[:, None], model.means, model.sds))


def steps(widths: tuple[float, ...], number: int) -> Mixture:
    """The same algorithm, on flowers instead of widths."""
    model = Mixture(np.full(3, 1 / 3), np.array(widths), np.full(3, X.std()))
    for _ in range(number):
        q = joint(model)
        q /= q.sum(axis=1, keepdims=True)
        means = np.average(np.tile(X[:, None], 3), axis=0, weights=q)
        sds = [math.sqrt(np.average((X - mean) ** 2, weights=part)) for mean, part in zip(means, q.T, strict=True)]
        model = Mixture(q.mean(axis=0), means, np.array(sds))
    return model


def test_run() -> None:
    for one, other in zip(petal_widths.run(np.array(runs.SHOWN), 7)[-1], steps(runs.SHOWN, 7), strict=True):
        assert one == pytest.approx(other)


def test_each_part_of_a_step() -> None:
    """Widths that many flowers share count as often as they occur."""
    at = np.abs(X[:, None] - petal_widths.WIDTHS).argmin(axis=1)
    for one, other in zip(petal_widths.start(np.array(runs.SHOWN)), steps(runs.SHOWN, 0), strict=True):
        assert one == pytest.approx(other)
    model = steps(runs.SHOWN, 2)
    p = joint(model)
    posterior = p / p.sum(axis=1, keepdims=True)
    assert petal_widths.joint_logs(model)[at] == pytest.approx(np.log(p))
    assert petal_widths.log_likelihood(model) == pytest.approx(np.log(p.sum(axis=1)).sum())
    assert petal_widths.posterior(model)[at] == pytest.approx(posterior)
    for one, other in zip(petal_widths.refit(petal_widths.posterior(model)), steps(runs.SHOWN, 3), strict=True):
        assert one == pytest.approx(other)
    shares = np.random.default_rng(4).dirichlet([0.3, 1, 2], len(petal_widths.WIDTHS))
    q = shares[at]
    assert petal_widths.bound(shares, model) == pytest.approx((q * np.log(p / q)).sum())
    assert petal_widths.gap(shares, model) == pytest.approx(rel_entr(q, posterior).sum())


def test_moments() -> None:
    """Likelihood = bound + gap, each by itself, with even shares first."""
    seen = runs.moments(runs.SHOWN, 3)
    q = np.full((len(X), 3), 1 / 3)
    for step in range(4):
        p = joint(steps(runs.SHOWN, step))
        truth = np.log(p.sum(axis=1)).sum()
        posterior = p / p.sum(axis=1, keepdims=True)
        at = seen[2 * step]
        assert at.likelihood == pytest.approx(truth)
        assert at.bound == pytest.approx((q * np.log(p / q)).sum())
        assert at.gap == pytest.approx(rel_entr(q, posterior).sum())
        assert at.bound + at.gap == pytest.approx(at.likelihood)
        if step < 3:
            assert seen[2 * step + 1] == pytest.approx((truth, truth, 0), abs=1e-9)
        q = posterior


def test_from_every_start() -> None:
    seen = petal_widths.from_every_start()
    assert seen.choices.sum() == math.comb(150, 3)
    for width in range(3):  # the chance that a flower drawn has this width, by the starts that hold it
        held = (seen.starts == petal_widths.WIDTHS[width]).sum(axis=1) @ seen.choices / seen.choices.sum()
        assert held == pytest.approx(3 * np.isclose(petal_widths.WIDTHS[width], X).mean())
    assert seen.steps.max() < petal_widths.MOST
    for i in range(0, len(seen.steps), 97):
        model = Mixture(seen.weights[i], seen.means[i], seen.sds[i])
        assert np.log(joint(model).sum(axis=1)).sum() == pytest.approx(seen.likelihoods[i])
    likelihoods = [end[0] for end in runs.ends()]
    assert len(likelihoods) == 4
    tied = (np.diff(seen.starts, axis=1) == 0).any(axis=1)
    assert list(seen.likelihoods < -104) == list(tied)
    assert runs.tied_starts() == pytest.approx(seen.choices[tied].sum() / math.comb(150, 3))
    assert sum(end[1] for end in runs.ends()) == pytest.approx(1)


@pytest.mark.parametrize("place", [0, 1])
def test_the_two_best_ends_are_maxima(place: int) -> None:
    """Scikit-learn stays there, and any small move lowers the likelihood."""
    likelihood, _, model = runs.ends()[place]
    fit = GaussianMixture(3, weights_init=model.weights, means_init=model.means[:, None], reg_covar=0, tol=1e-9)
    fit.precisions_init = 1 / model.sds[:, None, None] ** 2
    fit.fit(X[:, None])
    assert fit.score(X[:, None]) * len(X) == pytest.approx(likelihood, abs=1e-4)
    rng = np.random.default_rng(0)
    for _ in range(200):
        logs = np.log(model.weights) + 3e-2 * rng.normal(size=3)
        moved = Mixture(
            np.exp(logs) / np.exp(logs).sum(),
            model.means + 1e-2 * rng.normal(size=3),
            model.sds * np.exp(3e-2 * rng.normal(size=3)),
        )
        assert np.log(joint(moved).sum(axis=1)).sum() < likelihood


def test_neighbours_end_in_different_optima() -> None:
    assert np.subtract(runs.BAD, runs.GOOD) == pytest.approx([0, 0, 0.1])
    for widths, place in ((runs.GOOD, 0), (runs.BAD, 1)):
        assert np.log(joint(steps(widths, 2000)).sum(axis=1)).sum() == pytest.approx(runs.ends()[place][0], abs=1e-6)
        assert runs.end(widths) == pytest.approx(runs.ends()[place][0], abs=1e-6)


def test_third_end_is_two_parts_and_no_maximum() -> None:
    likelihood, _, model = runs.ends()[2]
    assert (model.means[0], model.sds[0]) == pytest.approx((model.means[1], model.sds[1]), abs=1e-7)
    step, spike = runs.nudged()
    assert step == 14
    assert spike.means[1] == pytest.approx(0.2, abs=1e-3) or spike.means[0] == pytest.approx(0.2, abs=1e-3)
    assert np.log(joint(spike).sum(axis=1)).sum() > likelihood + 10


def test_collapsed() -> None:
    """Each factor of a thousand in the spread gives the flowers at 0.2 another ln 1000."""
    at_spike = np.isclose(X, 0.2).sum()
    assert runs.collapsed(1e-9) - runs.collapsed(1e-6) == pytest.approx(at_spike * math.log(1000), abs=0.1)
    assert runs.collapsed(1e-6) > runs.ends()[0][0] + 200


def test_species_and_weights() -> None:
    irises = load_iris()
    assert runs.species() == pytest.approx([X[irises.target == kind].mean() for kind in range(3)])
    assert np.allclose(runs.ends()[0][2].means, runs.species(), atol=0.1)
    p = joint(runs.ends()[0][2])
    q = p / p.sum(axis=1, keepdims=True)
    assert runs.from_weights() == pytest.approx(rel_entr(q, q.mean(axis=0)).sum() / len(X), abs=1e-6)


def test_one_normal_three_times_is_no_maximum() -> None:
    """Parts moved apart, with the same spread of all, are better, however little they move."""
    likelihood, _, model = runs.ends()[3]
    for by in (0.05, 0.1, 0.2):
        apart = Mixture(model.weights, model.means + np.array([-by, 0, by]), np.sqrt(model.sds**2 - 2 / 3 * by**2))
        assert np.log(joint(apart).sum(axis=1)).sum() > likelihood
