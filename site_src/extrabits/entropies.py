"""Uncertainty of one law: surprisal, entropy and its generalisations, perplexity; and `normalize`."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, exprel

from extrabits._checks import Array, Result, in_unit, law, order, plain, probabilities, weights
from extrabits.families import Family
from extrabits.kernel import sum_terms


def normalize(counts: ArrayLike, *, axis: int = -1) -> Array:
    """The law counts / Σ counts along the axis. No other function of this package divides by a sum.

    counts: numbers ≥ 0, not all 0. Returns an array of the same shape.

    >>> normalize([6, 3, 1])
    array([0.6, 0.3, 0.1])
    >>> normalize([[1, 1], [9, 1]], axis=0)
    array([[0.1, 0.5],
           [0.9, 0.5]])

    Raises ValueError for negative or infinite counts, nan, and counts that are all 0.
    """
    checked = weights(counts, "counts", axis)
    scaled = checked / checked.max(axis, keepdims=True)  # first by the maximum: the sum cannot overflow
    return np.asarray(scaled / scaled.sum(axis, keepdims=True))


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


def entropy(p: ArrayLike | Family, *, base: float = 2, axis: int = -1) -> Result:
    """−Σ p log p, the mean surprisal of a law, in bits unless base says otherwise; 0 log 0 is 0.

    p: probabilities that sum to 1 along the axis, or a family such as `Normal(0, 1)`.
    The entropy of a density is its differential entropy, which can be negative.

    >>> entropy([1/2, 1/4, 1/8, 1/8])
    1.75
    >>> entropy([[0.5, 0.5], [1, 0]])
    array([1., 0.])

    Raises ValueError for probabilities that are negative, not finite or do not sum to 1, and a base not above 1.
    Source: Cover & Thomas, Elements of Information Theory, 2nd ed., equation 2.1.
    """
    if isinstance(p, Family):
        return in_unit(p.nats_of_entropy(), base)
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


def perplexity(p: ArrayLike | Family, *, axis: int = -1) -> Result:
    """2 to the entropy in bits: the number of equally likely outcomes that are as uncertain as p. It has no unit.

    >>> perplexity([0.25, 0.25, 0.25, 0.25])
    4.0
    >>> perplexity([1, 0, 0, 0])
    1.0

    Raises ValueError as `entropy` does.
    Source: F. Jelinek et al., Perplexity: a measure of the difficulty of speech recognition tasks (1977).
    """
    return plain(np.exp2(entropy(p, axis=axis)))


def tsallis_entropy(p: ArrayLike, alpha: float, *, axis: int = -1) -> Result:
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


def renyi_entropy(p: ArrayLike, alpha: float, *, base: float = 2, axis: int = -1) -> Result:
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
    if degree == np.inf:
        return in_unit(-np.log(checked.max(-1)), base)
    excess = (1 - degree) * _tsallis(checked, degree)  # Σ p^α − 1
    return in_unit(_log_of_power_sum(checked, degree, excess), base)


def _nats(p: Array) -> Result:
    """The entropy in nats. Below 0 it can only be the rounding of a probability that should be 1."""
    return np.maximum(-sum_terms(_p_log_p, p), 0.0)


def _p_log_p(p: Array) -> Result:
    return p * np.log(np.maximum(p, 5e-324))  # the smallest float64 stands in for 0: times 0 it is 0


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
