"""Laws of counts: Binomial and Poisson."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtr, bdtrc, pdtr, pdtrc, xlog1py, xlogy

from extrabits._checks import Array
from extrabits._scalars import Result, parameter, plain, probability, real, whole
from extrabits.families._family import (
    Shape,
    closed_form,
    density,
    draws,
    each_law,
    kl_nats,
    of_batches,
    on_integers,
    points,
)
from extrabits.families.discrete import Bernoulli, Categorical, Discrete, Geometric
from extrabits.kernel import gibbs, gibbs_of_logs, sum_terms
from extrabits.stirling import HALF_LOG_2PI, binet


@dataclass(frozen=True, eq=False)
class Binomial(Discrete):
    """The law of the number of heads in n independent tosses of a coin with probability p.

    >>> round(entropy(Binomial(10, 0.5)), 4)
    2.7064
    >>> kl_divergence(Binomial(10, 0.25), Binomial(9, 0.25))
    inf

    Raises ValueError for n that is not a whole number ≥ 0 and p outside [0, 1].
    """

    n: Result
    p: Result

    def _check(self) -> None:
        n = parameter(self.n, "n", _tosses, one_by_one=True)
        if isinstance(n, np.ndarray) and n.max() >= 2**63:
            raise ValueError(f"n is up to {n.max():g}; in a batch, give numbers below 2**63")
        self._keep(n=n.astype(np.int64) if isinstance(n, np.ndarray) else n, p=parameter(self.p, "p", probability))

    @property
    def mean(self) -> Result:
        """n p."""
        return self.n * self.p

    @property
    def variance(self) -> Result:
        """n p (1 − p)."""
        return self.n * self.p * (1 - self.p)

    @property
    def sd(self) -> Result:
        """The square root of the variance."""
        return plain(np.sqrt(self.variance))

    @property
    def support(self) -> tuple[Result, Result]:
        """0 to n, or the one value that is certain."""
        n = np.asarray(self.n, np.float64)
        return plain(np.where(np.equal(self.p, 1), n, 0.0)), plain(np.where(np.equal(self.p, 0), 0.0, n))

    @each_law
    def nats_of_entropy(self) -> float:
        """The sum over the values that matter; for large variances the series of C. Knessl (1998)."""
        variance = self.variance
        if variance > 1e8:
            return float(
                0.5 + HALF_LOG_2PI + math.log(variance) / 2 + (4 * self.p * (1 - self.p) - 1) / (12 * variance)
            )
        return _summed_entropy(self, self.n)

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """ln C(n, x) + x ln p + (n−x) ln(1−p), computed as in C. Loader (2000).

        Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
        """
        k = points(x, self)
        inside = on_integers(k) & (k >= 0) & (k <= self.n)
        return plain(np.where(inside, self._log_probability(np.where(inside, k, 0.0)), -math.inf))

    def _log_probability(self, k: Array) -> Result:
        n, p = np.asarray(self.n, np.float64), np.asarray(self.p, np.float64)
        between = (k > 0) & (k < n)
        ends = xlogy(k, p) + xlog1py(n - k, -p)
        if not between.any():
            return ends
        j = np.where(between, k, n / 2)
        misfit = gibbs(j, n * p, j - n * p) + gibbs(n - j, n * (1 - p), n * p - j)
        stirling = binet(n) - binet(j) - binet(n - j) - np.log(j * ((n - j) / n)) / 2 - HALF_LOG_2PI
        return np.where(between, stirling - misfit, ends)

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws from 0 to n."""
        return rng.binomial(self.n, self.p, size)


