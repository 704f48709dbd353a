"""Laws that differ by a disturbance of a chosen size, and what five sums make of their divergence."""

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

SUMS: dict[str, Callable[[Array, Array], Array]] = {
    "numpy": lambda p, q: np.sum(p * np.log(p / q), axis=-1),
    "rel_entr": lambda p, q: np.sum(rel_entr(p, q), axis=-1),
    "kl_div": lambda p, q: np.sum(kl_div(p, q), axis=-1),
    "rel_entr less the difference": lambda p, q: np.sum(rel_entr(p, q) - (p - q), axis=-1),
    "extrabits": lambda p, q: np.asarray(kl_divergence(p, q, base=math.e)),
}


def pairs(size: float, seed: int = 0) -> tuple[Array, Array]:
    """Pairs of laws, row by row, with q = p · (1 + size · noise) divided by its sum."""
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


def share_negative(size: float) -> float:
    """The share of the pairs for which numpy's plain sum says that the divergence is negative."""
    return float(np.mean(SUMS["numpy"](*pairs(size)) < 0))


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
