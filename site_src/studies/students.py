"""How the teacher and its students do on pictures that none of them has seen, and what a temperature does to slopes."""

from typing import NamedTuple

import numpy as np
from scipy.special import rel_entr, softmax

from extrabits._checks import Array
from studies import digits
from studies.distillation import STUDENT_STEPS, logits, student, teacher_first

SEEDS = range(4)
FEW, MANY = 100, 300
TEMPERATURES = (1, 2, 4, 8, 16)


class Distance(NamedTuple):
    """Mean divergences over pictures, in nats."""

    teacher_first: float
    student_first: float


def right_by_teacher(seed: int) -> float:
    """The share of the test that the teacher reads right."""
    test = digits.split(seed)[2]
    return _right(logits(seed, test.pixels), test.digits)


def right(seed: int, pictures: int, lesson: str, temperature: float = 1.0, steps: int = STUDENT_STEPS) -> float:
    """The share that a student reads right."""
    test = digits.split(seed)[2]
    return _right(test.pixels @ student(seed, pictures, lesson, temperature, steps).weights, test.digits)


def mean_right(pictures: int, lesson: str, temperature: float = 1.0, steps: int = STUDENT_STEPS) -> float:
    """Its mean over the seeds."""
    return float(np.mean([right(seed, pictures, lesson, temperature, steps) for seed in SEEDS]))


def apart(seed: int, pictures: int, lesson: str, temperature: float) -> Distance:
    """How far a student is from the teacher on the test, at temperature 1."""
    test = digits.split(seed)[2].pixels
    said = test @ student(seed, pictures, lesson, temperature).weights
    return distance(logits(seed, test), said)


def distance(teacher: Array, student: Array, temperature: float = 1.0) -> Distance:
    """Both divergences of logits at a temperature."""
    p, q = (softmax(z / temperature, axis=1) for z in (teacher, student))
    return Distance(float(rel_entr(p, q).sum(axis=1).mean()), float(rel_entr(q, p).sum(axis=1).mean()))


def at_start(temperature: float, seed: int = 0) -> tuple[float, Distance]:
    """For a student that knows nothing: the mean length of the gradient of D by its logits, and both divergences."""
    said = _said(seed)
    slopes = teacher_first(np.zeros_like(said), said, said, temperature) / temperature**2
    return float(np.linalg.norm(slopes, axis=1).mean()), distance(said, np.zeros_like(said), temperature)


def limit(seed: int = 0) -> tuple[float, float]:
    """What T² times the length, and T² times either divergence, tend to."""
    said = _said(seed)
    centred = said - said.mean(axis=1, keepdims=True)
    return float(np.linalg.norm(centred, axis=1).mean()) / digits.KINDS, float(said.var(axis=1).mean()) / 2


def least_sure(seed: int = 0) -> int:
    """The picture, of the few, that the teacher is least sure of."""
    return int(softmax(_said(seed), axis=1).max(axis=1).argmin())


def answers(temperature: float, seed: int = 0) -> Array:
    """What the teacher says of that picture."""
    return np.asarray(softmax(_said(seed)[least_sure(seed)] / temperature))


def _said(seed: int) -> Array:
    return logits(seed, digits.split(seed)[0].pixels[:FEW])


def _right(said: Array, shown: Array) -> float:
    return float((said.argmax(axis=1) == shown).mean())
