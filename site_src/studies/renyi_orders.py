"""Rényi divergences of two laws in two stages, and of two laws for which no order above 1 is finite. In bits."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import zeta

from extrabits import renyi_divergence

Array = NDArray[np.float64]

# Rows: an even choice, the same for both laws. Columns: loud, quiet. After the first row both are sure of quiet; after
# the second p is sure of loud, to which q gives a sixteenth.
P = np.array([[0, 1], [1, 0]]) / 2
Q = np.array([[0, 16], [1, 15]]) / 32


def both_stages(alpha: float) -> float:
    """The divergence of the pair."""
    return float(renyi_divergence(P.ravel(), Q.ravel(), alpha))


def second_stage(alpha: float) -> float:
    """What is left of it for somebody who does not see the choice: an even mixture of two pairs of laws."""
    return float(renyi_divergence(P.sum(0), Q.sum(0), alpha))


def mean_of_stages(alpha: float) -> float:
    """What a chain rule would say: nothing for the choice, and the mean over the rows of the divergences after it."""
    after = [renyi_divergence(p / p.sum(), q / q.sum(), alpha) for p, q in zip(P, Q, strict=True)]
    return float(np.mean(after))


def heavy_against_thin(terms: int = 10**6) -> float:
    """D of p(k) ∝ k⁻³ from q(k) = 2⁻ᵏ. No Rényi divergence above order 1 is finite: 2^(εk) outgrows each power of k."""
    k = np.arange(1, terms + 1, dtype=np.float64)
    share = 1 / float(zeta(3))
    head = float(share / k**3 @ (k + np.log2(share) - 3 * np.log2(k)))
    return head + share / terms  # the tail of the largest part, Σ 1/k²
