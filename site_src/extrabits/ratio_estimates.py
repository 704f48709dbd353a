"""The estimates k1, k2 and k3 of a divergence from the ratio r = q/p at draws from p, and how they vary.

k3 is the kernel again: r − 1 − ln r.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import finite
from extrabits._scalars import Result, plain
from extrabits.families import Normal, kl_nats
from extrabits.families._family import require_one
from extrabits.kernel import excess


class Moments(NamedTuple):
    """The mean and the variance of an estimate from one draw, in nats and squared nats."""

    mean: float
    variance: float


def k1(log_ratio: ArrayLike) -> Result:
    """−ln r, one estimate of D(p‖q) in nats for each draw from p; r = q/p, and log_ratio is ln r at the draw.

    Unbiased, and negative wherever q > p.

    >>> k1([0.5, -0.5])
    array([-0.5,  0.5])

    Raises ValueError for ratios that are not finite.
    Source: J. Schulman, Approximating KL divergence (2020).
    """
    return plain(-finite(log_ratio, "log_ratio"))


def k2(log_ratio: ArrayLike) -> Result:
    """½ (ln r)², one estimate of D(p‖q) in nats for each draw from p; biased, never negative.

    >>> k2([0.5, -0.5])
    array([0.125, 0.125])

    Raises ValueError as `k1` does.
    Source: J. Schulman, Approximating KL divergence (2020).
    """
    with np.errstate(over="ignore"):
        return plain(finite(log_ratio, "log_ratio") ** 2 / 2)


def k3(log_ratio: ArrayLike) -> Result:
    """r − 1 − ln r, one estimate of D(p‖q) in nats for each draw from p; unbiased and never negative.

    >>> k3([0, math.log(2)]).round(6)
    array([0.      , 0.306853])

    Raises ValueError as `k1` does.
    Source: J. Schulman, Approximating KL divergence (2020).
    """
    log = finite(log_ratio, "log_ratio")
    with np.errstate(over="ignore"):
        return plain(np.where(log < 1, excess(np.exp(log), -np.expm1(log)), np.exp(log) - 1 - log))


def k1_moments(p: Normal, q: Normal) -> Moments:
    """The exact mean D(p‖q) and variance of `k1` for draws from a Gaussian p and a Gaussian belief q.

    >>> k1_moments(Normal(0, 1), Normal(1, 1))
    Moments(mean=0.5, variance=1.0)

    Raises ValueError for anything but two Normals.
    Source: derived: k1 is quadratic in the draw.
    """
    _require_normals(p, q)
    half, linear = _quadratic(p, q)
    return Moments(kl_nats(p, q), _or_infinite(2 * half * half + linear * linear))


def k2_moments(p: Normal, q: Normal) -> Moments:
    """The exact mean and variance of `k2` for draws from a Gaussian p and a Gaussian belief q.

    >>> k2_moments(Normal(0, 1), Normal(1, 1)).mean
    0.625

    Raises ValueError for anything but two Normals.
    Source: derived: k2 is a polynomial of degree 4 in the draw, which eight Gauss–Hermite nodes integrate exactly.
    """
    mean, variance = k1_moments(p, q)
    half, linear = _quadratic(p, q)
    z, mass = np.polynomial.hermite_e.hermegauss(8)
    mass = mass / mass.sum()
    with np.errstate(all="ignore"):
        square = (mean + linear * z + half * (z**2 - 1)) ** 2 / 2
        expected = (variance + mean * mean) / 2
        return Moments(expected, _or_infinite(float(mass @ (square - expected) ** 2)))


def k3_moments(p: Normal, q: Normal) -> Moments:
    """The exact mean D(p‖q) and variance of `k3`; the variance is inf where q is at least √2 times as wide as p.

    >>> moments = k3_moments(Normal(0, 1), Normal(1, 1))
    >>> round(moments.variance, 6) == round(math.e - 2, 6)
    True
    >>> k3_moments(Normal(0, 1), Normal(0, 2)).variance
    inf

    Raises ValueError for anything but two Normals.
    Source: derived: E (r − 1 − ln r)² = χ²(q‖p) − 2 D(q‖p) − 2 D(p‖q) + E (ln r)².
    """
    mean, variance = k1_moments(p, q)
    return Moments(mean, _or_infinite(_chi2(q, p) - 2 * kl_nats(q, p) - 2 * mean + variance))


def _quadratic(p: Normal, q: Normal) -> tuple[float, float]:
    """The coefficients h and l of ln p/q = D + l z + h (z² − 1) at the point p.mean + p.sd z."""
    ratio, shift = p.sd / q.sd, (p.mean - q.mean) / q.sd
    return (ratio - 1) * (ratio + 1) / 2, shift * ratio


def _chi2(p: Normal, q: Normal) -> float:
    """χ²(p‖q) = ∫ p²/q − 1; inf unless p is less than √2 times as wide as q."""
    ratio = p.sd / q.sd * (p.sd / q.sd)
    if ratio >= 2:
        return math.inf
    shift = (p.mean - q.mean) / q.sd
    log = math.log(q.sd) - math.log(p.sd) - math.log(2 - ratio) / 2 + shift * shift / (2 - ratio)
    return math.expm1(log) if log < 700 else math.inf


def _or_infinite(variance: float) -> float:
    """inf where only differences of infinities are left: the laws are too far apart for a float64."""
    return math.inf if math.isnan(variance) else variance


def _require_normals(p: object, q: object) -> None:
    for value, name in ((p, "p"), (q, "q")):
        if not isinstance(value, Normal):
            raise ValueError(f"{name} is {value!r}; the moments are known for two Normals")
        require_one(value, name)
