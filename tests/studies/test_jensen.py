"""The gap by the geometric mean, the tangent by its slope, the size-biased law by asking every pupil."""

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gmean

from studies import jensen

SIZES = st.lists(st.integers(1, 60), min_size=1, max_size=8)


@given(SIZES)
def test_gap(sizes: list[int]) -> None:
    p = np.full(len(sizes), 1 / len(sizes))
    assert jensen.gap(p, sizes) == pytest.approx(np.log(np.mean(sizes) / gmean(sizes)), abs=1e-12)


def test_tangent() -> None:
    for at in (0.5, 1, 25):
        assert jensen.tangent(at, at) == pytest.approx(-np.log(at))
        slope = (np.log(at - 1e-6) - np.log(at + 1e-6)) / 2e-6
        assert jensen.tangent(at + 3, at) - jensen.tangent(at, at) == pytest.approx(3 * slope, rel=1e-6)


@given(SIZES)
def test_distances(sizes: list[int]) -> None:
    """They are t − 1 − ln t at t = x/mean, and their mean is the gap."""
    p, t = np.full(len(sizes), 1 / len(sizes)), np.array(sizes) / np.mean(sizes)
    distances = jensen.distances(p, sizes)
    assert distances == pytest.approx(t - 1 - np.log(t), abs=1e-12)
    assert p @ distances == pytest.approx(jensen.gap(p, sizes), abs=1e-12)


@given(SIZES)
def test_size_biased(sizes: list[int]) -> None:
    """Each pupil of each class says the size of the class."""
    said = Counter(index for index, size in enumerate(sizes) for _ in range(size))
    shares = [float(Fraction(said[index], sum(sizes))) for index in range(len(sizes))]
    assert jensen.size_biased(np.full(len(sizes), 1 / len(sizes)), sizes) == pytest.approx(shares)


@given(SIZES)
def test_divergence(sizes: list[int]) -> None:
    """The gap is a divergence."""
    p = np.full(len(sizes), 1 / len(sizes))
    assert jensen.divergence(p, sizes) == pytest.approx(np.log(np.mean(sizes) / gmean(sizes)), abs=1e-12)
