"""The mean of the noise by listing all samples of few draws, and by simulation with another generator."""

import itertools
import math
from collections import Counter

import numpy as np
import pytest

from studies import noise


def divergence(sample: Counter[int], other: Counter[int] | None = None) -> float:
    """D(shares‖tenths) or D(shares‖other shares)."""
    n = sample.total()
    beliefs = {cell: other[cell] / other.total() if other else 0.1 for cell in sample}
    return sum(count / n * math.log(count / n / beliefs[cell]) for cell, count in sample.items())


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_mean_over_all_samples(n: int) -> None:
    samples = itertools.product(range(10), repeat=n)
    assert noise.mean(n) == pytest.approx(sum(divergence(Counter(sample)) for sample in samples) / 10**n)


@pytest.mark.parametrize("n", [20, 150])
def test_samples_have_the_mean_that_is_computed(n: int) -> None:
    values = noise.of_samples(n)
    assert abs(values.mean() - noise.mean(n)) < 5 * values.std() / math.sqrt(len(values))
    assert values.min() >= 0
    by_loop = [divergence(Counter(row)) for row in np.random.default_rng(11).integers(10, size=(3000, n)).tolist()]
    assert abs(values.mean() - np.mean(by_loop)) < 5 * values.std() / math.sqrt(3000)
    assert abs(values.std() / np.std(by_loop) - 1) < 0.1


def test_pairs_of_samples() -> None:
    values = noise.between_samples(300)
    rng = np.random.default_rng(12)
    rows = (rng.integers(10, size=(2, 300)).tolist() for _ in range(2000))
    by_loop = [divergence(Counter(first), Counter(second)) for first, second in rows]
    assert abs(values.mean() - np.mean(by_loop)) < 5 * values.std() / math.sqrt(2000)
    assert abs(values.std() / np.std(by_loop) - 1) < 0.1


@pytest.mark.parametrize("d", [0.003, 0.03, 0.3, 1, 2.3])
def test_the_most_draws(d: float) -> None:
    n = noise.most_draws(d)
    assert noise.mean(n) >= d > noise.mean(n + 1)


def test_no_number_of_draws_has_more_noise_than_one() -> None:
    assert noise.mean(1) == pytest.approx(math.log(10))
    assert noise.most_draws(2.31) == 0


def test_share_above() -> None:
    assert noise.share_above(np.array([0.1, 0.2, 0.3, 0.4]), 0.2) == 0.5
