"""The figures and tables of the page are computed here once more: bounds, pairs, events."""

import itertools
import math

import numpy as np
import pytest
from reading import assert_labels_stand_clear, line, panels
from scipy.stats import entropy

from exhibits import _discovery, total_variation_bounds
from exhibits._drawing import INK, MUTED, D
from studies import total_variation


def test_curves() -> None:
    (axes,) = panels(total_variation_bounds.curves())
    bounds = [(x.get_linestyle(), x.get_xdata(), x.get_ydata()) for x in axes.lines if x.get_color() == INK]
    for style, x, y in bounds:
        d = 10 ** np.array(x)
        assert x[0] == pytest.approx(-3)
        assert x[-1] == pytest.approx(math.log10(6))
        assert y == pytest.approx(np.sqrt(d / 2) if style == "-" else np.sqrt(1 - np.exp(-d)))
    assert len(bounds) == 2
    edge = axes.collections[0].get_paths()[0].vertices
    upper = edge[edge[:, 1] > 0]
    some = upper[[10, 60, 110]]
    assert [total_variation.least_divergence(v) for v in some[:, 1]] == pytest.approx(10 ** some[:, 0])
    dots = next(x for x in axes.lines if x.get_marker() == ".")
    divergences, variations = total_variation.random_pairs()
    inside = (divergences >= 1e-3) & (divergences <= 6)
    assert 10 ** np.asarray(dots.get_xdata()) == pytest.approx(divergences[inside])
    assert np.asarray(dots.get_ydata()) == pytest.approx(variations[inside])
    assert line(axes, D)[0] == pytest.approx([math.log10(0.03)] * 2)
    for tick, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True):
        assert float(label.get_text()) == pytest.approx(10**tick)
    assert axes.get_xlim() == pytest.approx((-3, math.log10(6)))


def pair(variation: float, least: float) -> float:
    """D of the pair that the theorem names: from an outcome with that much, or the least, to one with the least."""
    loser = max(least, variation)
    q = np.array([least, loser, 1 - least - loser])
    return float(entropy(q + variation * np.array([1, -1, 0]), q))


def test_reverse() -> None:
    (axes,) = panels(total_variation_bounds.reverse())
    ceilings = [(x.get_xdata(), x.get_ydata()) for x in axes.lines if x.get_color() == D]
    for least, (x, y) in zip((0.1, 0.01, 0.001), ceilings, strict=True):
        some = [k for k in range(1, len(x), 7) if x[k] + least <= 1]
        assert [y[k] for k in some] == pytest.approx([pair(x[k], least) for k in some])
        label = next(text for text in axes.texts if text.get_text() == f"m = {least:g}")
        assert label.get_position()[1] == pytest.approx(y[-1])
    x, y = line(axes, MUTED)
    assert y == pytest.approx(np.log(1 + 200 * np.square(x)))
    x, y = line(axes, INK)
    beliefs = np.linspace(0, 1, 4001)[1:-1]
    for k in (20, 100, 160):
        inside = beliefs[beliefs < 1 - x[k] - 1e-9]
        coins = [float(entropy([b + x[k], 1 - b - x[k]], [b, 1 - b])) for b in inside]
        assert y[k] == pytest.approx(min(coins), rel=1e-3)
    assert axes.collections[0].get_paths()[0].vertices[:, 1].max() == pytest.approx(pair(0.8, 0.01))


@pytest.mark.parametrize(
    "name", [name for page, name in _discovery.named("Figure") if page == "total_variation_bounds"]
)
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    figure = getattr(total_variation_bounds, name)()
    assert_labels_stand_clear(figure)


def test_events() -> None:
    head, *rows, last = total_variation_bounds.events()
    p, q = {"a": 0.7, "b": 0.2, "c": 0.1}, {"a": 0.4, "b": 0.3, "c": 0.3}
    events = [set(some) for size in (1, 2) for some in itertools.combinations("abc", size)]
    whole = float(last[-1].strip("*"))
    assert whole == pytest.approx(float(entropy(list(p.values()), list(q.values()))), abs=5e-5)
    for event, (name, *cells) in zip(events, rows, strict=True):
        assert set(name.split(" or ")) == event
        a, b = (sum(law[x] for x in event) for law in (p, q))
        true, believed, gap, squares, merged = (float(cell.replace("−", "-")) for cell in cells)
        assert (true, believed, gap, squares) == pytest.approx((a, b, a - b, 2 * (a - b) ** 2))
        assert merged == pytest.approx(float(entropy([a, 1 - a], [b, 1 - b])), abs=5e-5)
        assert squares < merged < whole
    assert len(head) == len(last) == len(rows[0])


def test_ranges() -> None:
    grid = np.linspace(0, 1, 20_001)
    for believed, *ranges in total_variation_bounds.ranges()[1:]:
        b = float(believed.removesuffix("\u00a0%")) / 100
        for d, both in zip((0.03, 0.3), ranges, strict=True):
            low, high = (float(end) / 100 for end in both.removesuffix("\u00a0%").split(" to "))
            near = grid[entropy([grid, 1 - grid], [[b], [1 - b]]) <= d]
            # Rounded outwards, by less than a tenth of a per cent.
            assert low <= min(near) < low + 0.00106
            assert high - 0.00106 < max(near) <= high


def test_regimes() -> None:
    for name, *cells in total_variation_bounds.regimes()[1:]:
        d = float(name)
        for bound, cell in zip((math.sqrt(d / 2), math.sqrt(1 - math.exp(-d))), cells[:2], strict=True):
            assert (cell == "—") == (bound >= 1)
            assert cell == "—" or 0 <= float(cell) - bound < 1e-4
        worst = float(cells[2])
        assert total_variation.least_divergence(worst - 1e-4) < d < total_variation.least_divergence(worst + 1e-4)
