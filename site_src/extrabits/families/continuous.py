"""Laws of one real number: Uniform, Exponential, Gamma, Beta, Laplace, Normal."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, gammaln, log_ndtr, xlog1py, xlogy

from extrabits._checks import Result, plain, positive, real
from extrabits.families._family import Family, Shape, closed_form, generator, points
from extrabits.families.simplex import concentration_divergence, concentration_entropy
from extrabits.kernel import excess, gibbs
from extrabits.stirling import HALF_LOG_2PI, bregman_rest, gamma_entropy


@dataclass(frozen=True)
class Uniform(Family):
    """The law with constant density between low and high.

    >>> entropy(Uniform(0, 8))
    3.0
    >>> kl_divergence(Uniform(0, 2), Uniform(0, 1))
    inf

    Raises ValueError unless low < high, both finite.
    """

    low: float
    high: float

    def _check(self) -> None:
        if not real(self.low, "low") < real(self.high, "high"):
            raise ValueError(f"low is {self.low} and high is {self.high}; low must be below high")

    @property
    def mean(self) -> float:
        """The middle."""
        return self.low + (self.high - self.low) / 2

    @property
    def variance(self) -> float:
        """(high − low)²/12."""
        return (self.high - self.low) ** 2 / 12

    @property
    def support(self) -> tuple[float, float]:
        """low to high."""
        return float(self.low), float(self.high)

    def nats_of_entropy(self) -> float:
        """ln(high − low); Cover & Thomas (2006), example 8.1.1."""
        return math.log(self.high - self.low)

    def log_density(self, x: ArrayLike) -> Result:
        """−ln(high − low) from low to high, −inf outside."""
        at = points(x)
        return plain(np.where((at >= self.low) & (at <= self.high), -self.nats_of_entropy(), -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws between low and high."""
        return generator(rng).uniform(self.low, self.high, size)


