"""The sums done term by term, and by mpmath with more digits."""

import math

import mpmath
import numpy as np
import pytest

from studies import slow_infinities as study


def term(x: mpmath.mpf, log_belief: mpmath.mpf) -> mpmath.mpf:
    p = 1 / (x * mpmath.log(x) ** 2 * study.constant())
    return p * (mpmath.log(p) - log_belief) / mpmath.log(2)


def test_constant() -> None:
    x = np.arange(2, 3 * 10**6)
    rest = 1 / math.log(3 * 10**6 - 0.5)  # the integral from the middle between the last and the next
    assert study.constant() == pytest.approx(np.sum(1 / (x * np.log(x) ** 2)) + rest, rel=1e-9)


def test_few_terms_by_hand() -> None:
    whole = range(2, 11)
    assert study.from_geometric(1) == pytest.approx(
        float(sum(term(mpmath.mpf(x), (1 - x) * mpmath.log(2)) for x in whole))
    )
    square = sum(term(mpmath.mpf(x), -mpmath.log(x * (x - 1))) for x in whole)
    assert study.from_square(1) == pytest.approx(float(square))


def test_a_million_terms_one_by_one() -> None:
    x = np.arange(2.0, 10**6 + 1)
    p = 1 / (x * np.log(x) ** 2) / study.constant()
    assert study.from_geometric(6) == pytest.approx(
        np.sum(p * np.log2(p / np.exp2(np.maximum(1 - x, -1000)))) + np.sum((p * (x - 1001))[x > 1001]), rel=1e-9
    )
    assert study.from_square(6) == pytest.approx(np.sum(p * np.log2(p * x * (x - 1))), abs=1e-9)


@pytest.mark.parametrize("decades", [100, 300])
def test_what_no_computer_adds_up(decades: int) -> None:
    """In s = ln x, with (x − 1)/x = 1 far out: the term times x is (s + ln s⁻² − ln C)/(C s² ln 2)."""
    near, far, constant = 6 * math.log(10), decades * math.log(10), study.constant()

    def primitive(s: float) -> float:
        logs = math.log(s) + 2 * (math.log(s) + 1) / s + math.log(constant) / s
        return logs / constant / math.log(2)

    grown = study.from_square(decades) - study.from_square(6)
    assert grown == pytest.approx(primitive(far) - primitive(near), abs=1e-7)


def test_both_beliefs_are_laws() -> None:
    assert mpmath.nsum(lambda x: mpmath.mpf(2) ** (1 - x), [2, mpmath.inf]) == pytest.approx(1)
    assert mpmath.nsum(lambda x: 1 / (x * (x - 1)), [2, mpmath.inf]) == pytest.approx(1)
