"""Teacher and students by another way: slopes by differences, least losses by a search, and each answer one by one."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.optimize import approx_fprime, minimize
from scipy.special import log_softmax, softmax
from scipy.stats import entropy

from studies import digits, distillation, students

LABELS = np.array([0.0, 0, 1])
V, Z, T = np.array([2.0, 0, -1]), np.array([0.5, 1, 0]), 3.0
LARGEST = softmax(V / T)[0]


def soft(z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return softmax(V / T), softmax(z / T)


LOSSES: dict[str, Callable[[np.ndarray], float]] = {
    "by_labels": lambda z: -float(log_softmax(z) @ LABELS),
    "teacher_first": lambda z: T**2 * float(entropy(*soft(z))),
    "levelled": lambda z: T**2 * float(entropy([LARGEST, *2 * [(1 - LARGEST) / 2]], soft(z)[1])),
    "student_first": lambda z: T**2 * float(entropy(*soft(z)[::-1])),
    "mixed": lambda z: (LOSSES["by_labels"](z) + LOSSES["teacher_first"](z)) / 2,
    "mixed_without_factor": lambda z: (LOSSES["by_labels"](z) + LOSSES["teacher_first"](z) / T**2) / 2,
}


@pytest.mark.parametrize("lesson", list(distillation.LESSONS))
def test_slopes_are_those_of_the_losses(lesson: str) -> None:
    found = distillation.LESSONS[lesson](Z[None], V[None], LABELS[None], T)[0]
    assert found == pytest.approx(approx_fprime(Z, LOSSES[lesson], 1e-7), abs=1e-5)


def test_each_lesson_has_slopes() -> None:
    named = (
        distillation.by_labels,
        distillation.teacher_first,
        distillation.levelled,
        distillation.student_first,
        distillation.mixed,
        distillation.mixed_without_factor,
    )
    assert list(distillation.LESSONS.values()) == list(named)


def test_the_teacher_is_where_its_loss_hardly_falls() -> None:
    """It reads its own pictures, and a search from its weights finds little to gain."""
    taught = distillation.teacher(0)
    training, validation, _ = digits.split(0)
    pixels = np.vstack([training.pixels, validation.pixels])
    shown = np.concatenate([training.digits, validation.digits])
    hidden = np.column_stack([np.tanh(pixels @ taught.first), np.ones(len(pixels))])
    assert distillation.hidden_units(taught.first, pixels) == pytest.approx(hidden)
    said = hidden @ taught.second
    assert distillation.logits(0, pixels) == pytest.approx(said)
    assert (said.argmax(axis=1) == shown).all()
    assert -log_softmax(said, axis=1)[np.arange(len(shown)), shown.astype(int)].mean() < 0.005


def test_a_search_does_no_better_than_a_student() -> None:
    pixels = digits.split(1)[0].pixels[:100]
    p = softmax(distillation.logits(1, pixels) / 4, axis=1)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        logs = log_softmax(pixels @ flat.reshape(65, 10) / 4, axis=1)
        return 16 * float(-(p * logs).sum() / 100), (4 / 100 * pixels.T @ (np.exp(logs) - p)).ravel()

    least = minimize(loss, np.zeros(650), jac=True, method="L-BFGS-B", options={"maxiter": 3000}).fun
    floor = 16 * entropy(p, axis=1).mean()
    taught = loss(distillation.student(1, 100, "teacher_first", 4).weights.ravel())[0]
    assert least - floor <= taught - floor < 0.3
    assert loss(np.zeros(650))[0] - floor > 20


def test_what_is_read_right() -> None:
    for seed in students.SEEDS:
        test = digits.split(seed)[2]
        said = distillation.logits(seed, test.pixels)
        hits = [row.argmax() == shown for row, shown in zip(said, test.digits, strict=True)]
        assert students.right_by_teacher(seed) == np.mean(hits)
    weights = [distillation.student(seed, 100, "by_labels").weights for seed in students.SEEDS]
    tests = [digits.split(seed)[2] for seed in students.SEEDS]
    shares = [np.mean((t.pixels @ w).argmax(axis=1) == t.digits) for t, w in zip(tests, weights, strict=True)]
    assert [students.right(seed, 100, "by_labels") for seed in students.SEEDS] == shares
    assert students.mean_right(100, "by_labels") == np.mean(shares)


def test_distances_are_means_of_divergences() -> None:
    test = digits.split(0)[2].pixels
    said, taught = test @ distillation.student(0, 100, "student_first", 4).weights, distillation.logits(0, test)
    pairs = list(zip(softmax(taught, axis=1), softmax(said, axis=1), strict=True))
    wanted = np.mean([entropy(p, q) for p, q in pairs]), np.mean([entropy(q, p) for p, q in pairs])
    assert students.apart(0, 100, "student_first", 4) == pytest.approx(wanted)
    rows = [(softmax(v / 2), softmax(z / 2)) for v, z in zip(taught, said, strict=True)]
    assert students.distance(taught, said, 2).teacher_first == pytest.approx(np.mean([entropy(*row) for row in rows]))


def test_at_the_start_and_in_the_limit() -> None:
    said = distillation.logits(0, digits.split(0)[0].pixels[:100])
    for temperature in (1.0, 4.0):
        p = softmax(said / temperature, axis=1)
        slope, apart = students.at_start(temperature)
        assert slope == pytest.approx(np.mean([np.linalg.norm((0.1 - row) / temperature) for row in p]))
        assert apart.teacher_first == pytest.approx(np.mean([np.log(10) - entropy(row) for row in p]))
    slope, apart = students.at_start(1e5)
    length, half_variance = students.limit()
    assert slope * 1e10 == pytest.approx(length, rel=1e-3)
    assert apart.teacher_first * 1e10 == pytest.approx(half_variance, rel=1e-3)
    assert apart.student_first * 1e10 == pytest.approx(half_variance, rel=1e-3)


def test_the_picture_that_the_teacher_is_least_sure_of() -> None:
    said = distillation.logits(0, digits.split(0)[0].pixels[:100])
    sure = [softmax(row).max() for row in said]
    assert sure[students.least_sure()] == min(sure)
    assert students.answers(4) == pytest.approx(softmax(said[np.argmin(sure)] / 4))
