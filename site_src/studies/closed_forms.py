"""Entropies and divergences of families: each formula in TeX beside the same formula in Python and example laws."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from math import comb, e, erfc, exp, lgamma, log, pi, prod, sqrt
from typing import Any

import numpy as np
from scipy.special import beta, digamma, gamma

from extrabits import (
    Bernoulli,
    Beta,
    Binomial,
    Categorical,
    Dirichlet,
    Exponential,
    Gamma,
    Geometric,
    Laplace,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
)
from studies.integration import mean_under


@dataclass(frozen=True)
class ClosedForm:
    """The entropy of one family or the divergence of two, in nats, for laws that stand as examples.

    The arguments of the formula are the parameters of the laws, in order, under the letters that the TeX uses.
    An underscore at the end tells two equal letters apart.
    """

    laws: tuple[Any, ...]
    tex: str
    formula: Callable[..., float]

    @property
    def function(self) -> str:
        """The name of the function that gives the value."""
        return "entropy" if len(self.laws) == 1 else "kl_divergence"

    @property
    def call(self) -> str:
        """The one line that gives the value."""
        return f"{self.function}({', '.join(map(_written, self.laws))}, base=e)"

    @property
    def symbols(self) -> list[str]:
        """Each law with letters for its parameters."""
        letters = iter(letter.rstrip("_") for letter in inspect.signature(self.formula).parameters)
        return [f"{_family(law)}({', '.join(next(letters) for _ in fields(law))})" for law in self.laws]

    def by_formula(self) -> float:
        """The formula's value for the parameters of the laws."""
        return self.formula(*(getattr(law, field.name) for law in self.laws for field in fields(law)))

    def by_integration(self) -> float:
        """The mean of −ln p or of ln p/q under p, integrated or summed."""
        if len(self.laws) == 1:
            return mean_under(self.laws[0], lambda log_p, _: -log_p, self.laws[0])
        return mean_under(self.laws[0], lambda log_p, log_q: log_p - log_q, self.laws[1])


def _family(law: object) -> str:
    return type(law).__name__


