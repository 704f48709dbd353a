"""Tables that are printed for laws at random, and the triangles by the side of each edge on which a law lies."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from studies import english_letters
from studies import printed_tables as study

Array = NDArray[np.float64]


def laws(outcomes: int, many: int = 40_000) -> Array:
    """Laws at random, spread evenly over the simplex."""
    return np.random.default_rng(8).dirichlet(np.ones(outcomes), size=many)


def holds(triangle: Array, law: Array) -> bool:
    """Whether a law is a mixture of the three corners."""
    return bool((np.linalg.solve(triangle.T, law) >= 0).all())


def test_sums_of_printed_numbers() -> None:
    assert study.printed_sum([1 / 3] * 3, 1) == 0.9
    assert study.printed_sum([0.46, 0.36, 0.18], 1) == 1.1
    assert study.printed_sum([0.5, 0.3, 0.2], 1) == 1
    assert study.printed_sum(english_letters.PRINTED, 4) == 1.0002


def test_a_law_lies_in_a_triangle_if_its_printed_sum_is_wrong() -> None:
    below, above = study.wrong_sums()
    assert (len(below), len(above)) == (55, 45)
    assert np.vstack([*below, *above]).sum(axis=-1) == pytest.approx(1)
    for law in laws(3, 400):
        found = [any(holds(triangle, law) for triangle in triangles) for triangles in (below, above)]
        assert found == [study.printed_sum(law, 1) == total for total in (0.9, 1.1)]


@pytest.mark.parametrize("places", [1, 2])
def test_one_quarter_of_the_simplex_prints_wrong(places: int) -> None:
    everything = np.linalg.det(np.eye(3))
    areas = [np.abs(np.linalg.det(triangles)).sum() for triangles in study.wrong_sums(places)]
    assert sum(areas) / everything == pytest.approx(1 / 4)


@pytest.mark.parametrize("outcomes", [3, 6, 27])
def test_how_far_printed_tables_are_off(outcomes: int) -> None:
    off = np.rint((np.round(laws(outcomes), 5).sum(axis=-1) - 1) * 1e5)
    for digits in range(-1, 2):
        share = (off == digits).mean()
        assert study.chance_off(outcomes, digits) == pytest.approx(share, abs=5 * math.sqrt(0.25 / off.size))
    everything = range(-((outcomes - 1) // 2), (outcomes + 1) // 2)
    assert sum(study.chance_off(outcomes, digits) for digits in everything) == pytest.approx(1)


def test_the_divergence_that_is_negative() -> None:
    assert study.divergence_from_print() == pytest.approx(-math.log2(1.0002), abs=1e-15)
