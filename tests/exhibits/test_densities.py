"""The three pictures, read back: areas are probabilities, and the ratio of heights is the same in each."""

import numpy as np
import pytest
from reading import curve, dots, labels, panels
from scipy import stats

from exhibits import densities
from exhibits._drawing import P, Q

TRUTH, BELIEF = stats.beta(5, 3), stats.beta(2, 2)
BACK = [  # from the place in each panel back to x
    lambda place: place,
    lambda place: 1 / (1 + np.exp(-place)),
    BELIEF.ppf,
]


def test_one_bin() -> None:
    for axes, back in zip(panels(densities.one_bin()), BACK, strict=True):
        for colour, law in ((P, TRUTH), (Q, BELIEF)):
            places, heights = curve(axes, colour)
            areas = np.concatenate([[0], np.cumsum(np.diff(places) * (heights[1:] + heights[:-1]) / 2)])
            shares = law.cdf(back(places))
            assert areas == pytest.approx(shares - shares[0], abs=2e-3)


def test_the_dots_of_one_bin() -> None:
    for axes, back in zip(panels(densities.one_bin()), BACK, strict=True):
        (place,), (p,) = dots(axes, P)
        (same,), (q,) = dots(axes, Q)
        assert place == same
        assert back(place) == pytest.approx(0.75)
        assert p / q == pytest.approx(TRUTH.pdf(0.75) / BELIEF.pdf(0.75))


def test_the_shade_of_one_bin() -> None:
    for axes, back in zip(panels(densities.one_bin()), BACK, strict=True):
        (shade,) = axes.collections
        x, y = shade.get_paths()[0].vertices.T
        low, high = back(x.min()), back(x.max())
        assert TRUTH.pdf([low, high]) == pytest.approx(BELIEF.pdf([low, high]))
        area = abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2
        assert area == pytest.approx(TRUTH.cdf(high) - TRUTH.cdf(low), abs=1e-3)
        (said,) = labels(axes, lambda text: "%" in text)
        assert said.get_text() == f"{100 * area:.0f} % of p"
