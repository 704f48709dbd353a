"""Tables and the figure read back, with cells from scipy's distribution function."""

import numpy as np
import pytest
from reading import curve, label, panels
from scipy import stats

from exhibits import differential_entropy
from exhibits._drawing import INK

STEPS = {"14 cm": 14, "7 cm": 7, "1 cm": 1, "1 mm": 0.1, "0.1 mm": 0.01}


def bits(step: float, sd: float = 7) -> float:
    edges = step * np.arange(-int(12 * sd / step) - 1, int(12 * sd / step) + 2)
    return float(stats.entropy(np.diff(stats.norm(0, sd).cdf(edges)), base=2))


def test_readings() -> None:
    h = float(stats.norm(0, 7).entropy()) / np.log(2)
    for name, reading, promised, above in differential_entropy.readings()[1:]:
        assert float(reading) == pytest.approx(bits(STEPS[name]), abs=2e-6)
        assert float(promised) == pytest.approx(h - np.log2(STEPS[name]), abs=1e-6)
        assert float(above) == pytest.approx(float(reading) - float(promised), abs=2e-6)


def test_units() -> None:
    for unit, h, marks, reading in differential_entropy.units()[1:]:
        centimetre = {"metres": 0.01, "centimetres": 1, "millimetres": 10}[unit]
        density = float(stats.norm(0, 7 * centimetre).entropy()) / np.log(2)
        assert float(h.replace("−", "-")) == pytest.approx(density, abs=6e-4)
        assert float(marks.replace("−", "-")) == pytest.approx(-np.log2(centimetre), abs=6e-4)
        assert float(reading) == pytest.approx(bits(1), abs=6e-4)


def test_rulers() -> None:
    figure = differential_entropy.rulers()
    for axes, step in zip(panels(figure), (10, 2.5), strict=True):
        x, height = curve(axes, INK)
        assert height == pytest.approx(stats.norm(0, 7).pdf(x))
        (steps,) = axes.patches
        values, edges, _ = steps.get_data()
        assert np.diff(edges) == pytest.approx(np.full(len(values), step))
        assert 0 in edges
        assert values == pytest.approx(np.diff(stats.norm(0, 7).cdf(edges)) / step)
        assert (edges[0], edges[-1]) == (-edges[-1], edges[-1])
        assert edges[-1] >= 25
        assert label(axes, f"read to {step:g} cm:\n{bits(step):.2f} bits")
        assert axes.get_xlim() == (-25, 25)
        assert axes.get_ylim()[0] == 0
