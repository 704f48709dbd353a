"""The Dirichlet law of a law, and the arithmetic that it shares with Beta."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln, xlogy

from extrabits._checks import Array, finite, tolerance
from extrabits._reading import precision
from extrabits._scalars import Result, plain
from extrabits.families._family import Family, Shape, closed_form, density, draws, points
from extrabits.kernel import gibbs
from extrabits.stirling import bregman_rest, gamma_entropy


@dataclass(frozen=True, eq=False)
class Dirichlet(Family):
    """The law of K probabilities with density proportional to Π x_k^(α_k − 1), α the concentration.

    >>> round(entropy(Dirichlet([1, 1, 1])), 12)
    -1.0
    >>> round(kl_divergence(Dirichlet([17, 6]), Dirichlet([3, 3])), 4)
    1.5105

    Raises ValueError for fewer than two concentrations and any that is not above 0.
    """

    concentration: ArrayLike

    def _check(self) -> None:
        alpha = finite(self.concentration, "concentration")
        if alpha.ndim != 1 or len(alpha) < 2:
            raise ValueError(f"concentration has shape {alpha.shape}; give a list of two or more numbers, for one law")
        if alpha.min() <= 0:
            raise ValueError(f"concentration[{int(alpha.argmin())}] is {float(alpha.min())!r}; each must be above 0")
        object.__setattr__(self, "concentration", tuple(map(float, alpha)))

    @property
    def batch_shape(self) -> tuple[int, ...]:
        """(): one law, whose parameters are lists."""
        return ()

    @property
    def _on_simplex(self) -> bool:
        """True."""
        return True

    @property
    def alpha(self) -> Array:
        """The concentration as an array."""
        return np.array(self.concentration)

    @property
    def mean(self) -> Array:
        """The concentration over its sum."""
        return np.asarray(self.alpha / self.alpha.sum())

    @property
    def support(self) -> None:
        """The simplex."""
        return

    def nats_of_entropy(self) -> float:
        """ln B(α) + (α₀ − K) ψ(α₀) − Σ (α_k − 1) ψ(α_k); T. Minka, Estimating a Dirichlet distribution (2000)."""
        return concentration_entropy(self.alpha)

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """Σ (α_k − 1) ln x_k − ln B(α) with the last axis of x over k; −inf for an x that is not a law."""
        at = points(x, self)
        if at.ndim == 0 or at.shape[-1] != len(self.alpha):
            raise ValueError(f"x has shape {at.shape}; its last axis must have {len(self.alpha)} entries")
        inside = (at >= 0).all(-1) & (np.abs(at.sum(-1) - 1) <= tolerance(precision(x), len(self.alpha)))
        log = xlogy(self.alpha - 1, np.where(inside[..., None], at, 0.5)).sum(-1)
        return plain(np.where(inside, log + gammaln(self.alpha.sum()) - gammaln(self.alpha).sum(), -math.inf))

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Laws; the last axis has one probability for each k."""
        return rng.dirichlet(self.alpha, size)


@closed_form
def _dirichlet(p: Dirichlet, q: Dirichlet) -> float:
    """Penny (2001)."""
    if len(p.alpha) != len(q.alpha):
        raise ValueError(f"p has {len(p.alpha)} concentrations and q has {len(q.alpha)}; they must be as many")
    return concentration_divergence(p.alpha, q.alpha)


def concentration_entropy(alpha: Array) -> float:
    """The entropy in nats by that of independent Gamma variables, of which a Dirichlet draw is the shares."""
    total = alpha.sum()
    return float(gamma_entropy(alpha).sum() - gamma_entropy(total) - (len(alpha) - 1) * digamma(total))


def concentration_divergence(alpha: Array, beta: Array) -> float:
    """D(Dir(α)‖Dir(β)) in nats as β₀ D(β/β₀ ‖ α/α₀) and what Stirling's formula leaves of each ln Γ.

    It is a Bregman divergence of Σ ln Γ(α_k) − ln Γ(α₀), so `stirling` applies term by term.
    """
    total, other = alpha.sum(), beta.sum()
    step = beta - alpha
    scaled = alpha * (other / total)
    gap = np.where(np.abs(step) < beta, (step * total - alpha * step.sum()) / total, beta - scaled)
    shares = gibbs(beta, scaled, gap).sum()
    return float(shares + (bregman_rest(beta, alpha).sum() - bregman_rest(other, total, step.sum())))
