"""Measures of one law and of two, by their definitions in mpmath."""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from typing import Any

import mpmath
from mpmath import mpf

Law = Sequence[Any]


def surprisal(p: float, base: float = 2) -> Any:
    return mpmath.inf if p == 0 else -mpmath.log(mpf(p)) / mpmath.log(base)


def entropy(p: Law, base: float = 2) -> Any:
    return mpmath.fsum(a * surprisal(a, base) for a in _law(p) if a)


def binary_entropy(p: float, base: float = 2) -> Any:
    return entropy([mpf(p), 1 - mpf(p)], base)


def perplexity(p: Law) -> Any:
    return reduce(lambda product, a: product / a**a, (a for a in _law(p) if a), mpf(1))


def renyi_entropy(p: Law, alpha: float, base: float = 2) -> Any:
    if alpha == 1:
        return entropy(p, base)
    if mpmath.isinf(alpha):
        return surprisal(max(_law(p)), base)
    return mpmath.log(_power_sum(_law(p), alpha)) / (1 - mpf(alpha)) / mpmath.log(base)


def tsallis_entropy(p: Law, alpha: float) -> Any:
    if alpha == 1:
        return entropy(p, mpmath.e)
    return (1 - _power_sum(_law(p), alpha)) / (mpf(alpha) - 1)


def normalize(counts: Law) -> list[Any]:
    return _law(counts)


def histogram_law(sample: Sequence[float], edges: Sequence[float]) -> list[Any]:
    """Bin by bin, the last with both its edges."""
    return [
        mpf(sum(low <= x < high or x == high == edges[-1] for x in sample)) / len(sample)
        for low, high in pairwise(edges)
    ]


def gibbs_term(p: Any, q: Any) -> Any:
    if isinstance(p, Sequence):
        return [gibbs_term(a, b) for a, b in zip(p, q, strict=True)]
    return _p_log_ratio(mpf(p), mpf(q)) - mpf(p) + mpf(q)


def cross_entropy(p: Law, q: Law, base: float = 2) -> Any:
    return mpmath.fsum(a * surprisal(b, base) for a, b in zip(_law(p), _law(q), strict=True) if a)


def kl_divergence(p: Law, q: Law, base: float = 2) -> Any:
    return mpmath.fsum(_p_log_ratio(a, b) for a, b in zip(_law(p), _law(q), strict=True)) / mpmath.log(base)


def jeffreys_divergence(p: Law, q: Law, base: float = 2) -> Any:
    both = zip(_law(p), _law(q), strict=True)
    return mpmath.fsum(_p_log_ratio(a, b) + _p_log_ratio(b, a) for a, b in both) / mpmath.log(base)


def js_divergence(p: Law, q: Law, *more: Law, weights: Law | None = None, base: float = 2) -> Any:
    laws = [_law(one) for one in (p, q, *more)]
    shares = _law(weights or [1] * len(laws))
    mixture = [mpmath.fdot(shares, column) for column in zip(*laws, strict=True)]
    return mpmath.fsum(w * kl_divergence(one, mixture, base) for w, one in zip(shares, laws, strict=True) if w)


def js_distance(p: Law, q: Law, base: float = 2) -> Any:
    return mpmath.sqrt(js_divergence(p, q, base=base))


def total_variation(p: Law, q: Law) -> Any:
    return mpmath.fsum(abs(a - b) for a, b in zip(_law(p), _law(q), strict=True)) / 2


def hellinger_distance(p: Law, q: Law) -> Any:
    gaps = (mpmath.sqrt(a) - mpmath.sqrt(b) for a, b in zip(_law(p), _law(q), strict=True))
    return mpmath.sqrt(mpmath.fsum(gap**2 for gap in gaps) / 2)


def bhattacharyya_coefficient(p: Law, q: Law) -> Any:
    return mpmath.fsum(mpmath.sqrt(a * b) for a, b in zip(_law(p), _law(q), strict=True))


def chi2_divergence(p: Law, q: Law) -> Any:
    both = [(a, b) for a, b in zip(_law(p), _law(q), strict=True) if a or b]
    return mpmath.inf if any(b == 0 for _, b in both) else mpmath.fsum((a - b) ** 2 / b for a, b in both)


def alpha_divergence(p: Law, q: Law, alpha: float) -> Any:
    if alpha in (0, 1):
        return kl_divergence(*((p, q) if alpha else (q, p)), mpmath.e)
    return (_mixed_power_sum(p, q, alpha) - 1) / (mpf(alpha) * (mpf(alpha) - 1))


def renyi_divergence(p: Law, q: Law, alpha: float, base: float = 2) -> Any:
    if alpha == 1:
        return kl_divergence(p, q, base)
    if mpmath.isinf(alpha):
        ratios = [mpmath.inf if b == 0 else a / b for a, b in zip(_law(p), _law(q), strict=True) if a]
        return mpmath.log(max(ratios)) / mpmath.log(base)
    total = _mixed_power_sum(p, q, alpha)
    return mpmath.inf if total == 0 else mpmath.log(total) / (mpf(alpha) - 1) / mpmath.log(base)


def _law(p: Law) -> list[Any]:
    """The law that float64 numbers stand for: they sum to 1 nearly, this one to the last digit."""
    total = mpmath.fsum(p)
    return [mpf(a) / total for a in p]


def _p_log_ratio(p: Any, q: Any) -> Any:
    if p == 0:
        return mpf(0)
    return mpmath.inf if q == 0 else p * mpmath.log(p / q)


def _power_sum(p: Law, alpha: float) -> Any:
    return mpmath.fsum(a ** mpf(alpha) for a in p if a)


def _mixed_power_sum(p: Law, q: Law, alpha: float) -> Any:
    """Σ p^α q^(1−α), where 0 to a negative power is ∞ and 0^0 drops out."""
    total = mpf(0)
    for a, b in zip(_law(p), _law(q), strict=True):
        if (a == 0 and alpha < 0 and b) or (b == 0 and alpha > 1 and a):
            return mpmath.inf
        if a and b:
            total += a ** mpf(alpha) * b ** (1 - mpf(alpha))
    return total
