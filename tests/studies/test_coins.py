"""Coins by the closed form."""

import math

import pytest

from studies import coins


def closed_form(a: float, b: float) -> float:
    return a * math.log(a / b) + (1 - a) * math.log((1 - a) / (1 - b))


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.62), (0.01, 0.9), (0.3, 0.2)])
def test_divergence(a: float, b: float) -> None:
    assert coins.divergence(a, b) == pytest.approx(closed_form(a, b))
    assert coins.divergence() == pytest.approx(closed_form(0.5, 0.62))


@pytest.mark.parametrize("d", [1e-6, 0.03, 3])
def test_the_belief_is_at_its_divergence(d: float) -> None:
    assert closed_form(0.5, coins.belief_at(d)) == pytest.approx(d, rel=1e-6)
    assert coins.belief_at(d) > 0.5
