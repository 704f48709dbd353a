"""The overlap of circles by counting points, and the distance by its overlap."""

import math

import numpy as np
import pytest

from extrabits import binary_entropy
from studies import information_circles as study


@pytest.mark.parametrize(("one", "other", "apart"), [(1, 1, 1), (1, 0.6, 0.7), (0.5, 1, 0.55), (1, 1, 0.01)])
def test_overlap_by_counting(one: float, other: float, apart: float) -> None:
    x, y = np.meshgrid(*[np.linspace(-1, 1, 2001)] * 2)
    inside = (x**2 + y**2 <= one**2) & ((x - apart) ** 2 + y**2 <= other**2)
    assert study.overlap(one, other, apart) == pytest.approx(inside.sum() / 1000**2, abs=2e-3)


def test_circles_inside_each_other_and_apart() -> None:
    assert study.overlap(1, 0.25, 0.5) == pytest.approx(math.pi / 16)
    assert study.overlap(1, 0.25, 1.25) == 0


def test_the_wire() -> None:
    """Two circles of one bit that share 1 − h(0.1)."""
    shared = 1 - binary_entropy(0.1)
    apart = study.distance(1, 1, shared)
    half = math.acos(apart / 2 / study.radius(1))
    lens = 2 * half - math.sin(2 * half)
    assert lens / math.pi == pytest.approx(shared)


def test_the_ends() -> None:
    assert study.distance(1, 1, 0) == pytest.approx(2 / math.sqrt(math.pi))
    assert study.distance(1, 1, 1) == 0
    assert study.distance(1, 0.25, 0.25) == pytest.approx(0.5 / math.sqrt(math.pi))
