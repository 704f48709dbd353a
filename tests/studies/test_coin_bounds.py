"""The bounds against a grid of its own, the law of the exponent by its series, and strings counted one by one."""

import itertools
import math

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.special import gammaln, logsumexp

from studies import coin_bounds as study


def h(t: float) -> float:
    return -t * math.log2(t) - (1 - t) * math.log2(1 - t)


@pytest.mark.parametrize("t", [0.001, 0.1, 0.3, 0.5, 0.8])
def test_below_and_above(t: float) -> None:
    parabola = 1 - (1 - 2 * t) ** 2
    assert study.below(t) == pytest.approx(parabola)
    assert study.above(t) == pytest.approx(math.exp(math.log(parabola) / math.log(4)))
    assert study.below(t) <= h(t) <= study.above(t) <= math.sqrt(study.below(t))


def test_widest_gap() -> None:
    at = minimize_scalar(lambda t: h(t) - study.above(t), bounds=(1e-3, 0.2), method="bounded", options={"xatol": 1e-9})
    assert study.widest_gap() == pytest.approx(-at.fun, abs=1e-8)
    others = np.linspace(1e-6, 0.5, 4321)
    assert all(study.above(t) - h(t) <= study.widest_gap() + 1e-8 for t in others)


def test_share() -> None:
    assert math.fsum(study.share(n) for n in range(1, 100_000)) == pytest.approx(1, abs=1e-5)
    for t in (0.05, 0.2, 0.4):
        mean = math.fsum(study.share(n) * (1 - (1 - 2 * t) ** (2 * n)) for n in range(1, 100_000))
        assert mean == pytest.approx(h(t), abs=1e-5)


def test_per_event() -> None:
    assert study.per_event(1 / 4) == pytest.approx(2 + 3 * math.log2(4 / 3))
    assert study.per_event(1e-9) == pytest.approx(math.log2(math.e * 1e9), rel=1e-9)


def test_log_ball_and_sphere() -> None:
    ones = [sum(string) for string in itertools.product((0, 1), repeat=8)]
    for k in range(9):
        assert study.log_ball(8, k) == pytest.approx(math.log2(sum(count <= k for count in ones)))
        assert study.log_sphere(8, k) == pytest.approx(math.log2(ones.count(k)))
    tails = np.arange(1001)
    logs = gammaln(10_001) - gammaln(tails + 1) - gammaln(10_001 - tails)
    assert study.log_ball(10_000, 1000) == pytest.approx(logsumexp(logs) / math.log(2))
    assert study.log_sphere(10_000, 1000) == pytest.approx(logs[-1] / math.log(2))
