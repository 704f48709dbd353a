"""Two stages in fractions, and the two endless laws by their closed form."""

import math
from fractions import Fraction

import mpmath
import pytest

from studies import renyi_orders as study


@pytest.mark.parametrize("alpha", [2, 3, 5])
def test_both_stages(alpha: int) -> None:
    total = Fraction(1, 2) + Fraction(1, 2) * 16 ** (alpha - 1)
    assert study.both_stages(alpha) == pytest.approx(math.log2(total) / (alpha - 1))
    assert study.both_stages(1) == pytest.approx(2)
    assert study.both_stages(math.inf) == pytest.approx(4)


@pytest.mark.parametrize("alpha", [2, 3, 5])
def test_second_stage(alpha: int) -> None:
    loud, quiet = Fraction(1, 32), Fraction(31, 32)
    total = Fraction(1, 2**alpha) * (loud ** (1 - alpha) + quiet ** (1 - alpha))
    assert study.second_stage(alpha) == pytest.approx(math.log2(total) / (alpha - 1))


@pytest.mark.parametrize("alpha", [0, 0.5, 1, 2, math.inf])
def test_mean_of_stages(alpha: float) -> None:
    assert study.mean_of_stages(alpha) == pytest.approx(2)


def test_heavy_against_thin() -> None:
    zeta = mpmath.zeta
    share = 1 / zeta(3)
    bits = share * (zeta(2) + 3 * zeta(3, derivative=1) / mpmath.log(2)) + mpmath.log(share, 2)
    assert study.heavy_against_thin() == pytest.approx(float(bits), abs=1e-9)
    parts = [mpmath.nsum(lambda k: share / k**3 * (share * 2**k / k**3) ** 0.01, [1, n]) for n in (2000, 4000)]
    assert parts[1] > 1000 * parts[0] > 1000
