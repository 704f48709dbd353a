"""Laws of a positive number: Exponential and Gamma."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln, xlogy

from extrabits._checks import Result, plain, positive
from extrabits.families._family import Family, Shape, closed_form, generator, points
from extrabits.families.bounded import Uniform
from extrabits.kernel import gibbs
from extrabits.stirling import bregman_rest, gamma_entropy


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
        inside = (at >= 0) & (at < math.inf)
        value = np.where(inside, at, 1.0)
        log = self.shape * math.log(self.rate) - gammaln(self.shape) + xlogy(self.shape - 1, value)
        return plain(np.where(inside, log - self.rate * value, -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws above 0."""
        return generator(rng).gamma(self.shape, self.scale, size)


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
def _uniform_and_exponential(p: Uniform, q: Exponential) -> float:
    """rate · mean − ln rate − ln width."""
    return q.rate * p.mean - math.log(q.rate) - p.nats_of_entropy()
