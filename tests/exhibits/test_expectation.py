"""The figures read back: limits and funnels from the moments of the dice, the paths by where they go."""

import math
from typing import Any

import numpy as np
import pytest
from reading import curves, label, panels

from exhibits import expectation
from exhibits._drawing import INK, P, Q
from studies import averages, endless_evidence

FAIR = (3.5, math.sqrt(35 / 12))
LOADED = (4.5, math.sqrt(3.25))


def test_two_means() -> None:
    (axes,) = panels(expectation.two_means())
    funnels = curves(axes, INK)
    for colour, (mean, sd), law, seed, edges in (
        (Q, LOADED, averages.LOADED, 2, funnels[:2]),
        (P, FAIR, averages.FAIR, 1, funnels[2:]),
    ):
        for (x, y), side in zip(edges, (-1, 1), strict=True):
            assert y == pytest.approx(mean + side * 2 * sd / np.sqrt(x))
        paths = curves(axes, colour)
        assert len(paths) == 20
        x = paths[0][0]
        assert (x[0], x[-1]) == (10, 10_000)
        drawn = np.array([y for _, y in paths])
        np.testing.assert_allclose(drawn, averages.running_averages(law, 20, x, seed))
        inside = np.abs(drawn - mean) <= 2 * sd / np.sqrt(x)
        assert 0.85 < inside.mean() < 1  # "most lines are inside at any one time"
        assert (inside[:, -1] & ~inside.all(axis=1)).any()  # "and some that are inside now were outside before"
    for name, mean in (("fair die", 3.5), ("loaded die", 4.5)):
        assert 0.5 < abs(label(axes, f"{name}: mean {mean}").get_position()[1] - mean) < 1
    shown = axes.get_ylim()
    assert all(shown[0] <= value <= shown[1] for _, y in (*curves(axes, P), *curves(axes, Q)) for value in y)


def test_no_limit() -> None:
    (axes,) = panels(expectation.no_limit())
    heavy, thin = (paths_of(axes, colour) for colour in (P, Q))
    x = curves(axes, P)[0][0]
    assert (len(heavy), len(thin), x[0], x[-1]) == (8, 8, 10, 10**6)
    for paths, is_heavy in ((heavy, True), (thin, False)):
        np.testing.assert_allclose(paths, endless_evidence.running_averages(is_heavy, 8, x, seed=0))
    limit = thin[:, -1]
    assert limit == pytest.approx(endless_evidence.thin_mean(), abs=0.01)
    assert label(axes, f"draws from q: {endless_evidence.thin_mean():.3f}".replace("-", "−"))
    # What the description says of the blue lines.
    assert 5 < heavy[:, -1].min() < heavy[:, -1].max() <= 9.1
    assert np.median(heavy[:, 0]) < 1
    assert (heavy.max(axis=1) > axes.get_ylim()[1]).sum() == 2  # off the chart


def paths_of(axes: Any, colour: str) -> Any:
    return np.array([y for _, y in curves(axes, colour)])
