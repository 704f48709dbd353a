"""Laws of whole numbers: Bernoulli, Categorical and Geometric."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, expit, xlog1py, xlogy

from extrabits._checks import Array, one_law
from extrabits._scalars import Result, parameter, plain, positive, probability, real
from extrabits.families._family import Family, Shape, closed_form, density, draws, of_batches, on_integers, points
from extrabits.kernel import divergence, gibbs


class Discrete(Family):
    """A family of laws of whole numbers."""

    @property
    def discrete(self) -> bool:
        """True."""
        return True


@dataclass(frozen=True, eq=False)
class Bernoulli(Discrete):
    """The law of a coin: 1 with probability p, else 0.

    >>> entropy(Bernoulli(0.5))
    1.0
    >>> kl_divergence(Bernoulli(0.5), Bernoulli(1))
    inf

    Raises ValueError for p outside [0, 1].
    """

    p: Result

    def _check(self) -> None:
        self._keep(p=parameter(self.p, "p", probability))

    @classmethod
    def from_logit(cls, logit: ArrayLike) -> "Bernoulli":
        """The coin whose log-odds ln(p/(1−p)) are the logit."""
        return cls(plain(expit(parameter(logit, "logit", real))))

    @property
    def mean(self) -> Result:
        """The probability p of a 1."""
        return self.p

    @property
    def variance(self) -> Result:
        """p (1 − p)."""
        return self.p * (1 - self.p)

    @property
    def sd(self) -> Result:
        """The square root of the variance."""
        return plain(np.sqrt(self.variance))

    @property
    def logit(self) -> Result:
        """The log-odds ln(p/(1−p)); −inf and inf at the ends."""
        with np.errstate(divide="ignore"):
            return plain(np.log(self.p) - np.log1p(np.negative(self.p)))

    @property
    def support(self) -> tuple[Result, Result]:
        """0 to 1, or the one value that is certain."""
        return plain(np.where(np.equal(self.p, 1), 1.0, 0.0)), plain(np.where(np.equal(self.p, 0), 0.0, 1.0))

    def nats_of_entropy(self) -> Result:
        """Cover & Thomas (2006), equation 2.5."""
        return plain(entr(self.p) - xlog1py(1 - self.p, np.negative(self.p)))

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """ln p at 1, ln(1−p) at 0, −inf elsewhere."""
        k = points(x, self)
        inside = (k == 0) | (k == 1)
        value = np.where(inside, k, 0.0)
        return plain(np.where(inside, xlogy(value, self.p) + xlog1py(1 - value, np.negative(self.p)), -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws of 0 and 1."""
        return rng.binomial(1, self.p, size)


@dataclass(frozen=True, eq=False)
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
        checked = one_law(self.p, "p", "give the probabilities of one law")
        object.__setattr__(self, "p", tuple(map(float, checked)))

    @property
    def batch_shape(self) -> tuple[int, ...]:
        """(): one law, whose parameters are lists."""
        return ()

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
    def sd(self) -> float:
        """The square root of the variance."""
        return math.sqrt(self.variance)

    @property
    def support(self) -> tuple[float, float]:
        """From the first possible outcome to the last."""
        possible = np.flatnonzero(self.probabilities)
        return float(possible[0]), float(possible[-1])

    def nats_of_entropy(self) -> float:
        """Cover & Thomas (2006), equation 2.1."""
        return float(entr(np.minimum(self.probabilities, 1)).sum())

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """ln p_x at an outcome x, −inf elsewhere."""
        k = points(x, self)
        inside = on_integers(k) & (k >= 0) & (k < len(self.probabilities))
        with np.errstate(divide="ignore"):
            logs = np.log(self.probabilities)[np.where(inside, k, 0).astype(int)]
        return plain(np.where(inside, logs, -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws of outcomes, counted from 0."""
        return rng.choice(len(self.probabilities), size, p=self.probabilities)


@dataclass(frozen=True, eq=False)
class Geometric(Discrete):
    """The law of the number of tosses up to and including the first head: 1, 2, 3, …

    >>> entropy(Geometric(0.5))
    2.0
    >>> kl_divergence(Geometric(0.5), Geometric(1))
    inf

    Raises ValueError for p outside (0, 1].
    """

    p: Result

    def _check(self) -> None:
        self._keep(p=parameter(parameter(self.p, "p", probability), "p", positive))

    @classmethod
    def from_mean(cls, mean: ArrayLike) -> "Geometric":
        """The law with p = 1/mean; a mean below 1 is an error, as the first toss counts."""
        tosses = parameter(mean, "mean", real)
        if not np.all(np.greater_equal(tosses, 1)):
            raise ValueError(f"mean is {mean!r}; the mean is 1 or more, as the first toss counts")
        return cls(1 / tosses)

    @classmethod
    def from_mean_failures(cls, failures: ArrayLike) -> "Geometric":
        """The law with this mean number of tails before the head, for those who count from 0."""
        tails = parameter(failures, "failures", real)
        if not np.all(np.greater_equal(tails, 0)):
            raise ValueError(f"failures is {failures!r}; a mean number of tails is 0 or more")
        return cls(1 / (1 + tails))

    @property
    def mean(self) -> Result:
        """1/p."""
        return 1 / self.p

    @property
    def variance(self) -> Result:
        """(1 − p)/p²."""
        return (1 - self.p) / self.p / self.p

    @property
    def sd(self) -> Result:
        """The square root of the variance."""
        return plain(np.sqrt(self.variance))

    @property
    def support(self) -> tuple[float, Result]:
        """1 to infinity, or 1 alone where p = 1."""
        return 1.0, plain(np.where(np.equal(self.p, 1), 1.0, math.inf))

    def nats_of_entropy(self) -> Result:
        """h(p)/p; Cover & Thomas (2006), problem 2.1."""
        return Bernoulli(self.p).nats_of_entropy() / self.p

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """(x − 1) ln(1−p) + ln p at 1, 2, 3, …; −inf elsewhere."""
        k = points(x, self)
        inside = on_integers(k) & (k >= 1)
        tails = xlog1py(np.where(inside, k - 1, 0), np.negative(self.p))
        return plain(np.where(inside, tails + np.log(self.p), -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws from 1 on."""
        return rng.geometric(self.p, size)


@closed_form
@of_batches
def _bernoulli(p: Bernoulli, q: Bernoulli) -> Result:
    """Cover & Thomas (2006), example 2.3.1."""
    a, b = np.asarray(p.p, np.float64), np.asarray(q.p, np.float64)
    return gibbs(a, b, a - b) + gibbs(1 - a, 1 - b, b - a)


@closed_form
def _categorical(p: Categorical, q: Categorical) -> float:
    """The sum itself; both must list the same outcomes."""
    if len(p.probabilities) != len(q.probabilities):
        raise ValueError(
            f"p has {len(p.probabilities)} outcomes and q has {len(q.probabilities)}; they must list the same ones"
        )
    return float(divergence(p.probabilities, q.probabilities))


@closed_form
@of_batches
def _geometric(p: Geometric, q: Geometric) -> Result:
    """One coin for every toss: D(Bernoulli‖Bernoulli)/p by the chain rule."""
    return _bernoulli(Bernoulli(p.p), Bernoulli(q.p)) / p.p
