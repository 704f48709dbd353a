"""A law on 2, 3, 4, … with a heavy tail, and infinite D from it to two laws that are positive everywhere. In bits."""

from collections.abc import Callable
from functools import cache
from math import log, log2

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad

Array = NDArray[np.float64]

PLAIN = 10**4  # as many terms are added one by one; an integral stands for those after them


@cache
def constant() -> float:
    """Σ 1/(x ln² x) over x ≥ 2, by which the heavy law is divided."""
    x = np.arange(2, PLAIN + 1)
    last = 1 / (PLAIN * log(PLAIN) ** 2)
    return float(np.sum(1 / (x * np.log(x) ** 2)) + 1 / log(PLAIN) - last / 2)  # Euler and Maclaurin


def from_geometric(decades: float) -> float:
    """The part of D(p‖q) that x ≤ 10ᵈ make up, if q is 2¹⁻ˣ."""
    return _partial(decades, lambda x: 1 - x)


def from_square(decades: float) -> float:
    """The same, if q is 1/(x(x − 1))."""
    return _partial(decades, lambda x: -np.log2(x) - np.log2(x - 1))


def _partial(decades: float, log_belief: Callable[[Array], Array]) -> float:
    def term(x: Array) -> Array:
        log_truth = -np.log2(x) - 2 * np.log2(np.log(x)) - log2(constant())
        return np.asarray(np.exp2(log_truth) * (log_truth - log_belief(x)))

    def by_logarithm(s: float) -> float:
        x = np.exp(s)
        return float(term(x) * x)

    most = min(round(10.0**decades), PLAIN)
    found = float(np.sum(term(np.arange(2.0, most + 1))))
    first, last = float(most), 10.0**decades
    if last > first:
        area, _ = quad(by_logarithm, log(first), log(last), epsrel=1e-10, limit=200)
        found += area + float(term(np.array(last)) - term(np.array(first))) / 2
    return found
