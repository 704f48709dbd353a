"""Laws on an interval: Uniform and Beta."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, xlog1py, xlogy

from extrabits._checks import first
from extrabits._scalars import Result, parameter, plain, positive, probability, real
from extrabits.families._family import Family, Shape, closed_form, density, derived, draws, each_law, points
from extrabits.families.simplex import concentration_divergence, concentration_entropy


@dataclass(frozen=True, eq=False)
class Uniform(Family):
    """The law with constant density between low and high.

    >>> entropy(Uniform(0, 8))
    3.0
    >>> kl_divergence(Uniform(0, 2), Uniform(0, 1))
    inf

    Raises ValueError unless low < high, both finite.
    """

    low: Result
    high: Result

    def _check(self) -> None:
        self._keep(low=parameter(self.low, "low", real), high=parameter(self.high, "high", real))
        if not np.all(below := np.less(self.low, self.high)):
            place, low = first(np.asarray(self.low), np.asarray(~below))
            _, high = first(np.asarray(self.high), np.asarray(~below))
            raise ValueError(f"low{place} is {low} and high{place} is {high}; low must be below high")
        with np.errstate(over="ignore"):
            parameter(np.subtract(self.high, self.low), "high - low", real)

    @property
    def mean(self) -> Result:
        """The middle."""
        return self.low + (self.high - self.low) / 2

    @property
    def variance(self) -> Result:
        """(high − low)²/12."""
        return self.sd * self.sd

    @property
    def sd(self) -> Result:
        """(high − low)/√12."""
        return (self.high - self.low) / math.sqrt(12)

    @property
    def support(self) -> tuple[Result, Result]:
        """low to high."""
        return self.low, self.high

    def nats_of_entropy(self) -> Result:
        """ln(high − low); Cover & Thomas (2006), example 8.1.1."""
        return plain(np.log(self.high - self.low))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """−ln(high − low) from low to high, −inf outside."""
        at = points(x, self)
        return plain(np.where((at >= self.low) & (at <= self.high), -self.nats_of_entropy(), -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws between low and high."""
        return rng.uniform(self.low, self.high, size)


@dataclass(frozen=True, eq=False)
class Beta(Family):
    """The law on [0, 1] with density proportional to x^(a−1) (1−x)^(b−1).

    >>> round(entropy(Beta(2, 2)), 4)
    -0.1805
    >>> round(kl_divergence(Beta(17, 6), Beta(3, 3), base=10), 4)
    0.4547

    Raises ValueError for a or b that is not above 0.
    """

    a: Result
    b: Result

    def _check(self) -> None:
        self._keep(a=parameter(self.a, "a", positive), b=parameter(self.b, "b", positive))

    @classmethod
    def from_mean(cls, mean: float, concentration: float) -> "Beta":
        """The law with this mean and a + b equal to the concentration."""
        total = parameter(concentration, "concentration", positive)
        share = parameter(mean, "mean", probability)
        if not np.all((share > 0) & np.less(share, 1)):
            raise ValueError(f"mean is {mean}; the mean of a Beta law lies between 0 and 1")
        return cls(derived(share * total, mean, "mean"), derived((1 - share) * total, mean, "mean"))

    @property
    def mean(self) -> Result:
        """a/(a + b)."""
        return self.a / (self.a + self.b)

    @property
    def variance(self) -> Result:
        """mean (1 − mean)/(a + b + 1)."""
        return self.mean * (self.b / (self.a + self.b)) / (self.a + self.b + 1)

    @property
    def sd(self) -> Result:
        """The square root of the variance."""
        return plain(np.sqrt(self.variance))

    @property
    def support(self) -> tuple[float, float]:
        """0 to 1."""
        return 0.0, 1.0

    @each_law
    def nats_of_entropy(self) -> float:
        """ln B(a, b) − (a−1) ψ(a) − (b−1) ψ(b) + (a+b−2) ψ(a+b); Cover & Thomas (2006), table 17.1."""
        return concentration_entropy(np.array([self.a, self.b], np.float64))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """(a−1) ln x + (b−1) ln(1−x) − ln B(a, b) from 0 to 1, −inf outside."""
        at = points(x, self)
        inside = np.where((at >= 0) & (at <= 1), at, 0.5)
        log = xlogy(self.a - 1, inside) + xlog1py(self.b - 1, -inside) - betaln(self.a, self.b)
        return plain(np.where((at >= 0) & (at <= 1), log, -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws between 0 and 1."""
        return rng.beta(self.a, self.b, size)


@closed_form
def _uniform(p: Uniform, q: Uniform) -> float:
    """The logarithm of the ratio of the widths; the support of p lies inside that of q."""
    wider = ((q.high - p.high) + (p.low - q.low)) / (p.high - p.low)
    return math.log1p(wider) if wider < math.inf else math.log(q.high - q.low) - math.log(p.high - p.low)


@closed_form
def _into_uniform(p: Beta, q: Uniform) -> float:
    """ln(width) − h(p), as q is constant where p lives."""
    return float(math.log(q.high - q.low) - p.nats_of_entropy())


@closed_form
def _beta(p: Beta, q: Beta) -> float:
    """Rauber, Braun & Berns, Probabilistic distance measures of the Dirichlet and Beta distributions (2008)."""
    return concentration_divergence(np.array([p.a, p.b], np.float64), np.array([q.a, q.b], np.float64))


@closed_form
def _uniform_and_beta(p: Uniform, q: Beta) -> float:
    """The Uniform law on [0, 1] is Beta(1, 1); on a part of it ln x and ln(1 − x) have means in closed form."""
    if (p.low, p.high) == (0, 1):
        return float(_beta(Beta(1, 1), q))
    # Of tiny x the complement is 1, and ln(1 − x) = −x − x²/2 has its digits still.
    square = p.mean**2 + p.variance
    of_rest = mean_of_log(1 - p.high, 1 - p.low) if p.high > 1e-8 else -p.mean - square / 2
    logs = (q.a - 1) * mean_of_log(p.low, p.high) + (q.b - 1) * of_rest
    return float(betaln(q.a, q.b) - logs - p.nats_of_entropy())


def mean_of_log(low: float, high: float) -> float:
    """E ln x for the Uniform law between two numbers ≥ 0, which may be one and the same."""
    if low in (0, high):
        return math.log(high) - (low == 0)
    share = low / high
    below = (high - low) / high
    # (high ln high − low ln low)/(high − low) − 1, without a difference of large terms.
    return math.log(high) - 1 - share * (math.log1p(-below) if below < 0.5 else math.log(low) - math.log(high)) / below
