"""The figures and tables read back, by scipy's divergences and another look at the runs."""

import numpy as np
import pytest
from reading import assert_labels_stand_clear, bars, curve, curves, panels
from scipy.special import softmax
from scipy.stats import entropy, norm

from exhibits import gans
from exhibits._drawing import INK, D, P, Q
from studies import gan_runs
from studies.gan import EDGES, trained

SETTINGS = [(1, 0.01), (5, 0.01), (1, 0.001)]


def jsd(p: np.ndarray, q: np.ndarray) -> float:
    return float(entropy(p, (p + q) / 2, 2) + entropy(q, (p + q) / 2, 2)) / 2


def apart(counts: np.ndarray) -> list[float]:
    law = np.diff(norm.cdf([-np.inf, *EDGES[1:-1], np.inf], [[-2], [2]], 0.5)).mean(axis=0)
    return [jsd(law, row / row.sum()) for row in counts]


def test_letters() -> None:
    p, q = np.array([0.5, 0.3, 0.2]), softmax([0.1, -0.4, 0.7])
    d = p / (p + q)
    for k, (letter, *cells) in enumerate(gans.letters()[1:]):
        assert letter == "abc"[k]
        slopes = [q[k] * (loss[k] - q @ loss) for loss in (np.log(1 - d), -np.log(d))]
        numbers = [float(cell.replace("−", "-")) for cell in cells]
        assert numbers == pytest.approx([p[k], q[k], d[k], *slopes], abs=5e-5)


def test_settings() -> None:
    for (steps, rate), row in zip(SETTINGS, gans.settings()[1:], strict=True):
        runs = [trained(seed, steps, rate) for seed in range(4)]
        found = [apart(run.counts) for run in runs]
        columns: list[list[float]] = [
            [min(seen) for seen in found],
            [float(np.mean(seen[-10:])) for seen in found],
            [float(1 - np.mean(run.losses[-10:]) / np.log(2)) for run in runs],
        ]
        assert row[:2] == [str(steps), f"{rate:g}"]
        for cell, values in zip(row[2:], columns, strict=True):
            ends = [float(end.replace("−", "-")) for end in cell.split(" to ")]
            assert [ends[0], ends[-1]] == pytest.approx([min(values), max(values)], abs=0.0051)


def test_bells() -> None:
    (axes,) = panels(gans.bells())
    x, usual = curve(axes, D)
    _, saturating = curve(axes, INK)
    grid = np.linspace(-8, 14, 20001)
    for at in (20, 60, 100):
        p, q = norm.pdf(grid), norm.pdf(grid, x[at])
        m = (p + q) / 2
        assert usual[at] == pytest.approx(2 * np.trapezoid(m * np.log(m / p), grid), abs=1e-4)
        both = np.trapezoid(p * np.log(p / m) + q * np.log(q / m), grid)
        assert saturating[at] == pytest.approx(both, abs=1e-4)
    assert_labels_stand_clear(gans.bells())


def test_run() -> None:
    (axes,) = panels(gans.run())
    for seed, (far, known) in enumerate(zip(curves(axes, D), curves(axes, INK), strict=True)):
        run = trained(seed, 1)
        assert far[0] == pytest.approx(run.steps)
        assert far[1] == pytest.approx(apart(run.counts))
        assert known[1] == pytest.approx(1 - run.losses / np.log(2))


def test_made() -> None:
    counts = trained(0, 1).counts
    for axes, at in zip(panels(gans.made()), (int(np.argmin(apart(counts))), -1), strict=True):
        drawn = bars(axes, Q)
        assert [bar.height * bar.width for bar in drawn] == pytest.approx(counts[at] / counts[at].sum())
        x, y = curve(axes, P)
        inner = slice(1, -1)
        assert y[inner] == pytest.approx(norm.pdf(x, [[-2], [2]], 0.5).mean(axis=0)[inner], abs=0.02)
        assert f"{trained(0, 1).steps[at]}" in axes.get_title(loc="left")
    assert len(gan_runs.SEEDS) == 4
