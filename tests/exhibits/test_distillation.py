"""The figures and tables read back, from the students' weights and scipy's divergences."""

import numpy as np
import pytest
from reading import assert_labels_stand_clear, bars, curves, dots, panels
from scipy.special import softmax
from scipy.stats import entropy

from exhibits import distillation
from exhibits._drawing import INK, P, Q
from studies import digits
from studies.distillation import logits, student

SEEDS = range(4)
TEMPERATURES = [1, 2, 4, 8, 16]


def read_right(seed: int, pictures: int, lesson: str, temperature: float = 1) -> float:
    test = digits.split(seed)[2]
    said = test.pixels @ student(seed, pictures, lesson, temperature).weights
    return 100 * float(np.mean(said.argmax(axis=1) == test.digits))


def few() -> np.ndarray:
    return np.asarray(logits(0, digits.split(0)[0].pixels[:100]))


def test_sayings() -> None:
    picture, answers = panels(distillation.sayings())
    said = few()
    at = int(np.argmin([softmax(row).max() for row in said]))
    grey = np.zeros((8, 8))
    for square in bars(picture, INK):
        column, row = square.middle
        assert square.width == square.height
        grey[round(7 - row), round(column)] = square.width
    assert grey.ravel() == pytest.approx(digits.split(0)[0].pixels[at][:64])
    drawn = [bar.top for bar in bars(answers, P)]
    assert drawn == pytest.approx([*softmax(said[at]), *softmax(said[at] / 4)])
    assert digits.split(0)[0].digits[at] == 8


def test_temperatures() -> None:
    (axes,) = panels(distillation.temperatures())
    wanted = [[read_right(seed, 100, "teacher_first", t) for t in TEMPERATURES] for seed in SEEDS]
    assert [list(y) for _, y in curves(axes, Q)] == [pytest.approx(row) for row in wanted]
    x, y = dots(axes, Q)
    assert list(x) == TEMPERATURES
    assert list(y) == pytest.approx(np.mean(wanted, axis=0))
    levels = [y[0] for _, y in curves(axes, INK)]
    assert levels == pytest.approx([np.mean([read_right(s, n, "by_labels") for s in SEEDS]) for n in (100, 300)])
    assert_labels_stand_clear(distillation.sayings())


def test_factors() -> None:
    said = few()
    *rows, limit = distillation.factors()[1:]
    for row, t in zip(rows, TEMPERATURES, strict=True):
        p = softmax(said / t, axis=1)
        slope = np.mean(np.sqrt((((0.1 - p) / t) ** 2).sum(axis=1)))
        uniform = np.full(10, 0.1)
        apart = np.mean([[entropy(line, uniform), entropy(uniform, line)] for line in p], axis=0)
        cells = [float(cell) for cell in row]
        assert cells == pytest.approx([t, slope, t**2 * slope, *(t**2 * apart)], abs=5.1e-3)
    ends = [float(cell) for cell in limit[2:]]
    half = np.mean([np.var(row) / 2 for row in said])
    assert ends == pytest.approx([np.mean([np.std(row) * np.sqrt(10) / 10 for row in said]), half, half], abs=5.1e-3)


def test_directions() -> None:
    lessons = {"teacher first": "teacher_first", "student first": "student_first"}
    for t, name, right, *distances in distillation.directions()[1:]:
        lesson, temperature = lessons[name], float(t)
        found = [read_right(seed, 100, lesson, temperature) for seed in SEEDS]
        assert float(right.removesuffix(" %")) == pytest.approx(np.mean(found), abs=0.051)
        apart = []
        for seed in SEEDS:
            pixels = digits.split(seed)[2].pixels
            p = softmax(logits(seed, pixels), axis=1)
            q = softmax(pixels @ student(seed, 100, lesson, temperature).weights, axis=1)
            apart.append([entropy(p, q, axis=1).mean(), entropy(q, p, axis=1).mean()])
        assert [float(d) for d in distances] == pytest.approx(np.mean(apart, axis=0), abs=5.1e-4)
