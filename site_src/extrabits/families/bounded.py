"""Laws on an interval: Uniform and Beta."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, xlog1py, xlogy

from extrabits._checks import Result, plain, positive, real
from extrabits.families._family import Family, Shape, closed_form, generator, points
from extrabits.families.simplex import concentration_divergence, concentration_entropy


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
        real(self.high - self.low, "high - low")

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


@closed_form
def _uniform(p: Uniform, q: Uniform) -> float:
    """The logarithm of the ratio of the widths; the support of p lies inside that of q."""
    return math.log1p(((q.high - p.high) + (p.low - q.low)) / (p.high - p.low))


@closed_form
def _into_uniform(p: Beta, q: Uniform) -> float:
    """ln(width) − h(p), as q is constant where p lives."""
    return math.log(q.high - q.low) - p.nats_of_entropy()


@closed_form
def _beta(p: Beta, q: Beta) -> float:
    """Rauber, Braun & Berns, Probabilistic distance measures of the Dirichlet and Beta distributions (2008)."""
    return concentration_divergence(np.array([p.a, p.b], np.float64), np.array([q.a, q.b], np.float64))
