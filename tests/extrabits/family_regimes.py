"""The regimes of `regimes.py` for families: each closed form once more in mpmath."""

import math
from typing import Any

import mpmath
import numpy as np
from mpmath import mpf
from oracles import oracles
from regimes import LIMITS, Pair, limit, log_uniform

import extrabits as xb

__all__ = ["LIMITS"]


def parameters(rng: np.random.Generator, count: int) -> list[tuple[float, float]]:
    """Pairs of parameters from 1e-3 to 1e8: far apart, or equal up to a relative 1e-1 to 1e-8."""
    pairs = []
    apart = rng.random() < 0.5
    for _ in range(count):
        x = log_uniform(rng, -3, 8)
        y = log_uniform(rng, -3, 8) if apart else x * (1 + rng.normal() * log_uniform(rng, -8, -1) / 4)
        pairs.append((x, y))
    return pairs


@limit("Normal, sd ratio 1 ± 1e-8 and 1e-160 to 1e150", 1e-14)
def _normal(rng: np.random.Generator) -> Pair:
    sd = log_uniform(rng, -150, 150)
    other = sd * float(rng.choice([1 + 1e-8, 1 - 1e-8, 1.0001, 3, 1e-150, 1e160]))
    mean, away = rng.normal() * sd, rng.normal() * other * log_uniform(rng, -9, 0)
    p, q = xb.Normal(mean, sd), xb.Normal(mean + away, other)
    ratio = (mpf(p.sd) / mpf(q.sd)) ** 2
    exact = (ratio - 1 - mpmath.log(ratio) + ((mpf(p.mean) - mpf(q.mean)) / mpf(q.sd)) ** 2) / 2
    return xb.kl_divergence(p, q, base=math.e), exact


@limit("Bernoulli, 1e-300 to 1, 1e-10 against 1e-20 among them", 1e-14)
def _bernoulli(rng: np.random.Generator) -> Pair:
    a, b = [(1e-10, 1e-20), (log_uniform(rng, -300, 0), log_uniform(rng, -300, 0)), (0.3, 0.3 * (1 + 1e-8))][
        rng.integers(3)
    ]
    with mpmath.workdps(700):
        exact = oracles()["kl_divergence"]([mpf(a), 1 - mpf(a)], [mpf(b), 1 - mpf(b)], base=mpmath.e)
    return xb.kl_divergence(xb.Bernoulli(a), xb.Bernoulli(b), base=math.e), exact


@limit("Poisson, 1e12 against 1e12 + 1 among them", 1e-14)
def _poisson(rng: np.random.Generator) -> Pair:
    a = log_uniform(rng, -10, 12)
    b = float(rng.choice([log_uniform(rng, -10, 12), a * (1 + 1e-9), 1e12 + 1]))
    a = 1e12 if b == 1e12 + 1 else a
    exact = mpf(a) * mpmath.log(mpf(a) / mpf(b)) - mpf(a) + mpf(b)
    return xb.kl_divergence(xb.Poisson(a), xb.Poisson(b), base=math.e), exact


@limit("Exponential, rates equal up to 1e-8 or far apart", 1e-14)
def _exponential(rng: np.random.Generator) -> Pair:
    ((a, b),) = parameters(rng, 1)
    ratio = mpf(b) / mpf(a)
    return xb.kl_divergence(xb.Exponential(a), xb.Exponential(b), base=math.e), ratio - 1 - mpmath.log(ratio)


@limit("Gamma, shapes and rates 1e-3 to 1e8", 1e-13)
def _gamma(rng: np.random.Generator) -> Pair:
    (k, j), (a, b) = parameters(rng, 2)
    exact = (
        (mpf(k) - j) * mpmath.digamma(k)
        - mpmath.loggamma(k)
        + mpmath.loggamma(j)
        + j * mpmath.log(mpf(a) / b)
        + k * (mpf(b) - a) / a
    )
    return xb.kl_divergence(xb.Gamma(k, a), xb.Gamma(j, b), base=math.e), exact


@limit("Beta, 1e-3 to 1e8", 1e-12)
def _beta(rng: np.random.Generator) -> Pair:
    pairs = parameters(rng, 2)
    p, q = (xb.Beta(*side) for side in zip(*pairs, strict=True))
    return xb.kl_divergence(p, q, base=math.e), _exact_dirichlet_kl(pairs)


@limit("Dirichlet of 5, 1e-3 to 1e8", 1e-12)
def _dirichlet(rng: np.random.Generator) -> Pair:
    pairs = parameters(rng, 5)
    p, q = (xb.Dirichlet(side) for side in zip(*pairs, strict=True))
    return xb.kl_divergence(p, q, base=math.e), _exact_dirichlet_kl(pairs)


def _exact_dirichlet_kl(pairs: list[tuple[float, float]]) -> Any:
    with mpmath.workdps(80):
        total, other = mpmath.fsum(a for a, _ in pairs), mpmath.fsum(b for _, b in pairs)
        bregman = [
            mpmath.loggamma(mpf(b)) - mpmath.loggamma(mpf(a)) - (mpf(b) - mpf(a)) * mpmath.digamma(mpf(a))
            for a, b in [*pairs, (total, other)]
        ]
        return mpmath.fsum(bregman[:-1]) - bregman[-1]


@limit("Gamma entropy, shapes 1e-3 to 1e8 (of 3 + h, as h crosses 0)", 1e-13)
def _gamma_entropy(rng: np.random.Generator) -> Pair:
    k = log_uniform(rng, -3, 8)
    exact = k + mpmath.loggamma(k) + (1 - mpf(k)) * mpmath.digamma(k)
    return xb.entropy(xb.Gamma(k, 1), base=math.e) + 3, exact + 3


@limit("Laplace, scales and means equal up to 1e-8 or apart", 3e-14)
def _laplace(rng: np.random.Generator) -> Pair:
    b, c = parameters(rng, 1)[0]
    shift = b * log_uniform(rng, -9, 1)
    t, ratio = mpf(shift) / b, mpf(b) / c
    exact = ratio * (mpmath.exp(-t) - 1 + t) + ratio - 1 - mpmath.log(ratio)
    return xb.kl_divergence(xb.Laplace(0, b), xb.Laplace(shift, c), base=math.e), exact
