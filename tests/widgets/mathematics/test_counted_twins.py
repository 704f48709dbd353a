"""Counts against a binomial: the widget's sums meet the package's, its p-values those of scipy."""

import math
import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from called import call
from scipy.stats import chi2

from extrabits import entropy, kl_divergence, normalize
from studies import binomials, g_test
from studies.sex_ratio import BOYS
from studies.weldon_dice import DICE

Case = tuple[list[int], float, bool]


def samples() -> Iterator[list[int]]:
    """Counts of all sizes, with empty cells and with one cell that has all."""
    rng = random.Random(1)
    yield from (BOYS, DICE, [1, 0], [0, 1], [5, 5], [0, 0, 7], [1] * 15, [0] * 14 + [1], [10**9] * 15)
    for i in range(1500):
        largest = 10 ** rng.uniform(0, 9)
        counts = [round(largest * rng.random()) if rng.random() < 0.8 else 0 for _ in range(rng.randint(2, 15))]
        if i % 4 == 0:  # near a binomial
            law = binomials.law(len(counts) - 1, rng.random())
            counts = [round(largest * float(share)) for share in law]
        if sum(counts):
            yield counts


def cases() -> list[Case]:
    rng = random.Random(2)
    made = [(counts, rng.choice([0.0, 1.0, 1e-4, 0.5, 1 / 3, rng.random()]), False) for counts in samples()]
    return made + [(counts, binomials.mean_share(counts), True) for counts in samples()]


def endless(value: float | None) -> float:
    """JSON has no infinity: it is null there."""
    return math.inf if value is None else value


def test_what_a_theta_makes_of_the_counts() -> None:
    infinite = 0
    for (counts, theta, fitted), found in zip(cases(), call("counted", "compare", cases()), strict=True):
        seen, model = normalize(counts), binomials.law(len(counts) - 1, theta)
        assert found["n"] == sum(counts)
        assert found["model"] == pytest.approx(model, rel=1e-12)
        assert found["entropy"] == pytest.approx(entropy(seen, base=math.e), rel=1e-12)
        divergence = kl_divergence(seen, model, base=math.e)
        assert endless(found["divergence"]) == pytest.approx(divergence, rel=1e-11, abs=1e-16), (counts, theta)
        assert endless(found["other"]) == pytest.approx(kl_divergence(model, seen, base=math.e), rel=1e-11, abs=1e-16)
        assert endless(found["g"]) == pytest.approx(2 * sum(counts) * divergence, rel=1e-11, abs=1e-15 * sum(counts))
        assert found["degrees"] == np.count_nonzero(model) - 1 - fitted
        check_chance(found)
        residuals = [endless(residual) for residual in found["residuals"]]
        assert residuals == pytest.approx(g_test.residuals(counts, model), rel=1e-7, abs=1e-9 * math.sqrt(sum(counts)))
        infinite += math.isinf(divergence)
    assert infinite > 100


def check_chance(found: dict[str, Any]) -> None:
    g, degrees = endless(found["g"]), found["degrees"]
    if math.isinf(g):
        assert found["chance"] == 0
    elif degrees > 0:
        assert found["chance"] == pytest.approx(chi2.sf(g, degrees), rel=1e-11, abs=1e-300)
    else:
        assert "chance" not in found


def test_the_squares_of_the_residuals_add_up_to_g() -> None:
    for (counts, _, _), found in zip(cases(), call("counted", "compare", cases()), strict=True):
        if found["g"] is not None:
            assert sum(r * r for r in found["residuals"]) == pytest.approx(found["g"], rel=1e-9, abs=1e-9 * sum(counts))


def test_the_best_theta_and_what_another_one_loses_on_top() -> None:
    everything = list(samples())
    rng = random.Random(3)
    for counts, best in zip(everything, call("counted", "bestTheta", [[c] for c in everything]), strict=True):
        assert best == pytest.approx(binomials.mean_share(counts), rel=1e-12)
    told = [(c, binomials.mean_share(c), t) for c in everything for t in (0.0, rng.random(), 0.5)]
    asked = [(len(counts) - 1, best, theta) for counts, best, theta in told]
    for (counts, best, theta), more in zip(told, call("counted", "excess", asked), strict=True):
        trials = len(counts) - 1
        rest = binomials.misfit(counts, binomials.law(trials, best))
        whole = binomials.misfit(counts, binomials.law(trials, theta))
        assert rest + endless(more) == pytest.approx(whole, rel=1e-9, abs=1e-12), (counts, theta)


def test_the_chance_that_chi_squared_exceeds_g() -> None:
    rng = random.Random(4)
    told = [(g, degrees) for degrees in range(1, 16) for g in (0.0, 1e-300, 1e-9, 1.0, degrees, 40.0, 1400.0, 2000.0)]
    told += [(10 ** rng.uniform(-6, 3.15), rng.randint(1, 15)) for _ in range(4000)]
    for (g, degrees), chance in zip(told, call("chi-square", "chanceAbove", told), strict=True):
        assert chance == pytest.approx(chi2.sf(g, degrees), rel=1e-11, abs=1e-305), (g, degrees)
