"""The figure of the overview read back, by scipy's binomials and a search over a grid."""

import numpy as np
import pytest
from reading import assert_labels_stand_clear, bars, dots, panels
from scipy.stats import binom, entropy

from exhibits import uses
from exhibits._drawing import P, Q

OUTCOMES = range(11)
HUMPS = (binom.pmf(OUTCOMES, 10, 0.1) + binom.pmf(OUTCOMES, 10, 0.9)) / 2
GRID = np.linspace(0.01, 0.99, 981)


def test_two_orders() -> None:
    (axes,) = panels(uses.two_orders())
    assert [bar.top for bar in bars(axes, P)] == pytest.approx(HUMPS)
    models = binom.pmf(OUTCOMES, 10, GRID[:, None])
    spread = models[np.argmin([entropy(HUMPS, model) for model in models])]
    one = models[np.argmin([entropy(model, HUMPS) for model in models[:500]])]
    x, y = dots(axes, Q)
    assert list(x) == 2 * list(OUTCOMES)
    assert y == pytest.approx([*spread, *one], abs=2e-3)
    assert_labels_stand_clear(uses.two_orders())
