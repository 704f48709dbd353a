"""The figures of the page draw what the data and scipy.stats say, read back from the figure."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.patches import Polygon, Rectangle
from scipy.stats import binom, chi2

from environment import ROOT
from exhibits import maximum_likelihood
from exhibits._drawing import D_INK, INK, D, P, Q
from studies import g_test
from studies.sex_ratio import BOYS
from studies.weldon_dice import DICE

SHARE = float(np.dot(BOYS, range(13)) / 12 / 6115)
LAW = binom.pmf(range(13), 12, SHARE)


def misfit(theta: float) -> float:
    seen = np.array(BOYS) / 6115
    return float(np.sum(seen * np.log(seen / binom.pmf(range(13), 12, theta))))


def panels(figure: Any) -> Any:
    """The axes of a figure, of which matplotlib's types say too little."""
    return figure.axes


def points(axes: Any, colour: str) -> tuple[Any, Any]:
    """The points of every line of this colour."""
    found = [x for x in axes.lines if x.get_color() == colour]
    xs = np.concatenate([np.atleast_1d(x.get_xdata()) for x in found])
    ys = np.concatenate([np.atleast_1d(x.get_ydata()) for x in found])
    return xs.tolist(), ys.tolist()


def words(axes: Any) -> str:
    return "\n".join(text.get_text() for text in axes.texts)


def test_families() -> None:
    counts, ratio = panels(maximum_likelihood.families())
    assert [p.get_height() for p in counts.patches if isinstance(p, Rectangle)] == BOYS
    assert points(counts, Q)[1] == pytest.approx(6115 * LAW)
    seen_to_expected = np.array(BOYS) / 6115 / LAW
    assert points(ratio, D) == (list(range(13)), pytest.approx(seen_to_expected))
    (stems,) = (c for c in ratio.collections if isinstance(c, LineCollection))
    assert [segment.tolist() for segment in stems.get_segments()] == [
        [[k, 1], [k, pytest.approx(r)]] for k, r in enumerate(seen_to_expected)
    ]
    assert words(ratio).split("\n") == [
        "3 seen,", f"{6115 * LAW[0]:.1f} expected", "7 seen,", f"{6115 * LAW[12]:.1f} expected"
    ]  # fmt: skip
    left, right = (text.get_position()[0] for text in ratio.texts)
    assert 0 < left < right < 12


def test_counts() -> None:
    bowl, bars, apart = panels(maximum_likelihood.counts())
    x, y = points(bowl, D)
    assert y == pytest.approx([misfit(theta) for theta in x])
    assert points(bowl, D_INK) == (pytest.approx([SHARE, 0.5]), pytest.approx([misfit(SHARE), misfit(0.5)]))
    assert f"θ = ½: {misfit(0.5):.4f}\nbest θ: {misfit(SHARE):.4f}" == words(bowl)
    half = binom.pmf(range(13), 12, 0.5)
    shares = [patch.get_height() for patch in bars.patches]
    assert shares == pytest.approx([*(100 * np.array(BOYS) / 6115), *(100 * half)])
    assert words(bars) == "filled: seen\noutlined: model"
    residuals = np.array([patch.get_height() for patch in apart.patches])
    assert (residuals**2).sum() == pytest.approx(2 * 6115 * misfit(0.5))
    assert (np.sign(residuals) == np.sign(np.array(BOYS) - 6115 * half)).all()


def test_curve() -> None:
    (axes,) = panels(maximum_likelihood.curve())
    x, y = points(axes, D)
    assert y == pytest.approx([misfit(theta) for theta in x])
    assert points(axes, D_INK) == (pytest.approx([SHARE, 0.5]), pytest.approx([misfit(SHARE), misfit(0.5)]))
    band = axes.collections[0].get_paths()[0].vertices
    assert (band[:, 1].min(), band[:, 1].max()) == pytest.approx((0, misfit(SHARE)))
    arrow = next(text for text in axes.texts if not text.get_text())
    assert (arrow.xy, arrow.xyann) == (
        (0.5, pytest.approx(misfit(SHARE))), (0.5, pytest.approx(misfit(0.5)))
    )  # fmt: skip
    gap = misfit(0.5) - misfit(SHARE)
    for label in (
        f"{gap:.5f} nats\na family",
        f"{6115 * gap:.1f} nats in all",
        f"θ = {SHARE:.4f}",
        f"{misfit(SHARE):.4f}",
    ):
        assert label in words(axes)
    assert y[0] > 0.03 < y[-1]
    assert axes.get_xlim() == (x[0], x[-1])


def test_wilks() -> None:
    (axes,) = panels(maximum_likelihood.wilks())
    x, y = points(axes, INK)
    assert y == pytest.approx(chi2.pdf(x, 11))
    assert points(axes, P)[0] == pytest.approx([2 * 6115 * misfit(SHARE)] * 2)
    (histogram,) = (p for p in axes.patches if isinstance(p, Polygon))
    values = g_test.simulated_g(tuple(BOYS))
    heights = {round(float(a)): float(b) for a, b in histogram.get_xy() if b > 0}
    shares = [np.mean((values >= k) & (values < k + 1)) for k in (9, 10)]
    assert any(math.isclose(heights[10], share) for share in shares)
    assert f"G = {2 * 6115 * misfit(SHARE):.1f}" in words(axes)
    assert "20000 samples of 6115 families" in words(axes)


def test_two_minima() -> None:
    (axes,) = panels(maximum_likelihood.two_minima())
    k = range(11)
    humps = (binom.pmf(k, 10, 0.1) + binom.pmf(k, 10, 0.9)) / 2

    def model_from_humps(theta: float) -> float:
        return float(np.sum(binom.pmf(k, 10, theta) * np.log(binom.pmf(k, 10, theta) / humps)))

    x, y = points(axes, D)
    assert y == pytest.approx([model_from_humps(theta) for theta in x])
    x, y = points(axes, INK)
    assert y == pytest.approx([float(np.sum(humps * np.log(humps / binom.pmf(k, 10, theta)))) for theta in x])
    assert x[-1] == 0.5
    (low, high), heights = points(axes, D_INK)
    assert heights == pytest.approx([model_from_humps(low)] * 2)
    assert low + high == pytest.approx(1)
    assert low < 0.2
    assert f"θ = {low:.3f}" in words(axes)
    for text, theta in zip(axes.texts, (low, high), strict=False):
        assert text.get_position()[0] == pytest.approx(theta)
        assert text.get_position()[1] < heights[0]
    assert math.isclose(axes.get_xlim()[1], 1)


def test_the_widget_has_the_data_of_the_studies() -> None:
    page = (ROOT / "docs/uses/maximum-likelihood.md").read_text(encoding="utf-8")
    for name, counts in (("boys", BOYS), ("dice", DICE)):
        assert f' {name}="{" ".join(map(str, counts))}"' in page
