"""Divergences, also Rényi's, and entropies of families from textbook formulas, in nats."""

from collections.abc import Callable
from typing import Any

import mpmath

mpf = mpmath.mpf

# Of each family the parameters in their order, and the law in the words of a book.
FAMILIES = {
    "Normal": (("mean", "sd"), "density exp(−((x − mean)/sd)²/2) / (sd √(2π))"),
    "Laplace": (("mean", "scale"), "density exp(−|x − mean|/scale) / (2 scale)"),
    "Exponential": (("rate",), "density rate exp(−rate x), x ≥ 0; its mean is 1/rate"),
    "Gamma": (
        ("shape", "rate"),
        "density rate^shape x^(shape − 1) exp(−rate x) / Γ(shape), x > 0; its mean is shape/rate",
    ),
    "Beta": (("a", "b"), "density x^(a − 1) (1 − x)^(b − 1) / B(a, b), 0 < x < 1"),
    "Uniform": (("low", "high"), "density 1/(high − low), low < x < high"),
    "Bernoulli": (("p",), "1 with probability p, else 0"),
    "Binomial": (("n", "p"), "the number of ones in n independent Bernoulli(p)"),
    "Geometric": (("p",), "probability p (1 − p)^(k − 1), k = 1, 2, …: the number of tries, the last one included"),
    "Poisson": (("rate",), "probability exp(−rate) rate^k / k!, k = 0, 1, …"),
}  # fmt: skip


def parsed(text: str) -> dict[str, Any]:
    """Normal(0, 1) as the name of the family and its parameters by name."""
    family, _, inside = text.rstrip(")").partition("(")
    numbers = [int(x) if x.strip().lstrip("-").isdigit() else float(x) for x in inside.split(",")]
    return {"family": family, **dict(zip(FAMILIES[family][0], numbers, strict=True))}


def value(measure: str, p: dict[str, Any], q: dict[str, Any] | None = None, alpha: float | None = None) -> Any:
    """The measure by the formula of the family, in as many digits as mpmath works with."""
    family, own = p["family"], _parameters(p)
    if q is None:
        return ENTROPIES[family](*own)
    if alpha is None:
        return DIVERGENCES[family](*own, *_parameters(q))
    return MOMENTS[family](mpf(alpha), own, _parameters(q)) / (mpf(alpha) - 1)


def _parameters(law: dict[str, Any]) -> list[Any]:
    return [mpf(law[name]) for name in FAMILIES[law["family"]][0]]


def _coin(p: Any, q: Any) -> Any:
    return sum(a * mpmath.log(a / b) for a, b in ((p, q), (1 - p, 1 - q)))


def _normal(m: Any, a: Any, n: Any, b: Any) -> Any:
    return mpmath.log(b / a) + (a**2 + (m - n) ** 2) / (2 * b**2) - mpf(1) / 2


def _laplace(m: Any, b: Any, n: Any, c: Any) -> Any:
    shift = abs(m - n)
    return mpmath.log(c / b) + (b * mpmath.exp(-shift / b) + shift) / c - 1


def _gamma(k: Any, a: Any, j: Any, b: Any) -> Any:
    logs = mpmath.loggamma(j) - mpmath.loggamma(k) + j * mpmath.log(a / b)
    return (k - j) * mpmath.digamma(k) + logs + k * (b - a) / a


def _beta(a: Any, b: Any, c: Any, d: Any) -> Any:
    total = (c - a + d - b) * mpmath.digamma(a + b)
    return _log_beta(c, d) - _log_beta(a, b) + (a - c) * mpmath.digamma(a) + (b - d) * mpmath.digamma(b) + total


def _log_beta(a: Any, b: Any) -> Any:
    return mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(a + b)


DIVERGENCES: dict[str, Callable[..., Any]] = {
    "Normal": _normal,
    "Laplace": _laplace,
    "Exponential": lambda a, b: mpmath.log(a / b) + b / a - 1,
    "Gamma": _gamma,
    "Beta": _beta,
    "Uniform": lambda a, b, c, d: mpmath.log((d - c) / (b - a)) if c <= a and b <= d else mpmath.inf,
    "Bernoulli": _coin,
    "Binomial": lambda n, p, _, q: n * _coin(p, q),
    "Geometric": lambda p, q: _coin(p, q) / p,
    "Poisson": lambda a, b: a * mpmath.log(a / b) - a + b,
}


def _summed(log: Callable[[Any], Any], first: int, last: int) -> Any:
    return mpmath.fsum(-mpmath.exp(value) * value for value in map(log, range(first, last)))


def _binomial_entropy(n: Any, p: Any) -> Any:
    def log(k: int) -> Any:
        return mpmath.log(mpmath.binomial(n, k)) + k * mpmath.log(p) + (n - k) * mpmath.log(1 - p)

    return _summed(log, 0, int(n) + 1)


