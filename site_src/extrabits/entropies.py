"""Uncertainty of one law: surprisal, entropy and its generalisations, perplexity; and `normalize`."""

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, exprel

from extrabits._checks import Array, blame, finite, law, numbers, probabilities, weights
from extrabits._labels import LawLike, Laws, OneLaw, like, values_of
from extrabits._scalars import LIMIT_ORDER, Result, in_unit, order, plain
from extrabits.families import Family, nats_of_entropy
from extrabits.kernel import sum_terms

Label = TypeVar("Label", bound=Hashable)
Axis = int | tuple[int, ...] | None


@overload
def normalize(counts: ArrayLike, *, axis: Axis = -1) -> Array: ...
@overload
def normalize(counts: Mapping[Label, float], *, axis: Axis = -1) -> dict[Label, float]: ...
def normalize(counts: Any, *, axis: Axis = -1) -> Any:
    """The law counts / Σ counts along the axis. Only laws in types coarser than float64 are divided by a sum elsewhere.

    counts: numbers ≥ 0, not all 0: how often each value was seen. Values that you observed are counted first, as by
    Counter. axis: one, several for a batch of tables, or None, which makes one law of all. Returns the same shape
    and, for counts with labels (dict, Counter, columns and frames of pandas), the same labels.

    >>> normalize([6, 3, 1])
    array([0.6, 0.3, 0.1])
    >>> normalize([[1, 1], [9, 1]], axis=0)
    array([[0.1, 0.5],
           [0.9, 0.5]])
    >>> normalize([[10, 0], [5, 5]], axis=None)  # a table of counts
    array([[0.5 , 0.  ],
           [0.25, 0.25]])
    >>> normalize(Counter("abab"))
    {'a': 0.5, 'b': 0.5}

    Raises ValueError for negative or infinite counts, nan, counts that are all 0, and a column of shape (n, 1)
    without an axis, of which each row would be a law of its own.
    """
    array = numbers(values_of(counts), "counts")
    axes = _axes(axis, array)
    if axis == -1 and array.ndim > 1 and array.shape[-1] == 1:
        raise ValueError(
            f"counts has shape {array.shape}, so that each row would be divided by itself; axis=0 makes one law of a "
            f"column, axis={array.ndim - 1} is for rows of one outcome"
        )
    checked = weights(array, "counts", axes)
    scaled = checked / checked.max(axes, keepdims=True)  # first by the maximum: the sum cannot overflow
    return like(np.asarray(scaled / scaled.sum(axes, keepdims=True) + 0.0), counts)  # 0.0 makes a -0.0 a 0


def histogram_law(sample: ArrayLike, edges: ArrayLike) -> Array:
    """The law of the bin that a draw falls into: the shares of a sample between each edge and the next.

    sample: numbers. edges: increasing, the first and last may be -inf and inf; a bin has its left edge, the last bin
    both. Samples that are compared need the same edges, and the entropy is that of the bins: narrower ones have more.

    >>> histogram_law([0.5, 1.5, 1.7, 9], [0, 1, 2, math.inf])
    array([0.25, 0.5 , 0.25])

    Raises ValueError for draws outside the edges, edges that do not increase, a number of bins instead of edges,
    and a sample that is not one list of finite numbers.
    """
    draws, bounds = finite(sample, "sample"), numbers(edges, "edges")
    if draws.ndim != 1:
        raise ValueError(f"sample has shape {draws.shape}; give one list of numbers, such as sample.ravel()")
    if bounds.ndim != 1 or len(bounds) < 2:
        raise ValueError(
            f"edges is {edges!r}; give the edges themselves, such as np.linspace(low, high, 11) for ten bins, and the "
            "same ones for all samples that you compare"
        )
    if not (bounds[1:] > bounds[:-1]).all():
        k = int((~(bounds[1:] > bounds[:-1])).argmax())
        raise ValueError(f"edges[{k + 1}] is {float(bounds[k + 1])!r}, not above edges[{k}]; edges increase")
    outside = (draws < bounds[0]) | (draws > bounds[-1])
    if outside.any():
        blame(
            draws, outside, "sample",
            f"the edges go from {bounds[0]:g} to {bounds[-1]:g}. Widen them, or let them go from -inf to inf",
        )  # fmt: skip
    return np.asarray(normalize(np.histogram(draws, bounds)[0]))


