"""Policies on a leash: what the widget finds, by the study's logarithms and covariances."""

from math import inf
from typing import Any

import numpy as np
import pytest
from called import call

import extrabits as xb
from studies import wrong_judge
from studies.wrong_judge import REFERENCE, SCORE, TRUTH

SEED = 12
EDGES = [
    (REFERENCE, SCORE, TRUTH),
    ((0.5, 0.5), (0, 5), (5, 0)),
    ((0.26, 0.3, 0.22, 0.2, 0.02), (2, 2, 2, 2, 2), (1, 2, 3, 4, 5)),  # all alike: one point
    ((0.4, 0.3, 0.2, 0.1, 0.0), (1, 3, 3, 2, 5), (1, 4, 2, 5, 0)),  # a tie, and a best answer that is never given
    ((0.0, 0.0, 1.0, 0.0, 0.0), SCORE, TRUTH),
    ((1 - 1e-12, 1e-12, 0, 0, 0, 0), (0, 5, 1, 1, 1, 5), (0, 5, 1, 1, 1, 1)),
    # A β inside is better than the limit, by less than anybody sees.
    ((0.991274756, 0.007527849, 3.58322495e-08, 0.00119735917), (5, 5, 4, 0), (5, 3, 5, 4)),
]
BETAS = [10.0 ** (1 - i / 50) for i in range(151)]


def answers(count: int) -> list[Any]:
    """References with small shares and zeros, rewards to a tenth, as a hand drags them, ties included."""
    rng = np.random.default_rng(SEED)
    found = list(EDGES)
    while len(found) < count:
        size = int(rng.integers(2, 7))
        weights = rng.random(size) ** rng.integers(1, 9) * (rng.random(size) < 0.85)
        if weights.sum() == 0:
            continue
        steps = int(rng.choice([2, 5, 50]))
        rewards = rng.integers(0, steps + 1, (2, size)) * 5 / steps
        found.append((weights / weights.sum(), *rewards.round(1)))
    return found


def given(reference: Any, score: Any, truth: Any) -> dict[str, list[float]]:
    return {name: list(map(float, x)) for name, x in (("reference", reference), ("score", score), ("truth", truth))}


def called(function: str, cases: list[Any], betas: list[float]) -> list[Any]:
    """JSON knows no infinity: β is asked for by its tilt, whose largest stands for the limit."""
    told = [[given(*case), None if beta == inf else beta] for case, beta in zip(cases, betas, strict=True)]
    return call("policies-at", function, told)


def test_policies() -> None:
    cases = answers(4000)
    rng = np.random.default_rng(SEED)
    tilts = [float(rng.choice([0, inf, *10.0 ** rng.uniform(-1, 2, 4)])) for _ in cases]
    betas = [1 / tilt if tilt else inf for tilt in tilts]
    for (reference, score, truth), tilt, found in zip(cases, tilts, called("policy", cases, betas), strict=True):
        law = wrong_judge.tilted(tilt, reference, score)
        assert found["law"] == pytest.approx(law, rel=1e-9, abs=1e-15)
        assert [share for share, base in zip(found["law"], reference, strict=True) if base == 0 and share] == []
        assert found["far"] == pytest.approx(wrong_judge.distance(tilt, reference, score), rel=1e-8, abs=1e-13)
        assert found["score"] == pytest.approx(wrong_judge.reward(tilt, score, reference, score), abs=1e-12)
        assert found["truth"] == pytest.approx(wrong_judge.reward(tilt, truth, reference, score), abs=1e-12)
        if 0 < tilt < inf:
            logs = [np.log(q) + tilt * s for q, s in zip(reference, score, strict=True) if q > 0]
            assert found["worth"] == pytest.approx(np.logaddexp.reduce(logs) / tilt, rel=1e-9)


def test_they_are_the_nearest_with_their_score() -> None:
    """By an optimiser of the package, that knows means and no β."""
    cases = [case for case in answers(400) if min(case[0]) > 1e-3 and np.ptp(case[1]) > 0]
    for (reference, score, _), found in zip(cases, called("policy", cases, [1.0] * len(cases)), strict=True):
        if min(found["law"]) < 1e-6:
            continue
        nearest = xb.i_projection(np.array(reference) / np.sum(reference), [score], [found["score"]])
        assert found["law"] == pytest.approx(nearest, abs=1e-6)


def test_the_best_for_the_truth() -> None:
    cases = answers(300)
    kinds = set()
    for case, found in zip(cases, called("best", cases, [1.0] * len(cases)), strict=True):
        wanted = wrong_judge.best(*case)
        kinds.add("inside" if 0 < wanted.beta < inf else f"{wanted.beta:g}")
        # Below the smallest β that the widget shows, only the limit counts.
        if 0 < wanted.beta < BETAS[-1]:
            continue
        assert found["truth"] == pytest.approx(wanted.truth, abs=1e-9), case
        beta = inf if found["beta"] is None else found["beta"]
        at_wanted = wrong_judge.reward(1 / beta if beta else inf, case[2], case[0], case[1])
        assert at_wanted == pytest.approx(wanted.truth, abs=1e-9), case
        if wanted.beta in (0, inf):
            assert beta == wanted.beta, case
    assert kinds == {"inside", "inf", "0"}
