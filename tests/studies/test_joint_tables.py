"""The tables as they are described."""

import numpy as np
import pytest

from studies import joint_tables as study


def test_cover_and_thomas() -> None:
    table = np.array(study.COVER_THOMAS)
    assert table.sum() == 1
    assert study.law_of_x() == pytest.approx(table.sum(axis=0))
    assert study.law_of_x() == pytest.approx([1 / 2, 1 / 4, 1 / 8, 1 / 8])
    assert len(set(study.COVER_THOMAS[2])) == 1  # Y = 3 leaves all values of X equally likely


def test_tennis() -> None:
    played = np.array(study.TENNIS) * 14
    assert played == pytest.approx(np.array([[2, 3], [4, 0], [3, 2]]))


def test_left_by_clues() -> None:
    for row, left in zip(study.COVER_THOMAS, study.left_by_clues(), strict=True):
        chances = [4 * cell for cell in row if cell]
        assert left == pytest.approx(-sum(c * np.log2(c) for c in chances))
    assert np.mean(study.left_by_clues()) == pytest.approx(11 / 8)
