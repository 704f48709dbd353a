"""The page's histograms by scipy's binomial law, its tables by what they must say."""

import math

import pytest
from reading import bars, curves, dots, label, panels
from scipy import stats

from exhibits import typical_sequences
from exhibits._drawing import INK, H, P

ENTROPY = -0.9 * math.log2(0.9) - 0.1 * math.log2(0.1)


def test_settling() -> None:
    every = panels(typical_sequences.settling())
    for axes, n in zip(every, (10, 100, 1000), strict=True):
        drawn = bars(axes, P)
        tails = [round(n * (bar.middle[0] + math.log2(0.9)) / math.log2(9)) for bar in drawn]
        assert tails == list(range(tails[0], tails[-1] + 1))
        for bar, k in zip(drawn, tails, strict=True):
            assert bar.middle[0] == pytest.approx(-((n - k) * math.log2(0.9) + k * math.log2(0.1)) / n)
            assert bar.height == pytest.approx(stats.binom.pmf(k, n, 0.1))
            assert bar.bottom == 0
        assert sum(bar.height for bar in drawn) > 0.9999
        assert [list(x) for x, _ in curves(axes, H)] == [pytest.approx([ENTROPY] * 2)]
        assert dots(axes, INK)[0] == pytest.approx([-math.log2(0.9)])
        assert label(axes, f"{n} tosses").get_ha() == "right"
        assert axes.get_xlim() == (0, 1.27)
        assert axes.get_ylim()[1] > max(bar.height for bar in drawn)


def test_what_the_page_says_of_the_picture() -> None:
    first, second, third = (bars(axes, P) for axes in panels(typical_sequences.settling()))
    highest = sorted(first, key=lambda bar: -bar.height)[:2]
    assert sorted(bar.middle[0] for bar in highest) == pytest.approx([-math.log2(0.9), ENTROPY])
    assert sum(bar.height > 0.01 * highest[0].height for bar in first) == 4 + 1  # the fifth is beyond the edge
    seen = [bar.middle[0] for bar in second if bar.height > 0.01 * max(b.height for b in second)]
    assert (round(min(seen), 1), round(max(seen), 1)) == (0.2, 0.8)
    assert min(bar.left for bar in third) > 2 * -math.log2(0.9)


def test_kinds() -> None:
    _, *rows = typical_sequences.kinds()
    for n, tails, chance, bits, bound in rows:
        numbers = [int(k) for k in tails.split(" to ")]
        share = stats.binom.cdf(numbers[-1], int(n), 0.1) - stats.binom.cdf(numbers[0] - 1, int(n), 0.1)
        assert float(chance.removesuffix(" %")) == pytest.approx(100 * share, abs=0.006)
        count = sum(math.comb(int(n), k) for k in range(numbers[0], numbers[-1] + 1))
        assert float(bits) == pytest.approx(math.log2(count), abs=0.051)
        assert float(bound) == pytest.approx(int(n) * (ENTROPY + 0.1), abs=0.051)
        assert float(bits) < float(bound) < int(n)


def test_too_few() -> None:
    """Ten thousand tosses are enough to tell a rate above the entropy from one below."""
    _, *rows = typical_sequences.too_few()
    ends = {"< 0.01 %": 0.0, "> 99.99 %": 100.0}
    for rate, *_, last in rows:
        share = ends[last] if last in ends else float(last.removesuffix(" %"))
        assert share > 95 if float(rate) > ENTROPY else share < 5
    assert (rows[0][-1], rows[-1][-1]) == tuple(ends)
    # Ten tosses and rate 0.40: 31 words for all heads, the ten with one tail and twenty of those with two.
    assert rows[0][1] == f"{100 * (0.9**10 + 10 * 0.9**9 * 0.1 + 20 * 0.9**8 * 0.1**2):.2f} %"


def test_differing() -> None:
    _, *rows = typical_sequences.differing()
    for n, entropy, mean, below in rows:
        assert float(entropy) == pytest.approx(int(n) * ENTROPY, abs=0.0006)
        assert float(entropy) - float(mean) == pytest.approx(float(below), abs=0.0011)
    assert rows[0][2] == "0.100"  # heads has the empty word
