"""A teacher of digits with one hidden layer, and students without one that learn from it on few pictures."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.special import log_softmax, softmax

from extrabits._checks import Array
from store.fitted import fitted
from studies import digits

HIDDEN = 32
TEACHER_STEPS, TEACHER_RATE, MOMENTUM = 1500, 0.5, 0.9
STUDENT_STEPS, STUDENT_RATE = 3000, 0.5

Slopes = Callable[[Array, Array, Array, float], Array]
"""The gradient by the student's logits, from these, the teacher's logits, the right digits and the temperature."""


class Teacher(NamedTuple):
    """Weights from pixels to hidden units, and from these and a constant 1 to logits."""

    first: Array
    second: Array


class Student(NamedTuple):
    """Weights from pixels to logits."""

    weights: Array


@fitted(seconds=1)
def teacher(seed: int) -> Teacher:
    """Trained with cross-entropy on all pictures but those of the test."""
    training, validation, _ = digits.split(seed)
    pixels = np.vstack([training.pixels, validation.pixels])
    right = _one_hot(np.concatenate([training.digits, validation.digits]))
    rng = np.random.default_rng(seed)
    weights = [rng.normal(size=(pixels.shape[1], HIDDEN)) / 8, rng.normal(size=(HIDDEN + 1, digits.KINDS)) / 6]
    speed = [np.zeros_like(weight) for weight in weights]
    for _ in range(TEACHER_STEPS):
        hidden = hidden_units(weights[0], pixels)
        wrong = (softmax(hidden @ weights[1], axis=1) - right) / len(pixels)
        slopes = pixels.T @ ((wrong @ weights[1][:-1].T) * (1 - hidden[:, :-1] ** 2)), hidden.T @ wrong
        for weight, moving, slope in zip(weights, speed, slopes, strict=True):
            moving *= MOMENTUM
            moving -= TEACHER_RATE * slope
            weight += moving
    return Teacher(*weights)


def hidden_units(first: Array, pixels: Array) -> Array:
    """What the hidden units say of each picture, and a constant 1."""
    return np.hstack([np.tanh(pixels @ first), np.ones((len(pixels), 1))])


def logits(seed: int, pixels: Array) -> Array:
    """What the teacher says of pictures."""
    taught = teacher(seed)
    return hidden_units(taught.first, pixels) @ taught.second


@fitted(seconds=0.3)
def student(seed: int, pictures: int, lesson: str, temperature: float = 1.0, steps: int = STUDENT_STEPS) -> Student:
    """Trained on so many pictures by one of the lessons, from weights of 0."""
    training = digits.split(seed)[0]
    pixels = training.pixels[:pictures]
    said, right = logits(seed, pixels), _one_hot(training.digits[:pictures])
    weights = np.zeros((pixels.shape[1], digits.KINDS))
    for _ in range(steps):
        slopes = LESSONS[lesson](pixels @ weights, said, right, temperature)
        weights -= STUDENT_RATE / pictures * pixels.T @ slopes
    return Student(weights)


def by_labels(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """Of the cross-entropy with the right digits; neither teacher nor temperature has a say."""
    return np.asarray(softmax(student, axis=1) - right)


def teacher_first(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """Of T² D(teacher‖student), both at the temperature."""
    return temperature * np.asarray(softmax(student / temperature, axis=1) - softmax(teacher / temperature, axis=1))


def levelled(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """The same from a teacher that says of all digits but its first alike what it said of them on average."""
    said = softmax(teacher / temperature, axis=1)
    largest = said.max(axis=1, keepdims=True)
    level = np.where(said == largest, said, (1 - largest) / (said.shape[1] - 1))
    return temperature * np.asarray(softmax(student / temperature, axis=1) - level)


def student_first(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """Of T² D(student‖teacher), both at the temperature."""
    q, p = (log_softmax(z / temperature, axis=1) for z in (student, teacher))
    mean = (np.exp(q) * (q - p)).sum(axis=1, keepdims=True)
    return temperature * np.asarray(np.exp(q) * (q - p - mean))


def mixed(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """Of half the loss by labels and half T² D(teacher‖student)."""
    return (by_labels(student, teacher, right, 1) + teacher_first(student, teacher, right, temperature)) / 2


def mixed_without_factor(student: Array, teacher: Array, right: Array, temperature: float) -> Array:
    """The same without T²."""
    soft = teacher_first(student, teacher, right, temperature) / temperature**2
    return (by_labels(student, teacher, right, 1) + soft) / 2


LESSONS: dict[str, Slopes] = {
    lesson.__name__: lesson
    for lesson in (by_labels, teacher_first, levelled, student_first, mixed, mixed_without_factor)
}


def _one_hot(shown: Array) -> Array:
    return np.asarray(np.eye(digits.KINDS)[shown.astype(int)])
