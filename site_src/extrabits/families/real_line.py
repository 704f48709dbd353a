"""Laws on the whole line: Laplace and Normal."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import log_ndtr

from extrabits._checks import Result, plain, positive, real
from extrabits.families._family import Family, Shape, closed_form, generator, points
from extrabits.families.bounded import Beta, Uniform
from extrabits.families.positive import Exponential, Gamma
from extrabits.kernel import excess, gibbs
from extrabits.stirling import HALF_LOG_2PI


@dataclass(frozen=True)
class Laplace(Family):
    """The law with density e^(−|x − mean|/scale)/(2 scale).

    >>> round(kl_divergence(Laplace(0, 1), Laplace(0, 2), base=math.e), 12)
    0.19314718056
    >>> kl_divergence(Laplace(0, 1), Exponential(1))
    inf

    Raises ValueError for a scale that is not above 0 and a mean that is not finite.
    """

    mean: float
    scale: float

    def _check(self) -> None:
        real(self.mean, "mean")
        positive(self.scale, "scale")

    @classmethod
    def from_sd(cls, mean: float, sd: float) -> "Laplace":
        """The law with this standard deviation, which is √2 times the scale."""
        return cls(mean, positive(sd, "sd") / math.sqrt(2))

    @property
    def sd(self) -> float:
        """√2 scale."""
        return math.sqrt(2) * self.scale

    @property
    def variance(self) -> float:
        """2 scale²."""
        return 2 * self.scale**2

    @property
    def support(self) -> tuple[float, float]:
        """All real numbers."""
        return -math.inf, math.inf

    def nats_of_entropy(self) -> float:
        """1 + ln(2 scale); Cover & Thomas (2006), table 17.1."""
        return 1 + math.log(2) + math.log(self.scale)

    def log_density(self, x: ArrayLike) -> Result:
        """−|x − mean|/scale − ln(2 scale)."""
        return plain(-np.abs(points(x) - self.mean) / self.scale - math.log(2) - math.log(self.scale))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws around the mean."""
        return generator(rng).laplace(self.mean, self.scale, size)


@dataclass(frozen=True)
class Normal(Family):
    """The Gaussian law with this mean and standard deviation.

    >>> kl_divergence(Normal(0, 1), Normal(1, 1), base=math.e)
    0.5
    >>> round(entropy(Normal(0, 0.1)), 4)
    -1.2748

    Raises ValueError for an sd that is not above 0 and a mean that is not finite.
    """

    mean: float
    sd: float

    def _check(self) -> None:
        real(self.mean, "mean")
        positive(self.sd, "sd")

    @classmethod
    def from_variance(cls, mean: float, variance: float) -> "Normal":
        """The law with this variance, the square of sd."""
        return cls(mean, math.sqrt(positive(variance, "variance")))

    @classmethod
    def from_log_variance(cls, mean: float, log_variance: float) -> "Normal":
        """The law with variance e^log_variance, as networks put out."""
        return cls(mean, math.exp(real(log_variance, "log_variance") / 2))

    @classmethod
    def from_precision(cls, mean: float, precision: float) -> "Normal":
        """The law with variance 1/precision."""
        return cls(mean, 1 / math.sqrt(positive(precision, "precision")))

    @property
    def variance(self) -> float:
        """sd²."""
        return self.sd**2

    @property
    def precision(self) -> float:
        """1/sd²."""
        return 1 / self.sd**2

    @property
    def support(self) -> tuple[float, float]:
        """All real numbers."""
        return -math.inf, math.inf

    def nats_of_entropy(self) -> float:
        """½ ln(2π e sd²); Cover & Thomas (2006), example 8.1.2."""
        return 0.5 + HALF_LOG_2PI + math.log(self.sd)

    def log_density(self, x: ArrayLike) -> Result:
        """−½ ((x − mean)/sd)² − ln sd − ½ ln 2π."""
        return plain(-(((points(x) - self.mean) / self.sd) ** 2) / 2 - math.log(self.sd) - HALF_LOG_2PI)

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws around the mean."""
        return generator(rng).normal(self.mean, self.sd, size)


@closed_form
def _laplace(p: Laplace, q: Laplace) -> float:
    """Gil, Alajaji & Linder, Rényi divergence measures for commonly used univariate distributions (2013).

    Written as excess(b/c) + (b/c) (e^(−t) − 1 + t) with scales b, c and t = |difference of the means|/b.
    """
    t = abs(np.float64(p.mean) - q.mean) / p.scale
    narrower = gibbs(np.float64(q.scale), p.scale) / q.scale
    shifted = np.where(t < 1, excess(np.exp(-t), -np.expm1(-t)), np.exp(-t) - 1 + t)
    return float(narrower + p.scale / q.scale * shifted)


@closed_form
def _normal(p: Normal, q: Normal) -> float:
    """Gil, Alajaji & Linder (2013), as t − 1 − ln t + ½ (t − 1)² + ½ (shift/q.sd)² with t = p.sd/q.sd."""
    gap = np.float64(p.sd) - q.sd
    with np.errstate(over="ignore"):  # sds more than 1e154 apart mean more nats than a float64 holds
        wider, shifted = gap / q.sd, (np.float64(p.mean) - q.mean) / q.sd
        return float(gibbs(np.float64(q.sd), p.sd, -gap) / q.sd + (wider**2 + shifted**2) / 2)


@closed_form
def _into_normal(p: Uniform | Exponential | Gamma | Beta | Laplace, q: Normal) -> float:
    """−h(p) − E_p ln q, where ln q is a quadratic: mean and variance of p are enough."""
    away = (p.variance + (p.mean - q.mean) ** 2) / q.variance
    return HALF_LOG_2PI + math.log(q.sd) + away / 2 - p.nats_of_entropy()


@closed_form
def _normal_and_laplace(p: Normal, q: Laplace) -> float:
    """−h(p) + ln 2b + E|x − m|/b, with the mean of the folded normal law: Leone, Nelson & Nottingham (1961)."""
    z = abs(p.mean - q.mean) / p.sd
    folded = p.sd * math.sqrt(2 / math.pi) * math.exp(-(z**2) / 2) + z * p.sd * (1 - 2 * math.exp(log_ndtr(-z)))
    return math.log(2 * q.scale) + folded / q.scale - p.nats_of_entropy()
