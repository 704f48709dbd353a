"""The same measures from logits, the numbers whose softmax is the law; no probability need be representable.

logits: real numbers along the axis, or −inf for an outcome that is impossible. A shared constant changes nothing.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits._checks import (
    Array,
    blame,
    finite,
    first,
    law,
    numbers,
    outcomes_last,
    probabilities,
    require_same_outcomes,
)
from extrabits._labels import require_same_labels
from extrabits._scalars import Result, in_unit, probability
from extrabits.kernel import excess


def entropy_logits(logits: ArrayLike, *, base: float = 2, axis: int = -1) -> Result:
    """The entropy of softmax(logits), in bits unless base says otherwise.

    >>> entropy_logits([0, 0, 0, 0])
    2.0
    >>> entropy_logits([1000, 0])
    0.0

    Raises ValueError for nan, +inf and logits that are all −inf, and a base not above 1.
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 2.5.
    """
    log_p = _log_softmax(_logits(logits, "logits", axis))
    return in_unit(-_weighted(np.exp(log_p), log_p), base)


def cross_entropy_logits(p: ArrayLike, logits: ArrayLike, *, base: float = 2, axis: int = -1) -> Result:
    """−Σ p log q with q = softmax(logits), in bits unless base says otherwise.

    p: probabilities that sum to 1 along the axis.

    >>> cross_entropy_logits([1, 0], [0, 0])
    1.0
    >>> cross_entropy_logits([0.5, 0.5], [0, -math.inf])
    inf

    Raises ValueError for p that is not a law of as many outcomes, and as `entropy_logits` does.
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 10.3.
    """
    require_same_labels([p, logits], ["p", "logits"], [axis, axis])
    truth, scores = law(p, "p", axis), _logits(logits, "logits", axis)
    require_same_outcomes([truth, scores], ["p", "logits"])
    return in_unit(-_weighted(truth, _log_softmax(scores)), base)


def kl_divergence_logits(p_logits: ArrayLike, q_logits: ArrayLike, *, base: float = 2, axis: int = -1) -> Result:
    """D(p‖q) with p = softmax(p_logits) and q = softmax(q_logits), in bits unless base says otherwise.

    >>> kl_divergence_logits([0, 0], [0, -math.inf])
    inf
    >>> kl_divergence_logits([2000, 0], [0, 2000], base=math.e)
    2000.0

    Raises ValueError for different numbers of outcomes, and as `entropy_logits` does.
    Source: S. Kullback & R. A. Leibler, On information and sufficiency (1951).
    """
    require_same_labels([p_logits, q_logits], ["p_logits", "q_logits"], [axis, axis])
    truth, belief = _logits(p_logits, "p_logits", axis), _logits(q_logits, "q_logits", axis)
    require_same_outcomes([truth, belief], ["p_logits", "q_logits"])
    return in_unit(_divergence(*np.broadcast_arrays(truth, belief)), base)


def log_loss_logits(
    labels: ArrayLike, logits: ArrayLike, *, label_smoothing: float = 0, base: float = 2, axis: int = -1
) -> Result:
    """−log q of the labelled class with q = softmax(logits): the loss of a classifier, one value for each label.

    labels: class numbers from 0, of the shape of the logits without their axis.
    label_smoothing: the share of the target that is spread evenly over all classes; the loss is then the
    cross-entropy to that target and no longer falls to 0.

    >>> log_loss_logits(0, [0, 0])
    1.0
    >>> log_loss_logits([0, 1], [[0, 0], [0, 0]], label_smoothing=0.25)
    array([1., 1.])

    Raises ValueError for labels that are no class numbers, a label_smoothing outside [0, 1], and as
    `entropy_logits` does.
    Source: C. Szegedy et al., Rethinking the Inception architecture for computer vision (2016), section 7.
    """
    require_same_labels([labels, logits], ["labels", "logits"], [0, 1 if axis == 0 else 0])
    log_q = _log_softmax(_logits(logits, "logits", axis))
    classes = _classes(labels, log_q.shape)
    share = probability(label_smoothing, "label_smoothing")
    hard = -np.take_along_axis(log_q, classes[..., None], -1)[..., 0]
    if share == 0:
        return in_unit(hard, base)
    even = -log_q.mean(-1)
    return in_unit(even if share == 1 else (1 - share) * hard + share * even, base)


def binary_log_loss_logits(labels: ArrayLike, logits: ArrayLike, *, base: float = 2) -> Result:
    """−y log q − (1−y) log(1−q) with q = 1/(1 + e^(−logit)), one value for each label y in [0, 1].

    >>> binary_log_loss_logits(1, 0)
    1.0
    >>> binary_log_loss_logits([0, 1], [-1000, -1000], base=math.e)
    array([   0., 1000.])

    Raises ValueError for labels outside [0, 1], logits that are not finite, and shapes that do not fit.
    Source: Murphy, Probabilistic Machine Learning: An Introduction (2022), section 10.2.3.
    """
    require_same_labels([labels, logits], ["labels", "logits"], [0, 0])
    y, z = probabilities(labels, "labels"), finite(logits, "logits")
    if y.shape != z.shape and y.ndim and z.ndim:
        raise ValueError(
            f"labels of shape {y.shape} and logits of shape {z.shape} do not fit; give one label for each logit"
            + (", logits[:, 0]" if z.shape == (*y.shape, 1) else ", labels[:, 0]" if y.shape == (*z.shape, 1) else "")
        )
    return in_unit(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z), base)


def _logits(values: ArrayLike, name: str, axis: int) -> Array:
    array = outcomes_last(read := numbers(values, name), name, axis)
    if not (array < math.inf).all():
        blame(read, ~(read < math.inf), name, "give finite numbers, or -inf for impossible outcomes")
    if (impossible := array.max(-1) == -math.inf).any():
        place, _ = first(impossible, impossible)
        raise ValueError(f"{name}{place} has only -inf, which leaves no possible outcome")
    return array


def _log_softmax(logits: Array) -> Array:
    """x_i − max − ln(1 + Σ' e^(x_j − max)), where Σ' leaves the maximum out, so that a loss near 0 keeps its digits."""
    top = logits.argmax(-1, keepdims=True)
    shifted = logits - np.take_along_axis(logits, top, -1)
    others = np.exp(shifted)
    np.put_along_axis(others, top, 0, -1)
    return np.asarray(shifted - np.log1p(others.sum(-1, keepdims=True)))


def _weighted(p: Array, logs: Array) -> Result:
    """Σ p logs, with nothing from outcomes of probability 0."""
    with np.errstate(invalid="ignore"):
        return np.where(p > 0, p * logs, 0.0).sum(-1)


def _divergence(truth: Array, belief: Array) -> Result:
    """ln Σ e^(b + mean step − ln Z_a), a cumulant of the steps a − b between the logits.

    With p = e^a / Z_a each term is p e^(−step) once the steps have mean 0 under p. Then Σ p (e^(−step) − 1 + step)
    is the sum less 1, and all its terms are ≥ 0.
    """
    a, b = (logits - logits.max(-1, keepdims=True) for logits in (truth, belief))
    log_p, log_q = _log_softmax(a), _log_softmax(b)
    p = np.exp(log_p)
    log_z = -log_p.max(-1, keepdims=True)
    with np.errstate(invalid="ignore", over="ignore"):
        # Both are a − b; the one that subtracts smaller numbers rounds less.
        direct = (truth - belief) - (truth.max(-1, keepdims=True) - belief.max(-1, keepdims=True))
        step = np.where(np.abs(truth - belief) <= np.abs(a) + np.abs(b), direct, a - b)
        step = np.where(p > 0, step, 0.0)
        mean = (p * step).sum(-1, keepdims=True)
        step = step - mean
        near = p * excess(np.exp(-step), -np.expm1(-step))
        far = np.exp(b + mean - log_z) - p + p * step
        cumulant = np.log1p(np.where((p > 0) & (np.abs(step) < 1), near, far).sum(-1))
        return np.where(cumulant < 1, cumulant, _weighted(p, log_p - log_q))


def _classes(labels: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.int64]:
    checked = finite(labels, "labels")
    if checked.shape != shape[:-1]:
        one_hot = "; of one-hot rows, np.argmax(labels, -1)" if checked.shape == shape and checked.ndim > 1 else ""
        one_hot = "; of a column, labels[:, 0]" if checked.shape == (*shape[:-1], 1) else one_hot
        raise ValueError(
            f"labels has shape {checked.shape} and logits {shape}; give one label for each list of logits{one_hot}"
        )
    faults = ~((checked == np.floor(checked)) & (checked >= 0) & (checked < shape[-1]))
    if faults.any():
        way = "Leave out what a label masks: keep = labels >= 0, labels[keep], logits[keep]"
        if checked.min() >= 1 and checked.max() == shape[-1]:
            way = "If they were counted from 1, labels - 1"
        blame(checked, faults, "labels", f"classes are whole numbers from 0 to {shape[-1] - 1}. {way}")
    return checked.astype(np.int64)