def _written(value: Any) -> str:
    """A law, a list or a number as one would type it."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, int | float):
        return f"{value:g}"
    return f"{_family(value)}({', '.join(_written(getattr(value, field.name)) for field in fields(value))})"


def _binomial(n: int, p: float) -> list[float]:
    return [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


def _nats(p: Sequence[float]) -> float:
    return sum(x * log(1 / x) for x in p)


def _coin(p: float) -> float:
    return p * log(1 / p) + (1 - p) * log(1 / (1 - p))


def _many_beta(alpha: Sequence[float]) -> float:
    return float(prod(gamma(a) for a in alpha) / gamma(sum(alpha)))


def _gamma_entropy(k: float, λ: float) -> float:
    return k - log(λ) + lgamma(k) + (1 - k) * float(digamma(k))


def _mean_log(low: float, high: float) -> float:
    return (high * log(high) - low * log(low)) / (high - low) - 1


def _beta_entropy(a: float, b: float) -> float:
    digammas = (a - 1) * digamma(a) + (b - 1) * digamma(b) - (a + b - 2) * digamma(a + b)
    return log(beta(a, b)) - float(digammas)


ENTROPIES = [
    ClosedForm((Bernoulli(0.3),), r"h(p) = p \ln \frac1p + (1-p) \ln \frac{1}{1-p}", lambda p: _coin(p)),
    ClosedForm(
        (Binomial(10, 0.3),),
        r"\sum_k b_k \ln \frac{1}{b_k}, \; b_k = \tbinom nk p^k (1-p)^{n-k}",
        lambda n, p: _nats(_binomial(n, p)),
    ),
    ClosedForm((Categorical([0.5, 0.3, 0.2]),), r"\sum_k p_k \ln \frac{1}{p_k}", lambda p: _nats(p)),
    ClosedForm((Geometric(0.3),), r"h(p) / p", lambda p: _coin(p) / p),
    ClosedForm(
        (Poisson(2.5),),
        r"\lambda (1 - \ln \lambda) + e^{-\lambda} \sum_k \frac{\lambda^k \ln k!}{k!}",
        lambda λ: λ * (1 - log(λ)) + sum(exp(k * log(λ) - λ - lgamma(k + 1)) * lgamma(k + 1) for k in range(99)),
    ),
    ClosedForm((Uniform(1, 3.5),), r"\ln(b - a)", lambda a, b: log(b - a)),
    ClosedForm((Exponential(2.5),), r"1 - \ln \lambda", lambda λ: 1 - log(λ)),
    ClosedForm(
        (Gamma(3, 2.5),), r"k - \ln \lambda + \ln \Gamma(k) + (1 - k)\, \psi(k)", lambda k, λ: _gamma_entropy(k, λ)
    ),
    ClosedForm(
        (Beta(17, 6),),
        r"\ln B(a, b) - (a-1)\, \psi(a) - (b-1)\, \psi(b) + (n-2)\, \psi(n), \; n = a+b",
        lambda a, b: _beta_entropy(a, b),
    ),
    ClosedForm(
        (Dirichlet([3, 2, 4]),),
        r"\ln B(\alpha) + (\alpha_0 - K)\, \psi(\alpha_0) - \sum_k (\alpha_k - 1)\, \psi(\alpha_k)",
        lambda α: log(_many_beta(α)) + (sum(α) - len(α)) * digamma(sum(α)) - sum((a - 1) * digamma(a) for a in α),
    ),
    ClosedForm((Laplace(1, 2),), r"1 + \ln 2b", lambda μ, b: 1 + log(2 * b)),
    ClosedForm((Normal(1, 2),), r"\tfrac12 \ln 2\pi e \sigma^2", lambda μ, σ: log(2 * pi * e * σ**2) / 2),
    ClosedForm(
        (MultivariateNormal([1, 0], [[2, 0.5], [0.5, 1]]),),
        r"\tfrac12 \ln \det(2\pi e \Sigma)",
        lambda μ, Σ: log(np.linalg.det(2 * pi * e * np.array(Σ))) / 2,
    ),
]

DIVERGENCES = [
    ClosedForm(
        (Bernoulli(0.3), Bernoulli(0.6)),
        r"p \ln \frac pq + (1-p) \ln \frac{1-p}{1-q}",
        lambda p, q: p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)),
    ),
    ClosedForm(
        (Bernoulli(0.3), Binomial(4, 0.6)),
        r"p \ln \frac{p}{mq\,(1-q)^{m-1}} + (1-p) \ln \frac{1-p}{(1-q)^m}",
        lambda p, m, q: p * log(p / (m * q * (1 - q) ** (m - 1))) + (1 - p) * log((1 - p) / (1 - q) ** m),
    ),
    ClosedForm(
        (Bernoulli(0.3), Poisson(2.5)),
        r"\lambda + p \ln \frac p\lambda + (1-p) \ln(1-p)",
        lambda p, λ: λ + p * log(p / λ) + (1 - p) * log(1 - p),
    ),
    ClosedForm(
        (Bernoulli(0.3), Categorical([0.1, 0.6, 0.3])),
        r"p \ln \frac{p}{q_1} + (1-p) \ln \frac{1-p}{q_0}",
        lambda p, q: p * log(p / q[1]) + (1 - p) * log((1 - p) / q[0]),
    ),
    ClosedForm(
        (Binomial(10, 0.3), Binomial(10, 0.6)),
        r"n \Bigl( p \ln \frac pq + (1-p) \ln \frac{1-p}{1-q} \Bigr)",
        lambda n, p, n_, q: n * (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))),
    ),
    ClosedForm(
        (Binomial(10, 0.3), Binomial(12, 0.6)),
        r"\sum_k b_k \ln \frac{b_k}{c_k}, \; b_k = \tbinom nk p^k (1-p)^{n-k}, \; c_k = \tbinom mk q^k (1-q)^{m-k}",
        lambda n, p, m, q: sum(b * log(b / c) for b, c in zip(_binomial(n, p), _binomial(m, q), strict=False)),
    ),
    ClosedForm(
        (Binomial(10, 0.3), Poisson(2.5)),
        r"\lambda - np \ln \lambda + \sum_k b_k \ln (k!\, b_k), \; b_k = \tbinom nk p^k (1-p)^{n-k}",
        lambda n, p, λ: λ - n * p * log(λ) + sum(b * (lgamma(k + 1) + log(b)) for k, b in enumerate(_binomial(n, p))),
    ),
    ClosedForm(
        (Categorical([0.5, 0.3, 0.2]), Binomial(4, 0.6)),
        r"\sum_k p_k \ln \frac{p_k}{c_k}, \; c_k = \tbinom mk q^k (1-q)^{m-k}",
        lambda p, m, q: sum(x * log(x / c) for x, c in zip(p, _binomial(m, q), strict=False)),
    ),
    ClosedForm(
        (Categorical([0.5, 0.3, 0.2]), Poisson(2.5)),
        r"\lambda + \sum_k p_k \ln \frac{k!\, p_k}{\lambda^k}",
        lambda p, λ: λ + sum(x * (log(x) + lgamma(k + 1) - k * log(λ)) for k, x in enumerate(p)),
    ),
    ClosedForm(
        (Categorical([0.5, 0.3, 0.2]), Categorical([0.1, 0.6, 0.3])),
        r"\sum_k p_k \ln \frac{p_k}{q_k}",
        lambda p, q: sum(x * log(x / y) for x, y in zip(p, q, strict=True)),
    ),
    ClosedForm(
        (Geometric(0.3), Geometric(0.6)),
        r"\ln \frac pq + \frac{1-p}{p} \ln \frac{1-p}{1-q}",
        lambda p, q: log(p / q) + (1 - p) / p * log((1 - p) / (1 - q)),
    ),
    ClosedForm(
        (Poisson(2.5), Poisson(4)),
        r"\lambda \ln \frac\lambda\mu - \lambda + \mu",
        lambda λ, μ: λ * log(λ / μ) - λ + μ,
    ),
    ClosedForm(
        (Uniform(1, 3.5), Uniform(0, 4)),
        r"\ln \frac{d-c}{b-a}, \; c \le a, \; b \le d",
        lambda a, b, c, d: log((d - c) / (b - a)),
    ),
    ClosedForm(
        (Uniform(1, 3.5), Exponential(2.5)),
        r"\tfrac12 \lambda (a + b) - \ln(\lambda (b - a)), \; a \ge 0",
        lambda a, b, λ: λ * (a + b) / 2 - log(λ * (b - a)),
    ),
    ClosedForm(
        (Uniform(1, 3.5), Gamma(3, 1.5)),
        r"\ln \frac{\Gamma(k)}{\lambda^k (b-a)} + \tfrac12 \lambda (a + b)"
        r" - (k-1) \Bigl(\frac{b \ln b - a \ln a}{b-a} - 1\Bigr), \; a \ge 0",
        lambda a, b, k, λ: lgamma(k) - k * log(λ) - log(b - a) + λ * (a + b) / 2 - (k - 1) * _mean_log(a, b),
    ),
    ClosedForm(
        (Uniform(0.25, 0.75), Beta(2, 4)),
        r"\ln \frac{B(c, d)}{b-a} - (c-1)\, \ell(a, b) - (d-1)\, \ell(1-b, 1-a),"
        r" \; \ell(x, y) = \frac{y \ln y - x \ln x}{y-x} - 1",
        lambda a, b, c, d: log(beta(c, d) / (b - a)) - (c - 1) * _mean_log(a, b) - (d - 1) * _mean_log(1 - b, 1 - a),
    ),
    ClosedForm(
        (Uniform(1, 3.5), Laplace(2, 3)),
        r"\ln \frac{2c}{b-a} + \frac{(\nu-a)^2 + (b-\nu)^2}{2c\,(b-a)}, \; a \le \nu \le b",
        lambda a, b, ν, c: log(2 * c / (b - a)) + ((ν - a) ** 2 + (b - ν) ** 2) / (2 * c * (b - a)),
    ),
    ClosedForm(
        (Uniform(1, 3.5), Normal(0, 2)),
        r"\tfrac12 \ln 2\pi\tau^2 - \ln(b - a) + \frac{(b-a)^2/12 + ((a+b)/2 - \nu)^2}{2\tau^2}",
        lambda a, b, ν, τ: (
            log(2 * pi * τ**2) / 2 - log(b - a) + ((b - a) ** 2 / 12 + ((a + b) / 2 - ν) ** 2) / (2 * τ**2)
        ),
    ),
    ClosedForm(
        (Exponential(2.5), Exponential(1.5)),
        r"\ln \frac\lambda\mu + \frac\mu\lambda - 1",
        lambda λ, μ: log(λ / μ) + μ / λ - 1,
    ),
    ClosedForm(
        (Exponential(2.5), Gamma(3, 1.5)),
        r"\ln \Gamma(j) + (1 - j)\, \psi(1) + j \ln \frac\lambda\mu + \frac\mu\lambda - 1",
        lambda λ, j, μ: lgamma(j) + (1 - j) * digamma(1) + j * log(λ / μ) + μ / λ - 1,
    ),
    ClosedForm(
        (Exponential(2.5), Laplace(0.5, 2)),
        r"\ln 2c\lambda - 1 + \frac{\nu - 1/\lambda + 2 e^{-\lambda\nu}/\lambda}{c}, \; \nu \ge 0",
        lambda λ, ν, c: log(2 * c * λ) - 1 + (ν - 1 / λ + 2 * exp(-λ * ν) / λ) / c,
    ),
    ClosedForm(
        (Exponential(2.5), Normal(0.5, 2)),
        r"\tfrac12 \ln 2\pi\tau^2 - 1 + \ln \lambda + \frac{1/\lambda^2 + (1/\lambda - \nu)^2}{2\tau^2}",
        lambda λ, ν, τ: log(2 * pi * τ**2) / 2 - 1 + log(λ) + (1 / λ**2 + (1 / λ - ν) ** 2) / (2 * τ**2),
    ),
    ClosedForm(
        (Gamma(3, 2.5), Gamma(2, 1.5)),
        r"\ln \frac{\Gamma(j)}{\Gamma(k)} + (k - j)\, \psi(k) + j \ln \frac\lambda\mu"
        r" + k \Bigl(\frac\mu\lambda - 1\Bigr)",
        lambda k, λ, j, μ: log(gamma(j) / gamma(k)) + (k - j) * digamma(k) + j * log(λ / μ) + k * (μ / λ - 1),
    ),
    ClosedForm(
        (Gamma(3, 2.5), Exponential(1.5)),
        r"(k - 1)\, \psi(k) - \ln \Gamma(k) + \ln \frac\lambda\mu + k \Bigl(\frac\mu\lambda - 1\Bigr)",
        lambda k, λ, μ: (k - 1) * digamma(k) - lgamma(k) + log(λ / μ) + k * (μ / λ - 1),
    ),
    ClosedForm(
        (Gamma(3, 2.5), Normal(0.5, 2)),
        r"\tfrac12 \ln 2\pi\tau^2 - H(p) + \frac{k/\lambda^2 + (k/\lambda - \nu)^2}{2\tau^2}",
        lambda k, λ, ν, τ: log(2 * pi * τ**2) / 2 - _gamma_entropy(k, λ) + (k / λ**2 + (k / λ - ν) ** 2) / (2 * τ**2),
    ),
    ClosedForm(
        (Beta(17, 6), Beta(3, 3)),
        r"\ln \frac{B(c, d)}{B(a, b)} + (a-c)\, \psi(a) + (b-d)\, \psi(b) + (c+d-n)\, \psi(n), \; n = a+b",
        lambda a, b, c, d: (
            log(beta(c, d) / beta(a, b))
            + (a - c) * digamma(a)
            + (b - d) * digamma(b)
            + (c + d - a - b) * digamma(a + b)
        ),
    ),
    ClosedForm(
        (Beta(17, 6), Uniform(-1, 2)),
        r"\ln(d - c) - H(p), \; c \le 0, \; 1 \le d",
        lambda a, b, c, d: log(d - c) - _beta_entropy(a, b),
    ),
    ClosedForm(
        (Beta(17, 6), Exponential(2.5)),
        r"\frac{\lambda a}{a+b} - \ln \lambda - H(p)",
        lambda a, b, λ: λ * a / (a + b) - log(λ) - _beta_entropy(a, b),
    ),
    ClosedForm(
        (Beta(17, 6), Gamma(3, 2.5)),
        r"\ln \frac{\Gamma(k)}{\lambda^k} + \frac{\lambda a}{a+b} - (k-1) (\psi(a) - \psi(a+b)) - H(p)",
        lambda a, b, k, λ: (
            lgamma(k) - k * log(λ) + λ * a / (a + b) - (k - 1) * (digamma(a) - digamma(a + b)) - _beta_entropy(a, b)
        ),
    ),
    ClosedForm(
        (Beta(17, 6), Normal(0.5, 2)),
        r"\tfrac12 \ln 2\pi\tau^2 - H(p) + \frac{m(1-m)/(a+b+1) + (m - \nu)^2}{2\tau^2}, \; m = \frac{a}{a+b}",
        lambda a, b, ν, τ: (
            log(2 * pi * τ**2) / 2
            - _beta_entropy(a, b)
            + (a / (a + b) * b / (a + b) / (a + b + 1) + (a / (a + b) - ν) ** 2) / (2 * τ**2)
        ),
    ),
    ClosedForm(
        (Dirichlet([3, 2, 4]), Dirichlet([1, 2, 2])),
        r"\ln \frac{B(\beta)}{B(\alpha)} + \sum_k (\alpha_k - \beta_k) (\psi(\alpha_k) - \psi(\alpha_0))",
        lambda α, β: (
            log(_many_beta(β) / _many_beta(α))
            + sum((a - b) * (digamma(a) - digamma(sum(α))) for a, b in zip(α, β, strict=True))
        ),
    ),
    ClosedForm(
        (Laplace(1, 2), Laplace(0, 3)),
        r"\ln \frac cb - 1 + \frac{b\, e^{-\lvert\mu-\nu\rvert/b} + \lvert\mu-\nu\rvert}{c}",
        lambda μ, b, ν, c: log(c / b) - 1 + (b * exp(-abs(μ - ν) / b) + abs(μ - ν)) / c,
    ),
    ClosedForm(
        (Laplace(1, 2), Normal(0, 3)),
        r"\tfrac12 \ln 2\pi\tau^2 - 1 - \ln 2b + \frac{2b^2 + (\mu-\nu)^2}{2\tau^2}",
        lambda μ, b, ν, τ: log(2 * pi * τ**2) / 2 - 1 - log(2 * b) + (2 * b**2 + (μ - ν) ** 2) / (2 * τ**2),
    ),
    ClosedForm(
        (Normal(1, 2), Normal(0, 3)),
        r"\ln \frac\tau\sigma + \frac{\sigma^2 + (\mu-\nu)^2}{2\tau^2} - \frac12",
        lambda μ, σ, ν, τ: log(τ / σ) + (σ**2 + (μ - ν) ** 2) / (2 * τ**2) - 1 / 2,
    ),
    ClosedForm(
        (Normal(1, 2), Laplace(0, 3)),
        r"\ln 2c - \tfrac12 \ln 2\pi e\sigma^2 + \frac\sigma c"
        r" \Bigl(\sqrt{\tfrac2\pi}\, e^{-z^2/2} + z - 2z\,\Phi(-z)\Bigr), \; z = \frac{\lvert\mu-\nu\rvert}{\sigma}",
        lambda μ, σ, ν, c: (
            log(2 * c)
            - log(2 * pi * e * σ**2) / 2
            + σ / c * sqrt(2 / pi) * exp(-(((μ - ν) / σ) ** 2) / 2)
            + abs(μ - ν) / c * (1 - erfc(abs(μ - ν) / σ / sqrt(2)))
        ),
    ),
    ClosedForm(
        (MultivariateNormal([1, 0], [[2, 0.5], [0.5, 1]]), MultivariateNormal([0, 0], [[1, -0.25], [-0.25, 3]])),
        r"\tfrac12 \Bigl( \ln \frac{\det T}{\det \Sigma} + \operatorname{tr} T^{-1}\Sigma"
        r" + (\mu-\nu)^{\mathsf T} T^{-1} (\mu-\nu) - K \Bigr)",
        lambda μ, Σ, ν, T: (
            (
                log(np.linalg.det(T) / np.linalg.det(Σ))
                + np.trace(np.linalg.inv(T) @ Σ)
                + np.subtract(μ, ν) @ np.linalg.inv(T) @ np.subtract(μ, ν)
                - len(μ)
            )
            / 2
        ),
    ),
]

CLOSED_FORMS = ENTROPIES + DIVERGENCES
