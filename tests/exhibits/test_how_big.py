"""The figures of the page draw what the studies return: curves, bars and labels, read back from the figure."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle, StepPatch
from scipy.stats import binom, norm

from exhibits import _discovery, how_big
from exhibits._drawing import INK, TYPE, D, P, Q
from studies import noise, total_variation

FAIR_D = math.log(1 / (4 * 0.62 * 0.38)) / 2


def panels(figure: Any) -> Any:
    """The axes of a figure, of which matplotlib's types say too little."""
    return figure.axes


def line(axes: Any, colour: str) -> tuple[Any, Any]:
    """The points of the first line of this colour."""
    found = next(x for x in axes.lines if x.get_color() == colour)
    return found.get_xdata(), found.get_ydata()


def hills(axes: Any) -> Any:
    return [patch for patch in axes.patches if isinstance(patch, StepPatch)]


def words(axes: Any) -> str:
    return "\n".join(text.get_text() for text in axes.texts)


def test_looks_like() -> None:
    bells, sides = panels(how_big.looks_like())
    shift = math.sqrt(0.06)
    for colour, mean in ((P, 0), (Q, shift)):
        x, y = line(bells, colour)
        assert y == pytest.approx(norm.pdf(x, mean) / norm.pdf(0))
    assert f"{shift:.3f}" in words(bells)
    bars = [p for p in sides.patches if isinstance(p, Rectangle)]
    c = (1 + math.sqrt(1 - math.exp(-0.06))) / 2
    assert [bar.get_height() for bar in bars] == pytest.approx([0.5, 0.5, c, 1 - c])
    # p left of q, heads left of tails, nothing on top of anything.
    middles = [bar.get_x() + bar.get_width() / 2 for bar in bars]
    assert sorted(middles) == [middles[i] for i in (0, 2, 1, 3)]
    assert np.diff(sorted(middles)).min() > bars[0].get_width()
    assert words(sides).split("\n") == ["50 %", "50 %", "62 %", "38 %"]
    for bar, text in zip(bars, sides.texts, strict=True):
        assert text.get_position()[0] == pytest.approx(bar.get_x() + bar.get_width() / 2)
        assert text.get_position()[1] > bar.get_height()


