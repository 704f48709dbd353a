"""The figures of the page draw what the studies return: curves, bars and labels, read back from the figure."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.patches import Rectangle
from reading import assert_labels_stand_clear, line, panels
from scipy.optimize import brentq
from scipy.stats import chi2, entropy, norm, poisson

from exhibits import _discovery, how_big
from exhibits._drawing import D, P, Q
from studies import noise


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


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "how_big"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    figure = getattr(how_big, name)()
    assert_labels_stand_clear(figure)


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


def test_readings() -> None:
    """Each line by another way: a root where the exhibit has a closed form, a sum where it has a root."""
    table = dict(how_big.readings()[1:])
    read = {name: float(cell.replace("\u202f", "").removesuffix("\u00a0%")) for name, cell in table.items()}

    def rounded(name: str, value: float) -> bool:
        decimals = len(table[name].removesuffix("\u00a0%").partition(".")[2])
        return bool(abs(read.pop(name) - value) <= 0.51 * 10**-decimals)

    assert rounded("in bits", 0.03 * math.log2(math.e))
    assert rounded("in decibans, tenths of a power of ten", 10 * math.log10(math.exp(0.03)))
    evidence = "evidence: an observation multiplies the odds, in geometric mean, by"
    assert rounded(evidence, 2 ** (0.03 * math.log2(math.e)))
    assert rounded("perplexity: it grows by", 100 * (math.exp(3.03) / math.exp(3) - 1))
    sure = brentq(lambda b: entropy([1, 0], [b, 1 - b]) - 0.03, 0.5, 1 - 1e-9)
    assert rounded("a sure thing that you believe with", 100 * sure)
    assert rounded("an impossible thing that you believe with", 100 * (1 - sure))
    assert rounded("a bettor who bets by the belief has less after a race, by", 100 * (1 - sure))
    bits = 0.03 / math.log(2)
    assert rounded("bits wasted on a million symbols", 1e6 * bits)
    assert rounded("a file of fair bits grows by", 100 * bits)
    assert rounded("a file of bits, 1\u00a0% of them ones, grows by", 100 * bits / entropy([0.01, 0.99], base=2))
    coin = brentq(lambda b: entropy([0.5, 0.5], [b, 1 - b]) - 0.03, 0.5, 0.9)
    assert rounded("a fair coin that you believe falls heads", 100 * coin)
    k = np.arange(60)
    rate = brentq(lambda r: entropy(poisson.pmf(k, 1), poisson.pmf(k, r)) - 0.03, 1, 2)
    assert rounded("a Poisson rate of 1 that you believe is", rate)
    x = np.linspace(-12, 12, 40_001)
    shift = brentq(lambda s: entropy(norm.pdf(x), norm.pdf(x, s)) - 0.03, 0.1, 1)
    assert rounded("a Gaussian that you believe is shifted by, in sd", shift)
    step = x[1] - x[0]
    assert rounded("its area that both cover", 100 * np.minimum(norm.pdf(x), norm.pdf(x, shift)).sum() * step)
    wins = norm.pdf(x, shift) * norm.cdf(x)
    assert rounded("how often a draw of the higher one wins", 100 * wins.sum() * step)
    wider = brentq(lambda s: entropy(norm.pdf(x), norm.pdf(x, 0, s)) - 0.03, 1, 2)
    assert rounded("a Gaussian that you believe is wider, times", wider)
    correlation = brentq(lambda r: -math.log(1 - r * r) / 2 - 0.03, 0, 0.9)
    assert rounded("Gaussians that you believe independent correlate with", correlation)
    beliefs = np.linspace(0.01, 0.8, 8000)
    gaps = [
        v
        for v in np.linspace(0.12, 0.125, 501)
        if entropy([beliefs + v, 1 - beliefs - v], [beliefs, 1 - beliefs]).min() <= 0.03
    ]
    assert rounded("the most that a probability is off, exactly", max(gaps))
    assert rounded("observations for average evidence of 20 to 1", math.ceil(math.log(20) / 0.03))
    assert rounded("observations for errors of 5\u00a0%, near laws", math.ceil((2 * norm.isf(0.05)) ** 2 / 0.06))
    least = entropy([0.95, 0.05], [0.05, 0.95]) / 0.03
    assert rounded("observations for errors of 5\u00a0%, any laws: at least", math.ceil(least))
    most = read.pop("draws from ten cells that miss their law by as much, on average")
    assert noise.mean(int(most)) >= 0.03 > noise.mean(int(most) + 1)
    assert rounded("draws from ten cells of which one sample in twenty does", math.floor(chi2.isf(0.05, 9) / 0.06))
    assert read == {}
