"""Correlations against numpy's, on tables written out as lists of equally likely outcomes."""

import numpy as np
import pytest

from studies import correlations as study


def test_squares() -> None:
    table = study.squares(2)
    assert table.shape == (5, 3)
    for x in range(-2, 3):
        for root in range(3):
            assert table[x + 2, root] == pytest.approx(0.2 if x * x == root * root else 0)


def test_same_event() -> None:
    assert study.same_event(0.001).tolist() == [[0.999, 0], [0, 0.001]]


def test_correlation() -> None:
    outcomes = [(0, 0)] * 5 + [(0, 3)] + [(2, 0)] * 2 + [(2, 3)] * 4
    joint = np.array([[5, 1], [2, 4]]) / 12
    assert study.correlation(joint, [0, 2], [0, 3]) == pytest.approx(np.corrcoef(np.array(outcomes).T)[0, 1])
    assert study.correlation(study.squares(3), range(-3, 4), [0, 1, 4, 9]) == pytest.approx(0, abs=1e-12)
    assert study.correlation(study.same_event(0.001), [0, 1], [0, 1]) == pytest.approx(1)


def test_gates() -> None:
    for x, y, z in np.ndindex(2, 2, 2):
        assert study.XOR[x][y][z] == (1 / 4 if z == (x != y) else 0)
        assert study.AND[x][y][z] == (1 / 4 if z == (x and y) else 0)
