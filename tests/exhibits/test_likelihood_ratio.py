"""The figures read back: densities by scipy.stats, and the share of strings of dice that have shown the odds."""

import math

import numpy as np
import pytest
from reading import curve, curves, label, panels
from scipy.stats import beta

from exhibits import likelihood_ratio
from exhibits._drawing import INK, LINE, P, Q

NARROW, WIDE = beta(17, 6), beta(3, 3)


def test_ratio() -> None:
    density, ratio = panels(likelihood_ratio.ratio())
    x, narrow = curve(density, P)
    assert narrow == pytest.approx(NARROW.pdf(x))
    assert curve(density, Q)[1] == pytest.approx(WIDE.pdf(x))
    assert (x[0], x[-1]) == (pytest.approx(0, abs=0.01), pytest.approx(1, abs=0.01))
    quotient = NARROW.pdf(x) / WIDE.pdf(x)
    assert curve(ratio, INK)[1] == pytest.approx(quotient)
    level, *edges = curves(ratio, LINE)
    assert list(level[1]) == [1, 1]
    low, high = (edge[0][0] for edge in edges)
    assert [NARROW.pdf(edge) / WIDE.pdf(edge) for edge in (low, high)] == pytest.approx([1, 1])
    assert [edge[0][0] for edge in curves(density, LINE)] == [low, high]
    (fill,) = ratio.collections
    filled = np.vstack([path.vertices for path in fill.get_paths()])
    assert (filled[:, 0].min(), filled[:, 0].max()) == pytest.approx((low, high), abs=0.003)
    assert (filled[:, 1].min(), filled[:, 1].max()) == pytest.approx((1, quotient.max()))
    assert low < label(ratio, "evidence\nfor p").get_position()[0] < high
    assert label(ratio, "evidence\nfor p").get_position()[0] == pytest.approx((low + high) / 2, abs=0.04)
    assert label(ratio, "evidence for q").get_position()[0] < low
    assert (ratio.get_xlim(), ratio.get_ylim()[0], density.get_ylim()[0]) == ((0, 1), 0, 0)
    assert density.get_ylim()[1] > narrow.max()
    assert ratio.get_ylim()[1] > quotient.max()


def test_looks() -> None:
    (axes,) = panels(likelihood_ratio.looks())
    rolls = np.random.default_rng(7).random((20_000, 1000)) < 1 / 3
    n, k = np.arange(1, 1001), rolls.cumsum(axis=1)
    fair = k * math.log(1 / 3) + (n - k) * math.log(2 / 3)
    says = (np.hstack([np.zeros((len(k), 1)), k[:, :-1]]) + 1 / 2) / n
    with np.errstate(divide="ignore", invalid="ignore"):
        best = np.nan_to_num(k * np.log(k / n)) + np.nan_to_num((n - k) * np.log(1 - k / n)) - fair
    learner = np.log(np.where(rolls, says, 1 - says)).cumsum(axis=1) - fair
    for colour, evidence in ((INK, best), (P, learner)):
        dice, chance = curve(axes, colour)
        assert (dice[0], dice[-1]) == (1, 10_000)
        assert np.all(np.diff(chance) >= -1e-9)
        ever = 100 * np.logical_or.accumulate(evidence >= math.log(20) - 1e-9, axis=1).mean(axis=0)
        short = dice <= 1000
        assert chance[short] == pytest.approx(ever[dice[short] - 1], abs=1.2)  # 20 000 strings
    assert list(curve(axes, LINE)[1]) == [5, 5]
    (_, fitted), (_, learned) = curve(axes, INK), curve(axes, P)
    assert learned.max() < 5 < label(axes, "1/20").get_position()[1] < fitted.max() < axes.get_ylim()[1]
    assert label(axes, "best share so far").get_position()[1] > 5 > label(axes, "a model that learns").get_position()[1]
    assert axes.get_xlim() == (1, 10_000)
