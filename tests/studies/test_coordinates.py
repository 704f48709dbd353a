"""Densities as slopes of distribution functions; peaks and crossings from 105 x⁴(1 − x)² and 6 x(1 − x)."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from extrabits import kl_divergence
from studies import coordinates
from studies.coordinates import BELIEF, ITSELF, LOG_ODDS, SHARE, TRUTH

X = np.array([0.1, 0.4, 0.75, 0.9])
PLACES: list[tuple[Any, Any]] = [
    (ITSELF, lambda x: x),
    (LOG_ODDS, lambda x: np.log(x / (1 - x))),
    (SHARE, lambda x: 3 * x**2 - 2 * x**3),
]


def test_plain_density() -> None:
    assert coordinates.plain_density(TRUTH, X) == pytest.approx(105 * X**4 * (1 - X) ** 2)
    assert coordinates.plain_density(BELIEF, X) == pytest.approx(6 * X * (1 - X))


@pytest.mark.parametrize(("coordinate", "place"), PLACES)
def test_density(coordinate: Any, place: Any) -> None:
    """Probability of a narrow bin over its width."""
    assert coordinate.place(X) == pytest.approx(place(X))
    for law, name in ((TRUTH, stats.beta(5, 3)), (BELIEF, stats.beta(2, 2))):
        inside = name.cdf(X + 1e-6) - name.cdf(X - 1e-6)
        width = place(X + 1e-6) - place(X - 1e-6)
        assert coordinates.density(law, coordinate, X) == pytest.approx(inside / width, rel=1e-6)


def test_peak() -> None:
    """Over x it is 4/6, over the log-odds 5/8, where q is uniform the peak of the ratio."""
    found = [coordinates.peak(TRUTH, coordinate) for coordinate in (ITSELF, LOG_ODDS, SHARE)]
    assert found == pytest.approx([4 / 6, 5 / 8, 3 / 4], abs=1e-6)


def test_crossings() -> None:
    """17.5 x³ (1 − x) = 1."""
    roots = np.roots([-17.5, 17.5, 0, 0, -1])
    inside = sorted(float(root.real) for root in roots if abs(root.imag) < 1e-9 and 0 < root.real < 1)
    assert coordinates.crossings() == pytest.approx(tuple(inside))


def test_share_between() -> None:
    assert coordinates.share_between(TRUTH, 0.2, 0.7) == pytest.approx(np.diff(stats.beta(5, 3).cdf([0.2, 0.7]))[0])


def test_entropy_in_share() -> None:
    """It is minus the divergence."""
    assert coordinates.entropy_in_share() == pytest.approx(-kl_divergence(TRUTH, BELIEF))
    draws = stats.beta(5, 3).rvs(200_000, random_state=np.random.default_rng(5))
    heights = 17.5 * draws**3 * (1 - draws)
    assert coordinates.entropy_in_share() == pytest.approx(-np.log2(heights).mean(), abs=0.01)
