"""Measures from logits by way of the probabilities, in as many digits as these need."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import mpmath
from mpmath import mpf

Numbers = Sequence[float]
DIGITS = 2000  # e^−4000 beside 1


def _precise(oracle: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(oracle)
    def with_digits(*arguments: Any, **options: Any) -> Any:
        with mpmath.workdps(DIGITS):
            return oracle(*arguments, **options)

    return with_digits


@_precise
def entropy_logits(logits: Numbers, base: float = 2) -> Any:
    return mpmath.fsum(p * _length(p, base) for p in _softmax(logits) if p)


@_precise
def cross_entropy_logits(p: Numbers, logits: Numbers, base: float = 2) -> Any:
    total = mpmath.fsum(p)
    return mpmath.fsum(mpf(a) / total * _length(b, base) for a, b in zip(p, _softmax(logits), strict=True) if a)


@_precise
def kl_divergence_logits(p_logits: Numbers, q_logits: Numbers, base: float = 2) -> Any:
    both = zip(_softmax(p_logits), _softmax(q_logits), strict=True)
    return mpmath.fsum(p * (_length(q, base) - _length(p, base)) for p, q in both if p)


@_precise
def log_loss_logits(labels: int, logits: Numbers, label_smoothing: float = 0, base: float = 2) -> Any:
    classes, share = len(logits), mpf(label_smoothing)
    target = [share / classes + (1 - share) * (k == labels) for k in range(classes)]
    return mpmath.fsum(a * _length(b, base) for a, b in zip(target, _softmax(logits), strict=True) if a)


@_precise
def binary_log_loss_logits(labels: Any, logits: Any, base: float = 2) -> Any:
    if isinstance(labels, Sequence):
        return [binary_log_loss_logits(y, z, base) for y, z in zip(labels, logits, strict=True)]
    q = 1 / (1 + mpmath.exp(-mpf(logits)))
    return mpf(labels) * _length(q, base) + (1 - mpf(labels)) * _length(1 - q, base)


def _softmax(logits: Numbers) -> list[Any]:
    powers = [mpmath.exp(mpf(z)) for z in logits]
    total = mpmath.fsum(powers)
    return [power / total for power in powers]


def _length(q: Any, base: float) -> Any:
    return mpmath.inf if q == 0 else -mpmath.log(q) / mpmath.log(base)
