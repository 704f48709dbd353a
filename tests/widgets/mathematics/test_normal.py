"""The normal law's tail and its quantiles meet scipy's."""

import random

import pytest
from called import call
from scipy.special import ndtr, ndtri


def test_the_upper_tail() -> None:
    rng = random.Random(2)
    points = [0, 1e-9, 2.999999, 3, 3.000001, 8, 30, -1, -5, *(rng.uniform(-9, 36) for _ in range(4000))]
    found = call("normal", "upperTail", ([x] for x in points))
    for x, tail in zip(points, found, strict=True):
        assert tail == pytest.approx(ndtr(-x), rel=2e-13), x


def test_the_quantile_from_above() -> None:
    rng = random.Random(3)
    shares = [0.5, 0.4999, 0.05, 0.01, 1e-6, 1e-12, *(10 ** rng.uniform(-15, -0.302) for _ in range(2000))]
    found = call("normal", "quantileAbove", ([share] for share in shares))
    for share, x in zip(shares, found, strict=True):
        assert x == pytest.approx(-ndtri(share), rel=1e-12, abs=1e-12), share
