"""ln Γ without cancellation: what is left of it after Stirling's formula, alone and in Bregman differences."""

import math

import numpy as np
from scipy.special import digamma, gammaln

from extrabits._scalars import Result
from extrabits.kernel import gibbs, relative_entropy_term

_LARGE = 10  # from here on the asymptotic series has all digits of a float64
# Binet's function μ(x) = Σ c x^(−m) with B_2k / (2k (2k − 1)); NIST DLMF 5.11.1.
_SERIES = ((1, 1 / 12), (3, -1 / 360), (5, 1 / 1260), (7, -1 / 1680), (9, 1 / 1188), (11, -691 / 360360), (13, 1 / 156))
HALF_LOG_2PI = math.log(2 * math.pi) / 2


def binet(x: Result) -> Result:
    """μ(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, the error of Stirling's formula; x > 0."""
    direct = gammaln(x) - (x - 0.5) * np.log(x) + x - HALF_LOG_2PI
    return np.where(x < _LARGE, direct, sum(c * np.maximum(x, float(_LARGE)) ** -m for m, c in _SERIES))


def gamma_entropy(shape: Result) -> Result:
    """k + ln Γ(k) + (1 − k) ψ(k), the entropy in nats of Gamma(k, 1)."""
    x = np.maximum(shape, float(_LARGE))
    slope = sum(-m * c * x ** (-m - 1) for m, c in _SERIES)
    large = HALF_LOG_2PI + (np.log(x) + 1 - 1 / x) / 2 + binet(x) + (1 - x) * slope
    direct = shape + gammaln(shape) + (1 - shape) * digamma(shape)
    return np.where(shape < _LARGE, direct, large)


def bregman_rest(y: Result, x: Result, gap: Result = None) -> Result:
    """ln Γ(y) − ln Γ(x) − (y − x) ψ(x) less gibbs(y, x); ≥ 0, and 0 at y = x. `gap` is y − x.

    Stirling's formula turns the Bregman divergence of ln Γ into gibbs(y, x), half an `excess`, and that of μ.
    Where y or x is small, Γ(x + 1) = x Γ(x) shifts both up first.
    """
    y, x = np.asarray(y, np.float64), np.asarray(x, np.float64)
    gap = y - x if gap is None else gap
    small = np.minimum(x, y) < _LARGE
    shift = np.where(small, _LARGE, 0)
    steps = sum(gibbs(x + n, y + n, -gap) / (x + n) for n in range(_LARGE))
    near = np.abs(gap) < 0.1 * x
    moved = np.where(
        near,
        gibbs(y + shift, x + shift, gap) - gibbs(y, x, gap),
        relative_entropy_term(y + shift, x + shift) - relative_entropy_term(y, x),  # the parts − y + x agree
    )
    return np.where(small, steps + moved, 0.0) + _large_rest(y + shift, x + shift, gap)


def _large_rest(y: Result, x: Result, gap: Result) -> Result:
    u = x / y
    factor = (gap / y) ** 2 / u
    bent = sum(c * x**-m * factor * sum(j * u ** (m - j) for j in range(1, m + 1)) for m, c in _SERIES)
    return gibbs(x, y, -gap) / (2 * x) + bent
