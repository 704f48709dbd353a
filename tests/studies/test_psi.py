"""The index from its formula, its means by listing all samples of few rows, and its level by another simulation."""

import itertools
import math
from collections import Counter

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2, chi2_contingency

from studies import psi

REFERENCE, TODAY = [40, 30, 20, 10], [5, 9, 4, 2]


def by_formula(reference: list[float], today: list[float]) -> float:
    p, q = ([count / sum(counts) for count in counts] for counts in (reference, today))
    return sum((a - b) * math.log(a / b) for a, b in zip(p, q, strict=True))


def test_the_index_is_its_formula() -> None:
    assert float(psi.psi(REFERENCE, TODAY)) == pytest.approx(by_formula([*REFERENCE], [*TODAY]))
    assert psi.psi([1, 1], [[1, 1], [1, 0]]).tolist() == [0, math.inf]


def test_a_floor_stands_in_for_nothing_alone() -> None:
    assert psi.psi_with_floor(REFERENCE, TODAY, 1e-3) == pytest.approx(by_formula([*REFERENCE], [*TODAY]))
    expected = (0.5 - 0.75) * math.log(0.5 / 0.75) + (0.25 - 0.25) + (0.25 - 1e-3) * math.log(0.25 / 1e-3)
    assert psi.psi_with_floor([2, 1, 1], [3, 1, 0], 1e-3) == pytest.approx(expected)


def test_half_a_row() -> None:
    assert psi.psi_with_half([2, 1, 1], [3, 1, 0]) == pytest.approx(by_formula([2.5, 1.5, 1.5], [3.5, 1.5, 0.5]))


def test_g_is_that_of_the_table_with_two_rows() -> None:
    for today in (TODAY, [5, 0, 3, 1]):
        expected = chi2_contingency([REFERENCE, today], lambda_="log-likelihood", correction=False).statistic
        assert float(psi.g_of_two(REFERENCE, today)) == pytest.approx(expected)
    assert psi.g_of_two(REFERENCE, [TODAY, REFERENCE])[1] == pytest.approx(0)


def test_level_and_threshold() -> None:
    assert psi.noise(4, 5) == pytest.approx(0.45)
    assert psi.level(10, 10_000, 150) == pytest.approx(9 / 10_000 + 9 / 150)
    assert psi.chi_square_threshold(0.01, 10, 400, 600) == pytest.approx(chi2.isf(0.01, 9) * (1 / 400 + 1 / 600))
    assert psi.js_level(10, 1000, 10) == pytest.approx(9 * 0.101 / 8 / math.log(2))


def shares(cells: int, rows: int, more: float) -> list[list[float]]:
    """The shares of each of the equally likely samples of so many rows."""
    counts = (Counter(sample) for sample in itertools.product(range(cells), repeat=rows))
    return [[(count[cell] + more) / (rows + cells * more) for cell in range(cells)] for count in counts]


def test_the_mean_with_half_over_all_samples() -> None:
    pairs = list(itertools.product(shares(3, 4, 0.5), shares(3, 2, 0.5)))
    assert psi.mean_with_half(3, 4, 2) == pytest.approx(sum(by_formula(p, q) for p, q in pairs) / len(pairs))


def test_the_mean_of_jensen_shannon_over_all_samples() -> None:
    pairs = list(itertools.product(shares(3, 4, 0), shares(3, 2, 0)))
    assert psi.mean_js(3, 4, 2) == pytest.approx(sum(jensenshannon(p, q, 2) ** 2 for p, q in pairs) / len(pairs))


def test_jensen_shannon_of_histograms() -> None:
    rng = np.random.default_rng(77)
    values = []
    for _ in range(500):
        reference, today = rng.normal(5, 3, 1000), rng.normal(5, 3, 10)
        low, high = min(reference.min(), today.min()), max(reference.max(), today.max())
        p, q = (np.bincount(np.minimum((10 * (x - low) / (high - low)).astype(int), 9)) for x in (reference, today))
        values.append(jensenshannon(np.pad(p, (0, 10 - len(p))), np.pad(q, (0, 10 - len(q))), 2) ** 2)
    assert abs(psi.mean_js_of_histograms(1000, 10) - np.mean(values)) < 4 * np.std(values) / math.sqrt(500)


def test_information_by_chance() -> None:
    rng = np.random.default_rng(78)
    values = []
    for _ in range(400):
        x, y = rng.integers(20, size=(2, 200)).tolist()
        pairs, xs, ys = Counter(zip(x, y, strict=True)), Counter(x), Counter(y)
        values.append(sum(c / 200 * math.log2(200 * c / xs[a] / ys[b]) for (a, b), c in pairs.items()))
    assert abs(psi.mean_information_by_chance(20, 200) - np.mean(values)) < 4 * np.std(values) / math.sqrt(400)
