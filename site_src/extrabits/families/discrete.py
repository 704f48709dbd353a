"""Laws of whole numbers: Bernoulli, Categorical and Geometric."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, xlog1py, xlogy

from extrabits._checks import Array, Result, law, plain, positive, probability, real
from extrabits.families._family import Family, Shape, closed_form, generator, on_integers, points
from extrabits.kernel import gibbs, sum_terms


class Discrete(Family):
    """A family of laws of whole numbers."""

    @property
    def discrete(self) -> bool:
        """True."""
        return True


@dataclass(frozen=True)
class Bernoulli(Discrete):
    """The law of a coin: 1 with probability p, else 0.

    >>> entropy(Bernoulli(0.5))
    1.0
    >>> kl_divergence(Bernoulli(0.5), Bernoulli(1))
    inf

    Raises ValueError for p outside [0, 1].
    """

    p: float

    def _check(self) -> None:
        probability(self.p, "p")

    @classmethod
    def from_logit(cls, logit: float) -> "Bernoulli":
        """The coin whose log-odds ln(p/(1−p)) are the logit."""
        return cls(1 / (1 + math.exp(-x)) if (x := real(logit, "logit")) > 0 else math.exp(x) / (1 + math.exp(x)))

    @property
    def mean(self) -> float:
        """The probability p of a 1."""
        return self.p

    @property
    def variance(self) -> float:
        """p (1 − p)."""
        return self.p * (1 - self.p)

    @property
    def logit(self) -> float:
        """The log-odds ln(p/(1−p)); −inf and inf at the ends."""
        with np.errstate(divide="ignore"):
            return float(np.log(self.p) - np.log1p(-self.p))

    @property
    def support(self) -> tuple[float, float]:
        """0 to 1, or the one value that is certain."""
        return (1.0 if self.p == 1 else 0.0), (0.0 if self.p == 0 else 1.0)

    def nats_of_entropy(self) -> float:
        """Cover & Thomas (2006), equation 2.5."""
        return float(entr(self.p) - xlog1py(1 - self.p, -self.p))

    def log_density(self, x: ArrayLike) -> Result:
        """ln p at 1, ln(1−p) at 0, −inf elsewhere."""
        k = points(x)
        inside = (k == 0) | (k == 1)
        value = np.where(inside, k, 0.0)
        return plain(np.where(inside, xlogy(value, self.p) + xlog1py(1 - value, -self.p), -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws of 0 and 1."""
        return generator(rng).binomial(1, self.p, size)


@dataclass(frozen=True)
class Categorical(Discrete):
    """The law of 0, 1, 2, … with the listed probabilities: a finite law as a family.

    >>> entropy(Categorical([0.5, 0.25, 0.25]))
    1.5
    >>> kl_divergence(Categorical([0.5, 0.5]), Categorical([1, 0]))
    inf

    Raises ValueError for probabilities that are negative, not finite or do not sum to 1.
    """

    p: ArrayLike

    def _check(self) -> None:
        if (checked := law(self.p, "p")).ndim != 1:
            raise ValueError(f"p has shape {checked.shape}; give the probabilities of one law")
        object.__setattr__(self, "p", tuple(map(float, checked)))

    @property
    def probabilities(self) -> Array:
        """The probabilities as an array."""
        return np.array(self.p)

    @property
    def mean(self) -> float:
        """Σ k p_k."""
        return float(np.arange(len(self.probabilities)) @ self.probabilities)

    @property
    def variance(self) -> float:
        """Σ (k − mean)² p_k."""
        return float((np.arange(len(self.probabilities)) - self.mean) ** 2 @ self.probabilities)

    @property
    def support(self) -> tuple[float, float]:
        """From the first possible outcome to the last."""
        possible = np.flatnonzero(self.probabilities)
        return float(possible[0]), float(possible[-1])

    def nats_of_entropy(self) -> float:
        """Cover & Thomas (2006), equation 2.1."""
        return float(entr(np.minimum(self.probabilities, 1)).sum())

    def log_density(self, x: ArrayLike) -> Result:
        """ln p_x at an outcome x, −inf elsewhere."""
        k = points(x)
        inside = on_integers(k) & (k >= 0) & (k < len(self.probabilities))
        with np.errstate(divide="ignore"):
            logs = np.log(self.probabilities)[np.where(inside, k, 0).astype(int)]
        return plain(np.where(inside, logs, -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws of outcomes, counted from 0."""
        return generator(rng).choice(len(self.probabilities), size, p=self.probabilities)


@dataclass(frozen=True)
class Geometric(Discrete):
    """The law of the number of tosses up to and including the first head: 1, 2, 3, …

    >>> entropy(Geometric(0.5))
    2.0
    >>> kl_divergence(Geometric(0.5), Geometric(1))
    inf

    Raises ValueError for p outside (0, 1].
    """

    p: float

    def _check(self) -> None:
        probability(self.p, "p")
        positive(self.p, "p")

    @classmethod
    def from_mean(cls, mean: float) -> "Geometric":
        """The law with p = 1/mean; a mean below 1 is an error, as the first toss counts."""
        return cls(1 / positive(mean, "mean"))

    @classmethod
    def from_mean_failures(cls, failures: float) -> "Geometric":
        """The law with this mean number of tails before the head, for those who count from 0."""
        if real(failures, "failures") < 0:
            raise ValueError(f"failures is {failures}; a mean number of tails is 0 or more")
        return cls(1 / (1 + failures))

    @property
    def mean(self) -> float:
        """1/p."""
        return 1 / self.p

    @property
    def variance(self) -> float:
        """(1 − p)/p²."""
        return (1 - self.p) / self.p**2

    @property
    def support(self) -> tuple[float, float]:
        """1 to infinity, or 1 alone where p = 1."""
        return 1.0, (1.0 if self.p == 1 else math.inf)

    def nats_of_entropy(self) -> float:
        """h(p)/p; Cover & Thomas (2006), problem 2.1."""
        return Bernoulli(self.p).nats_of_entropy() / self.p

    def log_density(self, x: ArrayLike) -> Result:
        """(x − 1) ln(1−p) + ln p at 1, 2, 3, …; −inf elsewhere."""
        k = points(x)
        inside = on_integers(k) & (k >= 1)
        return plain(np.where(inside, xlog1py(np.where(inside, k - 1, 0), -self.p) + math.log(self.p), -math.inf))

    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws from 1 on."""
        return generator(rng).geometric(self.p, size)


@closed_form
def _bernoulli(p: Bernoulli, q: Bernoulli) -> float:
    """Cover & Thomas (2006), example 2.3.1."""
    gap = np.float64(p.p) - q.p
    return float(gibbs(np.float64(p.p), q.p, gap) + gibbs(np.float64(1 - p.p), 1 - q.p, -gap))


@closed_form
def _categorical(p: Categorical, q: Categorical) -> float:
    """The sum itself; both must list the same outcomes."""
    if len(p.probabilities) != len(q.probabilities):
        raise ValueError(
            f"p has {len(p.probabilities)} outcomes and q has {len(q.probabilities)}; they must list the same ones"
        )
    return float(sum_terms(gibbs, p.probabilities, q.probabilities))


@closed_form
def _geometric(p: Geometric, q: Geometric) -> float:
    """One coin for every toss: D(Bernoulli‖Bernoulli)/p by the chain rule."""
    return _bernoulli(Bernoulli(p.p), Bernoulli(q.p)) / p.p
