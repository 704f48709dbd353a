"""Measures from logits against the same measures from probabilities, and where probabilities no longer reach."""

import math

import hypothesis.strategies as st
import numpy as np
import pytest
from strategies import given, laws

import extrabits as xb
from extrabits._checks import Array

Laws = tuple[Array, ...]


def logits_of(p: Array, shift: float = 0.0) -> Array:
    with np.errstate(divide="ignore"):
        return np.log(p) + shift


@given(laws(2), st.floats(-1000, 1000))
def test_logits_give_what_their_softmax_gives(pair: Laws, shift: float) -> None:
    p, q = pair
    a, b = logits_of(p, shift), logits_of(q)
    assert xb.entropy_logits(a) == pytest.approx(xb.entropy(p), rel=1e-9, abs=1e-9)
    assert xb.cross_entropy_logits(p, b) == pytest.approx(xb.cross_entropy(p, q), rel=1e-9, abs=1e-9)
    assert xb.kl_divergence_logits(a, b) == pytest.approx(xb.kl_divergence(p, q), rel=1e-9, abs=1e-9)
    assert xb.kl_divergence_logits(a, b) >= 0
    assert xb.kl_divergence_logits(b, b) == 0


@given(laws(1, least=2, positive=True), st.floats(0, 1), st.integers(0, 100))
def test_smoothed_log_loss_is_the_cross_entropy_to_the_smoothed_target(one: Laws, share: float, seed: int) -> None:
    (q,) = one
    label = seed % len(q)
    target = (1 - share) * np.eye(len(q))[label] + share / len(q)
    loss = xb.log_loss_logits(label, logits_of(q), label_smoothing=share)
    assert loss == pytest.approx(xb.cross_entropy(target, q), rel=1e-9)


def test_smoothing_by_a_tenth_leaves_half_a_nat_with_ten_classes() -> None:
    floor = xb.entropy([0.91] + [0.01] * 9, base=math.e)
    assert floor == pytest.approx(0.5003, abs=5e-5)
    best = xb.log_loss_logits(0, logits_of(np.array([0.91] + [0.01] * 9)), label_smoothing=0.1, base=math.e)
    assert best == pytest.approx(floor, rel=1e-12)


@given(st.floats(-700, 700), st.floats(0, 1))
def test_binary_log_loss_is_that_of_two_classes(logit: float, y: float) -> None:
    loss = xb.binary_log_loss_logits(y, logit)
    two = (1 - y) * xb.log_loss_logits(0, [0, logit]) + y * xb.log_loss_logits(1, [0, logit])
    assert loss == pytest.approx(two, rel=1e-12)


def test_losses_keep_their_digits_near_zero_and_far_away() -> None:
    assert xb.log_loss_logits(0, [50, 0], base=math.e) == pytest.approx(math.exp(-50), rel=1e-14)
    assert xb.log_loss_logits(1, [2000, -2000], base=math.e) == 4000
    assert xb.binary_log_loss_logits(1, -1000, base=math.e) == 1000
    assert xb.log_loss_logits(1, [0, -math.inf]) == math.inf
    assert xb.entropy_logits([0, 0, -math.inf]) == 1


def test_batches_go_along_any_axis() -> None:
    a, b = np.random.default_rng(0).normal(size=(2, 5, 3))
    p = xb.normalize(np.exp(a))
    for function, first in ((xb.kl_divergence_logits, a), (xb.cross_entropy_logits, p)):
        rows = [function(x, y) for x, y in zip(first, b, strict=True)]
        np.testing.assert_array_equal(function(first, b), rows)
        np.testing.assert_array_equal(function(first.T, b.T, axis=0), rows)
    labels = [0, 1, 2, 0, 1]
    np.testing.assert_array_equal(xb.log_loss_logits(labels, b), xb.log_loss_logits(labels, b.T, axis=0))
    with pytest.raises(ValueError, match="one label for each"):
        xb.log_loss_logits([0, 1], b)
