"""Boys among twelve children: every family with its own chance of a boy."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, comb

from studies.binomials import Law, misfit

# Saxon families with twelve children, by the number of boys: Geissler 1889, in Edwards 1958, Table 1.
BOYS = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7]


def beta_binomial(trials: int, a: float, b: float) -> Law:
    """The law of successes whose chance is drawn from Beta(a, b)."""
    successes = np.arange(trials + 1)
    return np.asarray(comb(trials, successes) * np.exp(betaln(successes + a, trials - successes + b) - betaln(a, b)))


@cache
def nearest_parameters() -> tuple[float, float]:
    """The a and b of the beta-binomial closest to Geissler's families."""
    # In log(a + b) and the log-odds of the mean the bottom is round; in a and b it is a long valley.
    result = minimize(
        lambda z: misfit(BOYS, beta_binomial(len(BOYS) - 1, *_from_valley(z))),
        [4.0, 0.1],
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-16},
    )
    if not result.success:
        raise ArithmeticError(result.message)
    return _from_valley(result.x)


def nearest() -> Law:
    """The beta-binomial closest to Geissler's families."""
    return beta_binomial(len(BOYS) - 1, *nearest_parameters())


def spread_between_families() -> float:
    """The standard deviation, between families, of the chance of a boy in that law."""
    a, b = nearest_parameters()
    return float(np.sqrt(a * b / (a + b + 1)) / (a + b))


def _from_valley(z: Sequence[float]) -> tuple[float, float]:
    total, mean = np.exp(z[0]), 1 / (1 + np.exp(-z[1]))
    return float(total * mean), float(total * (1 - mean))
