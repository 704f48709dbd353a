"""The figures of the page draw codes, trees and games that are worked out here once more."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from reading import Box, bars, curve, curves, dots, label, labels, panels

from exhibits import entropy
from exhibits._drawing import H_INK, INK, LINE, MUTED, P_INK, PAPER, H, P
from studies import block_codes, english_letters


def arch(heads: Any) -> Any:
    """The entropy of a coin."""
    inner = np.clip(heads, 1e-300, 1 - 1e-16)
    return -(inner * np.log2(inner) + (1 - inner) * np.log2(1 - inner))


def test_submarine() -> None:
    sea, games = panels(entropy.submarine())
    crosses, hits = dots(sea, MUTED), dots(sea, P)
    squares = set(zip(*crosses, strict=True)) | set(zip(*hits, strict=True))
    assert (len(crosses[0]), len(hits[0]), len(squares)) == (48, 1, 49)
    assert squares <= {(x, y) for x in range(8) for y in range(8)}
    grid = [c.get_segments() for c in sea.collections if isinstance(c, LineCollection)]
    lines = {(*a, *b) for segments in grid for a, b in np.array(segments).tolist()}
    edges = [k - 0.5 for k in range(9)]
    assert lines == {(-0.5, y, 7.5, y) for y in edges} | {(x, -0.5, x, 7.5) for x in edges}
    assert (sea.get_xlim(), sea.get_ylim()) == ((-0.5, 7.5), (7.5, -0.5))

    answers = bars(games, P)
    for row, shot in enumerate((1, 33, 49, 57, 64)):
        *misses, hit = [bar for bar in answers if bar.middle[1] == pytest.approx(row)]
        left = range(64, 64 - shot, -1)  # squares before each shot
        assert [bar.width for bar in misses] == pytest.approx([math.log2(n / (n - 1)) for n in left[:-1]])
        assert hit.width == pytest.approx(math.log2(left[-1]))
        assert_end_to_end([*misses, hit], 0, 6)
        name = label_at(games, row, lambda x: x < 0)
        assert (name.get_text(), name.get_ha()) == (str(shot), "right")
        if shot < 63:
            inside = label_at(games, row, lambda x: x > 0)
            assert inside.get_text() == f"{math.log2(left[-1]):.0f} bits"
            assert inside.get_position() == pytest.approx(hit.middle)
    assert len(labels(games, lambda text: text.endswith(" bits"))) == 4  # the last hit is worth nothing
    assert games.get_xlim() == (0, 6)


def label_at(axes: Any, y: float, side: Any) -> Any:
    """The label at this height on one side."""
    (found,) = (t for t in axes.texts if t.get_position()[1] == y and side(t.get_position()[0]))
    return found


def assert_end_to_end(row: list[Box], start: float, end: float) -> None:
    """The bars begin where the one before ends, from here to there."""
    assert [bar.left for bar in row] == pytest.approx([start, *(bar.right for bar in row[:-1])], abs=1e-9)
    assert row[-1].right == pytest.approx(end)


def test_die_questions() -> None:
    (axes,) = panels(entropy.die_questions())
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


def test_coin_codes() -> None:
    (axes,) = panels(entropy.coin_codes())
    heads, bits = curve(axes, H)
    assert (heads[0], heads[-1]) == (0, 1)
    assert bits == pytest.approx(arch(heads), abs=1e-9)
    (fill,) = axes.collections
    assert fill.get_paths()[0].vertices[:, 1].max() == pytest.approx(1)
    codes = curves(axes, MUTED)
    names = ["one toss\nat a time", "blocks\nof 2", "blocks\nof 4"]
    for (x, y), together, name in zip(codes, (1, 2, 4), names, strict=True):
        assert y == pytest.approx([block_codes.coin(float(p), together) for p in x])
        assert label(axes, name).get_position() == pytest.approx((1, y[-1]), abs=0.03)
        assert label(axes, name).get_position()[0] > 1
    coin, height = dots(axes, H_INK)
    assert (coin, height) == (pytest.approx([0.9]), pytest.approx([arch(0.9)]))
    waste = curve(axes, INK)
    assert [p.tolist() for p in waste] == [[0.9, 0.9], pytest.approx([arch(0.9), 1])]
    value = label(axes, f"{arch(0.9):.3f}")
    assert value.get_ha() == "right"
    assert value.get_position() == pytest.approx((0.9, arch(0.9)), abs=0.05)
    assert value.get_position()[0] < 0.9
    assert label(axes, "entropy\nof the coin").get_position()[1] < 1
    assert axes.get_xlim() == (0, 1)
    assert axes.get_ylim()[1] > 1


def test_letters() -> None:
    above, below = panels(entropy.letters())
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


def test_budget() -> None:
    (axes,) = panels(entropy.budget())
    within, over = bars(axes, P), bars(axes, MUTED)
    words = [text for text in axes.texts if text.get_color() == PAPER]
    ends = []
    for row in range(3):
        inside = sorted(bar for bar in within + over if bar.middle[1] == pytest.approx(row))
        in_row = sorted((t for t in words if t.get_position()[1] == row), key=lambda t: t.get_position()[0])
        for bar, word in zip(inside, in_row, strict=True):
            assert bar.width == 2.0 ** -len(word.get_text())
            assert word.get_position() == pytest.approx(bar.middle)
            assert (bar in over) == (bar.left >= 1)
        assert_end_to_end(inside, 0, inside[-1].right)
        ends.append((len(inside), inside[-1].right))
    assert ends == [(6, 1), (6, 0.75), (6, 2)]
    (budget,) = curves(axes, INK)
    assert list(budget[0]) == [1, 1]
    for row, name in enumerate(("a die, Huffman's words", "a die, three bits each", "not uniquely decodable")):
        x, y = label(axes, name).get_position()
        assert x == 0
        assert row - 0.5 < y < row - 0.25  # over its bars, which are half a row high
    assert 1 < label(axes, "the budget").get_position()[0] < 1.1
    assert label(axes, "overspent").get_position()[0] == 1.5
    assert axes.get_xlim() == (0, 2)
