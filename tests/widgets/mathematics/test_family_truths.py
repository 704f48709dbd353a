"""Divergences, also Rényi's, and entropies of families from textbook formulas with sixty digits; so says the package.

`python tests/widgets/mathematics/test_family_truths.py` writes the truths anew.
"""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mpmath
import pytest

import extrabits

TRUTHS = Path(__file__).with_name("families.json")
mpf = mpmath.mpf

PAIRS = [
    ("Normal(0, 1)", "Normal(1, 1.5)"),
    ("Normal(0, 1)", "Normal(1e-08, 1.00000001)"),
    ("Normal(-3, 0.001)", "Normal(5, 1000)"),
    ("Normal(0, 1e-200)", "Normal(0, 1e+200)"),
    ("Laplace(0, 1)", "Laplace(1, 1.5)"),
    ("Laplace(0, 1)", "Laplace(1e-08, 1.00000001)"),
    ("Laplace(-3, 0.01)", "Laplace(5, 100)"),
    ("Exponential(2)", "Exponential(1)"),
    ("Exponential(1)", "Exponential(1.00000001)"),
    ("Gamma(3, 2)", "Gamma(2, 1)"),
    ("Gamma(0.01, 1)", "Gamma(5, 3)"),
    ("Gamma(5, 3)", "Gamma(0.01, 1)"),
    ("Gamma(100, 2)", "Gamma(100.001, 2)"),
    ("Gamma(1000000.0, 3)", "Gamma(1000001.0, 3)"),
    ("Gamma(1000000.0, 1000000.0)", "Gamma(1000001.0, 1000000.0)"),
    ("Gamma(3, 2)", "Gamma(3.000001, 2)"),
    ("Beta(17, 6)", "Beta(3, 3)"),
    ("Beta(0.5, 0.5)", "Beta(0.5001, 0.5)"),
    ("Beta(0.01, 4)", "Beta(4, 0.01)"),
    ("Beta(10000, 10000)", "Beta(10000, 10001)"),
    ("Uniform(0, 1)", "Uniform(-1, 2)"),
    ("Uniform(0, 1)", "Uniform(-1e-09, 1)"),
    ("Bernoulli(0.5)", "Bernoulli(0.9)"),
    ("Bernoulli(1e-10)", "Bernoulli(1e-20)"),
    ("Bernoulli(0.25)", "Bernoulli(0.25000001)"),
    ("Binomial(12, 0.4)", "Binomial(12, 0.25)"),
    ("Binomial(1000, 0.5)", "Binomial(1000, 0.50000001)"),
    ("Geometric(0.5)", "Geometric(0.2)"),
    ("Geometric(0.001)", "Geometric(0.0010000001)"),
    ("Poisson(4)", "Poisson(2)"),
    ("Poisson(0.01)", "Poisson(30)"),
    ("Poisson(1000000.0)", "Poisson(1000001.0)"),
]


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
    "Uniform": lambda a, b, c, d: mpmath.log((d - c) / (b - a)),
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
    if rate > 1000:  # R. J. Evans & J. Boersma (1988), with one term more than anybody needs here
        series = -1 / (12 * rate) - 1 / (24 * rate**2) - 19 / (360 * rate**3) - 9 / (80 * rate**4)
        return mpmath.log(2 * mpmath.pi * mpmath.e * rate) / 2 + series
    return _summed(lambda k: k * mpmath.log(rate) - rate - mpmath.loggamma(k + 1), 0, int(rate) + 400)


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
ORDERS = [0.1, 0.5, 2.0, 7.0]


def _renyi(alpha: float, p: str, q: str) -> float:
    family, own = _parts(p)
    return float(MOMENTS[family](mpf(alpha), own, _parts(q)[1]) / (mpf(alpha) - 1))


def _parts(text: str) -> tuple[str, list[Any]]:
    family, _, inside = text.rstrip(")").partition("(")
    return family, [mpf(float(x)) for x in inside.split(",")]


def truths() -> dict[str, list[dict[str, Any]]]:
    """Divergences and entropies in nats, from the textbook formula with sixty digits."""
    with mpmath.workdps(60):
        return {
            "kl_divergence": [
                {"p": p, "q": q, "value": float(DIVERGENCES[_parts(p)[0]](*_parts(p)[1], *_parts(q)[1]))}
                for p, q in PAIRS
            ],
            "renyi_divergence": [
                {"p": p, "q": q, "alpha": alpha, "value": value if math.isfinite(value) else "inf"}
                for p, q in PAIRS
                for alpha in ORDERS
                for value in [_renyi(alpha, p, q)]
            ],
            "entropy": [{"p": p, "value": float(ENTROPIES[_parts(p)[0]](*_parts(p)[1]))} for p, _ in PAIRS],
        }


def as_family(text: str) -> extrabits.Normal:
    family, parameters = _parts(text)
    return getattr(extrabits, family)(*(float(x) for x in parameters))  # type: ignore[no-any-return]


def test_the_truths_are_what_the_formulas_say() -> None:
    assert json.loads(TRUTHS.read_text(encoding="utf-8")) == truths()


def test_the_package_meets_the_truths_of_families() -> None:
    written = json.loads(TRUTHS.read_text(encoding="utf-8"))
    for case in written["kl_divergence"]:
        value = extrabits.kl_divergence(as_family(case["p"]), as_family(case["q"]), base=math.e)
        assert value == pytest.approx(case["value"], rel=1e-13), case
    for case in written["entropy"]:
        assert extrabits.entropy(as_family(case["p"]), base=math.e) == pytest.approx(case["value"], rel=1e-13), case


def write() -> None:
    rows = {name: ",\n".join("    " + json.dumps(case) for case in cases) for name, cases in truths().items()}
    TRUTHS.write_text(
        "{\n" + ",\n".join(f'  "{name}": [\n{lines}\n  ]' for name, lines in rows.items()) + "\n}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    write()
