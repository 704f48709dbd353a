"""The regimes in which the package keeps its digits, each with the largest relative error that it may make there.

`test_accuracy.py` holds the package to the limits; `scripts/accuracy.py` prints what is reached. A law given in float64
does not sum to exactly 1, so an oracle first divides it by its sum. The regimes of families are in `family_regimes.py`.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import mpmath
import numpy as np
from mpmath import mpf
from oracles import oracles

import extrabits as xb

Pair = tuple[float, Any]  # computed, exact
Regime = Callable[[np.random.Generator], Pair]
DIGITS = 50


class Limit(NamedTuple):
    """A regime by name, how large its relative error may become, and one random case of it."""

    name: str
    limit: float
    case: Regime


LIMITS: list[Limit] = []


def limit(name: str, largest: float) -> Callable[[Regime], Regime]:
    """A decorator: cases of this regime have at most this relative error."""

    def register(case: Regime) -> Regime:
        LIMITS.append(Limit(name, largest, case))
        return case

    return register


def worst(regime: Limit, cases: int, seed: int = 0) -> float:
    """The largest relative error in this many cases; inf for a negative value where the exact one is not."""
    rng = np.random.default_rng(seed)
    with mpmath.workdps(DIGITS):
        return max(relative_error(*regime.case(rng)) for _ in range(cases))


def relative_error(computed: float, exact: Any) -> float:
    """|computed − exact| / |exact|; inf for a wrong sign, a wrong infinity and nan."""
    if computed == exact:
        return 0.0
    if not math.isfinite(computed) or mpmath.isinf(exact) or exact == 0 or (computed < 0) != (exact < 0):
        return math.inf
    return float(abs(mpf(computed) - exact) / abs(exact))


def both(name: str, *arguments: Any) -> Pair:
    """What the package and its oracle give for these arguments, in nats."""
    return getattr(xb, name)(*arguments, base=math.e), oracles()[name](*arguments, base=mpmath.e)


def law(rng: np.random.Generator, outcomes: int = 20, concentration: float = 1.0) -> Any:
    """A random law."""
    return rng.dirichlet(np.full(outcomes, concentration))


def near(rng: np.random.Generator, p: Any, epsilon: float) -> Any:
    """q = p (1 + ε · noise), a law again."""
    return xb.normalize(p * (1 + epsilon * rng.normal(size=p.shape)))


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """A number between 10^low and 10^high."""
    return float(10 ** rng.uniform(low, high))


@limit("surprisal", 1e-15)
def _surprisal(rng: np.random.Generator) -> Pair:
    return both("surprisal", log_uniform(rng, -300, 0))


@limit("entropy", 1e-14)
def _entropy(rng: np.random.Generator) -> Pair:
    return both("entropy", law(rng))


@limit("binary entropy, p from 1e-300", 1e-14)
def _binary_entropy(rng: np.random.Generator) -> Pair:
    with mpmath.workdps(350):
        return both("binary_entropy", log_uniform(rng, -300, 0))


@limit("cross-entropy", 1e-14)
def _cross_entropy(rng: np.random.Generator) -> Pair:
    return both("cross_entropy", law(rng), law(rng))


@limit("D(p‖q)", 1e-14)
def _kl(rng: np.random.Generator) -> Pair:
    return both("kl_divergence", law(rng, concentration=0.3), law(rng, concentration=0.3))


def _near(name: str, epsilon: float, *more: float) -> Regime:
    def case(rng: np.random.Generator) -> Pair:
        p = law(rng)
        return both(name, p, near(rng, p, epsilon), *more)

    return case


for _epsilon in (1e-1, 1e-2, 1e-4, 1e-6, 1e-8):
    limit(f"D(p‖q), q = p (1 + {_epsilon:g} · noise)", 1e-13)(_near("kl_divergence", _epsilon))


@limit("D(p‖q), probabilities down to 5e-324", 1e-14)
def _kl_subnormal(rng: np.random.Generator) -> Pair:
    tiny = np.array([5e-324, 1e-310, 1e-300, log_uniform(rng, -300, -20)])
    return both("kl_divergence", *(np.concatenate([rng.permutation(tiny), law(rng, 4)]) for _ in range(2)))


@limit("Jensen–Shannon divergence", 1e-14)
def _js(rng: np.random.Generator) -> Pair:
    return both("js_divergence", law(rng), law(rng))


limit("Jensen–Shannon divergence, q = p (1 + 1e-8 · noise)", 1e-13)(_near("js_divergence", 1e-8))


@limit("mutual information", 1e-14)
def _mutual_information(rng: np.random.Generator) -> Pair:
    return both("mutual_information", law(rng, 20).reshape(4, 5))


@limit("mutual information, independent up to 1e-8", 1e-13)
def _mutual_information_near(rng: np.random.Generator) -> Pair:
    product = np.multiply.outer(law(rng, 4), law(rng, 5))
    return both("mutual_information", near(rng, product.ravel(), 1e-8).reshape(4, 5))


def _renyi(alpha: float) -> Regime:
    return lambda rng: both("renyi_divergence", law(rng), law(rng), alpha)


for _alpha in (0.1, 0.5, 0.999999, 1 - 1e-12, 1, 1 + 1e-12, 1.000001, 2, 50, math.inf):
    limit(f"Rényi divergence, α = {_alpha:.13g}", 1e-14)(_renyi(_alpha))
for _alpha in (0.5, 1 + 1e-12, 2, 50):
    name = f"Rényi divergence, α = {_alpha:.13g}, q = p (1 + 1e-6 · noise)"
    limit(name, 1e-13)(_near("renyi_divergence", 1e-6, _alpha))


@limit("Rényi divergence, α = 0, impossible outcomes", 1e-14)
def _renyi_zero(rng: np.random.Generator) -> Pair:
    return both("renyi_divergence", np.concatenate([law(rng, 5), np.zeros(5)]), law(rng, 10), 0)


@limit("Rényi entropy, α from 0 to 50", 1e-14)
def _renyi_entropy(rng: np.random.Generator) -> Pair:
    alpha = float(rng.choice([0, 0.1, 0.5, 1 - 1e-12, 1 + 1e-12, 1.5, 2, 50]))
    return both("renyi_entropy", law(rng), alpha)


@limit("entropy from logits, up to ±2000", 1e-13)
def _entropy_logits(rng: np.random.Generator) -> Pair:
    return _unless_underflown(*both("entropy_logits", _spread_logits(rng)))


@limit("log loss from logits, up to ±2000", 1e-14)
def _log_loss_logits(rng: np.random.Generator) -> Pair:
    logits = _spread_logits(rng)
    label = int(rng.integers(len(logits)))
    computed = xb.log_loss_logits(label, logits, base=math.e)
    return _unless_underflown(computed, oracles()["log_loss_logits"](label, logits, base=mpmath.e))


@limit("D(p‖q) from logits, up to ±2000", 1e-13)
def _kl_logits(rng: np.random.Generator) -> Pair:
    return both("kl_divergence_logits", _spread_logits(rng), _spread_logits(rng))


@limit("D(p‖q) from logits, equal up to 1e-8", 1e-13)
def _kl_logits_near(rng: np.random.Generator) -> Pair:
    a = rng.normal(0, 3, 10)
    return both("kl_divergence_logits", a, a + 1e-8 * rng.normal(size=10))


def _unless_underflown(computed: float, exact: Any) -> Pair:
    """The pair, but no fault where a float64 cannot hold the exact value and the computed one is as small."""
    return (0.0, mpf(0)) if 0 <= computed < 1e-300 and exact < 1e-300 else (computed, exact)


def _spread_logits(rng: np.random.Generator) -> Any:
    return rng.uniform(-1, 1, 10) * float(rng.choice([1, 10, 100, 2000]))
