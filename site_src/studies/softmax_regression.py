"""Softmax regression on three hundred digits: what twenty thousand steps of gradient descent do to the weights."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from extrabits._checks import Array
from store.fitted import fitted
from studies import digits

STEP = 2.0
LAST = 20_000
ROUND = [0, 100, 300, 500, 1000, 2000, 5000, 10_000, LAST]
SEEN = np.unique([*ROUND, *np.logspace(0, np.log10(LAST), 60).astype(int)]).tolist()

Gradient = Callable[[Array, Array], Array]


class Run(NamedTuple):
    """The weights, pixels by digits, after each of these numbers of steps."""

    steps: Array
    weights: Array


@fitted(seconds=3)
def by_cross_entropy(seed: int, smoothing: float = 0.0) -> Run:
    """From all weights 0, down the mean cross-entropy of the targets; these give so much to all digits alike."""
    return _descend(seed, np.zeros((65, digits.KINDS)), cross_entropy_gradient, smoothing)


@fitted(seconds=3)
def by_squared_error(seed: int) -> Run:
    """From all weights 0, down the mean squared distance of the probabilities from the targets."""
    return _descend(seed, np.zeros((65, digits.KINDS)), squared_error_gradient)


@fitted(seconds=3)
def by_cross_entropy_from_wrong(seed: int) -> Run:
    """The same, from weights that take each digit for the next, and are sure of it."""
    return _descend(seed, sure_and_wrong(seed), cross_entropy_gradient)


@fitted(seconds=3)
def by_squared_error_from_wrong(seed: int) -> Run:
    """From the same weights, down the squared distance."""
    return _descend(seed, sure_and_wrong(seed), squared_error_gradient)


def cross_entropy_gradient(given: Array, targets: Array) -> Array:
    """Of the cross-entropy by the logits."""
    return given - targets


def squared_error_gradient(given: Array, targets: Array) -> Array:
    """Of the squared distance by the logits."""
    distance = 2 * (given - targets)
    return np.asarray(given * (distance - (given * distance).sum(axis=1, keepdims=True)))


def sure_and_wrong(seed: int) -> Array:
    """Weights that were trained for 5000 steps, each digit's handed on to the next."""
    run = by_cross_entropy(seed)
    return np.roll(at(run, 5000), 1, axis=1)


def at(run: Run, step: int) -> Array:
    """The weights after so many steps; raises ValueError where they were not kept."""
    if step not in run.steps:
        raise ValueError(f"step is {step}; the run kept {', '.join(map(str, run.steps))}")
    return np.asarray(run.weights[run.steps == step][0])


def _descend(seed: int, start: Array, gradient: Gradient, smoothing: float = 0.0) -> Run:
    pixels, shown = digits.split(seed)[0]
    targets = (1 - smoothing) * np.eye(digits.KINDS)[shown] + smoothing / digits.KINDS
    seen, weights, kept = frozenset(SEEN), start.copy(), []
    for step in range(LAST + 1):
        if step in seen:
            kept.append(weights.copy())
        given = softmax(pixels @ weights, axis=1)
        weights -= STEP / len(pixels) * pixels.T @ gradient(given, targets)
    return Run(np.array(SEEN), np.array(kept))


def length(run: Run, step: int) -> float:
    """The root of the sum of all squared weights."""
    return float(np.linalg.norm(at(run, step)))
