"""How weights that read digits do on pictures: loss in nats, what is right, how sure, and what a temperature mends."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax

from extrabits._checks import Array
from studies import digits
from studies.digits import Images
from studies.softmax_regression import (
    LAST,
    Run,
    at,
    by_cross_entropy,
    by_cross_entropy_from_wrong,
    by_squared_error,
    by_squared_error_from_wrong,
)

SEED = 0
SMOOTHING = 0.1
FROM_WRONG = {"by_cross_entropy": by_cross_entropy_from_wrong, "by_squared_error": by_squared_error_from_wrong}
FLOORS = (0.0, 0.5, 0.8, 0.95, 0.99)


class Judged(NamedTuple):
    """Of each picture: the loss, 1 if the likeliest digit is right and else 0, and how likely that is called."""

    losses: Array
    right: Array
    sure: Array

    @property
    def loss(self) -> float:
        """The mean loss."""
        return float(self.losses.mean())

    @property
    def accuracy(self) -> float:
        """The share that is read right."""
        return float(self.right.mean())

    @property
    def from_right(self) -> float:
        """What the pictures that are read right add to the mean loss."""
        return float((self.losses * self.right).mean())

    @property
    def from_wrong(self) -> float:
        """What the pictures that are read wrong add to the mean loss."""
        return float((self.losses * (1 - self.right)).mean())


def judged(weights: Array, images: Images, temperature: float = 1.0) -> Judged:
    """How a classifier with these weights does, its logits divided by a temperature."""
    logs = log_softmax(images.pixels @ weights / temperature, axis=1)
    losses = -logs[np.arange(len(logs)), images.digits]
    right = (logs.argmax(axis=1) == images.digits).astype(float)
    return Judged(losses, right, np.exp(logs.max(axis=1)))


def steps(seed: int = SEED) -> list[int]:
    """The numbers of steps after which weights were kept."""
    kept: list[int] = by_cross_entropy(seed).steps.tolist()
    return kept


def accuracies(run: Run, seed: int = SEED) -> Array:
    """The share read right in validation after each of these numbers of steps."""
    validation = digits.split(seed)[1]
    return np.array([judged(weights, validation).accuracy for weights in run.weights])


def in_training(step: int, seed: int = SEED) -> Judged:
    """Of the pictures that it learns from, after so many steps."""
    return judged(at(by_cross_entropy(seed), step), digits.split(seed)[0])


def in_validation(step: int, seed: int = SEED) -> Judged:
    """Of those that the lowest loss is looked for on."""
    return judged(at(by_cross_entropy(seed), step), digits.split(seed)[1])


def in_test(step: int, temperature: float = 1.0, seed: int = SEED) -> Judged:
    """Of those that nothing was chosen by."""
    return judged(at(by_cross_entropy(seed), step), digits.split(seed)[2], temperature)


def in_validation_from_wrong(loss: str, step: int) -> Judged:
    """From weights that were sure and wrong, after so many steps down `by_cross_entropy` or `by_squared_error`."""
    run = FROM_WRONG[loss](SEED)
    return judged(at(run, step), digits.split(SEED)[1])


def in_validation_by_squared_error(step: int) -> Judged:
    """Trained down the squared error from weights of 0, and judged by the logarithm like all the others."""
    return judged(at(by_squared_error(SEED), step), digits.split(SEED)[1])


def in_validation_of_smoothed(step: int) -> Judged:
    """Trained with smoothed targets, and judged by the true digits."""
    return judged(at(by_cross_entropy(SEED, SMOOTHING), step), digits.split(SEED)[1])


def smoothed_training_loss(step: int) -> float:
    """The cross-entropy of the smoothed targets in training."""
    pixels, shown = digits.split(SEED)[0]
    logs = log_softmax(pixels @ at(by_cross_entropy(SEED, SMOOTHING), step), axis=1)
    right = logs[np.arange(len(logs)), shown].mean()
    return float(-(1 - SMOOTHING) * right - SMOOTHING * logs.mean())


def best_temperature(step: int, seed: int = SEED) -> float:
    """The temperature with the least loss on the pictures for validation."""
    weights, validation = at(by_cross_entropy(seed), step), digits.split(seed)[1]
    found = minimize_scalar(lambda t: judged(weights, validation, t).loss, bounds=(0.1, 20), method="bounded")
    return float(found.x)


@cache
def lowest(seed: int = SEED) -> int:
    """The step, of those that were kept, with the least loss in validation."""
    return min(steps(seed), key=lambda step: in_validation(step, seed).loss)


def rise(seed: int = SEED) -> float:
    """By what share the loss in validation rises from its lowest to the last step."""
    return in_validation(LAST, seed).loss / in_validation(lowest(seed), seed).loss - 1


def accuracy_change(seed: int = SEED) -> float:
    """By how much the share that is right in validation changes meanwhile."""
    return in_validation(LAST, seed).accuracy - in_validation(lowest(seed), seed).accuracy


def taken_back(seed: int = SEED) -> float:
    """What share of the rise of the test loss, from the lowest in validation to the last step, a temperature undoes."""
    start, end = in_test(lowest(seed), seed=seed).loss, in_test(LAST, seed=seed).loss
    return (end - in_test(LAST, best_temperature(LAST, seed), seed).loss) / (end - start)


def sureness(seen: Judged) -> list[tuple[int, float, float]]:
    """From each floor of sureness to the next: how many pictures, how sure on average, what share of them is right."""
    rows = []
    for low, high in pairwise([*FLOORS, np.inf]):
        chosen = (seen.sure >= low) & (seen.sure < high)
        rows.append((int(chosen.sum()), float(seen.sure[chosen].mean()), float(seen.right[chosen].mean())))
    return rows
