"""The divergences built on Σ p^α q^(1−α): the α family and Rényi's."""

import math
from typing import overload

import numpy as np
from scipy.special import exprel

from extrabits._checks import Array, laws
from extrabits._labels import LawLike, Laws, OneLaw
from extrabits._scalars import LIMIT_ORDER, Result, any_order, in_unit, order, plain
from extrabits.kernel import divergence, sum_terms


@overload
def alpha_divergence(p: OneLaw, q: OneLaw, alpha: float, *, axis: int = -1) -> float: ...
@overload
def alpha_divergence(p: Laws, q: LawLike, alpha: float, *, axis: int = -1) -> Array: ...
@overload
def alpha_divergence(p: LawLike, q: Laws, alpha: float, *, axis: int = -1) -> Array: ...
@overload
def alpha_divergence(p: LawLike, q: LawLike, alpha: float, *, axis: int = -1) -> Result: ...
def alpha_divergence(p: LawLike, q: LawLike, alpha: float, *, axis: int = -1) -> Result:
    """(Σ p^α q^(1−α) − 1) / (α (α − 1)), without a unit; D(p‖q) in nats at α = 1 and D(q‖p) at α = 0.

    alpha: any finite number. α = 2 is half of χ², α = ½ is 4 H² with the Hellinger distance H.

    >>> alpha_divergence([0.75, 0.25], [0.5, 0.5], 2)
    0.125
    >>> alpha_divergence([1, 0], [0, 1], 0.5)
    4.0

    Raises ValueError for an alpha that is not finite, and as `total_variation` does.
    Source: A. Cichocki & S. Amari, Families of alpha- beta- and gamma-divergences (2010).
    """
    return plain(_alpha_sum(*laws(p, q, axis), any_order(alpha)))


@overload
def renyi_divergence(p: OneLaw, q: OneLaw, alpha: float, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def renyi_divergence(p: Laws, q: LawLike, alpha: float, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def renyi_divergence(p: LawLike, q: Laws, alpha: float, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def renyi_divergence(p: LawLike, q: LawLike, alpha: float, *, base: float = 2, axis: int = -1) -> Result: ...
def renyi_divergence(p: LawLike, q: LawLike, alpha: float, *, base: float = 2, axis: int = -1) -> Result:
    """log(Σ p^α q^(1−α)) / (α − 1), in bits unless base says otherwise; the limits at α = 0, 1 (D(p‖q)) and ∞.

    alpha: a number ≥ 0 or math.inf. It does not decrease as α grows.

    >>> round(renyi_divergence([0.75, 0.25], [0.5, 0.5], math.inf), 12)
    0.584962500721
    >>> renyi_divergence([1, 0], [0.25, 0.75], 0)
    2.0

    Raises ValueError for alpha below 0, and for p, q and base as `kl_divergence` does.
    Source: T. van Erven & P. Harremoës, Rényi divergence and Kullback-Leibler divergence (2014).
    """
    truth, belief = laws(p, q, axis)
    return in_unit(_renyi(truth, belief, order(alpha, limit=True)), base)


def _log_ratio(p: Array, q: Array) -> Array:
    """ln(p/q) with all its digits; −inf where p = 0 < q, inf where q = 0 < p, 0 where both are 0."""
    with np.errstate(all="ignore"):
        ratio = p / q
        far = np.where((ratio > 1e-300) & (ratio < math.inf), np.log(ratio), np.log(p) - np.log(q))
        return np.where(p == q, 0.0, np.where((ratio > 0.5) & (ratio < 2), np.log1p((p - q) / q), far))


def _alpha_sum(p: Array, q: Array, alpha: float) -> Result:
    if alpha < 0.5:  # the divergence is the same with p and q exchanged and 1 − α for α
        p, q, alpha = q, p, 1 - alpha
    return sum_terms(lambda p, q: _power_term(p, q, alpha), p, q)


def _power_term(p: Array, q: Array, alpha: float) -> Array:
    """(p^α q^(1−α) − α p − (1−α) q) / (α (α − 1)) for α ≥ ½: never negative, `gibbs` at α = 1."""
    log = _log_ratio(p, q)
    with np.errstate(all="ignore"):
        far = (p * log * exprel((alpha - 1) * log) - (p - q)) / alpha
        term = np.where(np.abs(alpha * log) < 0.1, _power_series(q, log, alpha), far)
    impossible = math.inf if alpha >= 1 else 1 / (1 - alpha)
    term = np.where(p == 0, q / alpha, term)
    return np.where((q == 0) & (p > 0), impossible * np.where(p > 0, p, 1), term)


def _power_series(q: Array, log: Array, alpha: float) -> Array:
    """The same near p = q, as q Σ_k (1 + α + … + α^(k−2)) ln(p/q)^k / k!, whose first term is the largest."""
    z = alpha * log
    inner, power, total = np.ones_like(log), np.ones_like(log), np.zeros_like(log)
    for k in range(2, 14):  # inner is (1 + α + … + α^(k−2)) ln(p/q)^(k−2), power is z^(k−2): no α^k by itself
        total = total + inner / math.factorial(k)
        power = power * z
        inner = inner * log + power
    return q * log**2 * total


def _renyi(p: Array, q: Array, alpha: float) -> Result:
    if alpha > LIMIT_ORDER:
        largest = np.where(p > 0, _log_ratio(p, q), -math.inf).max(-1)
        return np.maximum(largest, 0.0)  # some ratio is at least 1 but for the rounding of the sums
    if alpha == 1:
        return divergence(p, q)
    if alpha == 0:
        missed, met = (np.where(where, q, 0.0).sum(-1) for where in (p == 0, p > 0))
        with np.errstate(divide="ignore"):
            few = missed < 0.5  # where it is most of q, its sum may exceed 1 by rounding
            return np.where(few, -np.log1p(-np.where(few, missed, 0.0)), -np.log(met))
    excess = alpha * (alpha - 1) * _alpha_sum(p, q, alpha)  # Σ p^α q^(1−α) − 1
    moderate = (excess > -0.5) & (excess < 1)
    near = np.log1p(np.where(moderate, excess, 0.0)) / (alpha - 1)
    return np.where(moderate, near, _log_of_power_sum(p, q, alpha) / (alpha - 1))


def _log_of_power_sum(p: Array, q: Array, alpha: float) -> Result:
    """ln Σ p^α q^(1−α), scaled by its largest term so that nothing overflows."""
    with np.errstate(all="ignore"):
        logs = np.where(p > 0, np.log(p) + (alpha - 1) * _log_ratio(p, q), -math.inf)
        top = logs.max(-1)
        total = np.log(np.exp(logs - top[..., None]).sum(-1))
        return np.where(np.isfinite(top), top + total, top)
