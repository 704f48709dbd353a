"""The figures of the page on source coding, with trees read branch by branch and costs computed by joining."""

import heapq
import math
from itertools import product
from typing import Any

import pytest
from matplotlib.patches import Polygon
from reading import assert_end_to_end, bars, curve, curves, dots, label, panels

from exhibits import source_coding
from exhibits._drawing import INK, LINE, P_INK, Q_INK, H, P, Q
from studies import english_letters


def by_joining(law: list[float], together: int) -> float:
    """Huffman's mean length per symbol without any words: the sum of all joined probabilities."""
    heap = [math.prod(block) for block in product(law, repeat=together)]
    heapq.heapify(heap)
    mean = 0.0
    while len(heap) > 1:
        joined = heapq.heappop(heap) + heapq.heappop(heap)
        mean += joined
        heapq.heappush(heap, joined)
    return mean / together


def test_die_questions() -> None:
    (axes,) = panels(source_coding.die_questions())
    words = {text.get_position(): text.get_text() for text in axes.texts}
    children: dict[Any, list[Any]] = {}
    for x, y in curves(axes, LINE):
        above, below = sorted(zip(x.tolist(), y.tolist(), strict=True), key=lambda place: -place[1])
        children.setdefault(above, []).append(below)

    def faces(place: Any, half: float) -> list[str]:
        """The faces below a place, whose branches stand this far to its left and right."""
        if place not in children:
            return [words[place]]
        yes, no = sorted(children[place])
        assert yes == pytest.approx((place[0] - half, place[1] - 1))
        assert no == pytest.approx((place[0] + half, place[1] - 1))
        asked, others = faces(yes, half / 2), faces(no, half / 2)
        assert words[place] == " or ".join(asked) + "?"
        return asked + others

    assert sorted(faces((0.5, 0.0), 0.25)) == list("123456")
    depths = [-y for (_, y), word in words.items() if word in "123456"]
    assert sorted(depths) == [2, 2, 3, 3, 3, 3]
    (yes, no), top = (label(axes, side).get_position() for side in ("yes", "no")), 0.5
    assert 0.25 < yes[0] < top < no[0] < 0.75
    assert -1 < yes[1] == no[1] < 0
    assert axes.get_xlim() == (0, 1)
    assert axes.get_ylim()[0] < -3 < 0 < axes.get_ylim()[1]


def test_letters() -> None:
    above, below = panels(source_coding.letters())
    order = sorted(english_letters.LETTERS, key=lambda letter: -english_letters.share(letter))
    assert sorted(above_names := [text.get_text() for text in above.get_xticklabels()]) == sorted(order)
    assert [english_letters.share(x) for x in above_names] == [english_letters.share(x) for x in order]
    words = bars(above, LINE)
    assert [bar.middle[0] for bar in words] == pytest.approx(list(above.get_xticks()))
    assert [bar.height for bar in words] == [english_letters.word_length(letter) for letter in above_names]
    places, surprisals = dots(above, P)
    assert places == pytest.approx(above.get_xticks())
    assert surprisals == pytest.approx([-math.log2(english_letters.share(letter)) for letter in above_names])
    assert above.get_xlim()[0] < words[0].left < words[-1].right < above.get_xlim()[1]
    assert label(above, "dots: surprisal").get_color() == P_INK

    costs = english_letters.costs()
    names = [text.get_text() for text in below.get_yticklabels()]
    drawn = [*bars(below, H), *bars(below, LINE)]
    assert [bar.middle[1] for bar in drawn] == pytest.approx(list(below.get_yticks()))
    assert [bar.width for bar in drawn] == pytest.approx([costs[name] for name in names])
    assert names[0] == "entropy H(p)"
    for bar, cost in zip(drawn, costs.values(), strict=True):
        x, y = label(below, f"{cost:.3f}").get_position()
        assert bar.right < x < bar.right + 0.2
        assert y == pytest.approx(bar.middle[1])
    assert below.get_xlim() == pytest.approx((0, 5.7))


