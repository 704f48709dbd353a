"""The figures read back: the bowl and its tangent from sums of powers, and the arch from dice solved anew."""

from math import exp, log

import numpy as np
import pytest
from reading import curve, dots, label, panels
from scipy.optimize import brentq
from scipy.stats import power_divergence

from exhibits import exponential_families
from exhibits._drawing import INK, MUTED, D, H, P, Q

WOLF = [3246, 3449, 2897, 2841, 3635, 3932]


def die(eta: float) -> list[float]:
    weights = [exp(eta * k) for k in range(1, 7)]
    return [weight / sum(weights) for weight in weights]


def mean(law: list[float]) -> float:
    return sum(k * share for k, share in enumerate(law, 1))


def tilt(wanted: float) -> float:
    return float(brentq(lambda eta: mean(die(eta)) - wanted, -9, 9, xtol=1e-13))


def entropy(law: list[float]) -> float:
    return -sum(share * log(share) for share in law if share)


def log_partition(eta: float) -> float:
    return log(sum(exp(eta * (k - 3.5)) for k in range(1, 7)))


def test_wolf() -> None:
    _, *rows, last = exponential_families.wolf()
    assert [int(row[1]) for row in rows] == WOLF
    tilted = die(tilt(sum(k * n for k, n in enumerate(WOLF, 1)) / 20000))
    assert [int(row[2]) for row in rows] == [round(20000 * share) for share in tilted]
    both = [int(row[3]) for row in rows]
    assert sum(both) == pytest.approx(20000, abs=3)
    assert sum(k * n for k, n in enumerate(both, 1)) == pytest.approx(71966, abs=10)
    assert both[2] + both[3] == pytest.approx(2897 + 2841, abs=1)
    found = [float(cell.strip("*")) for cell in last[2:]]
    for g, expected in zip(found, (tilted, np.array(both) / sum(both)), strict=True):
        seen = power_divergence(WOLF, 20000 * np.array(expected), lambda_="log-likelihood").statistic
        assert g == pytest.approx(seen, abs=0.1)


def test_tangent() -> None:
    (axes,) = panels(exponential_families.tangent())
    truth = tilt(4.5)
    x, y = curve(axes, INK)
    assert list(y) == pytest.approx([log_partition(eta) for eta in x])
    x, y = curve(axes, P)
    assert list(y) == pytest.approx([log_partition(truth) + eta - truth for eta in x])
    assert [list(ends) for ends in dots(axes, P)] == [[pytest.approx(truth)], [pytest.approx(log_partition(truth))]]
    assert list(dots(axes, Q)[0]) == pytest.approx([0, -truth])
    gaps = [line.get_ydata() for line in axes.lines if line.get_color() == D]
    for (below, above), eta in zip(gaps, (0, -truth), strict=True):
        p, q = die(truth), die(eta)
        apart = sum(a * log(a / b) for a, b in zip(p, q, strict=True))
        assert above == pytest.approx(log_partition(eta))
        assert above - below == pytest.approx(apart)
        assert below < label(axes, f"{apart:.3f}").get_position()[1] < above


def test_entropies() -> None:
    (axes,) = panels(exponential_families.entropies())
    x, y = curve(axes, H)
    assert list(y) == pytest.approx([entropy(die(tilt(wanted))) for wanted in x], abs=1e-9)
    assert [list(ends) for ends in dots(axes, INK)] == [[4.5], [pytest.approx(entropy(die(tilt(4.5))))]]
    means, heights = dots(axes, MUTED)
    assert len(means) == 600
    assert all(height < entropy(die(tilt(wanted))) for wanted, height in zip(means, heights, strict=True))
    assert max(heights) < log(6)
