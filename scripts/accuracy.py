"""Print how far the package is from fifty correct digits: the worst relative error in each regime, and its limit.

The tests hold the package to the limits; this prints what is reached. A law given in float64 does not sum to
exactly 1, so the oracle first divides it by its sum.
"""

import math
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import environment

if __name__ == "__main__":
    environment.enter()

import mpmath
import numpy as np
from mpmath import mpf

import extrabits as xb

Pair = tuple[float, Any]  # computed, exact
Regime = Callable[[np.random.Generator], Pair]


class Limit(NamedTuple):
    """A regime by name, how large its relative error may become, and one random case of it."""

    name: str
    limit: float
    case: Regime


LIMITS: list[Limit] = []
mpmath.mp.dps = 50


def limit(name: str, largest: float) -> Callable[[Regime], Regime]:
    """A decorator: cases of this regime have at most this relative error."""

    def register(case: Regime) -> Regime:
        LIMITS.append(Limit(name, largest, case))
        return case

    return register


def worst(regime: Limit, cases: int, seed: int = 0) -> float:
    """The largest relative error in this many cases; inf for a negative value where the exact one is not."""
    rng = np.random.default_rng(seed)
    return max(relative_error(*regime.case(rng)) for _ in range(cases))


def relative_error(computed: float, exact: Any) -> float:
    """|computed − exact| / |exact|; inf for a wrong sign, a wrong infinity and nan."""
    if computed == exact:
        return 0.0
    if not math.isfinite(computed) or mpmath.isinf(exact) or exact == 0 or (computed < 0) != (exact < 0):
        return math.inf
    return float(abs(mpf(computed) - exact) / abs(exact))


def exact_law(p: Iterable[float]) -> list[Any]:
    """The law that the float64 numbers stand for."""
    total = mpmath.fsum(p)
    return [mpf(x) / total for x in p]


def exact_kl(p: Sequence[Any], q: Sequence[Any]) -> Any:
    """D(p‖q) in nats by its definition."""
    return mpmath.fsum(a * mpmath.log(a / b) for a, b in zip(p, q, strict=True) if a)


def exact_renyi(p: Sequence[Any], q: Sequence[Any], alpha: float) -> Any:
    """The Rényi divergence in nats by its definition."""
    if alpha == 1:
        return exact_kl(p, q)
    if alpha == math.inf:
        return max(mpmath.log(a / b) for a, b in zip(p, q, strict=True) if a)
    total = mpmath.fsum(a**alpha * b ** (1 - mpf(alpha)) for a, b in zip(p, q, strict=True) if a)
    return mpmath.log(total) / (mpf(alpha) - 1)


def law(rng: np.random.Generator, outcomes: int = 20, concentration: float = 1.0) -> Any:
    """A random law."""
    return rng.dirichlet(np.full(outcomes, concentration))


def near(rng: np.random.Generator, p: Any, epsilon: float) -> Any:
    """q = p (1 + ε · noise), a law again."""
    return xb.normalize(p * (1 + epsilon * rng.normal(size=p.shape)))


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """A number between 10^low and 10^high."""
    return float(10 ** rng.uniform(low, high))


def parameters(rng: np.random.Generator, count: int) -> list[tuple[float, float]]:
    """Pairs of parameters from 1e-3 to 1e8: far apart, or equal up to a relative 1e-1 to 1e-8."""
    pairs = []
    apart = rng.random() < 0.5
    for _ in range(count):
        x = log_uniform(rng, -3, 8)
        y = log_uniform(rng, -3, 8) if apart else x * (1 + rng.normal() * log_uniform(rng, -8, -1) / 4)
        pairs.append((x, y))
    return pairs


@limit("surprisal", 1e-15)
def _surprisal(rng: np.random.Generator) -> Pair:
    p = log_uniform(rng, -300, 0)
    return xb.surprisal(p, base=math.e), -mpmath.log(mpf(p))


@limit("entropy", 1e-14)
def _entropy(rng: np.random.Generator) -> Pair:
    p = law(rng)
    return xb.entropy(p, base=math.e), -mpmath.fsum(x * mpmath.log(x) for x in exact_law(p))


@limit("binary entropy, p from 1e-300", 1e-14)
def _binary_entropy(rng: np.random.Generator) -> Pair:
    p = log_uniform(rng, -300, 0)
    exact = -mpf(p) * mpmath.log(mpf(p)) - (1 - mpf(p)) * mpmath.log1p(-mpf(p))
    return xb.binary_entropy(p, base=math.e), exact


