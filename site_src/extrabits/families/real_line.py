"""Laws on the whole line: Laplace and Normal."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import log_ndtr

from extrabits._scalars import Result, parameter, plain, positive, real
from extrabits.families._family import Family, Shape, closed_form, density, derived, draws, of_batches, points
from extrabits.families.bounded import Beta, Uniform
from extrabits.families.positive import Exponential, Gamma
from extrabits.kernel import excess, gibbs
from extrabits.stirling import HALF_LOG_2PI


@dataclass(frozen=True, eq=False)
class Laplace(Family):
    """The law with density e^(−|x − mean|/scale)/(2 scale).

    >>> round(kl_divergence(Laplace(0, 1), Laplace(0, 2), base=math.e), 12)
    0.19314718056
    >>> kl_divergence(Laplace(0, 1), Exponential(1))
    inf

    Raises ValueError for a scale that is not above 0 and a mean that is not finite.
    """

    mean: Result
    scale: Result

    def _check(self) -> None:
        self._keep(mean=parameter(self.mean, "mean", real), scale=parameter(self.scale, "scale", positive))

    @classmethod
    def from_sd(cls, mean: ArrayLike, sd: ArrayLike) -> "Laplace":
        """The law with this standard deviation, which is √2 times the scale."""
        return cls(mean, derived(parameter(sd, "sd", positive) / math.sqrt(2), sd, "sd"))

    @property
    def sd(self) -> Result:
        """√2 scale."""
        return math.sqrt(2) * self.scale

    @property
    def variance(self) -> Result:
        """2 scale²."""
        return 2 * self.scale * self.scale

    @property
    def support(self) -> tuple[float, float]:
        """All real numbers."""
        return -math.inf, math.inf

    def nats_of_entropy(self) -> Result:
        """1 + ln(2 scale); Cover & Thomas (2006), table 17.1."""
        return plain(1 + math.log(2) + np.log(self.scale))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """−|x − mean|/scale − ln(2 scale)."""
        return plain(-np.abs(points(x, self) - self.mean) / self.scale - math.log(2) - np.log(self.scale))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws around the mean."""
        return rng.laplace(self.mean, self.scale, size)


