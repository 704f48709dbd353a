"""Laws that differ by a disturbance of a chosen size, and what sums in floating point make of their divergence."""

import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import kl_div, rel_entr

from extrabits import kl_divergence

Array = NDArray[np.float64]

LETTERS = 16
PAIRS = 400
STEP = 3e-9
ONE_STEP = (np.array([0.5, 0.3, 0.2]), np.array([0.5 + STEP, 0.3 - STEP, 0.2]))


def plain_terms(p: Array, q: Array) -> Array:
    """p ln(p/q) as numpy users write it."""
    return p * np.log(p / q)


SUMS: dict[str, Callable[[Array, Array], Array]] = {
    "numpy": lambda p, q: np.sum(plain_terms(p, q), axis=-1),
    "rel_entr": lambda p, q: np.sum(rel_entr(p, q), axis=-1),
    "kl_div": lambda p, q: np.sum(kl_div(p, q), axis=-1),
    "rel_entr less the difference": lambda p, q: np.sum(rel_entr(p, q) - (p - q), axis=-1),
    "extrabits": lambda p, q: np.asarray(kl_divergence(p, q, base=math.e)),
}


def plain_in_single(p: Array, q: Array) -> Array:
    """numpy's sum of p ln(p/q) where everything, p and q too, is kept in single precision."""
    return SUMS["numpy"](p.astype(np.float32), q.astype(np.float32)).astype(np.float64)


def pairs(size: float | Array, seed: int = 0) -> tuple[Array, Array]:
    """Pairs of laws, row by row, with q = p · (1 + size · noise) divided by its sum; the size may vary by row."""
    generator = np.random.default_rng(seed)
    p = generator.dirichlet(np.ones(LETTERS), PAIRS)
    q = p * (1 + size * generator.standard_normal(p.shape))
    return p / p.sum(axis=-1, keepdims=True), q / q.sum(axis=-1, keepdims=True)


@cache
def worst_errors(size: float) -> dict[str, float]:
    """The worst relative error of each sum."""
    p, q = pairs(size)
    truths = exact(p, q)
    return {name: max(_relative_errors(add(p, q), truths)) for name, add in SUMS.items()}


def pairs_of_all_sizes(every: int = 5) -> tuple[Array, Array]:
    """Pairs whose disturbance grows from 10⁻¹⁰ to 0.3, row by row; each fifth of them."""
    p, q = pairs(np.geomspace(1e-10, 0.3, PAIRS)[:, np.newaxis])
    return p[::every], q[::every]


def misses(add: Callable[[Array, Array], Array], p: Array, q: Array) -> Array:
    """How far a sum is from the divergence of each pair, in nats."""
    truths = exact(p, q)
    return np.array(_relative_errors(add(p, q), truths)) * np.array(truths, dtype=np.float64)


@cache
def typical_miss(size: float, single: bool = False) -> float:
    """The median over the pairs of what numpy's plain sum misses, in nats."""
    return float(np.median(misses(plain_in_single if single else SUMS["numpy"], *pairs(size))))


def differences_of_sums(p: Array, q: Array) -> Array:
    """What p sums to less what q sums to, of each pair, rounded once."""
    return np.array([math.fsum(row) for row in np.concatenate([p, -q], axis=-1).tolist()])


def typical_difference_of_sums(size: float) -> float:
    """The median over the pairs of how far the sum of p is from the sum of q."""
    return float(np.median(np.abs(differences_of_sums(*pairs(size)))))


def typical_miss_of_terms(size: float) -> float:
    """The median of what numpy's plain sum would miss if p and q summed to the same: P ln(P/Q) is nearly P − Q."""
    p, q = pairs(size)
    sums = zip(SUMS["numpy"](p, q).tolist(), exact(p, q), strict=True)
    errors = np.array([float(Decimal(plain) - truth) for plain, truth in sums])
    return float(np.median(np.abs(errors - differences_of_sums(p, q))))


def mean_divergence(size: float) -> float:
    """The divergence, averaged over the pairs, in nats."""
    return float(np.mean(np.array(exact(*pairs(size)), dtype=np.float64)))


def mean_when_clipped(size: float) -> float:
    """What numpy's plain sum gives on average if every negative result is replaced by 0, in nats."""
    return float(np.mean(np.maximum(SUMS["numpy"](*pairs(size)), 0)))


def share_negative(size: float, single: bool = False) -> float:
    """The share of the pairs for which numpy's plain sum says that the divergence is negative."""
    return float(np.mean((plain_in_single if single else SUMS["numpy"])(*pairs(size)) < 0))


def exact(p: Array, q: Array) -> list[Decimal]:
    """The divergence of each pair to sixty digits, the numbers taken as they are and each row divided by its sum."""

    def law(row: list[float]) -> list[Decimal]:
        numbers = [Decimal(x) for x in row]
        return [x / sum(numbers) for x in numbers]

    with localcontext(prec=60):
        laws = [(law(a), law(b)) for a, b in zip(p.tolist(), q.tolist(), strict=True)]
        return [sum((x * (x / y).ln() for x, y in zip(a, b, strict=True)), Decimal()) for a, b in laws]


def _relative_errors(values: Array, truths: list[Decimal]) -> list[float]:
    return [abs(float(Decimal(v) / truth - 1)) for v, truth in zip(values.tolist(), truths, strict=True)]
