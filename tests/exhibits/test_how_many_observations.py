"""The figures and tables of the page are computed here once more: hills, curves and numbers of tosses."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.patches import StepPatch
from reading import assert_labels_stand_clear, bars, line, panels
from scipy.optimize import brentq
from scipy.stats import binom, norm

from exhibits import _discovery, how_many_observations
from exhibits._drawing import INK, LINE, D, P, Q

FAIR_D = math.log(1 / (4 * 0.62 * 0.38)) / 2
HEADS, TAILS = math.log(0.5 / 0.62), math.log(0.5 / 0.38)
DEMANDS = [(0.05, 0.05), (0.01, 0.01), (0.05, 1e-6)]
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def hills(axes: Any) -> Any:
    return [patch for patch in axes.patches if isinstance(patch, StepPatch)]


def words(axes: Any) -> str:
    return "\n".join(text.get_text() for text in axes.texts)


def test_verdicts() -> None:
    for axes, n in zip(panels(how_many_observations.verdicts()), (25, 100, 188), strict=True):
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
            assert n < 188 or wrong.values.sum() <= 0.05
            assert f"here: {100 * wrong.values.sum():.0f} %" in words(axes)
            assert hill.get_facecolor()[:3] == pytest.approx([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
        assert words(axes).startswith(f"{n} tosses")
        sides = {text.get_text().split("\n")[0]: text.get_position()[0] for text in axes.texts}
        assert all(x < 0 for words, x in sides.items() if words in ("fair coin lands", "62 % coin", f"{n} tosses"))
        assert all(x > 0 for words, x in sides.items() if words in ("62 % coin lands", "fair coin"))
        assert axes.get_xlim() == (-15, 15)
        highest = max(fair.get_data().values.max(), other.get_data().values.max())
        assert 1 < axes.get_ylim()[1] / highest < 2


def test_lab() -> None:
    above, below = panels(how_many_observations.lab())
    d, n, error = 0.03, 25, 0.05
    belief = brentq(lambda b: math.log(1 / (4 * b * (1 - b))) / 2 - d, 0.5, 0.9)
    p, q = (binom.pmf(np.arange(n + 1), n, heads) for heads in (0.5, belief))
    fair, fair_wrong, other, other_wrong = (patch.get_data().values for patch in hills(above))
    assert fair == pytest.approx(p)
    assert other == pytest.approx(q)
    assert fair_wrong.sum() == pytest.approx(error)
    # The verdict is the other coin from some number of heads on, and by chance at the border.
    border = binom.isf(error, n, 0.5)
    assert (fair_wrong[: int(border)] == 0).all()
    assert fair_wrong[int(border) + 1 :] == pytest.approx(p[int(border) + 1 :])
    share = fair_wrong[int(border)] / p[int(border)]
    assert other_wrong.sum() == pytest.approx(binom.cdf(border, n, belief) - share * q[int(border)])
    assert f"q taken for p: {100 * other_wrong.sum():.0f} %" in words(above)
    edges = hills(above)[0].get_data().edges
    evidence = np.log(p / q)
    assert (edges[1:] + edges[:-1]) / 2 == pytest.approx(evidence)
    z = norm.isf(error)
    information = -min(
        math.log(0.5**s * (belief ** (1 - s) + (1 - belief) ** (1 - s))) for s in np.linspace(0, 1, 2001)
    )
    exact = next(k for k in range(100, 300) if missed(k, belief) <= error)
    promised = [0.9 * math.log(19) / d, math.log(20) / d, 2 * z * z / d, exact, math.log(20) / information]
    drawn = [bar for colour in (LINE, INK) for bar in bars(below, colour)]
    drawn.sort(key=lambda bar: -bar.bottom)
    assert [bar.right for bar in drawn] == [math.ceil(draws) for draws in promised]
    assert [text.get_text() for text in below.texts] == [str(math.ceil(draws)) for draws in promised]
    assert [tick.get_text() for tick in below.get_yticklabels()][3] == "enough"
    assert bars(below, INK)[0].right == exact
    assert line(below, D)[0] == [25, 25]


def missed(n: int, belief: float) -> float:
    """How often coin q is taken for the fair one if that is missed in 5 %, by a coin at the border."""
    border = binom.isf(0.05, n, 0.5)
    share = (0.05 - binom.sf(border, n, 0.5)) / binom.pmf(border, n, 0.5)
    return float(binom.cdf(border, n, belief) - share * binom.pmf(border, n, belief))


def test_errors() -> None:
    (axes,) = panels(how_many_observations.errors())
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


def still_going(heads: float, up: float, down: float, tosses: int) -> list[float]:
    """The share of runs that no limit has stopped, by the number of heads so far."""
    going, shares = {0: 1.0}, [1.0]
    for n in range(1, tosses + 1):
        tossed: dict[int, float] = {}
        for h, chance in going.items():
            for more, probability in ((1, heads), (0, 1 - heads)):
                if down < (h + more) * HEADS + (n - h - more) * TAILS < up:
                    tossed[h + more] = tossed.get(h + more, 0) + chance * probability
        going = tossed
        shares.append(sum(going.values()))
    return shares


def test_stopping() -> None:
    (axes,) = panels(how_many_observations.stopping())
    up, down = math.log(0.95 / 1e-6), -math.log((1 - 1e-6) / 0.05)
    for colour, heads in ((P, 0.5), (Q, 0.62)):
        x, y = line(axes, colour)
        assert list(x[:701]) == list(range(701))
        assert y[:701] / 100 == pytest.approx(still_going(heads, up, down, 700))
    assert line(axes, INK)[0] == [693, 693]
    assert "693" in words(axes)
    sides = {text.get_text(): text.get_position()[0] for text in axes.texts}
    assert sides["62 % coin"] < sides["fair coin"]


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "how_many_observations"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    figure = getattr(how_many_observations, name)()
    assert_labels_stand_clear(figure)


def best(n: int, alpha: float) -> float:
    """The least chance to take the 62 % coin for fair: heads in excess speak for it, with a coin at the border."""
    border = binom.isf(alpha, n, 0.5)
    kept = (alpha - binom.sf(border, n, 0.5)) / binom.pmf(border, n, 0.5)
    return float(binom.cdf(border, n, 0.62) - kept * binom.pmf(border, n, 0.62))


def row(name: str) -> list[int]:
    (found,) = (cells for first, *cells in how_many_observations.methods() if first.strip("*") == name)
    return [int(cell.strip("*")) for cell in found]


def test_methods() -> None:
    head = how_many_observations.methods()[0]
    information = -math.log(min((0.5**w) * (0.62 ** (1 - w) + 0.38 ** (1 - w)) for w in np.linspace(0.4, 0.6, 10_001)))
    names = ("floor", "Stein", "Strassen", "Gauss", "fewest", "Chernoff")
    for (alpha, beta), name, *numbers in zip(DEMANDS, head[1:], *map(row, names), strict=True):
        floor, stein, strassen, gauss, fewest, chernoff = numbers
        assert name.replace("\u00a0%", "").split(", ")[0] == f"{100 * alpha:.0f}"
        assert best(fewest, alpha) <= beta < best(fewest - 1, alpha)
        assert gauss == math.ceil((norm.isf(alpha) + norm.isf(beta)) ** 2 / 2 / FAIR_D)
        two_coins = (1 - alpha) * math.log((1 - alpha) / beta) + alpha * math.log(alpha / (1 - beta))
        assert (floor - 1) * FAIR_D < two_coins <= floor * FAIR_D
        assert stein == math.ceil(math.log(1 / beta) / FAIR_D)
        spread = norm.isf(alpha) * (TAILS - HEADS) / 2
        promised = [math.exp(spread * math.sqrt(n) - n * FAIR_D) / math.sqrt(n) for n in (strassen - 1, strassen)]
        assert promised[1] <= beta < promised[0]
        assert chernoff == math.ceil(math.log(1 / min(alpha, beta)) / information)


def test_the_mean_of_walds_test_in_the_table() -> None:
    for name, heads in (("Wald, fair", 0.5), ("Wald, 62\u00a0%", 0.62)):
        for (alpha, beta), mean in zip(DEMANDS, row(name), strict=True):
            up, down = math.log((1 - alpha) / beta), -math.log((1 - beta) / alpha)
            assert mean == round(sum(still_going(heads, up, down, 4000)))


def test_odds() -> None:
    for n, typical, middle, wrong in how_many_observations.odds()[1:]:
        count = np.arange(int(n) + 1)
        ratio = np.exp(count * HEADS + (int(n) - count) * TAILS)
        law = binom.pmf(count, int(n), 0.5)
        assert float(typical) == pytest.approx(math.exp(int(n) * FAIR_D), rel=0.05)
        low, high = (float(end.replace("\u202f", "")) for end in middle.split(" to "))
        assert law[ratio < low * 0.9].sum() < 0.05 < law[ratio < low * 1.1].sum()
        assert law[ratio > high * 1.1].sum() < 0.05 < law[ratio > high * 0.9].sum()
        assert float(wrong.removesuffix("\u00a0%")) == pytest.approx(100 * law[ratio < 1].sum(), abs=0.05)
