"""The families as scipy.stats knows them."""

# ruff: noqa: N802, an oracle bears the name of what it doubles

from collections.abc import Sequence
from typing import Any

import scipy.stats


def Bernoulli(p: float) -> Any:
    return scipy.stats.bernoulli(p)


def Binomial(n: int, p: float) -> Any:
    return scipy.stats.binom(n, p)


def Categorical(p: Sequence[float]) -> Any:
    return scipy.stats.rv_discrete(values=(range(len(p)), p))


def Geometric(p: float) -> Any:
    return scipy.stats.geom(p)


def Poisson(rate: float) -> Any:
    return scipy.stats.poisson(rate)


def Uniform(low: float, high: float) -> Any:
    return scipy.stats.uniform(low, high - low)


def Exponential(rate: float) -> Any:
    return scipy.stats.expon(scale=1 / rate)


def Gamma(shape: float, rate: float) -> Any:
    return scipy.stats.gamma(shape, scale=1 / rate)


def Beta(a: float, b: float) -> Any:
    return scipy.stats.beta(a, b)


def Laplace(mean: float, scale: float) -> Any:
    return scipy.stats.laplace(mean, scale)


def Normal(mean: float, sd: float) -> Any:
    return scipy.stats.norm(mean, sd)


def Dirichlet(concentration: Sequence[float]) -> Any:
    return scipy.stats.dirichlet(concentration)


def MultivariateNormal(mean: Sequence[float], covariance: Any) -> Any:
    return scipy.stats.multivariate_normal(mean, covariance)