@dataclass(frozen=True)
class Exponential(Family):
    """The law of the waiting time for an event that happens `rate` times per unit of time.

    >>> round(kl_divergence(Exponential(2), Exponential(1)), 4)
    0.2787
    >>> kl_divergence(Exponential(1), Uniform(0, 1))
    inf

    Raises ValueError for a rate that is not above 0.
    """

    rate: float

    def _check(self) -> None:
        positive(self.rate, "rate")

    @classmethod
    def from_scale(cls, scale: float) -> "Exponential":
        """The law with this scale, which is its mean 1/rate (scipy's and numpy's parameter)."""
        return cls(1 / positive(scale, "scale"))

    @property
    def mean(self) -> float:
        """1/rate."""
        return 1 / self.rate

    @property
    def variance(self) -> float:
        """1/rate²."""
        return self.mean**2

    @property
    def support(self) -> tuple[float, float]:
        """0 to infinity."""
        return 0.0, math.inf

    def nats_of_entropy(self) -> float:
        """1 − ln rate; Cover & Thomas (2006), table 17.1."""
        return 1 - math.log(self.rate)

    def log_density(self, x: ArrayLike) -> Result:
        """ln rate − rate x from 0 on, −inf below."""
        at = points(x)
        return plain(np.where(at >= 0, math.log(self.rate) - self.rate * at, -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Waiting times."""
        return generator(rng).exponential(self.mean, size)


@dataclass(frozen=True)
class Gamma(Family):
    """The law with density proportional to x^(shape−1) e^(−rate x).

    >>> round(entropy(Gamma(1, 1)), 4) == round(entropy(Exponential(1)), 4)
    True
    >>> round(kl_divergence(Gamma(3, 2), Gamma(2, 1)), 4)
    0.1673

    Raises ValueError for a shape or rate that is not above 0.
    """

    shape: float
    rate: float

    def _check(self) -> None:
        positive(self.shape, "shape")
        positive(self.rate, "rate")

    @classmethod
    def from_scale(cls, shape: float, scale: float) -> "Gamma":
        """The law with this scale 1/rate (scipy's and numpy's parameter)."""
        return cls(shape, 1 / positive(scale, "scale"))

    @classmethod
    def from_mean_and_sd(cls, mean: float, sd: float) -> "Gamma":
        """The law with this mean and standard deviation."""
        ratio = positive(mean, "mean") / positive(sd, "sd")
        return cls(ratio**2, ratio / sd)

    @property
    def scale(self) -> float:
        """1/rate."""
        return 1 / self.rate

    @property
    def mean(self) -> float:
        """shape/rate."""
        return self.shape / self.rate

    @property
    def variance(self) -> float:
        """shape/rate²."""
        return self.mean / self.rate

    @property
    def support(self) -> tuple[float, float]:
        """0 to infinity."""
        return 0.0, math.inf

    def nats_of_entropy(self) -> float:
        """k − ln rate + ln Γ(k) + (1 − k) ψ(k) with k the shape; Cover & Thomas (2006), table 17.1."""
        return float(gamma_entropy(self.shape)) - math.log(self.rate)

    def log_density(self, x: ArrayLike) -> Result:
        """shape ln rate − ln Γ(shape) + (shape − 1) ln x − rate x from 0 on, −inf below."""
        at = points(x)
        inside = np.where(at >= 0, at, 1.0)
        log = self.shape * math.log(self.rate) - gammaln(self.shape) + xlogy(self.shape - 1, inside)
        return plain(np.where(at >= 0, log - self.rate * inside, -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws above 0."""
        return generator(rng).gamma(self.shape, self.scale, size)


@dataclass(frozen=True)
class Beta(Family):
    """The law on [0, 1] with density proportional to x^(a−1) (1−x)^(b−1).

    >>> round(entropy(Beta(2, 2)), 4)
    -0.1805
    >>> round(kl_divergence(Beta(17, 6), Beta(3, 3), base=10), 4)
    0.4547

    Raises ValueError for a or b that is not above 0.
    """

    a: float
    b: float

    def _check(self) -> None:
        positive(self.a, "a")
        positive(self.b, "b")

    @classmethod
    def from_mean(cls, mean: float, concentration: float) -> "Beta":
        """The law with this mean and a + b equal to the concentration."""
        total = positive(concentration, "concentration")
        return cls(real(mean, "mean") * total, (1 - mean) * total)

    @property
    def mean(self) -> float:
        """a/(a + b)."""
        return self.a / (self.a + self.b)

    @property
    def variance(self) -> float:
        """mean (1 − mean)/(a + b + 1)."""
        return self.mean * (self.b / (self.a + self.b)) / (self.a + self.b + 1)

    @property
    def support(self) -> tuple[float, float]:
        """0 to 1."""
        return 0.0, 1.0

    def nats_of_entropy(self) -> float:
        """ln B(a, b) − (a−1) ψ(a) − (b−1) ψ(b) + (a+b−2) ψ(a+b); Cover & Thomas (2006), table 17.1."""
        return concentration_entropy(np.array([self.a, self.b], np.float64))

    def log_density(self, x: ArrayLike) -> Result:
        """(a−1) ln x + (b−1) ln(1−x) − ln B(a, b) from 0 to 1, −inf outside."""
        at = points(x)
        inside = np.where((at >= 0) & (at <= 1), at, 0.5)
        log = xlogy(self.a - 1, inside) + xlog1py(self.b - 1, -inside) - betaln(self.a, self.b)
        return plain(np.where((at >= 0) & (at <= 1), log, -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws between 0 and 1."""
        return generator(rng).beta(self.a, self.b, size)


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
def _uniform(p: Uniform, q: Uniform) -> float:
    """The logarithm of the ratio of the widths; the support of p lies inside that of q."""
    return math.log1p(((q.high - p.high) + (p.low - q.low)) / (p.high - p.low))


@closed_form
def _into_uniform(p: Beta, q: Uniform) -> float:
    """ln(width) − h(p), as q is constant where p lives."""
    return math.log(q.high - q.low) - p.nats_of_entropy()


@closed_form
def _uniform_and_exponential(p: Uniform, q: Exponential) -> float:
    """rate · mean − ln rate − ln width."""
    return q.rate * p.mean - math.log(q.rate) - p.nats_of_entropy()


@closed_form
def _exponential(p: Exponential, q: Exponential) -> float:
    """The ratio of the rates − 1 − its logarithm."""
    return float(gibbs(np.float64(p.rate), q.rate) / p.rate)


@closed_form
def _gamma(p: Gamma, q: Gamma) -> float:
    """W. D. Penny, KL-divergences of Normal, Gamma, Dirichlet and Wishart densities (2001), with ln Γ by `stirling`.

    With k, j the shapes of p and q and r the ratio of the rates it is gibbs(j, k r) and a rest, both ≥ 0.
    """
    k, j = np.float64(p.shape), np.float64(q.shape)
    scaled = k * (q.rate / p.rate)
    near = max(abs(j - k) / k, abs(q.rate - p.rate) / p.rate) < 0.5
    gap = (j - k) - k * ((q.rate - np.float64(p.rate)) / p.rate) if near else j - scaled
    return float(gibbs(j, scaled, gap) + bregman_rest(j, k))


@closed_form
def _exponential_and_gamma(p: Exponential, q: Gamma) -> float:
    """The Exponential is the Gamma law of shape 1."""
    return _gamma(Gamma(1, p.rate), q)


@closed_form
def _gamma_and_exponential(p: Gamma, q: Exponential) -> float:
    """The Exponential is the Gamma law of shape 1."""
    return _gamma(p, Gamma(1, q.rate))


@closed_form
def _beta(p: Beta, q: Beta) -> float:
    """Rauber, Braun & Berns, Probabilistic distance measures of the Dirichlet and Beta distributions (2008)."""
    return concentration_divergence(np.array([p.a, p.b], np.float64), np.array([q.a, q.b], np.float64))


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
