"""A Rényi divergence with its logarithm inside the mean, beside the right one."""

import math

from extrabits import kl_divergence, renyi_divergence

TRUTH = [0.7, 0.2, 0.1]
BELIEF = [0.4, 0.3, 0.3]


def right(alpha: float) -> float:
    """ln E_q (p/q)^α / (α − 1)."""
    return float(renyi_divergence(TRUTH, BELIEF, alpha, base=math.e))


def as_printed(alpha: float) -> float:
    """E_q ln (p/q)^α / (1 − α)."""
    return alpha / (alpha - 1) * float(kl_divergence(BELIEF, TRUTH, base=math.e))