def _poisson_entropy(rate: Any) -> Any:
    """The sum to 20 standard deviations and 400 on each side, each logarithm from the one before."""
    around = 20 * int(mpmath.sqrt(rate)) + 400
    first = max(0, int(rate) - around)
    log, log_rate = first * mpmath.log(rate) - rate - mpmath.loggamma(first + 1), mpmath.log(rate)
    total = mpf(0)
    for k in range(first, int(rate) + around):
        total -= mpmath.exp(log) * log
        log += log_rate - mpmath.log(k + 1)
    return total


ENTROPIES: dict[str, Callable[..., Any]] = {
    "Normal": lambda _, sd: mpmath.log(2 * mpmath.pi * mpmath.e * sd**2) / 2,
    "Laplace": lambda _, b: 1 + mpmath.log(2 * b),
    "Exponential": lambda rate: 1 - mpmath.log(rate),
    "Gamma": lambda k, rate: k - mpmath.log(rate) + mpmath.loggamma(k) + (1 - k) * mpmath.digamma(k),
    "Beta": lambda a, b: (
        _log_beta(a, b)
        - (a - 1) * mpmath.digamma(a)
        - (b - 1) * mpmath.digamma(b)
        + (a + b - 2) * mpmath.digamma(a + b)
    ),
    "Uniform": lambda a, b: mpmath.log(b - a),
    "Bernoulli": lambda p: -p * mpmath.log(p) - (1 - p) * mpmath.log(1 - p),
    "Binomial": _binomial_entropy,
    "Geometric": lambda p: (-p * mpmath.log(p) - (1 - p) * mpmath.log(1 - p)) / p,
    "Poisson": _poisson_entropy,
}


def _weighed(log_norm: Callable[..., Any], alpha: Any, p: list[Any], q: list[Any]) -> Any:
    """ln ∫ p^α q^(1−α) where the parameters are natural: by the logarithms of what norms the laws."""
    mixed = [alpha * a + (1 - alpha) * b for a, b in zip(p, q, strict=True)]
    if min(mixed) <= 0:
        return mpmath.inf
    return log_norm(*mixed) - alpha * log_norm(*p) - (1 - alpha) * log_norm(*q)


def _normal_moment(alpha: Any, p: list[Any], q: list[Any]) -> Any:
    (m, a), (n, b) = p, q
    variance = alpha * b**2 + (1 - alpha) * a**2
    if variance <= 0:
        return mpmath.inf
    logs = (1 - alpha) * mpmath.log(a) + alpha * mpmath.log(b) - mpmath.log(variance) / 2
    return logs - alpha * (1 - alpha) * (m - n) ** 2 / (2 * variance)


def _laplace_moment(alpha: Any, p: list[Any], q: list[Any]) -> Any:
    (m, b), (n, c) = p, q
    if alpha / b + (1 - alpha) / c <= 0:
        return mpmath.inf

    def density(x: Any) -> Any:
        return mpmath.exp(-alpha * (abs(x - m) / b + mpmath.log(2 * b))) * mpmath.exp(
            -(1 - alpha) * (abs(x - n) / c + mpmath.log(2 * c))
        )

    # On each side of the means the integrand is an exponential; between them, it is one too.
    outer = alpha / b + (1 - alpha) / c
    low, high = min(m, n), max(m, n)
    slope = (mpmath.log(density(high)) - mpmath.log(density(low))) / (high - low)
    between = (density(high) - density(low)) / slope if slope else density(low) * (high - low)
    return mpmath.log((density(low) + density(high)) / outer + between)


def _uniform_moment(alpha: Any, p: list[Any], q: list[Any]) -> Any:
    return (1 - alpha) * mpmath.log((p[1] - p[0]) / (q[1] - q[0]))  # where p lies inside q


def _coin_moment(alpha: Any, p: Any, q: Any) -> Any:
    return mpmath.log(p**alpha * q ** (1 - alpha) + (1 - p) ** alpha * (1 - q) ** (1 - alpha))


def _geometric_moment(alpha: Any, p: list[Any], q: list[Any]) -> Any:
    (a,), (b,) = p, q
    tails = (1 - a) ** alpha * (1 - b) ** (1 - alpha)
    return mpmath.log(a**alpha * b ** (1 - alpha) / (1 - tails)) if tails < 1 else mpmath.inf


MOMENTS: dict[str, Callable[[Any, list[Any], list[Any]], Any]] = {
    "Normal": _normal_moment,
    "Laplace": _laplace_moment,
    "Exponential": lambda alpha, p, q: _weighed(lambda rate: -mpmath.log(rate), alpha, p, q),
    "Gamma": lambda alpha, p, q: _weighed(lambda k, rate: mpmath.loggamma(k) - k * mpmath.log(rate), alpha, p, q),
    "Beta": lambda alpha, p, q: _weighed(_log_beta, alpha, p, q),
    "Uniform": _uniform_moment,
    "Bernoulli": lambda alpha, p, q: _coin_moment(alpha, p[0], q[0]),
    "Binomial": lambda alpha, p, q: p[0] * _coin_moment(alpha, p[1], q[1]),
    "Geometric": _geometric_moment,
    "Poisson": lambda alpha, p, q: p[0] ** alpha * q[0] ** (1 - alpha) - alpha * p[0] - (1 - alpha) * q[0],
}