@dataclass(frozen=True, eq=False)
class Poisson(Discrete):
    """The law of a count of independent rare events with mean `rate`; at rate 0 there is none for certain.

    >>> round(kl_divergence(Poisson(2), Poisson(1)), 4)
    0.5573
    >>> round(entropy(Poisson(1)), 4)
    1.8825

    Raises ValueError for a rate that is below 0 or not finite.
    """

    rate: Result

    def _check(self) -> None:
        self._keep(rate=parameter(self.rate, "rate", _rate))

    @property
    def mean(self) -> Result:
        """The rate."""
        return self.rate

    @property
    def variance(self) -> Result:
        """The rate again."""
        return self.rate

    @property
    def sd(self) -> Result:
        """The square root of the rate."""
        return plain(np.sqrt(self.rate))

    @property
    def support(self) -> tuple[Result, Result]:
        """0 to infinity, or 0 alone at rate 0."""
        return 0.0, plain(np.where(np.equal(self.rate, 0), 0.0, math.inf))

    @each_law
    def nats_of_entropy(self) -> float:
        """The sum over values that matter; for large rates the series of R. J. Evans & J. Boersma (1988)."""
        if self.rate <= 1e4:
            return _summed_entropy(self, math.inf)
        x = float(self.rate)
        series = -1 / (12 * x) - 1 / (24 * x**2) - 19 / (360 * x**3)
        return HALF_LOG_2PI + (1 + math.log(x)) / 2 + series

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """x ln λ − λ − ln x! = −gibbs(x, λ) less Stirling's formula; −inf where x is no count. Loader (2000)."""
        k = points(x, self)
        inside = on_integers(k) & (k >= 0)
        j = np.where(inside & (k > 0), k, 1.0)
        positive_part = -gibbs(j, np.asarray(self.rate, np.float64)) - HALF_LOG_2PI - np.log(j) / 2 - binet(j)
        return plain(np.where(inside, np.where(k == 0, np.negative(self.rate), positive_part), -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Draws from 0 on."""
        return rng.poisson(self.rate, size)


@closed_form
def _binomial(p: Binomial, q: Binomial) -> float:
    """n D(Bernoulli‖Bernoulli) by the chain rule; a finite sum where q counts more tosses than p."""
    if p.n == q.n:
        return float(p.n * kl_nats(Bernoulli(p.p), Bernoulli(q.p)))
    return _summed_divergence(p, q)


@closed_form
def _binomial_and_poisson(p: Binomial, q: Poisson) -> float:
    """A finite sum."""
    return _summed_divergence(p, q)


@closed_form
@of_batches
def _poisson(p: Poisson, q: Poisson) -> Result:
    """λ ln(λ/μ) − λ + μ: the kernel itself."""
    return gibbs(np.asarray(p.rate, np.float64), np.asarray(q.rate, np.float64))


@closed_form
def _coin_and_count(p: Bernoulli, q: Binomial | Poisson) -> float:
    """A coin is a Binomial law of one toss."""
    return float(kl_nats(Binomial(1, p.p), q))


@closed_form
def _count_and_coin(p: Binomial, q: Bernoulli) -> float:
    """A coin is a Binomial law of one toss."""
    return float(kl_nats(p, Binomial(1, q.p)))


@closed_form
def _listed_truth(p: Categorical, q: Bernoulli | Binomial | Geometric | Poisson) -> float:
    """The sum itself."""
    return _sum(p.probabilities, np.log(p.probabilities), q.log_density(np.arange(len(p.probabilities))))


@closed_form
def _listed_belief(p: Bernoulli | Binomial, q: Categorical) -> float:
    """The sum itself."""
    k = _window(p, p.support[1])
    log_p = p.log_density(k)
    return _sum(np.exp(log_p), log_p, q.log_density(k))


def _sum(mass: Array, log_p: Array, log_q: Array) -> float:
    """Σ p ln(p/q) over what is possible; below 0 it could only be rounding."""
    possible = mass > 0
    terms = mass[possible] * (log_p - log_q)[possible]
    return max(0.0, math.fsum(terms.tolist())) if np.isfinite(terms).all() else math.inf


def _tosses(value: object, name: str) -> int:
    return whole(value, name, 0)


def _rate(value: object, name: str) -> float:
    rate = real(value, name)
    if rate < 0:
        raise ValueError(f"{name} is {value}; a mean number of events is 0 or more")
    return rate


_WIDEST = 1e7


def _window(p: Bernoulli | Binomial | Poisson, last: float) -> Array:
    """The values within ten standard deviations and a margin; outside lies less than 1e-20."""
    reach = 10 * math.sqrt(p.variance) + 60
    if reach > _WIDEST:
        raise ValueError(f"{p} has too many values to sum over; its Normal law with the same mean and sd is as good")
    return np.arange(max(0.0, math.floor(p.mean - reach)), min(last, math.ceil(p.mean + reach)) + 1)


def _summed_entropy(p: Binomial | Poisson, last: float) -> float:
    def term(k: Array) -> Array:
        log = np.asarray(p.log_density(k))
        return np.asarray(np.exp(log) * np.minimum(-log, 750))  # at −750 the probability has underflowed to 0

    return float(sum_terms(term, _window(p, last)))


def _summed_divergence(p: Binomial, q: Binomial | Poisson) -> float:
    """The terms p ln(p/q) − p + q where p lives, and the probability that q has elsewhere."""
    k = _window(p, p.n)
    inside = float(sum_terms(lambda k: gibbs_of_logs(p.log_density(k), q.log_density(k)), k))
    below, last = max(k[0] - 1, 0.0), k[-1]  # 0 stands for nothing below, and is then not counted
    if isinstance(q, Poisson):
        return inside + float(pdtr(below, q.rate) * (k[0] > 0) + pdtrc(last, q.rate))
    return inside + float(bdtr(below, q.n, q.p) * (k[0] > 0) + bdtrc(last, q.n, q.p))
