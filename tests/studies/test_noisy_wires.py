"""Wires against the entropy of what a flip adds."""

from itertools import pairwise

import pytest

from extrabits import binary_entropy
from studies import noisy_wires as study


def test_table() -> None:
    assert study.table(0.1).tolist() == [pytest.approx([0.45, 0.05]), pytest.approx([0.05, 0.45])]
    assert study.table(0.2, 0.9).tolist() == [pytest.approx([0.08, 0.02]), pytest.approx([0.18, 0.72])]


@pytest.mark.parametrize("ones", [0.5, 0.1])
@pytest.mark.parametrize("flipped", [0, 0.01, 0.1, 0.5, 1])
def test_passed_on(flipped: float, ones: float) -> None:
    received = ones * (1 - flipped) + (1 - ones) * flipped
    assert study.passed_on(flipped, ones) == pytest.approx(
        binary_entropy(received) - binary_entropy(flipped), abs=1e-12
    )


def test_share_for() -> None:
    shares = [study.share_for(information) for information in (0.9, 0.5, 0.2, 0.01)]
    assert all(a < b < 0.5 for a, b in pairwise(shares))
    assert [1 - binary_entropy(share) for share in shares] == pytest.approx([0.9, 0.5, 0.2, 0.01])
