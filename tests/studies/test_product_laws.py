"""Product laws near the tennis table: no product law on a fine grid is closer than those that the study names."""

from itertools import product
from math import log2

import numpy as np
import pytest

from studies import product_laws as study

DAYS = np.array([[2, 3], [4, 0], [3, 2]]) / 14
STEPS = 28  # of the marginals, 9/14 and 5/14, and of a half


def bits(p: np.ndarray, q: np.ndarray) -> float:
    if ((q == 0) & (p > 0)).any():
        return float("inf")
    return float(sum(a * log2(a / b) for a, b in zip(p.ravel(), q.ravel(), strict=True) if a))


def all_products() -> list[np.ndarray]:
    outlooks = [(a, b, STEPS - a - b) for a, b in product(range(STEPS + 1), repeat=2) if a + b <= STEPS]
    return [np.outer(x, (y, STEPS - y)) / STEPS**2 for x in outlooks for y in range(STEPS + 1)]


def test_named_laws() -> None:
    for law in (study.marginal_product(), study.uniform_product(), study.never_overcast(), study.always_play()):
        assert law.sum() == pytest.approx(1)
        assert law == pytest.approx(np.outer(law.sum(1), law.sum(0)))
        assert study.from_joint(law) == pytest.approx(bits(DAYS, law))
        assert study.to_joint(law) == pytest.approx(bits(law, DAYS))


def test_closest_from_the_joint_law() -> None:
    least = min(bits(DAYS, law) for law in all_products())
    assert least == pytest.approx(study.from_joint(study.marginal_product()))


def test_closest_from_the_other_side() -> None:
    laws = all_products()
    assert min(bits(law, DAYS) for law in laws) == pytest.approx(study.to_joint(study.never_overcast()))
    played = [law for law in laws if law[:, 1].sum() == 0]
    assert study.to_joint(study.always_play()) == pytest.approx(log2(14 / 9))
    assert min(bits(law, DAYS) for law in played) >= log2(14 / 9)
