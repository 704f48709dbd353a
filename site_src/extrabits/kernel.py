"""The one line of arithmetic behind every divergence of this package, and it is Gibbs' inequality.

ln t ≤ t − 1 with t = q/p says p ln(p/q) − p + q ≥ 0. Two laws sum to the same, so these terms add up to
D(p‖q) = Σ p ln(p/q); unlike the terms of that sum they have one sign, and nothing cancels when p ≈ q.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy.special import rel_entr

from extrabits._checks import Array, blame, finite
from extrabits._labels import require_same_labels
from extrabits._reductions import largest, least, sums
from extrabits._scalars import Result, plain

_TINY = float(np.finfo(np.float64).tiny)
_NEAR = 0.05  # the series is taken where |p − q|/(p + q) is below this
_LEAST_NEAR = (1 - _NEAR) / (1 + _NEAR)  # and p/q above this, and below its inverse
_FAR = 1 / 64  # a sum of more nats than this has all its digits without the series
_SMALL = 600  # below this many numbers one call of scipy beats numpy's vectorised ones, and its logarithms are better
_BLOCK = 2**14  # numbers of one array in one step: the arithmetic on them stays in the processor's cache
_quiet = np.errstate(all="ignore")


def gibbs_term(p: Result, q: Result) -> Result:
    """The term p ln(p/q) − p + q of a divergence, in nats: 0 where p = q, positive elsewhere.

    p and q: numbers ≥ 0, elementwise; they need not be probabilities. inf where p > 0 and q = 0.
    The relative error stays below 1e-14 however near p and q are.

    >>> round(gibbs_term(0.5, 0.25), 12)
    0.09657359028
    >>> gibbs_term([0.5, 0.5, 0], [0.5, 0, 0.25])
    array([0.  ,  inf, 0.25])

    Raises ValueError for numbers that are negative or not finite.
    Source: the inequality is J. W. Gibbs, Elementary Principles in Statistical Mechanics (1902), chapter XI.
    """
    require_same_labels([p, q], ["p", "q"])
    truth, belief = finite(p, "p"), finite(q, "q")
    for array, name in ((truth, "p"), (belief, "q")):
        if array.min() < 0:
            blame(array, array < 0, name, "give numbers of 0 or more")
    try:
        np.broadcast_shapes(truth.shape, belief.shape)
    except ValueError:
        raise ValueError(f"p of shape {truth.shape} and q of shape {belief.shape} do not fit") from None
    return plain(gibbs(truth, belief))


@_quiet
def gibbs(p: Result, q: Result, gap: Result = None) -> Result:
    """gibbs_term without the checks; `gap` is p − q where that is known better than by subtracting."""
    gap = p - q if gap is None else gap
    return _with_series(relative_entropy_term(p, q) - gap, gap, p + q)


@_quiet
def relative_entropy_term(p: Result, q: Result) -> Result:
    """p ln(p/q); 0 where p = 0, inf where only q = 0."""
    ratio = p / q
    return rel_entr(p, q) if np.size(ratio) < _SMALL else _p_log(p, q, ratio)


def _p_log(p: Array, q: Array, ratio: Array) -> Result:
    """relative_entropy_term in the place of the ratio p/q."""
    if not least(ratio) >= _TINY:  # 0/0, or so small that p ln(p/q) is nothing beside q
        np.fmax(ratio, _TINY, out=ratio)
    log = np.log(ratio, out=ratio)
    if largest(log) == math.inf:  # q = 0, or a ratio that overflowed, as no difference of logarithms does
        log = np.where(log < math.inf, log, np.log(p) - np.log(q))
    log *= p
    return log


def _with_series(term: Array, gap: Result, total: Result) -> Result:
    """The terms as they are written, but near p = q, where they cancel, by the series."""
    near = np.abs(gap) < _NEAR * total
    count = np.count_nonzero(near)
    if count == near.size:
        return _series(gap, total)
    if count:
        term = np.asarray(term)
        term[near] = _series(gap[near], total[near])
    return term


def _series(gap: Result, total: Result) -> Result:
    """The term near p = q: total · [(1 + s) artanh s − s] with s = gap/total, and nothing left to cancel."""
    s = gap / total
    z = s * s
    tail = z / 13  # of (artanh s − s) / s³ = 1/3 + z/5 + z²/7 + …
    for odd in (11, 9, 7, 5):
        tail += 1 / odd
        tail *= z
    tail += 1 / 3
    return gap * s * (1 + (s + z) * tail)


def excess(x: Result, gap: Result = None) -> Result:
    """x − 1 − ln x ≥ 0, the term by which a ratio x differs from 1; `gap` is 1 − x."""
    return gibbs(np.float64(1), x, gap)


def gibbs_of_logs(log_p: Result, log_q: Result) -> Result:
    """gibbs from ln p and ln q, where p or q may be too small for a float64."""
    with np.errstate(all="ignore"):
        p, q, log = np.exp(log_p), np.exp(log_q), log_p - log_q
        near = p * excess(np.exp(-log), -np.expm1(-log))
        return np.where(p == 0, q, np.where(np.abs(log) < 1, near, p * log - (p - q)))


@_quiet
def divergence(p: Array, q: Array) -> Result:
    """Σ gibbs(p, q) over the last axis, which lists the outcomes of laws."""
    return _in_blocks(_divergence, p, q)


def _divergence(p: Array, q: Array) -> Result:
    """Of laws, or of parts of them. Terms as they are written will do where rounding is nothing beside their sum."""
    gap = p - q
    if gap.size < _SMALL:
        term = rel_entr(p, q)
    else:
        ratio = p / q
        if least(ratio) > _LEAST_NEAR and largest(ratio) < 1 / _LEAST_NEAR:
            return sums(_series(gap, p + q))
        term = _p_log(p, q, ratio)
    term -= gap
    nats = sums(term)
    enough = _FAR if p.shape[-1] <= _BLOCK // 4 else _FAR * sums(p)  # rounding moves the terms by some 1e-16 p in all
    if gap.ndim == 1:
        return nats if nats > enough else sums(_with_series(term, gap, p + q))
    close = nats <= enough
    if np.count_nonzero(close):
        nats[close] = sums(_with_series(term[close], gap[close], (p + q)[close]))
    return nats


def sum_terms(term: Callable[..., Array], *arrays: Array) -> Result:
    """Σ term(*arrays) over the last axis."""
    return _in_blocks(lambda *block: sums(term(*block)), *arrays)


def _in_blocks(total: Callable[..., Result], *arrays: Array) -> Result:
    """total(*arrays), a sum over the last axis, in blocks that stay in cache, added pairwise to keep the digits."""
    if arrays[0].size <= _BLOCK and arrays[-1].size <= _BLOCK:  # small, which is the usual case
        return total(*arrays)
    return _halved(total, np.broadcast_arrays(*arrays))


def _halved(total: Callable[..., Result], arrays: Sequence[Array]) -> Result:
    shape = arrays[0].shape
    if math.prod(shape) <= _BLOCK:
        return total(*arrays)
    last = len(shape) - 1
    axis = last if last == 0 or shape[-1] > _BLOCK // 2 else shape.index(max(shape[:-1]))
    before, middle = (slice(None),) * axis, shape[axis] // 2
    left, right = (
        _halved(total, [array[*before, part] for array in arrays]) for part in (slice(middle), slice(middle, None))
    )
    return left + right if axis == last else np.concatenate([left, right], axis)
