"""One bell for two: what the widget finds, by the study's sums and searches."""

import math
import random
from typing import Any

import numpy as np
import pytest
from called import call

from studies import one_bell_for_two as bells

MOST_APART = 3.6
RNG = random.Random(11)
EDGES = [(a, left) for a in (0.0, 0.01, 1.0, 2.4, 2.8, MOST_APART) for left in (0.0, 0.01, 0.5, 0.97, 1.0)]
TRUTHS = EDGES + [(RNG.uniform(0, MOST_APART), RNG.random()) for _ in range(200)]


def given(a: float, left: float) -> dict[str, float]:
    return {"apart": a, "left": left}


def test_both_divergences_of_any_bell() -> None:
    asked = [(truth, RNG.uniform(-5, 5), math.exp(RNG.uniform(-1, 1.6))) for truth in TRUTHS for _ in range(6)]
    told = [(given(*truth), {"mean": mean, "sd": sd}) for truth, mean, sd in asked]
    for name, study in (("toTruth", bells.divergence), ("fromTruth", bells.to_bell)):
        for ((a, left), mean, sd), nats in zip(asked, call("one-bell-for-two", name, told), strict=True):
            assert nats == pytest.approx(study(a, mean, sd, left), rel=1e-9, abs=1e-9), (name, a, left, mean, sd)


def test_the_inclusive_fit() -> None:
    for (a, left), fit in zip(
        TRUTHS, call("one-bell-for-two", "inclusiveFit", [[given(*t)] for t in TRUTHS]), strict=True
    ):
        assert [fit["mean"], fit["sd"], fit["divergence"]] == pytest.approx(
            bells.inclusive(a, left), rel=1e-9, abs=1e-9
        )


def test_every_dip_of_the_exclusive_order() -> None:
    truths = EDGES + TRUTHS[len(EDGES) : len(EDGES) + 25]
    several = 0
    for (a, left), found in zip(truths, fits(truths), strict=True):
        wanted = bells.exclusive(a, left)
        assert len(found) == len(wanted), (a, left, found, wanted)
        for fit, dip in zip(found, wanted, strict=True):
            assert fit["divergence"] == pytest.approx(dip.divergence, abs=1e-10)
            assert [fit["mean"], fit["sd"]] == pytest.approx([dip.mean, dip.sd], abs=3e-4), (a, left)
        several += len(found) > 1
    assert several >= 5


def test_the_switch_is_where_the_study_has_it() -> None:
    distances = np.linspace(2.795, 2.805, 1001)
    both, one = zip(*(found[1:] for found in fits([(float(a), 0.5) for a in distances])), strict=True)
    assert max(abs(fit["mean"]) for fit in both) < 1e-6
    better = [cover["divergence"] < alone["divergence"] for cover, alone in zip(both, one, strict=True)]
    assert better == sorted(better, reverse=True)
    at = distances[better.index(False)]
    assert at - 1e-5 < bells.where_one_wins() <= at
    assert f"{bells.where_one_wins():.4f}" == "2.8001"


def test_dips_over_one_hump_begin_where_the_study_has_it() -> None:
    begin = bells.where_one_begins()
    before, after = fits([(begin - 0.002, 0.5), (begin + 0.002, 0.5)])
    assert len(before) == 1
    assert len(after) == 3


def test_the_profile_is_the_least_over_all_widths() -> None:
    truths = TRUTHS[:: len(TRUTHS) // 40]
    means = [[(2 * i / 40 - 1) * (a + 1.6) for i in range(41)] for a, _ in truths]
    told = [(given(*truth), at) for truth, at in zip(truths, means, strict=True)]
    for (a, left), profile in zip(truths, call("one-bell-for-two", "exclusiveProfile", told), strict=True):
        for best in profile[::5]:
            assert best["divergence"] == pytest.approx(bells.profile(a, best["mean"], left), abs=1e-3), (a, left)


def test_up_to_the_most_a_mean_has_one_best_width() -> None:
    """So a search that follows the means from left to right loses no dip."""
    widths = np.geomspace(0.4, 6, 120)
    for a in (2.8, MOST_APART):
        for left in (0.5, 0.1):
            for mean in np.linspace(-a - 1.6, a + 1.6, 41):
                heights = np.array([bells.divergence(a, mean, sd, left) for sd in widths])
                inner = (heights[1:-1] < heights[:-2]) & (heights[1:-1] < heights[2:])
                assert inner.sum() == 1, (a, left, mean)


def test_the_loss_adds_up_to_the_divergence() -> None:
    xs = np.linspace(-14, 14, 281)
    for a, left in TRUTHS[::60]:
        bell = {"mean": 0.3 * a, "sd": 1.1}
        fit = bells.Bell(0.3 * a, 1.1, math.nan)
        for order, first, whole in (("exclusive", "q", bells.divergence), ("inclusive", "p", bells.to_bell)):
            told = [(order, given(a, left), bell, float(x)) for x in xs]
            losses = np.array(call("one-bell-for-two", "lossAt", told), float)
            assert losses == pytest.approx(bells.loss(a, fit, xs, first, left), abs=1e-12)
            assert losses.sum() * 0.1 == pytest.approx(whole(a, 0.3 * a, 1.1, left), abs=1e-8)


def fits(truths: list[tuple[float, float]]) -> list[Any]:
    found = call("one-bell-for-two", "exclusiveFits", [[given(*truth)] for truth in truths])
    return [both["fits"] for both in found]
