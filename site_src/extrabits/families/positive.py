"""Laws of a positive number: Exponential and Gamma."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln, xlogy

from extrabits._scalars import Result, parameter, plain, positive
from extrabits.families._family import Family, Shape, closed_form, density, derived, draws, of_batches, points
from extrabits.families.bounded import Beta, Uniform, mean_of_log
from extrabits.kernel import gibbs
from extrabits.stirling import bregman_rest, gamma_entropy


@dataclass(frozen=True, eq=False)
class Exponential(Family):
    """The law of the waiting time for an event that happens `rate` times per unit of time.

    >>> round(kl_divergence(Exponential(2), Exponential(1)), 4)
    0.2787
    >>> kl_divergence(Exponential(1), Uniform(0, 1))
    inf

    Raises ValueError for a rate that is not above 0.
    """

    rate: Result

    def _check(self) -> None:
        self._keep(rate=parameter(self.rate, "rate", positive))

    @classmethod
    def from_scale(cls, scale: ArrayLike) -> "Exponential":
        """The law with this scale, which is its mean 1/rate (scipy's and numpy's parameter)."""
        return cls(derived(1 / parameter(scale, "scale", positive), scale, "scale"))

    @property
    def mean(self) -> Result:
        """1/rate."""
        return 1 / self.rate

    @property
    def variance(self) -> Result:
        """1/rate²."""
        return self.mean * self.mean

    @property
    def sd(self) -> Result:
        """1/rate."""
        return 1 / self.rate

    @property
    def support(self) -> tuple[float, float]:
        """0 to infinity."""
        return 0.0, math.inf

    def nats_of_entropy(self) -> Result:
        """1 − ln rate; Cover & Thomas (2006), table 17.1."""
        return plain(1 - np.log(self.rate))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """ln rate − rate x from 0 on, −inf below."""
        at = points(x, self)
        return plain(np.where(at >= 0, np.log(self.rate) - self.rate * at, -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Waiting times."""
        return rng.exponential(self.mean, size)


@dataclass(frozen=True, eq=False)
class Gamma(Family):
    """The law with density proportional to x^(shape−1) e^(−rate x).

    >>> round(entropy(Gamma(1, 1)), 4) == round(entropy(Exponential(1)), 4)
    True
    >>> round(kl_divergence(Gamma(3, 2), Gamma(2, 1)), 4)
    0.1673

    Raises ValueError for a shape or rate that is not above 0.
    """

    shape: Result
    rate: Result

    def _check(self) -> None:
        self._keep(shape=parameter(self.shape, "shape", positive), rate=parameter(self.rate, "rate", positive))

    @classmethod
    def from_scale(cls, shape: ArrayLike, scale: ArrayLike) -> "Gamma":
        """The law with this scale 1/rate (scipy's and numpy's parameter)."""
        return cls(shape, derived(1 / parameter(scale, "scale", positive), scale, "scale"))

    @classmethod
    def from_mean_and_sd(cls, mean: ArrayLike, sd: ArrayLike) -> "Gamma":
        """The law with this mean and standard deviation."""
        width = parameter(sd, "sd", positive)
        ratio = parameter(mean, "mean", positive) / width
        return cls(derived(ratio * ratio, mean, "mean"), derived(ratio / width, sd, "sd"))

    @property
    def scale(self) -> Result:
        """1/rate."""
        return 1 / self.rate

    @property
    def mean(self) -> Result:
        """shape/rate."""
        return self.shape / self.rate

    @property
    def variance(self) -> Result:
        """shape/rate²."""
        return self.mean / self.rate

    @property
    def sd(self) -> Result:
        """√shape/rate."""
        return np.sqrt(self.shape) / self.rate

    @property
    def support(self) -> tuple[float, float]:
        """0 to infinity."""
        return 0.0, math.inf

    def nats_of_entropy(self) -> Result:
        """k − ln rate + ln Γ(k) + (1 − k) ψ(k) with k the shape; Cover & Thomas (2006), table 17.1."""
        return plain(gamma_entropy(self.shape) - np.log(self.rate))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """shape ln rate − ln Γ(shape) + (shape − 1) ln x − rate x from 0 on, −inf below."""
        at = points(x, self)
        inside = (at >= 0) & (at < math.inf)
        value = np.where(inside, at, 1.0)
        log = self.shape * np.log(self.rate) - gammaln(self.shape) + xlogy(self.shape - 1, value)
        return plain(np.where(inside, log - self.rate * value, -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws above 0."""
        return rng.gamma(self.shape, self.scale, size)


@closed_form
@of_batches
def _exponential(p: Exponential, q: Exponential) -> Result:
    """The ratio of the rates − 1 − its logarithm."""
    return gibbs(np.asarray(p.rate, np.float64), np.asarray(q.rate, np.float64)) / p.rate


@closed_form
@of_batches
def _gamma(p: Gamma, q: Gamma) -> Result:
    """W. D. Penny, KL-divergences of Normal, Gamma, Dirichlet and Wishart densities (2001), with ln Γ by `stirling`.

    With k, j the shapes of p and q and r the ratio of the rates it is gibbs(j, k r) and a rest, both ≥ 0.
    """
    k, j, a, b = (np.asarray(x, np.float64) for x in (p.shape, q.shape, p.rate, q.rate))
    ratio = b / a
    scaled = k * ratio
    near = np.maximum(np.abs(j - k) / k, np.abs(b - a) / a) < 0.5
    gap = np.where(near, (j - k) - k * ((b - a) / a), j - scaled)
    # Where the ratio leaves the float64s only its logarithm is left.
    far = j * (np.log(j) - np.log(k) - np.log(b) + np.log(a)) - j + scaled
    apart = np.where((ratio > 0) & (ratio < math.inf) & (scaled > 0), gibbs(j, scaled, gap), far)
    return apart + bregman_rest(j, k)


@closed_form
@of_batches
def _exponential_and_gamma(p: Exponential, q: Gamma) -> Result:
    """The Exponential is the Gamma law of shape 1."""
    return _gamma(Gamma(1, p.rate), q)


@closed_form
@of_batches
def _gamma_and_exponential(p: Gamma, q: Exponential) -> Result:
    """The Exponential is the Gamma law of shape 1."""
    return _gamma(p, Gamma(1, q.rate))


@closed_form
def _interval_and_gamma(p: Uniform | Beta, q: Exponential | Gamma) -> float:
    """−h(p) − E_p ln q, where ln q is made of x and ln x, whose means are known."""
    shape = q.shape if isinstance(q, Gamma) else 1.0
    log_q = shape * math.log(q.rate) - float(gammaln(shape)) - q.rate * p.mean
    if shape != 1:
        mean_log = mean_of_log(p.low, p.high) if isinstance(p, Uniform) else float(digamma(p.a) - digamma(p.a + p.b))
        log_q += (shape - 1) * mean_log
    return float(-p.nats_of_entropy() - log_q)
