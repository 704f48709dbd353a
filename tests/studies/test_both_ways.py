"""The bound by a grid, the edge by coins written out, pairs of coins by mpmath, close laws by scipy."""

import math
from itertools import pairwise

import mpmath
import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import entropy

from studies import both_ways as study


@pytest.mark.parametrize("most", [1.5, 2, 10, 100])
def test_factor_is_a_quotient_of_integrals(most: float) -> None:
    above, below = (quad(f, 1, most)[0] for f in (math.log, lambda s: 1 - 1 / s))
    assert float(study.factor(most)) == pytest.approx(above / below)
    assert float(study.factor(1 / most)) == pytest.approx(below / above)


def test_no_random_pair_reaches_the_factor() -> None:
    rng = np.random.default_rng(2)
    for _ in range(300):
        p, q = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(4))
        most = float(np.exp(np.abs(np.log(q / p)).max()))
        quotient = float(entropy(q, p) / entropy(p, q))
        assert 1 / study.factor(most) < quotient < study.factor(most)


def test_some_pair_comes_near_to_the_factor() -> None:
    p = np.array([1e-6, 1 - 1e-6])
    q = np.array([1e-5, 1 - 1e-5])
    assert entropy(q, p) / entropy(p, q) == pytest.approx(float(study.factor(10)), rel=1e-4)


def test_edge_is_made_of_coins() -> None:
    there, back = study.edge(10, 50)
    for k, least in enumerate(np.geomspace(0.1, 1, 50)[:-1]):
        heads = (1 - least) / (10 - least)
        p, q = [heads, 1 - heads], [10 * heads, least * (1 - heads)]
        assert sum(q) == pytest.approx(1)
        assert (there[k], back[k]) == pytest.approx((entropy(p, q, base=2), entropy(q, p, base=2)))
    assert (there[-1], back[-1]) == pytest.approx((0, 0), abs=1e-12)


@pytest.mark.parametrize("back", [0.01, 0.1, 1, 10, 100])
def test_coins_have_these_divergences(back: float) -> None:
    mpmath.mp.dps = 80
    p, q = (1 / (1 + mpmath.exp(-mpmath.mpf(odds))) for odds in study.coins(1, back))

    def bits(a: mpmath.mpf, b: mpmath.mpf) -> float:
        return float((a * mpmath.log(a / b) + (1 - a) * mpmath.log((1 - a) / (1 - b))) / mpmath.log(2))

    assert (bits(p, q), bits(q, p)) == pytest.approx((1, back), rel=1e-7)


def test_halved() -> None:
    for k in range(6):
        p, q = np.array([0.5, 0.3, 0.2]), np.array([0.5, 0.3, 0.2]) + np.array([-0.4, 0, 0.4]) / 2**k
        there, back, third = study.halved(k)
        assert (there, back) == pytest.approx((entropy(p, q, base=2), entropy(q, p, base=2)))
        assert third == pytest.approx(0.4**3 / 8**k * (1 / 0.04 - 1 / 0.25) / 6 / math.log(2))
    near = [abs(back - there - third) for there, back, third in map(study.halved, range(1, 9))]
    assert all(10 < a / b < 18 for a, b in pairwise(near[2:]))  # what is left is of fourth order


def test_probability() -> None:
    assert study.probability(0) == 0.5
    assert study.probability(-40) == pytest.approx(math.exp(-40))