def test_blocks() -> None:
    above, below = panels(source_coding.blocks())
    coin = {n: by_joining([0.9, 0.1], n) for n in range(4, 15)}
    die = {n: by_joining([1 / 6] * 6, n) for n in range(1, 7)}
    floors = 0.9 * math.log2(1 / 0.9) + 0.1 * math.log2(10), math.log2(6)
    for axes, costs, floor, named in zip((above, below), (coin, die), floors, ((6, 10, 12), (5, 6)), strict=True):
        for x, y in (dots(axes, INK), curve(axes, LINE)):
            assert list(x) == list(costs)
            assert list(y) == pytest.approx(list(costs.values()))
        assert list(curve(axes, H)[1]) == pytest.approx([floor] * 2)
        assert label(axes, f"entropy {floor:.3f}").get_position()[1] < floor
        assert axes.get_ylim()[0] < floor < max(costs.values()) < axes.get_ylim()[1]
        for n in named:
            x, y = label(axes, f"{costs[n]:.4f}").get_position()
            assert x == n
            assert abs(y - costs[n]) < 0.15 * (max(costs.values()) - floor)
    assert coin[6] < coin[7] < coin[8] < coin[10] > coin[12]
    assert max(coin[n] for n in range(7, 12)) == coin[10]
    assert die[4] > die[5] < die[6]


def test_lab() -> None:
    above, below = panels(source_coding.lab())
    shares = [0.9 * 0.9, 0.9 * 0.1, 0.1 * 0.9, 0.1 * 0.1]
    pairs, words = bars(above, P), bars(above, Q)
    assert_end_to_end(pairs, 0, 1)
    assert_end_to_end(words, 0, 1)
    assert [bar.width for bar in pairs] == pytest.approx(shares)
    named = [next((t.get_text() for t in above.texts if bar.holds(*t.get_position())), "") for bar in pairs + words]
    assert named[:4] == ["HH", "HT", "TH", ""]
    assert [bar.width for bar in words] == [2.0 ** -len(word) for word in named[4:]]
    mean = sum(share * len(word) for share, word in zip(shares, named[4:], strict=True))
    assert mean / 2 == pytest.approx(by_joining([0.9, 0.1], 2))
    assert label(above, "how often pairs of tosses come").get_color() == P_INK
    assert label(above, "the budget that their words take").get_color() == Q_INK
    assert (above.get_xlim(), below.get_xlim()) == ((0, 1), (0, 1))

    low, high = 0.0, 1.0
    tosses = bars(below, P)
    for row, taken in enumerate([1, 0]):  # tails, then heads
        heads, tails = tosses[2 * row : 2 * row + 2]
        assert_end_to_end([heads, tails], 0, 1)
        assert heads.width == pytest.approx(0.9)
        start, end = (heads, tails)[taken].left, (heads, tails)[taken].right
        low, high = low + start * (high - low), low + end * (high - low)
        (zoom,) = (p for p in below.patches if isinstance(p, Polygon) and p.get_xy()[0][1] == row + 0.25)
        assert [list(corner) for corner in zoom.get_xy()[:4]] == [
            [pytest.approx(start), row + 0.25],
            [pytest.approx(end), row + 0.25],
            [1, row + 0.75],
            [0, row + 0.75],
        ]
    (piece,) = bars(below, Q)
    (name,) = (text.get_text() for text in below.texts if text.get_text().startswith("digits"))
    digits = name.removeprefix("digits ")
    first, size = int(digits, 2) / 2 ** len(digits), 2.0 ** -len(digits)
    assert low <= first < first + size <= high
    assert (piece.left, piece.width) == pytest.approx(((first - low) / (high - low), size / (high - low)))
    assert piece.middle[1] == pytest.approx(2)


def test_dice() -> None:
    _, *rows = source_coding.dice()
    for n, row in enumerate(rows, 1):
        assert row[:2] == [str(n), str(6**n)]
        assert float(row[2]) == pytest.approx(by_joining([1 / 6] * 6, n), abs=5e-5)
        assert float(row[3]) == pytest.approx(math.log2(6) + 1 / n, abs=5e-5)
    assert len(rows) == 6