@dataclass(frozen=True, eq=False)
class Normal(Family):
    """The Gaussian law with this mean and standard deviation; with lists of them, a batch of such laws.

    >>> kl_divergence(Normal(0, 1), Normal(1, 1), base=math.e)
    0.5
    >>> kl_divergence(Normal([0, 1], [1, 2]), Normal(1, 2), base=math.e).round(4)
    array([0.4431, 0.    ])
    >>> round(entropy(Normal(0, 0.1)), 4)
    -1.2748

    Raises ValueError for an sd that is not above 0 and a mean that is not finite.
    """

    mean: Result
    sd: Result

    def _check(self) -> None:
        self._keep(mean=parameter(self.mean, "mean", real), sd=parameter(self.sd, "sd", positive))

    @classmethod
    def from_variance(cls, mean: ArrayLike, variance: ArrayLike) -> "Normal":
        """The law with this variance, the square of sd."""
        return cls(mean, plain(np.sqrt(parameter(variance, "variance", positive))))

    @classmethod
    def from_log_variance(cls, mean: ArrayLike, log_variance: ArrayLike) -> "Normal":
        """The law with variance e^log_variance, as networks put out."""
        with np.errstate(over="ignore"):
            sd = plain(np.exp(parameter(log_variance, "log_variance", real) / 2))
        return cls(mean, derived(sd, log_variance, "log_variance"))

    @classmethod
    def from_precision(cls, mean: ArrayLike, precision: ArrayLike) -> "Normal":
        """The law with variance 1/precision."""
        return cls(mean, plain(1 / np.sqrt(parameter(precision, "precision", positive))))

    @property
    def variance(self) -> Result:
        """sd²."""
        return self.sd * self.sd

    @property
    def precision(self) -> Result:
        """1/sd²."""
        return 1 / self.sd / self.sd

    @property
    def support(self) -> tuple[float, float]:
        """All real numbers."""
        return -math.inf, math.inf

    def nats_of_entropy(self) -> Result:
        """½ ln(2π e sd²); Cover & Thomas (2006), example 8.1.2."""
        return plain(0.5 + HALF_LOG_2PI + np.log(self.sd))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """−½ ((x − mean)/sd)² − ln sd − ½ ln 2π."""
        return plain(-(((points(x, self) - self.mean) / self.sd) ** 2) / 2 - np.log(self.sd) - HALF_LOG_2PI)

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws around the mean."""
        return rng.normal(self.mean, self.sd, size)


@closed_form
@of_batches
def _laplace(p: Laplace, q: Laplace) -> Result:
    """Gil, Alajaji & Linder, Rényi divergence measures for commonly used univariate distributions (2013).

    Written as excess(b/c) + (b/c) (e^(−t) − 1 + t) with scales b, c and t = |difference of the means|/b.
    """
    b, c = np.asarray(p.scale, np.float64), np.asarray(q.scale, np.float64)
    apart = np.abs(np.asarray(p.mean, np.float64) - q.mean)
    t = apart / b
    narrower = gibbs(c, b) / c
    near = np.minimum(t, 1)
    shifted = np.where(t < 1, b / c * excess(np.exp(-near), -np.expm1(-near)), b / c * np.expm1(-t) + apart / c)
    return np.where(narrower < math.inf, narrower + shifted, math.inf)


@closed_form
@of_batches
def _normal(p: Normal, q: Normal) -> Result:
    """Gil, Alajaji & Linder (2013), as t − 1 − ln t + ½ (t − 1)² + ½ (shift/q.sd)² with t = p.sd/q.sd."""
    wide, narrow = np.asarray(p.sd, np.float64), np.asarray(q.sd, np.float64)
    gap = wide - narrow
    wider, shifted = gap / narrow, (np.asarray(p.mean, np.float64) - q.mean) / narrow
    return gibbs(narrow, wide, -gap) / narrow + (wider**2 + shifted**2) / 2


@closed_form
def _into_normal(p: Uniform | Exponential | Gamma | Beta | Laplace, q: Normal) -> float:
    """−h(p) − E_p ln q, where ln q is a quadratic: mean and variance of p are enough."""
    away = np.float64(p.sd / q.sd) ** 2 + np.float64((p.mean - q.mean) / q.sd) ** 2
    return float(HALF_LOG_2PI + math.log(q.sd) + away / 2 - p.nats_of_entropy())


@closed_form
def _normal_and_laplace(p: Normal, q: Laplace) -> float:
    """−h(p) + ln 2b + E|x − m|/b, with the mean of the folded normal law: Leone, Nelson & Nottingham (1961)."""
    apart = abs(p.mean - q.mean)
    z = np.float64(apart / p.sd)
    folded = p.sd * math.sqrt(2 / math.pi) * np.exp(-(z**2) / 2) - apart * np.expm1(math.log(2) + log_ndtr(-z))
    return float(math.log(2) + math.log(q.scale) + folded / q.scale - p.nats_of_entropy())


@closed_form
def _uniform_and_laplace(p: Uniform, q: Laplace) -> float:
    """−h(p) + ln 2b + E|x − m|/b."""
    left, right = np.float64(q.mean) - p.low, np.float64(p.high) - q.mean
    width = p.high - p.low
    apart = abs(p.mean - q.mean) if left <= 0 or right <= 0 else left / width * left / 2 + right / width * right / 2
    return float(math.log(2) + math.log(q.scale) + apart / q.scale - p.nats_of_entropy())


@closed_form
def _exponential_and_laplace(p: Exponential, q: Laplace) -> float:
    """−h(p) + ln 2b + E|x − m|/b, where |x − m| is x − m and, below m, twice m − x more."""
    below = 2 * (q.mean + np.expm1(-p.rate * q.mean) / p.rate) if q.mean > 0 else 0.0
    return float(math.log(2) + math.log(q.scale) + (p.mean - q.mean + below) / q.scale - p.nats_of_entropy())
