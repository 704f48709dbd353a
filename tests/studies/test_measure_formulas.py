"""What a call returns, by hand."""

import math

import pytest

from studies import measure_formulas


def test_the_letters_stand_for_their_numbers() -> None:
    assert measure_formulas.returned("surprisal(s)") == pytest.approx(math.log2(5))
    assert measure_formulas.returned("entropy(p, base=e)") == pytest.approx(
        0.5 * math.log(2) + 0.3 * math.log(10 / 3) + 0.2 * math.log(5)
    )
