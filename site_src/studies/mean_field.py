"""A Gaussian posterior approximated by independent parts: a line fitted to irises, sweep by sweep; in nats."""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.special import softmax
from sklearn.datasets import load_iris

from extrabits import MultivariateNormal, kl_divergence
from extrabits._checks import Array
from store.fitted import fitted

SWEEPS = 1200
WIDE = 10.0  # standard deviation of the prior of intercept and slope
CORRELATION = 0.9
CORNERS = np.array([[0.5, 0.04], [0.04, 0.42]])  # a law of two entries, each 0 or 1, that are nearly always alike


class Line(NamedTuple):
    """Intercept and slope under the posterior: mean and precision."""

    mean: Array
    precision: Array


class Parts(NamedTuple):
    """Of two entries the probabilities that each is 1, and D(q‖p)."""

    ones: tuple[float, float]
    divergence: float


class Sweeps(NamedTuple):
    """The means of the two parts after each sweep, the first before any."""

    means: Array


@cache
def posterior(centred: bool = False) -> Line:
    """Sepal width as a line in sepal length; the noise has the variance of what least squares leaves."""
    length, width = load_iris().data[:, :2].T
    columns = np.column_stack([np.ones_like(length), length - centred * length.mean()])
    fitted_line, rest, _, _ = np.linalg.lstsq(columns, width, rcond=None)
    noise = rest[0] / (len(width) - len(fitted_line))
    precision = columns.T @ columns / noise + np.eye(2) / WIDE**2
    return Line(np.linalg.solve(precision, columns.T @ width / noise), precision)


def exact_sds(centred: bool = False) -> Array:
    """The standard deviations of intercept and slope."""
    return np.sqrt(np.diag(np.linalg.inv(posterior(centred).precision)))


def independent_sds(centred: bool = False) -> Array:
    """Those of the independent parts with the least D(q‖posterior)."""
    return np.asarray(1 / np.sqrt(np.diag(posterior(centred).precision)))


def correlation(centred: bool = False) -> float:
    """That of intercept and slope."""
    covariance = np.linalg.inv(posterior(centred).precision)
    return float(covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]))


@fitted(seconds=0.1)
def swept(centred: bool = False) -> Sweeps:
    """From means of 0: the intercept given the slope's mean, then the slope given the intercept's, and again."""
    mean, precision = posterior(centred)
    now = np.zeros(2)
    seen = [now.copy()]
    for _ in range(SWEEPS):
        for i in (0, 1):
            now[i] = mean[i] - precision[i, 1 - i] / precision[i, i] * (now[1 - i] - mean[1 - i])
        seen.append(now.copy())
    return Sweeps(np.array(seen))


def divergences(centred: bool = False) -> Array:
    """D(q‖posterior) after each sweep."""
    mean, precision = posterior(centred)
    target = MultivariateNormal(mean, np.linalg.inv(precision))
    spread = np.diag(1 / np.diag(precision))
    return np.array([_nats(MultivariateNormal(at, spread), target) for at in swept(centred).means])


def sweeps_until(excess: float, centred: bool = False) -> int:
    """After how many sweeps the divergence is no more than this above its least."""
    left = divergences(centred)
    return int(np.argmax(left - left[-1] <= excess))


def product_divergences(covariance: Array) -> tuple[float, float]:
    """The least D(q‖p) and the least D(p‖q) over independent parts, for a Gaussian with this covariance."""
    p = MultivariateNormal(np.zeros(len(covariance)), covariance)
    narrow = MultivariateNormal(p.mean, np.diag(1 / np.diag(np.linalg.inv(covariance))))
    return _nats(narrow, p), _nats(p, MultivariateNormal(p.mean, np.diag(np.diag(covariance))))


def alike(size: int, correlation: float = CORRELATION) -> Array:
    """Variances of 1, and the same correlation for each pair."""
    return np.asarray(np.full((size, size), correlation) + (1 - correlation) * np.eye(size))


def ended(second: float, sweeps: int = 1000) -> Parts:
    """Where the steps end for `CORNERS` if the second part first says 1 with this probability."""
    logs, two = np.log(CORNERS), np.array([1 - second, second])
    for _ in range(sweeps):
        one = softmax(logs @ two)
        two = softmax(one @ logs)
    return Parts(
        (float(one[1]), float(two[1])), float(kl_divergence(np.outer(one, two).ravel(), CORNERS.ravel(), base=np.e))
    )


def _nats(p: MultivariateNormal, q: MultivariateNormal) -> float:
    return float(kl_divergence(p, q, base=np.e))
