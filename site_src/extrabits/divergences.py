"""How far a belief q is from the truth p: cross-entropy, D(p‖q), and the divergences around it."""

from typing import overload

import numpy as np
from numpy.typing import ArrayLike

from extrabits._checks import Array, law, laws, one_law, require_same_outcomes
from extrabits._labels import LawLike, Laws, OneLaw, aligned
from extrabits._scalars import Result, in_unit, plain
from extrabits.families import Family, cross_entropy_nats, kl_nats
from extrabits.kernel import divergence, gibbs, sum_terms


@overload
def kl_divergence(p: OneLaw, q: OneLaw, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def kl_divergence(p: Laws, q: LawLike, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def kl_divergence(p: LawLike, q: Laws, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def kl_divergence(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result: ...
def kl_divergence(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result:
    """D(p‖q) = Σ p log(p/q), the extra bits paid for believing q when p is true, unless base says otherwise.

    p, q: laws of the same outcomes along the axis, single ones or batches, or two families with a closed form.
    Two laws with labels (dicts, columns and frames of pandas or xarray) are laid together by label, and a label that
    one lacks has probability 0 there. Laws in float32, float16 and bfloat16 are taken as `entropy` takes them.
    0 exactly when p = q, and inf where something is possible under p and impossible under q: a probability that
    float16 has rounded to 0 is impossible, and so is every single value under a density.

    >>> kl_divergence([0.5, 0.25, 0.25], [0.25, 0.25, 0.5])
    0.25
    >>> kl_divergence([0.5, 0.5], [1, 0])
    inf
    >>> round(kl_divergence(Beta(17, 6), Beta(3, 3)), 4)
    1.5105

    Raises ValueError for laws that are negative, not finite, do not sum to 1 or differ in length, a base not
    above 1, and a pair of families without a closed form.
    Source: S. Kullback & R. A. Leibler, On information and sufficiency (1951).
    """
    if isinstance(p, Family) or isinstance(q, Family):
        return in_unit(kl_nats(p, q), base)
    return in_unit(divergence(*laws(p, q, axis)), base)


@overload
def cross_entropy(p: OneLaw, q: OneLaw, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def cross_entropy(p: Laws, q: LawLike, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def cross_entropy(p: LawLike, q: Laws, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def cross_entropy(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result: ...
def cross_entropy(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result:
    """−Σ p log q = H(p) + D(p‖q), the mean ideal code length under belief q of what p sends, in bits by default.

    p, q: laws of the same outcomes along the axis, single ones or batches, or two families with a closed form.

    >>> cross_entropy([0.5, 0.25, 0.25], [0.25, 0.25, 0.5])
    1.75
    >>> cross_entropy([1, 0], [0, 1])
    inf

    Raises ValueError as `kl_divergence` does.
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 6.1.2.
    """
    if isinstance(p, Family) or isinstance(q, Family):
        return in_unit(cross_entropy_nats(p, q), base)
    return in_unit(sum_terms(_cross_entropy_term, *laws(p, q, axis)), base)


@overload
def jeffreys_divergence(p: OneLaw, q: OneLaw, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def jeffreys_divergence(p: Laws, q: LawLike, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def jeffreys_divergence(p: LawLike, q: Laws, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def jeffreys_divergence(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result: ...
def jeffreys_divergence(p: LawLike | Family, q: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result:
    """D(p‖q) + D(q‖p), in bits unless base says otherwise.

    >>> round(jeffreys_divergence([0.75, 0.25], [0.25, 0.75]), 12)
    1.584962500721
    >>> jeffreys_divergence([1, 0], [0.5, 0.5])
    inf

    Raises ValueError as `kl_divergence` does.
    Source: H. Jeffreys, An invariant form for the prior probability (1946).
    """
    return kl_divergence(p, q, base=base, axis=axis) + kl_divergence(q, p, base=base, axis=axis)


@overload
def js_divergence(
    p: OneLaw, q: OneLaw, *more: OneLaw, weights: ArrayLike | None = None, base: float = 2, axis: int = -1
) -> float: ...
@overload
def js_divergence(
    p: Laws, q: LawLike, *more: LawLike, weights: ArrayLike | None = None, base: float = 2, axis: int = -1
) -> Array: ...
@overload
def js_divergence(
    p: LawLike, q: Laws, *more: LawLike, weights: ArrayLike | None = None, base: float = 2, axis: int = -1
) -> Array: ...
@overload
def js_divergence(
    p: LawLike, q: LawLike, *more: LawLike, weights: ArrayLike | None = None, base: float = 2, axis: int = -1
) -> Result: ...
def js_divergence(
    p: LawLike,
    q: LawLike,
    *more: LawLike,
    weights: ArrayLike | None = None,
    base: float = 2,
    axis: int = -1,
) -> Result:
    """Σ w_k D(p_k‖m) with the mixture m = Σ w_k p_k of two or more laws, in bits unless base says otherwise.

    weights: a law over the laws, uniform if left out. Between 0 and the entropy of the weights, never inf.
    It is the mutual information between an outcome and the label of the law it came from.

    >>> js_divergence([1, 0], [0, 1])
    1.0
    >>> js_divergence([1, 0, 0], [0, 1, 0], [0, 0, 1], weights=[0.5, 0.25, 0.25])
    1.5

    Raises ValueError for weights that are not one law over them, and as `kl_divergence` does.
    Source: J. Lin, Divergence measures based on the Shannon entropy (1991).
    """
    names = ["p", "q", *(f"law {k}" for k in range(2, 2 + len(more)))]
    together = aligned([p, q, *more], names, axis)
    checked = [law(one, name, axis) for one, name in zip(together, names, strict=True)]
    require_same_outcomes(checked, names)
    shares = _shares(weights, len(checked))
    return in_unit(sum_terms(lambda *block: _js_term(block, shares), *checked), base)


@overload
def js_distance(p: OneLaw, q: OneLaw, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def js_distance(p: Laws, q: LawLike, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def js_distance(p: LawLike, q: Laws, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def js_distance(p: LawLike, q: LawLike, *, base: float = 2, axis: int = -1) -> Result: ...
def js_distance(p: LawLike, q: LawLike, *, base: float = 2, axis: int = -1) -> Result:
    """√ of the Jensen–Shannon divergence, a metric between 0 and, in base 2, 1.

    It is the root of an amount of information, so its value depends on the base.

    >>> js_distance([1, 0], [0, 1])
    1.0
    >>> js_distance([0.5, 0.5], [0.5, 0.5])
    0.0

    Raises ValueError as `kl_divergence` does.
    Source: D. M. Endres & J. E. Schindelin, A new metric for probability distributions (2003).
    """
    return plain(np.sqrt(js_divergence(p, q, base=base, axis=axis)))


@overload
def total_variation(p: OneLaw, q: OneLaw, *, axis: int = -1) -> float: ...
@overload
def total_variation(p: Laws, q: LawLike, *, axis: int = -1) -> Array: ...
@overload
def total_variation(p: LawLike, q: Laws, *, axis: int = -1) -> Array: ...
@overload
def total_variation(p: LawLike, q: LawLike, *, axis: int = -1) -> Result: ...
def total_variation(p: LawLike, q: LawLike, *, axis: int = -1) -> Result:
    """½ Σ |p − q|, the largest difference p(A) − q(A) over all events A; from 0 to 1, without a unit.

    >>> total_variation([0.5, 0.5], [0.75, 0.25])
    0.25
    >>> total_variation([1, 0], [0, 1])
    1.0

    Raises ValueError for laws that are negative, not finite, do not sum to 1 or differ in length.
    Source: Polyanskiy & Wu, Information Theory (2025), section 7.1.
    """
    return plain(sum_terms(lambda p, q: np.abs(p - q), *laws(p, q, axis)) / 2)


@overload
def hellinger_distance(p: OneLaw, q: OneLaw, *, axis: int = -1) -> float: ...
@overload
def hellinger_distance(p: Laws, q: LawLike, *, axis: int = -1) -> Array: ...
@overload
def hellinger_distance(p: LawLike, q: Laws, *, axis: int = -1) -> Array: ...
@overload
def hellinger_distance(p: LawLike, q: LawLike, *, axis: int = -1) -> Result: ...
def hellinger_distance(p: LawLike, q: LawLike, *, axis: int = -1) -> Result:
    """√(½ Σ (√p − √q)²), a metric from 0 to 1, without a unit. Some authors leave the ½ out.

    >>> hellinger_distance([1, 0], [0, 1])
    1.0
    >>> hellinger_distance([0.5, 0.5], [0.5, 0.5])
    0.0

    Raises ValueError as `total_variation` does.
    Source: A. B. Tsybakov, Introduction to Nonparametric Estimation (2009), section 2.4, up to the factor √2.
    """
    return plain(np.sqrt(_squared_hellinger(*laws(p, q, axis))))


@overload
def bhattacharyya_coefficient(p: OneLaw, q: OneLaw, *, axis: int = -1) -> float: ...
@overload
def bhattacharyya_coefficient(p: Laws, q: LawLike, *, axis: int = -1) -> Array: ...
@overload
def bhattacharyya_coefficient(p: LawLike, q: Laws, *, axis: int = -1) -> Array: ...
@overload
def bhattacharyya_coefficient(p: LawLike, q: LawLike, *, axis: int = -1) -> Result: ...
def bhattacharyya_coefficient(p: LawLike, q: LawLike, *, axis: int = -1) -> Result:
    """Σ √(p q), from 0 (disjoint) to 1 (equal), without a unit; it is 1 − H² with the Hellinger distance H.

    >>> bhattacharyya_coefficient([0.5, 0.5], [1, 0])
    0.7071067811865476
    >>> bhattacharyya_coefficient([1, 0], [0, 1])
    0.0

    Raises ValueError as `total_variation` does.
    Source: A. Bhattacharyya, On a measure of divergence between two multinomial populations (1946).
    """
    truth, belief = laws(p, q, axis)
    overlap = sum_terms(lambda p, q: np.sqrt(p) * np.sqrt(q), truth, belief)
    return plain(np.where(overlap < 0.5, overlap, 1 - _squared_hellinger(truth, belief)))


@overload
def chi2_divergence(p: OneLaw, q: OneLaw, *, axis: int = -1) -> float: ...
@overload
def chi2_divergence(p: Laws, q: LawLike, *, axis: int = -1) -> Array: ...
@overload
def chi2_divergence(p: LawLike, q: Laws, *, axis: int = -1) -> Array: ...
@overload
def chi2_divergence(p: LawLike, q: LawLike, *, axis: int = -1) -> Result: ...
def chi2_divergence(p: LawLike, q: LawLike, *, axis: int = -1) -> Result:
    """Σ (p − q)² / q, Pearson's χ² per observation, without a unit; inf where p > 0 and q = 0.

    >>> chi2_divergence([0.75, 0.25], [0.5, 0.5])
    0.25
    >>> chi2_divergence([0.5, 0.5], [1, 0])
    inf

    Raises ValueError as `total_variation` does.
    Source: Polyanskiy & Wu, Information Theory (2025), section 7.1.
    """
    return plain(sum_terms(_chi2_term, *laws(p, q, axis)))


def _cross_entropy_term(p: Array, q: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, -p * np.log(np.minimum(q, 1)), 0.0)


def _shares(weights: ArrayLike | None, count: int) -> Array:
    if weights is None:
        return np.full(count, 1 / count)
    shares = one_law(weights, "weights", advice := f"give one weight for each of the {count} laws")
    if shares.shape != (count,):
        raise ValueError(f"weights has shape {shares.shape}; {advice}")
    return shares


def _js_term(block: tuple[Array, ...], shares: Array) -> Result:
    steps = [p - block[0] for p in block]
    mean_step = sum(w * step for w, step in zip(shares, steps, strict=True))
    mixture = sum(w * p for w, p in zip(shares, block, strict=True))
    # p_k − m is a difference of steps, which keeps its digits when all laws are close. The mixture of the
    # smallest float64 with zeros rounds to zero; p itself then stands for it, so that nothing becomes infinite.
    return sum(
        w * gibbs(p, np.where(mixture > 0, mixture, p), step - mean_step)
        for w, p, step in zip(shares, block, steps, strict=True)
        if w > 0
    )


def _squared_hellinger(p: Array, q: Array) -> Result:
    return sum_terms(_hellinger_term, p, q) / 2


def _hellinger_term(p: Array, q: Array) -> Result:
    step = (p - q) / (np.sqrt(p) + np.sqrt(np.maximum(q, 5e-324)))  # √p − √q with all its digits
    return step * step


def _chi2_term(p: Array, q: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.where(p == q, 0.0, (p - q) / q * (p - q))
