"""Projections: the nearest law that keeps given means, and the nearest Gaussians with independent coordinates."""

import math

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, finite, one_law
from extrabits._labels import require_same_labels
from extrabits.families import MultivariateNormal


def i_projection(q: ArrayLike, features: ArrayLike, targets: ArrayLike) -> Array:
    """The law p with Σ p f = t for every feature f and target t that minimises D(p‖q).

    q: one law; a uniform one makes p the law of maximum entropy. features: one row of values f for each target.
    p is q tilted: proportional to q e^(λ·f).

    >>> i_projection([1/6] * 6, [[1, 2, 3, 4, 5, 6]], [4.5]).round(4)
    array([0.0544, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475])

    Raises ValueError for shapes that do not fit and targets that no law with the support of q can meet, or
    only one that gives up a part of that support.
    Source: I. Csiszár, I-divergence geometry of probability distributions and minimization problems (1975).
    """
    require_same_labels([q, features], ["q", "features"])
    base, f, t = one_law(q, "q", "project one law at a time"), finite(features, "features"), finite(targets, "targets")
    if t.ndim != 1 or f.shape != (len(t), len(base)):
        raise ValueError(
            f"q has shape {base.shape}, features {f.shape} and targets {t.shape}; give (n,), (k, n) and (k,)"
        )
    centred = f - t[:, None]
    scale = np.abs(centred).max(1, keepdims=True)
    centred = centred / np.where(scale > 0, scale, 1)
    tilted = _tilt(base, centred)
    if np.abs(centred @ tilted).max() > 1e-12:
        raise ValueError(f"no law with the support of q has the means {t.tolist()}; move the targets inward")
    return tilted


def mean_field(p: MultivariateNormal) -> MultivariateNormal:
    """The Gaussian q with independent coordinates that minimises D(q‖p): variances 1/(precision of p)_ii.

    They are smaller than those of p wherever the coordinates depend on each other.

    >>> q = mean_field(MultivariateNormal([0, 0], [[1, 0.75], [0.75, 1]]))
    >>> [round(q.covariance[i][i], 6) for i in (0, 1)]
    [0.4375, 0.4375]

    Raises ValueError for anything but a MultivariateNormal.
    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2.
    """
    return MultivariateNormal(_gaussian(p).mean, np.diag(1 / np.diag(p.precision)))


def product_of_marginals(p: MultivariateNormal) -> MultivariateNormal:
    """The Gaussian q with independent coordinates that minimises D(p‖q): the variances of p.

    >>> product_of_marginals(MultivariateNormal([0, 0], [[1, 0.75], [0.75, 4]])).covariance
    ((1.0, 0.0), (0.0, 4.0))

    Raises ValueError for anything but a MultivariateNormal.
    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2.
    """
    return MultivariateNormal(_gaussian(p).mean, np.diag(np.diag(p.sigma)))


def _tilt(base: Array, f: Array) -> Array:
    """The law ∝ base e^(λ·f) under which every f has mean 0: the minimum over λ of ln Σ base e^(λ·f)."""
    from scipy.optimize import minimize

    def tilted(multipliers: Array) -> tuple[Array, float]:
        with np.errstate(divide="ignore"):
            logs = np.log(base) + multipliers @ f
        weights = np.exp(logs - logs.max())
        return weights / weights.sum(), float(logs.max() + math.log(weights.sum()))

    def covariance(multipliers: Array) -> Array:
        p = tilted(multipliers)[0]
        deviation = f - (f @ p)[:, None]
        return np.asarray((p * deviation) @ deviation.T)

    best = minimize(
        lambda m: tilted(m)[1], np.zeros(len(f)), jac=lambda m: f @ tilted(m)[0], hess=covariance,
        method="trust-exact", options={"gtol": 1e-9, "maxiter": 500},
    ).x  # fmt: skip
    for _ in range(3):  # Newton's last steps, to the digits that the optimiser's stopping rule leaves
        best = best - np.linalg.lstsq(covariance(best), f @ tilted(best)[0], rcond=None)[0]
    return tilted(best)[0]


def _gaussian(p: object) -> MultivariateNormal:
    if not isinstance(p, MultivariateNormal):
        raise ValueError(f"p is {p!r}; give a MultivariateNormal")
    return p
