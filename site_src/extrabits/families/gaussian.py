"""The Gaussian law of a vector."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, finite
from extrabits._labels import require_same_labels
from extrabits._reading import precision
from extrabits._scalars import Result, plain
from extrabits.families._family import Family, Shape, closed_form, density, draws, kl_nats, points
from extrabits.families.real_line import Normal
from extrabits.kernel import excess
from extrabits.stirling import HALF_LOG_2PI


@dataclass(frozen=True, eq=False)
class MultivariateNormal(Family):
    """The Gaussian law of a vector with this mean and covariance matrix.

    >>> p, q = MultivariateNormal([0, 0], [[1, 0], [0, 1]]), MultivariateNormal([1, 0], [[1, 0], [0, 1]])
    >>> kl_divergence(p, q, base=math.e)
    0.5

    Raises ValueError for shapes that do not fit and a covariance that is not symmetric and positive definite.
    """

    mean: ArrayLike
    covariance: ArrayLike

    def _check(self) -> None:
        require_same_labels(
            [self.mean, self.covariance, self.covariance], ["mean", "covariance", "covariance"], [0, 0, 1]
        )
        mean, covariance = finite(self.mean, "mean"), finite(self.covariance, "covariance")
        if mean.ndim != 1 or covariance.shape != 2 * mean.shape:
            raise ValueError(f"mean has shape {mean.shape} and covariance {covariance.shape}; give (k,) and (k, k)")
        covariance = _symmetric(covariance, precision(self.covariance))
        object.__setattr__(self, "mean", tuple(map(float, mean)))
        object.__setattr__(self, "covariance", tuple(tuple(map(float, row)) for row in covariance))
        try:
            np.linalg.cholesky(covariance)
        except np.linalg.LinAlgError:
            least = float(np.linalg.eigvalsh(covariance)[0])
            raise ValueError(
                f"covariance is not positive definite: its least eigenvalue is {least:.3g}. Every variance must be "
                "above 0, and no coordinate may follow from the others; leave those out"
            ) from None

    @property
    def batch_shape(self) -> tuple[int, ...]:
        """(): one law, whose parameters are lists."""
        return ()

    @classmethod
    def from_precision(cls, mean: ArrayLike, precision: ArrayLike) -> "MultivariateNormal":
        """The law whose covariance is the inverse of the precision matrix."""
        matrix = cls(mean, precision).sigma
        inverse = np.linalg.inv(matrix)
        return cls(mean, (inverse + inverse.T) / 2)

    @property
    def mu(self) -> Array:
        """The mean as an array."""
        return np.array(self.mean)

    @property
    def sigma(self) -> Array:
        """The covariance as an array."""
        return np.array(self.covariance)

    @property
    def precision(self) -> Array:
        """The inverse of the covariance."""
        return np.asarray(np.linalg.inv(self.sigma))

    @property
    def support(self) -> None:
        """All vectors."""
        return

    def nats_of_entropy(self) -> float:
        """½ ln det(2π e Σ); Cover & Thomas (2006), theorem 8.4.1."""
        return float(len(self.mu) * (HALF_LOG_2PI + 0.5) + np.log(np.diag(self._root())).sum())

    @density
    def log_density(self, x: ArrayLike) -> Result:
        """−½ (x − μ)ᵀ Σ⁻¹ (x − μ) − ½ ln det(2π Σ), with the last axis of x over the coordinates."""
        at = points(x, self)
        if at.ndim == 0 or at.shape[-1] != len(self.mu):
            raise ValueError(f"x has shape {at.shape}; its last axis must have {len(self.mu)} entries")
        whitened = np.linalg.solve(self._root(), (at - self.mu)[..., None])[..., 0]
        return plain(len(self.mu) / 2 - (whitened**2).sum(-1) / 2 - self.nats_of_entropy())

    @draws
    def sample(self, rng: np.random.Generator, size: Shape = None) -> Result:
        """Vectors; the last axis has the coordinates."""
        return rng.multivariate_normal(self.mu, self.sigma, size)

    def _root(self) -> Array:
        return np.asarray(np.linalg.cholesky(self.sigma))


def _symmetric(covariance: Array, step: float | None) -> Array:
    """The mean of the matrix and its transpose, where they differ by rounding only."""
    gap = np.abs(covariance - covariance.T)
    spread = np.sqrt(np.abs(np.diag(covariance)))
    most = gap - 1e-8 * np.outer(spread, spread) if step is None else gap - 8 * step * np.outer(spread, spread)
    if (most > 0).any():
        i, j = (int(k) for k in np.unravel_index(most.argmax(), most.shape))
        raise ValueError(
            f"covariance is not symmetric: [{i}, {j}] and [{j}, {i}] are {float(covariance[i, j])!r} and "
            f"{float(covariance[j, i])!r}. If that is rounding, pass (S + S.T) / 2"
        )
    return np.asarray(covariance + covariance.T) / 2


@closed_form
def _number_and_vector(p: Normal, q: MultivariateNormal) -> float:
    """A vector of one coordinate is a number."""
    return float(kl_nats(p, _as_number(q, "q")))


@closed_form
def _vector_and_number(p: MultivariateNormal, q: Normal) -> float:
    """A vector of one coordinate is a number."""
    return float(kl_nats(_as_number(p, "p"), q))


def _as_number(vector: MultivariateNormal, name: str) -> Normal:
    if len(vector.mu) != 1:
        raise ValueError(f"{name} has {len(vector.mu)} coordinates and the other law is one of numbers")
    return Normal.from_variance(float(vector.mu[0]), float(vector.sigma[0, 0]))


@closed_form
def _multivariate_normal(p: MultivariateNormal, q: MultivariateNormal) -> float:
    """J. Duchi, Derivations for linear algebra and optimization (2007), section 9: ½ Σ excess(λ) + ½ |z|².

    λ are the variances of p where q is white; 1 − λ comes from the difference of the covariances, so that
    nearly equal laws keep their digits.
    """
    if len(p.mu) != len(q.mu):
        raise ValueError(f"p has {len(p.mu)} coordinates and q has {len(q.mu)}; they must be as many")
    root = q._root()
    half = np.linalg.solve(root, q.sigma - p.sigma)
    gap = np.linalg.eigvalsh(np.linalg.solve(root, half.T))
    shift = np.linalg.solve(root, p.mu - q.mu)
    variances = 1 - gap
    if (variances <= 0).any():  # p is so narrow beside q that 1 − gap lost all digits
        whitened = np.linalg.solve(root, p._root())
        variances = np.asarray(np.linalg.svd(whitened, compute_uv=False) ** 2, np.float64)
        gap = 1 - variances
    return float((excess(variances, gap).sum() + shift @ shift) / 2)
