"""Normal laws: binned, side by side, two of them mixed, and one observed through another."""

import math
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import ndtr

from extrabits import Normal, entropy, exclusive_fit, kl_divergence, normalize

Array = NDArray[np.float64]


def bits_in_bins(width: float) -> float:
    """The entropy, in bits, of a standard normal draw that is known only up to its bin."""
    edges = np.arange(-12, 12 + width, width)
    return float(entropy(normalize(np.diff(ndtr(edges)))))


def largest_gap(distance: float) -> float:
    """The Kolmogorov–Smirnov distance of two unit-variance normal laws whose means are so far apart."""
    return float(ndtr(distance / 2) - ndtr(-distance / 2))  # the gap is largest half-way between the means


@cache
def exclusive(half_distance: float, start: float) -> Normal:
    """The normal law q near N(start, 1) with the least D(q‖p), where p is an even mixture of N(±half_distance, 1)."""
    return exclusive_fit(Normal(start, 1), _even_mixture(half_distance))


def middle_from_mixture() -> float:
    """D(N(0, 1) ‖ ½ N(−1, 1) + ½ N(1, 1)), by quadrature."""
    p, log_q = Normal(0, 1), _even_mixture(1)

    def term(x: float) -> float:
        log_p = float(p.log_density(x))
        return math.exp(log_p) * (log_p - float(log_q(np.array(x))))

    return float(quad(term, -12, 12)[0])


def beta_bound(beta: float) -> float:
    """E_q ln p(x|z) − β D(q‖prior) at its best q, for z ~ N(0, 1), x ~ N(z, 1), and x = 1 observed."""
    q = Normal(1 / (1 + beta), math.sqrt(beta / (1 + beta)))
    reconstruction = -math.log(2 * math.pi) / 2 - ((1 - q.mean) ** 2 + q.sd**2) / 2
    return float(reconstruction) - beta * float(kl_divergence(q, Normal(0, 1), base=math.e))


def _even_mixture(half_distance: float) -> Callable[[Array], Array]:
    left, right = Normal(-half_distance, 1), Normal(half_distance, 1)
    return lambda x: np.logaddexp(left.log_density(x), right.log_density(x)) - math.log(2)
