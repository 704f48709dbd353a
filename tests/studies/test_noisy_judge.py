"""The judge who errs: by Gauss–Hermite sums, by the Gaussian's own formulas, by Bayes and by simulation."""

import math

import numpy as np
import pytest
from numpy.polynomial.hermite_e import hermegauss
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import softmax
from scipy.stats import norm, t

from studies import noisy_judge as study
from studies.noisy_judge import ANSWERS, DEGREES, SCALE, SPREAD

ERROR = t(DEGREES, scale=SCALE)


def largest_of(n: int) -> float:
    """The mean of the largest of n standard Gaussians."""
    return float(quad(lambda x: n * x * norm.cdf(x) ** (n - 1) * norm.pdf(x), -12, 12, points=[0, 2, 4])[0])


def test_the_error_is_the_smaller_part() -> None:
    assert ERROR.std() == pytest.approx(SPREAD)
    assert SPREAD < 1


@pytest.mark.parametrize("score", [-3, 0.5, 4])
def test_scored_by_gauss_and_hermite(score: float) -> None:
    true, weight = hermegauss(150)
    weight = weight / math.sqrt(2 * math.pi)
    seen = study.scored()
    share, density, truth = (np.interp(score, seen.score, values) for values in (seen.share, seen.density, seen.truth))
    assert share == pytest.approx(weight @ ERROR.cdf(score - true), abs=1e-3)
    assert density == pytest.approx(weight @ ERROR.pdf(score - true), abs=1e-3)
    assert truth == pytest.approx(weight @ (true * ERROR.pdf(score - true)), abs=1e-3)
    assert seen.width @ seen.density == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("n", [1, 10, 1000])
def test_best_of_with_a_gaussian_error_by_its_formula(n: int) -> None:
    best, spread = study.best_of(n, heavy=False), math.sqrt(1 + SPREAD**2)
    assert best.score == pytest.approx(spread * largest_of(n), abs=1e-8)
    assert best.truth == pytest.approx(largest_of(n) / spread, abs=1e-8)


def test_best_of_by_simulation() -> None:
    rng = np.random.default_rng(54)
    true = rng.normal(size=(40_000, 54))
    score = true + SCALE * rng.standard_t(DEGREES, true.shape)
    kept = np.arange(len(true)), score.argmax(axis=1)
    best = study.best_of(54)
    assert true[kept].mean() == pytest.approx(best.truth, abs=4 * true[kept].std() / 200)
    assert score[kept].mean() == pytest.approx(best.score, abs=4 * score[kept].std() / 200)


def test_best_n_is_a_peak() -> None:
    n = study.best_n()
    assert study.best_of(n).truth > max(study.best_of(n - 1).truth, study.best_of(n + 1).truth)


@pytest.mark.parametrize("score", [1, 3.1, 10])
def test_promise_by_bayes(score: float) -> None:
    def moment(power: int) -> float:
        return float(quad(lambda g: g**power * norm.pdf(g) * ERROR.pdf(score - g), -10, 12, points=[0, score])[0])

    promise = moment(1) / moment(0)
    assert study.promise(score) == pytest.approx(promise, abs=2e-3)
    assert promise <= study.telling()[1] + 1e-3


def test_telling_is_a_peak() -> None:
    score, truth = study.telling()
    assert truth == pytest.approx(study.promise(score))
    assert truth > max(study.promise(score - 0.3), study.promise(score + 0.3))


@pytest.mark.parametrize("nats", [0.25, 3, 9])
def test_n_at(nats: float) -> None:
    n = study.n_at(nats)
    assert math.log(n) - 1 + 1 / n == pytest.approx(nats)


@pytest.mark.parametrize("nats", [1, 5])
def test_tilted_policies_by_a_root(nats: float) -> None:
    found = []
    for seed in range(3):
        true, score = study.drawn(seed)

        def distance(tilt: float, score: np.ndarray = score) -> float:
            policy = softmax(tilt * score)
            return float(norm_free(policy) + math.log(ANSWERS))

        tilt = brentq(lambda t: distance(t) - nats, 1e-6, 30)
        found.append(softmax(tilt * score) @ true)
    assert study.truth_at(nats)[:3] == pytest.approx(found, abs=5e-3)


def norm_free(policy: np.ndarray) -> float:
    """Σ π ln π."""
    seen = policy[policy > 0]
    return float(seen @ np.log(seen))


def test_paths_rise_in_divergence_and_in_score() -> None:
    paths = study.paths()
    assert (np.diff(paths[:, :, 0], axis=1) > -1e-9).all()
    assert (np.diff(paths[:, :, 1], axis=1) > -1e-9).all()
    # Untilted, the mean of the answers; at the end, close to the one with the highest score.
    true, score = study.drawn(0)
    assert paths[0, 0] == pytest.approx([0, score.mean(), true.mean()], abs=1e-9)
    assert paths[0, -1, 1] == pytest.approx(score.max(), rel=0.01)


def test_share_of_falls() -> None:
    falls = [max(truth := path[:, 2]) - truth[-1] > 0.5 for path in study.paths()]
    assert study.share_of_falls() == pytest.approx(np.mean(falls))
