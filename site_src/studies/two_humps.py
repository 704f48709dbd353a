"""Half Bin(10, 0.1), half Bin(10, 0.9), fitted by one binomial in both directions."""

from functools import cache
from math import e

from scipy.optimize import minimize_scalar

from extrabits import kl_divergence
from studies.binomials import Law, law

TRIALS = 10


def two_humps() -> Law:
    """The law with two humps."""
    return (law(TRIALS, 0.1) + law(TRIALS, 0.9)) / 2


def model_from_humps(theta: float) -> float:
    """D(Bin(10, θ)‖two humps)."""
    return float(kl_divergence(law(TRIALS, theta), two_humps(), base=e))


def humps_from_model(theta: float) -> float:
    """D(two humps‖Bin(10, θ))."""
    return float(kl_divergence(two_humps(), law(TRIALS, theta), base=e))


@cache
def lower_minimum() -> float:
    """The theta below one half at which D(Bin(10, θ)‖two humps) has a minimum."""
    result = minimize_scalar(model_from_humps, bounds=(0.01, 0.4), method="bounded", options={"xatol": 1e-10})
    return float(result.x)