@limit("cross-entropy", 1e-14)
def _cross_entropy(rng: np.random.Generator) -> Pair:
    p, q = law(rng), law(rng)
    exact = -mpmath.fsum(a * mpmath.log(b) for a, b in zip(exact_law(p), exact_law(q), strict=True))
    return xb.cross_entropy(p, q, base=math.e), exact


@limit("D(p‖q)", 1e-14)
def _kl(rng: np.random.Generator) -> Pair:
    p, q = law(rng, concentration=0.3), law(rng, concentration=0.3)
    return xb.kl_divergence(p, q, base=math.e), exact_kl(exact_law(p), exact_law(q))


def _kl_near(epsilon: float) -> Regime:
    def case(rng: np.random.Generator) -> Pair:
        p = law(rng)
        q = near(rng, p, epsilon)
        return xb.kl_divergence(p, q, base=math.e), exact_kl(exact_law(p), exact_law(q))

    return case


for _epsilon in (1e-1, 1e-2, 1e-4, 1e-6, 1e-8):
    limit(f"D(p‖q), q = p (1 + {_epsilon:g} · noise)", 1e-13)(_kl_near(_epsilon))


@limit("D(p‖q), probabilities down to 5e-324", 1e-14)
def _kl_subnormal(rng: np.random.Generator) -> Pair:
    tiny = np.array([5e-324, 1e-310, 1e-300, log_uniform(rng, -300, -20)])
    p, q = (np.concatenate([rng.permutation(tiny), law(rng, 4)]) for _ in range(2))
    return xb.kl_divergence(p, q, base=math.e), exact_kl(exact_law(p), exact_law(q))


@limit("Jensen–Shannon divergence", 1e-14)
def _js(rng: np.random.Generator) -> Pair:
    return _js_case(law(rng), law(rng))


@limit("Jensen–Shannon divergence, q = p (1 + 1e-8 · noise)", 1e-13)
def _js_near(rng: np.random.Generator) -> Pair:
    p = law(rng)
    return _js_case(p, near(rng, p, 1e-8))


def _js_case(p: Any, q: Any) -> Pair:
    a, b = exact_law(p), exact_law(q)
    mixture = [(x + y) / 2 for x, y in zip(a, b, strict=True)]
    return xb.js_divergence(p, q, base=math.e), (exact_kl(a, mixture) + exact_kl(b, mixture)) / 2


@limit("mutual information", 1e-14)
def _mutual_information(rng: np.random.Generator) -> Pair:
    return _mutual_information_case(law(rng, 20).reshape(4, 5))


@limit("mutual information, independent up to 1e-8", 1e-13)
def _mutual_information_near(rng: np.random.Generator) -> Pair:
    return _mutual_information_case(near(rng, np.multiply.outer(law(rng, 4), law(rng, 5)), 1e-8 / 20))


def _mutual_information_case(joint: Any) -> Pair:
    joint = joint / joint.sum()
    cells = mpmath.matrix(joint.tolist()) / mpmath.fsum(joint.ravel())
    rows = [mpmath.fsum(cells[i, :]) for i in range(cells.rows)]
    columns = [mpmath.fsum(cells[:, j]) for j in range(cells.cols)]
    product = [x * y for x in rows for y in columns]
    return xb.mutual_information(joint, base=math.e), exact_kl(list(cells), product)


def _renyi(alpha: float, *, noise: float | None = None) -> Regime:
    def case(rng: np.random.Generator) -> Pair:
        p = law(rng)
        q = law(rng) if noise is None else near(rng, p, noise)
        return xb.renyi_divergence(p, q, alpha, base=math.e), exact_renyi(exact_law(p), exact_law(q), alpha)

    return case


for _alpha in (0.1, 0.5, 0.999999, 1 - 1e-12, 1, 1 + 1e-12, 1.000001, 2, 50, math.inf):
    limit(f"Rényi divergence, α = {_alpha:.13g}", 1e-14)(_renyi(_alpha))
for _alpha in (0.5, 1 + 1e-12, 2, 50):
    limit(f"Rényi divergence, α = {_alpha:.13g}, q = p (1 + 1e-6 · noise)", 1e-13)(_renyi(_alpha, noise=1e-6))


@limit("Rényi divergence, α = 0, impossible outcomes", 1e-14)
def _renyi_zero(rng: np.random.Generator) -> Pair:
    p, q = np.concatenate([law(rng, 5), np.zeros(5)]), law(rng, 10)
    return xb.renyi_divergence(p, q, 0, base=math.e), -mpmath.log(mpmath.fsum(exact_law(q)[:5]))


