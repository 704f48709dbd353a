"""Steps by the formula written out, the best stop by a grid."""

import math

import numpy as np
import pytest

from studies import detours as study


def step(a: float, b: float) -> float:
    return a * math.log2(a / b) + (1 - a) * (math.log1p(-a) - math.log1p(-b)) / math.log(2)


def test_direct() -> None:
    assert study.direct(0.1, 0.5) == pytest.approx(step(0.1, 0.5))
    assert study.direct(0.5, 1e-100) == pytest.approx(step(0.5, 1e-100))


@pytest.mark.parametrize(("first", "last"), [(0.1, 0.5), (0.5, 1e-3), (0.5, 1e-100)])
def test_best_stop(first: float, last: float) -> None:
    found = study.best_stop(first, last)
    assert found.cost == pytest.approx(step(first, found.stop) + step(found.stop, last))
    low, high = sorted((first, last))
    grid = np.geomspace(max(low, 1e-9), high, 20_001)[1:-1]
    assert found.cost <= min(step(first, stop) + step(stop, last) for stop in grid) + 1e-12


def test_the_gain_of_one_stop_has_no_bound() -> None:
    gains = [study.direct(0.5, last) / study.best_stop(0.5, last).cost for last in (1e-3, 1e-30, 1e-300)]
    assert gains[0] > 3
    assert gains[1] > 10
    assert gains[2] > 100


def test_chain() -> None:
    assert study.chain(0.1, 0.5, 0) == pytest.approx(step(0.1, 0.5))
    middle = math.sin((math.asin(math.sqrt(0.1)) + math.pi / 4) / 2) ** 2
    assert study.chain(0.1, 0.5, 1) == pytest.approx(step(0.1, middle) + step(middle, 0.5))
    # Many small steps: n of them cost the squared length over 2n, in nats, with the length 2(arcsin √½ − arcsin √0.1).
    length = 2 * (math.pi / 4 - math.asin(math.sqrt(0.1)))
    assert study.chain(0.1, 0.5, 999) == pytest.approx(length**2 / 2000 / math.log(2), rel=1e-3)