def surprisal(p: ArrayLike, *, base: float = 2) -> Result:
    """−log p, the surprise at an event of probability p: its ideal code length, in bits unless base says otherwise.

    p: probabilities of any shape; they need not sum to 1. inf where p = 0.

    >>> surprisal(1/8)
    3.0
    >>> surprisal([1, 0.5, 0])
    array([ 0.,  1., inf])

    Raises ValueError for numbers outside [0, 1] and a base that is not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., chapter 2.
    """
    checked = probabilities(p)
    with np.errstate(divide="ignore"):
        return in_unit(-np.log(checked), base)


@overload
def entropy(p: OneLaw, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def entropy(p: Laws, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def entropy(p: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result: ...
def entropy(p: LawLike | Family, *, base: float = 2, axis: int = -1) -> Result:
    """−Σ p log p, the mean surprisal of a law, in bits unless base says otherwise; 0 log 0 is 0.

    p: probabilities that sum to 1 along the axis, or a family such as `Normal(0, 1)`. Labels (a dict, a column of
    pandas) do no harm. The sum may miss 1 by 1e-9. Of n outcomes in float32, float16 or bfloat16 it may by 4 + n/16
    steps of that type at 1, at most 0.05; the law is then divided by its sum in float64, and each probability keeps
    its rounding. The entropy of a density is its differential entropy, which can be negative.

    >>> entropy([1/2, 1/4, 1/8, 1/8])
    1.75
    >>> entropy([[0.5, 0.5], [1, 0]])
    array([1., 0.])

    Raises ValueError for probabilities that are negative, not finite or do not sum to 1, and a base not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.1.
    """
    if isinstance(p, Family):
        return in_unit(nats_of_entropy(p), base)
    return in_unit(_nats(law(p, "p", axis)), base)


def binary_entropy(p: ArrayLike, *, base: float = 2) -> Result:
    """h(p) = −p log p − (1−p) log(1−p), the entropy of a coin, in bits unless base says otherwise.

    p: probabilities of any shape, each of a coin of its own.

    >>> binary_entropy(0.5)
    1.0
    >>> binary_entropy([0, 0.25, 1])
    array([0.        , 0.81127812, 0.        ])

    Raises ValueError for numbers outside [0, 1] and a base not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.5.
    """
    return in_unit(coin_entropy(probabilities(p)), base)


def coin_entropy(p: Result) -> Result:
    """binary_entropy in nats without the checks; exact for tiny p, where 1 − p rounds to 1."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return entr(p) + np.where(p < 1, (p - 1) * np.log1p(-p), 0.0)


@overload
def perplexity(p: OneLaw, *, axis: int = -1) -> float: ...
@overload
def perplexity(p: Laws, *, axis: int = -1) -> Array: ...
@overload
def perplexity(p: LawLike | Family, *, axis: int = -1) -> Result: ...
def perplexity(p: LawLike | Family, *, axis: int = -1) -> Result:
    """2 to the entropy in bits: the number of equally likely outcomes that are as uncertain as p. It has no unit.

    >>> perplexity([0.25, 0.25, 0.25, 0.25])
    4.0
    >>> perplexity([1, 0, 0, 0])
    1.0

    Raises ValueError as `entropy` does.
    Source: F. Jelinek et al., Perplexity: a measure of the difficulty of speech recognition tasks (1977).
    """
    return plain(np.exp2(entropy(p, axis=axis)))


@overload
def tsallis_entropy(p: OneLaw, alpha: float, *, axis: int = -1) -> float: ...
@overload
def tsallis_entropy(p: Laws, alpha: float, *, axis: int = -1) -> Array: ...
@overload
def tsallis_entropy(p: LawLike, alpha: float, *, axis: int = -1) -> Result: ...
def tsallis_entropy(p: LawLike, alpha: float, *, axis: int = -1) -> Result:
    """(1 − Σ p^α) / (α − 1), without a unit; the entropy in nats at α = 1.

    alpha: a number ≥ 0.

    >>> tsallis_entropy([0.5, 0.5], 2)
    0.5
    >>> round(tsallis_entropy([0.5, 0.5], 1), 12)
    0.69314718056

    Raises ValueError for alpha below 0 or infinite, and for p as `entropy` does.
    Source: C. Tsallis, Possible generalization of Boltzmann-Gibbs statistics (1988).
    """
    return plain(_tsallis(law(p, "p", axis), order(alpha)))


@overload
def renyi_entropy(p: OneLaw, alpha: float, *, base: float = 2, axis: int = -1) -> float: ...
@overload
def renyi_entropy(p: Laws, alpha: float, *, base: float = 2, axis: int = -1) -> Array: ...
@overload
def renyi_entropy(p: LawLike, alpha: float, *, base: float = 2, axis: int = -1) -> Result: ...
def renyi_entropy(p: LawLike, alpha: float, *, base: float = 2, axis: int = -1) -> Result:
    """log(Σ p^α) / (1 − α), in bits unless base says otherwise; the limit at α = 1 (`entropy`) and α = ∞.

    alpha: a number ≥ 0 or math.inf. α = 0 counts the possible outcomes, α = ∞ sees only the likeliest.

    >>> round(renyi_entropy([0.5, 0.25, 0.25], 0), 12)
    1.584962500721
    >>> renyi_entropy([0.5, 0.25, 0.25], math.inf)
    1.0

    Raises ValueError for alpha below 0, and for p and base as `entropy` does.
    Source: A. Rényi, On measures of entropy and information (1961).
    """
    checked, degree = law(p, "p", axis), order(alpha, limit=True)
    if degree > LIMIT_ORDER:
        return in_unit(-np.log(checked.max(-1)), base)
    excess = (1 - degree) * _tsallis(checked, degree)  # Σ p^α − 1
    return in_unit(_log_of_power_sum(checked, degree, excess), base)


def _axes(axis: Axis, array: Array) -> tuple[int, ...]:
    if axis is None:
        return tuple(range(array.ndim))
    return tuple(axis) if isinstance(axis, tuple | list) else (axis,)


def _nats(p: Array) -> Result:
    """The entropy in nats. Below 0 it can only be the rounding of a probability that should be 1."""
    return np.maximum(-sum_terms(_p_log_p, p), 0.0)


def _p_log_p(p: Array) -> Result:
    log = np.log(np.maximum(p, 5e-324))  # the smallest float64 stands in for 0: times 0 it is 0
    return np.multiply(p, log, out=log)


def _tsallis(p: Array, alpha: float) -> Result:
    return sum_terms(lambda block: _tsallis_term(block, alpha), p)


def _tsallis_term(p: Array, alpha: float) -> Array:
    """(p − p^α) / (α − 1) as a product of positive factors that stay bounded; at α = 1 its limit −p ln p."""
    possible = np.where(p > 0, np.minimum(p, 1), 1.0)
    log = np.log(possible)
    return np.where(p > 0, possible ** min(alpha, 1.0) * -log * exprel(abs(alpha - 1) * log), 0.0)


def _log_of_power_sum(p: Array, alpha: float, excess: Result) -> Result:
    """ln(Σ p^α) / (1 − α) from Σ p^α − 1, or, where that has lost its digits near −1, from the powers."""
    if alpha == 1:
        return _nats(p)
    top = p.max(-1)
    with np.errstate(under="ignore"):
        powers = np.log(((p / top[..., None]) ** alpha).sum(-1)) + alpha * np.log(top)
    return np.where(excess < -0.5, powers, np.log1p(np.maximum(excess, -0.5))) / (1 - alpha)