@limit("Rényi entropy, α from 0 to 50", 1e-14)
def _renyi_entropy(rng: np.random.Generator) -> Pair:
    alpha = float(rng.choice([0, 0.1, 0.5, 1 - 1e-12, 1 + 1e-12, 1.5, 2, 50]))
    p = law(rng)
    exact = mpmath.log(mpmath.fsum(x**alpha for x in exact_law(p))) / (1 - mpf(alpha))
    return xb.renyi_entropy(p, alpha, base=math.e), exact


@limit("entropy from logits, up to ±2000", 1e-13)
def _entropy_logits(rng: np.random.Generator) -> Pair:
    logits = _spread_logits(rng)
    with mpmath.workdps(2000):
        exact = -mpmath.fsum(x * mpmath.log(x) for x in _exact_softmax(logits))
    return _unless_underflown(xb.entropy_logits(logits, base=math.e), exact)


@limit("log loss from logits, up to ±2000", 1e-14)
def _log_loss_logits(rng: np.random.Generator) -> Pair:
    logits = _spread_logits(rng)
    label = int(rng.integers(len(logits)))
    with mpmath.workdps(2000):
        others = mpmath.fsum(
            mpmath.exp(mpf(x) - mpf(logits[label])) for k, x in enumerate(logits.tolist()) if k != label
        )
        exact = mpmath.log1p(others)
    return _unless_underflown(xb.log_loss_logits(label, logits, base=math.e), exact)


@limit("D(p‖q) from logits, up to ±2000", 1e-13)
def _kl_logits(rng: np.random.Generator) -> Pair:
    a, b = _spread_logits(rng), _spread_logits(rng)
    return xb.kl_divergence_logits(a, b, base=math.e), exact_kl(_exact_softmax(a), _exact_softmax(b))


@limit("D(p‖q) from logits, equal up to 1e-8", 1e-13)
def _kl_logits_near(rng: np.random.Generator) -> Pair:
    a = rng.normal(0, 3, 10)
    b = a + 1e-8 * rng.normal(size=10)
    return xb.kl_divergence_logits(a, b, base=math.e), exact_kl(_exact_softmax(a), _exact_softmax(b))


def _unless_underflown(computed: float, exact: Any) -> Pair:
    """The pair, but no fault where a float64 cannot hold the exact value and the computed one is as small."""
    return (0.0, mpf(0)) if 0 <= computed < 1e-300 and exact < 1e-300 else (computed, exact)


def _spread_logits(rng: np.random.Generator) -> Any:
    return rng.uniform(-1, 1, 10) * float(rng.choice([1, 10, 100, 2000]))


def _exact_softmax(logits: Any) -> list[Any]:
    with mpmath.workdps(2000):
        shares = [mpmath.exp(mpf(x)) for x in logits.tolist()]
        total = mpmath.fsum(shares)
        return [share / total for share in shares]


@limit("Normal, sd ratio 1 ± 1e-8 and 1e-160 to 1e150", 1e-14)
def _normal(rng: np.random.Generator) -> Pair:
    sd = log_uniform(rng, -150, 150)
    other = sd * float(rng.choice([1 + 1e-8, 1 - 1e-8, 1.0001, 3, 1e-150, 1e160]))
    mean, away = rng.normal() * sd, rng.normal() * other * log_uniform(rng, -9, 0)
    p, q = xb.Normal(mean, sd), xb.Normal(mean + away, other)
    ratio = (mpf(p.sd) / mpf(q.sd)) ** 2
    exact = (ratio - 1 - mpmath.log(ratio) + ((mpf(p.mean) - mpf(q.mean)) / mpf(q.sd)) ** 2) / 2
    return xb.kl_divergence(p, q, base=math.e), exact


@limit("Bernoulli, 1e-300 to 1, 1e-10 against 1e-20 among them", 1e-14)
def _bernoulli(rng: np.random.Generator) -> Pair:
    a, b = [(1e-10, 1e-20), (log_uniform(rng, -300, 0), log_uniform(rng, -300, 0)), (0.3, 0.3 * (1 + 1e-8))][
        rng.integers(3)
    ]
    with mpmath.workdps(700):
        exact = exact_kl([mpf(a), 1 - mpf(a)], [mpf(b), 1 - mpf(b)])
    return xb.kl_divergence(xb.Bernoulli(a), xb.Bernoulli(b), base=math.e), exact


@limit("Poisson, 1e12 against 1e12 + 1 among them", 1e-14)
def _poisson(rng: np.random.Generator) -> Pair:
    a = log_uniform(rng, -10, 12)
    b = float(rng.choice([log_uniform(rng, -10, 12), a * (1 + 1e-9), 1e12 + 1]))
    a = 1e12 if b == 1e12 + 1 else a
    exact = mpf(a) * mpmath.log(mpf(a) / mpf(b)) - mpf(a) + mpf(b)
    return xb.kl_divergence(xb.Poisson(a), xb.Poisson(b), base=math.e), exact


