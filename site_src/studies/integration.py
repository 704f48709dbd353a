"""Means under a law by integration or summation over densities from scipy.stats, and so without the package."""

import math
from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import cubature, quad
from scipy.special import softmax

from extrabits import (
    Bernoulli,
    Beta,
    Binomial,
    Categorical,
    Dirichlet,
    Exponential,
    Gamma,
    Geometric,
    Laplace,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
)

Array = NDArray[np.float64]


def mean_under(p: Any, quantity: Callable[[Array, Array], Array], q: Any) -> float:
    """The mean under p of quantity(ln p, ln q), by integration or summation."""
    log_p, log_q = _log_density(p), _log_density(q)

    def weighed(x: Array) -> Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            density = np.exp(log_p(x))
            return np.where(density > 0, density * quantity(log_p(x), log_q(x)), 0.0)

    if p.support is None:
        return _over_the_plane(weighed, onto_the_simplex=isinstance(p, Dirichlet))
    low, high = p.support
    if p.discrete:
        return math.fsum(weighed(np.arange(low, min(high, 500) + 1)))
    # A density of Laplace has a corner at its mean; there the pieces of the integral meet.
    corners = {law.mean for law in (p, q) if isinstance(law, Laplace)}
    pieces = pairwise([low, *sorted(corners), high])
    return math.fsum(quad(weighed, *piece, epsabs=0, epsrel=1e-11, limit=200)[0] for piece in pieces)


def _over_the_plane(f: Callable[[Array], Array], onto_the_simplex: bool) -> float:
    """The integral of f over two coordinates, or over the laws of three outcomes by way of their logits."""

    def by_logits(z: Array) -> Array:
        x = softmax(np.column_stack([z, np.zeros(len(z))]), axis=1).T
        return np.asarray(f(x) * x.prod(0))

    integrand = by_logits if onto_the_simplex else f
    return float(cubature(integrand, [-inf, -inf], [inf, inf], rtol=1e-11, atol=0).estimate)


def _log_density(law: Any) -> Callable[[Array], Array]:
    """The logarithm of the density or the probability, from scipy.stats."""
    from scipy import stats  # it takes a second to import, which only those who integrate should pay

    makers: dict[type, Callable[..., Any]] = {
        Bernoulli: stats.bernoulli,
        Binomial: stats.binom,
        Categorical: lambda p: stats.rv_discrete(values=(range(len(p)), p)),
        Geometric: stats.geom,
        Poisson: stats.poisson,
        Uniform: lambda low, high: stats.uniform(low, high - low),
        Exponential: lambda rate: stats.expon(scale=1 / rate),
        Gamma: lambda shape, rate: stats.gamma(shape, scale=1 / rate),
        Beta: stats.beta,
        Laplace: stats.laplace,
        Normal: stats.norm,
        Dirichlet: stats.dirichlet,
        MultivariateNormal: stats.multivariate_normal,
    }
    made = makers[type(law)](*(getattr(law, field.name) for field in fields(law)))
    return made.logpmf if law.discrete else made.logpdf  # type: ignore[no-any-return]
