"""The two directions by sums over scipy.stats, the lower minimum by trying others."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from studies import two_humps

HUMPS = (binom.pmf(range(11), 10, 0.1) + binom.pmf(range(11), 10, 0.9)) / 2


def divergence(p: object, q: object) -> float:
    return float(sum(a * math.log(a / b) for a, b in zip(p, q, strict=True)))  # type: ignore[call-overload]


def test_the_humps() -> None:
    assert two_humps.two_humps() == pytest.approx(HUMPS)


@pytest.mark.parametrize("theta", [0.05, 0.3, 0.5])
def test_both_directions(theta: float) -> None:
    model = binom.pmf(range(11), 10, theta)
    assert two_humps.model_from_humps(theta) == pytest.approx(divergence(model, HUMPS))
    assert two_humps.humps_from_model(theta) == pytest.approx(divergence(HUMPS, model))
    assert two_humps.model_from_humps(1 - theta) == pytest.approx(two_humps.model_from_humps(theta))


def test_the_lower_minimum_is_the_least_below_one_half() -> None:
    grid = np.linspace(0.001, 0.5, 49_901)
    values = [divergence(binom.pmf(range(11), 10, theta), HUMPS) for theta in grid[::10]]
    assert two_humps.lower_minimum() == pytest.approx(grid[::10][int(np.argmin(values))], abs=2e-4)
    at_minimum = divergence(binom.pmf(range(11), 10, two_humps.lower_minimum()), HUMPS)
    assert at_minimum <= min(values)
    assert max(values) == values[-1]  # the hill is at one half
