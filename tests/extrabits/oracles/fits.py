"""Fits and projections by searching for the least divergence, from its definition and with other methods."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.optimize import LinearConstraint, minimize, minimize_scalar
from scipy.special import expit, xlogy

from oracles import families, searched

Array = NDArray[np.float64]


@searched(1e-5)
def inclusive_fit(family: Any, p: Sequence[float], values: Any = None, **fixed: int) -> list[Any]:
    """The parameters with the greatest mean log-likelihood; means where the maximum has no slope to follow."""
    shares, x = np.array(p), np.arange(float(len(p))) if values is None else np.array(values, float)
    name, seen = family.__name__, shares > 0
    if name == "Uniform":
        return [min(x[seen]), max(x[seen])]
    if name == "MultivariateNormal":
        return _weighted_mean_and_covariance(shares, x)
    kinds = {"Bernoulli": "s", "Binomial": "s", "Geometric": "s", "Laplace": "rb", "Normal": "rb"}.get(name)
    kinds = kinds or "b" * len(family.__dataclass_fields__)
    scipy_law: Callable[..., Any] = getattr(families, name)

    def loss(z: Array) -> float:
        law = scipy_law(*fixed.values(), *_parameters(kinds, z))
        logs = law.logpmf(x[seen]) if hasattr(law.dist, "logpmf") else law.logpdf(x[seen])
        return float(-shares[seen] @ logs)

    best = np.zeros(len(kinds))
    for _ in range(3):  # the simplex is set up anew where it has come to rest
        options = {"xatol": 1e-11, "fatol": 1e-14, "maxiter": 4000}
        best = minimize(loss, best, method="Nelder-Mead", options=options).x
    return [*fixed.values(), *_parameters(kinds, best)]


@searched(1e-5)
def exclusive_fit(start: Any, log_density: Callable[[Any], Any]) -> list[float]:
    if type(start).__name__ == "Normal":
        return _nearest_gaussian(start, log_density)
    n = getattr(start, "n", 1)
    coefficients = np.array([math.comb(n, k) for k in range(n + 1)])
    log_p = np.array([float(log_density(float(k))) for k in range(n + 1)])

    def divergence(share: float) -> float:
        k = np.arange(n + 1)
        q = coefficients * share**k * (1 - share) ** (n - k)
        return float((xlogy(q, q) - q * log_p).sum())

    share = minimize_scalar(divergence, bounds=(0, 1), method="bounded", options={"xatol": 1e-12}).x
    return [n, share] if hasattr(start, "n") else [share]


@searched(1e-4)
def i_projection(q: Sequence[float], features: Any, targets: Sequence[float]) -> list[float]:
    f = np.vstack([np.ones(len(q)), features])
    wanted = [1, *targets]
    belief = np.array(q)
    found = minimize(
        lambda p: float(np.sum(xlogy(p, p / belief))),
        belief,
        jac=lambda p: np.log(np.maximum(p, 1e-300) / belief) + 1,
        method="trust-constr",
        bounds=[(1e-12, 1)] * len(q),
        constraints=LinearConstraint(f, wanted, wanted),
        options={"gtol": 1e-12, "xtol": 1e-14, "maxiter": 5000},
    )
    return list(found.x)


def mean_field(p: Any) -> list[Any]:
    """Each coordinate with its variance given the others: a ratio of determinants."""
    covariance = np.array(p.covariance)
    variances = [np.linalg.det(covariance) / _minor(covariance, i) for i in range(len(covariance))]
    return [p.mean, np.diag(variances)]


def product_of_marginals(p: Any) -> list[Any]:
    return [p.mean, [[cell if i == j else 0 for j, cell in enumerate(row)] for i, row in enumerate(p.covariance)]]


def _parameters(kinds: str, z: Array) -> list[float]:
    """Real numbers, and those that stand for a share (s) or for a number above 0 (b)."""
    return [float({"r": x, "s": expit(x), "b": np.exp(x)}[kind]) for kind, x in zip(kinds, z, strict=True)]


def _weighted_mean_and_covariance(shares: Array, x: Array) -> list[Any]:
    mean = [sum(w * a for w, a in zip(shares, column, strict=True)) for column in x.T]
    covariance = [
        [
            sum(w * (a - s) * (b - t) for w, a, b in zip(shares, one, two, strict=True))
            for two, t in zip(x.T, mean, strict=True)
        ]
        for one, s in zip(x.T, mean, strict=True)
    ]
    return [mean, covariance]


def _nearest_gaussian(start: Any, log_density: Callable[[Any], Any]) -> list[float]:
    def divergence(z: Array) -> float:
        mean, sd = z[0], math.exp(z[1])

        def weighed(u: float) -> float:
            return math.exp(-u * u / 2) / math.sqrt(2 * math.pi) * float(log_density(mean + sd * u))

        return float(-z[1] - quad(weighed, -10, 10, epsabs=1e-12)[0])

    best = minimize(
        divergence, [start.mean, math.log(start.sd)], method="Powell", options={"xtol": 1e-9, "ftol": 1e-15}
    ).x
    return [float(best[0]), math.exp(best[1])]


def _minor(covariance: Array, i: int) -> float:
    return float(np.linalg.det(np.delete(np.delete(covariance, i, 0), i, 1)))