def test_verdicts() -> None:
    for axes, n in zip(panels(how_big.verdicts()), (25, 100, 185), strict=True):
        fair, fair_wrong, other, other_wrong = hills(axes)
        for hill, tail, heads, colour, sign in ((fair, fair_wrong, 0.5, P, 1), (other, other_wrong, 0.62, Q, -1)):
            data, edges = hill.get_data().values, hill.get_data().edges
            middles = (edges[1:] + edges[:-1]) / 2
            count = (middles - n * math.log(0.5 / 0.38)) / math.log(0.38 / 0.62)  # of heads, from the evidence
            assert data == pytest.approx(binom.pmf(np.round(count), n, heads))
            assert count == pytest.approx(np.round(count), abs=1e-6)
            assert data.sum() == pytest.approx(1, abs=2e-4)
            assert hill.get_alpha() < tail.get_alpha() == 1
            wrong = tail.get_data()
            assert (sign * (wrong.edges[1:] + wrong.edges[:-1]) < 0).all()
            assert wrong.values.sum() == pytest.approx(data[sign * middles < 0].sum())
            assert f"here: {100 * wrong.values.sum():.0f} %" in words(axes)
            assert hill.get_facecolor()[:3] == pytest.approx([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
        assert words(axes).startswith(f"{n} tosses")
        sides = {text.get_text().split("\n")[0]: text.get_position()[0] for text in axes.texts}
        assert all(x < 0 for words, x in sides.items() if words in ("fair coin lands", "62 % coin", f"{n} tosses"))
        assert all(x > 0 for words, x in sides.items() if words in ("62 % coin lands", "fair coin"))
        assert axes.get_xlim() == (-15, 15)
        highest = max(fair.get_data().values.max(), other.get_data().values.max())
        assert 1 < axes.get_ylim()[1] / highest < 2


def test_errors() -> None:
    (axes,) = panels(how_big.errors())
    bound, even, missed, stein = ((x.get_xdata(), x.get_ydata()) for x in axes.lines)
    n = np.array(stein[0])
    assert n[[0, -1]].tolist() == [1, 799]
    assert np.array(stein[1]) == pytest.approx(-n * FAIR_D / math.log(10))
    information = -math.log(min((0.5**w) * (0.62 ** (1 - w) + 0.38 ** (1 - w)) for w in np.linspace(0, 1, 10_001)))
    assert np.array(bound[1]) == pytest.approx(np.log10(np.exp(-n * information) / 2), abs=1e-4)
    for k in (0, 20, 66):
        fair, other = (binom.pmf(np.arange(n[k] + 1), n[k], heads) for heads in (0.5, 0.62))
        assert even[1][k] == pytest.approx(math.log10(np.minimum(fair, other).sum() / 2))
        assert missed[1][k] <= math.log10(binom.cdf(binom.ppf(0.95, n[k], 0.5), n[k], 0.62)) + 1e-9
        assert missed[1][k] >= math.log10(binom.cdf(binom.ppf(0.95, n[k], 0.5) - 1, n[k], 0.62) + 1e-300) - 1e-9
    for tick, label in zip(axes.get_yticks(), axes.get_yticklabels(), strict=True):
        assert label.get_text() == ("1" if tick == 0 else f"10{str(int(tick)).translate(RAISED)}")


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def test_total_variation_bounds() -> None:
    (axes,) = panels(how_big.total_variation_bounds())
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


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "how_big"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    figure = getattr(how_big, name)()
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    for axes in figure.axes:
        lines = [x.get_transform().transform_path(x.get_path()) for x in axes.lines if x.get_linestyle() != "None"]
        for text in axes.texts:
            assert text.get_size() >= TYPE, text.get_text()
            box = text.get_window_extent().padded(2)
            assert not any(path.intersects_bbox(box, filled=False) for path in lines), text.get_text()


def test_noise_floor() -> None:
    for axes, n in zip(panels(how_big.noise_floor()), (150, 1000), strict=True):
        values = noise.of_samples(n)
        bars = [p for p in axes.patches if isinstance(p, Rectangle)]
        assert sum(bar.get_height() for bar in bars) == (values <= 0.1).sum()
        some = bars[len(bars) // 8]
        inside = (values >= some.get_x()) & (values < some.get_x() + some.get_width())
        assert some.get_height() == inside.sum()
        assert line(axes, D)[0] == [0.03, 0.03]
        assert f"{n} draws" in words(axes)
        assert f"{values.mean():.4f}" in words(axes)
        assert axes.get_xlim() == (0, 0.1)
        assert all(text.get_position()[0] > 0.03 for text in axes.texts)


def test_numbers() -> None:
    head, *rows = how_big.numbers()
    for row in rows:
        d, kilobits, evidence, test, draws = (cell.strip("*") for cell in row)
        assert float(kilobits) == pytest.approx(float(d) * 1e3 / math.log(2), rel=0.05)
        assert math.exp((int(evidence) - 1) * float(d)) < 20 <= math.exp(int(evidence) * float(d))
        shift = norm.isf(0.05) * 2
        assert math.sqrt(2 * float(d) * (int(test) - 1)) < shift <= math.sqrt(2 * float(d) * int(test))
        assert draws == "none" or noise.mean(int(draws)) >= float(d) > noise.mean(int(draws) + 1)
    assert [cell.startswith("**") for cell in rows[3]] == [True] * len(head)


def test_alike() -> None:
    for row in how_big.alike()[1:]:
        d, shift, coin, variation = (float(cell.strip("*").removesuffix("\u00a0%")) for cell in row)
        assert shift == pytest.approx(math.sqrt(2 * d), abs=5e-4)
        assert coin / 100 == pytest.approx((1 + math.sqrt(1 - math.exp(-2 * d))) / 2, abs=5e-4)
        # What is given as a bound must not be below the bound.
        assert 0 <= variation - min(math.sqrt(d / 2), math.sqrt(1 - math.exp(-d))) < 1e-3


DEMANDS = [(0.05, 0.05), (0.01, 0.01), (0.05, 1e-6)]


def best(n: int, alpha: float) -> float:
    """The least chance to take the 62 % coin for fair: heads in excess speak for it, with a coin at the border."""
    border = binom.isf(alpha, n, 0.5)
    kept = (alpha - binom.sf(border, n, 0.5)) / binom.pmf(border, n, 0.5)
    return float(binom.cdf(border, n, 0.62) - kept * binom.pmf(border, n, 0.62))


def test_observations() -> None:
    head, floor, gauss, fewest = how_big.observations()
    assert [row[0] for row in (floor, gauss, fewest)] == ["floor", "Gauss", "**fewest**"]
    for name, (alpha, beta), *numbers in zip(head[1:], DEMANDS, floor[1:], gauss[1:], fewest[1:], strict=True):
        least, rule, exact = (int(number.strip("*")) for number in numbers)
        assert name.replace("\u00a0%", "").split(", ")[0] == f"{100 * alpha:.0f}"
        assert best(exact, alpha) <= beta < best(exact - 1, alpha)
        assert rule == math.ceil((norm.isf(alpha) + norm.isf(beta)) ** 2 / 2 / FAIR_D)
        two_coins = (1 - alpha) * math.log((1 - alpha) / beta) + alpha * math.log(alpha / (1 - beta))
        assert (least - 1) * FAIR_D < two_coins <= least * FAIR_D
        assert least < rule < exact


def test_rates() -> None:
    head, stein, fewest, chernoff = how_big.rates()
    assert head == how_big.observations()[0]
    assert fewest == how_big.observations()[-1]
    information = -math.log(min((0.5**w) * (0.62 ** (1 - w) + 0.38 ** (1 - w)) for w in np.linspace(0.4, 0.6, 10_001)))
    for (alpha, beta), rate, bound in zip(DEMANDS, stein[1:], chernoff[1:], strict=True):
        assert int(rate) == math.ceil(math.log(1 / beta) / FAIR_D)
        assert int(bound) == math.ceil(math.log(1 / min(alpha, beta)) / information)