@limit("Exponential, rates equal up to 1e-8 or far apart", 1e-14)
def _exponential(rng: np.random.Generator) -> Pair:
    ((a, b),) = parameters(rng, 1)
    ratio = mpf(b) / mpf(a)
    return xb.kl_divergence(xb.Exponential(a), xb.Exponential(b), base=math.e), ratio - 1 - mpmath.log(ratio)


@limit("Gamma, shapes and rates 1e-3 to 1e8", 1e-13)
def _gamma(rng: np.random.Generator) -> Pair:
    (k, j), (a, b) = parameters(rng, 2)
    exact = (
        (mpf(k) - j) * mpmath.digamma(k)
        - mpmath.loggamma(k)
        + mpmath.loggamma(j)
        + j * mpmath.log(mpf(a) / b)
        + k * (mpf(b) - a) / a
    )
    return xb.kl_divergence(xb.Gamma(k, a), xb.Gamma(j, b), base=math.e), exact


@limit("Beta, 1e-3 to 1e8", 1e-12)
def _beta(rng: np.random.Generator) -> Pair:
    pairs = parameters(rng, 2)
    p, q = (xb.Beta(*side) for side in zip(*pairs, strict=True))
    return xb.kl_divergence(p, q, base=math.e), _exact_dirichlet_kl(pairs)


@limit("Dirichlet of 5, 1e-3 to 1e8", 1e-12)
def _dirichlet(rng: np.random.Generator) -> Pair:
    pairs = parameters(rng, 5)
    p, q = (xb.Dirichlet(side) for side in zip(*pairs, strict=True))
    return xb.kl_divergence(p, q, base=math.e), _exact_dirichlet_kl(pairs)


def _exact_dirichlet_kl(pairs: list[tuple[float, float]]) -> Any:
    with mpmath.workdps(80):
        total, other = mpmath.fsum(a for a, _ in pairs), mpmath.fsum(b for _, b in pairs)
        bregman = [
            mpmath.loggamma(mpf(b)) - mpmath.loggamma(mpf(a)) - (mpf(b) - mpf(a)) * mpmath.digamma(mpf(a))
            for a, b in [*pairs, (total, other)]
        ]
        return mpmath.fsum(bregman[:-1]) - bregman[-1]


@limit("Gamma entropy, shapes 1e-3 to 1e8 (of 3 + h, as h crosses 0)", 1e-13)
def _gamma_entropy(rng: np.random.Generator) -> Pair:
    k = log_uniform(rng, -3, 8)
    exact = k + mpmath.loggamma(k) + (1 - mpf(k)) * mpmath.digamma(k)
    return xb.entropy(xb.Gamma(k, 1), base=math.e) + 3, exact + 3


@limit("Laplace, scales and means equal up to 1e-8 or apart", 3e-14)
def _laplace(rng: np.random.Generator) -> Pair:
    b, c = parameters(rng, 1)[0]
    shift = b * log_uniform(rng, -9, 1)
    t, ratio = mpf(shift) / b, mpf(b) / c
    exact = ratio * (mpmath.exp(-t) - 1 + t) + ratio - 1 - mpmath.log(ratio)
    return xb.kl_divergence(xb.Laplace(0, b), xb.Laplace(shift, c), base=math.e), exact


def main() -> None:
    """Print the table."""
    cases = 200
    print(f"worst relative error of {cases} random cases each, against mpmath at 50 digits\n")
    print(f"{'regime':<62}{'worst':>9}{'limit':>9}")
    failed = False
    for regime in LIMITS:
        error = worst(regime, cases)
        failed |= error > regime.limit
        print(f"{regime.name:<62}{error:>9.1e}{regime.limit:>9.0e}{'' if error <= regime.limit else '  MISSED'}")
    error = relative_error(*ten_million(np.random.default_rng(0)))
    print(f"{'D(p‖q), 1e7 outcomes (one case, oracle: math.fsum)':<62}{error:>9.1e}{1e-14:>9.0e}")
    sys.exit(failed or error > 1e-14)


def ten_million(rng: np.random.Generator) -> Pair:
    """D of two laws of 1e7 outcomes; the terms added by math.fsum, which rounds once."""
    p, q = (xb.normalize(rng.exponential(size=10**7)) for _ in range(2))
    terms = p * np.log(p / q)
    exact = math.fsum(terms) - math.fsum(np.concatenate([p, -q]))
    return xb.kl_divergence(p, q, base=math.e), mpf(exact)


if __name__ == "__main__":
    main()
