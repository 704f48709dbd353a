"""Both sums as they are written."""

import math

import pytest

from studies import misprinted_renyi as study
from studies.misprinted_renyi import BELIEF, TRUTH


@pytest.mark.parametrize("alpha", [1.5, 2, 4, 16])
def test_both_as_they_are_written(alpha: float) -> None:
    pairs = list(zip(TRUTH, BELIEF, strict=True))
    assert study.right(alpha) == pytest.approx(math.log(sum(q * (p / q) ** alpha for p, q in pairs)) / (alpha - 1))
    printed = sum(q * math.log((p / q) ** alpha) for p, q in pairs) / (1 - alpha)
    assert study.as_printed(alpha) == pytest.approx(printed)
