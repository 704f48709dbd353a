"""Two coins: a fair one, which is the truth, and one that falls heads 62 % of the time, which is the belief."""

from math import e, expm1, sqrt

from extrabits import kl_divergence

FAIR, BELIEF = 0.5, 0.62


def divergence(a: float = FAIR, b: float = BELIEF) -> float:
    """D between coins that fall heads with probabilities a and b."""
    return float(kl_divergence([a, 1 - a], [b, 1 - b], base=e))


def belief_at(d: float) -> float:
    """The probability of heads, above one half, of the belief at this divergence from a fair coin."""
    return (1 + sqrt(-expm1(-2 * d))) / 2
