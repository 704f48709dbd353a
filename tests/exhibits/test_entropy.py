"""The figures of the page draw codes, trees and games that are worked out here once more."""

import math
from typing import Any

import numpy as np
import pytest
from reading import assert_end_to_end, bars, curve, curves, dots, label, panels

from exhibits import entropy
from exhibits._drawing import D_INK, H_INK, INK, LINE, MUTED, P_INK, PAPER, D, H, P
from studies import block_codes, english_letters


def arch(heads: Any) -> Any:
    """The entropy of a coin."""
    inner = np.clip(heads, 1e-300, 1 - 1e-16)
    return -(inner * np.log2(inner) + (1 - inner) * np.log2(1 - inner))


def bits_of(law: Any) -> float:
    """Entropy, term by term."""
    return float(sum(-p * math.log2(p) for p in law))


def test_questions() -> None:
    laws = {
        "Is it on this square?": [1 / 64, 63 / 64],
        "Is it in these sixteen?": [16 / 64, 48 / 64],
        "Is it in the left half?": [1 / 2, 1 / 2],
        "In which row is it?": [1 / 8] * 8,
    }
    found = panels(entropy.questions())
    assert [axes.get_title(loc="left") for axes in found] == list(laws)
    for axes, law in zip(found, laws.values(), strict=True):
        columns = bars(axes, H)
        assert [bar.width for bar in columns] == pytest.approx(law)
        assert [bar.height for bar in columns] == pytest.approx([-math.log2(p) for p in law])
        assert_end_to_end(columns, 0, 1)
        across, heights = curve(axes, INK)
        assert list(across) == [0, 1]
        assert list(heights) == pytest.approx([bits_of(law)] * 2)
        x, y = label(axes, f"mean {bits_of(law):.3f}").get_position()
        assert x == 1
        assert bits_of(law) < y < bits_of(law) + 0.3
        assert axes.get_xlim() == pytest.approx((0, 1), abs=0.02)
        assert axes.get_ylim()[0] == 0
        assert axes.get_ylim()[1] > 6


def test_mixing() -> None:
    (axes,) = panels(entropy.mixing())
    share, arch = curve(axes, H)

    def mixed(t: float) -> float:
        """A die that shows one or six with these chances, and each other face one time in ten."""
        return bits_of([t * 0.5 + (1 - t) * 0.1, *[0.1] * 4, t * 0.1 + (1 - t) * 0.5])

    assert (share[0], share[-1]) == (0, 1)
    assert arch == pytest.approx([mixed(t) for t in share])
    assert [list(c) for c in curve(axes, MUTED)] == [[0, 1], pytest.approx([mixed(0), mixed(1)])]
    assert [list(c) for c in curve(axes, D)] == [[0.5, 0.5], pytest.approx([mixed(0), mixed(0.5)])]
    gain = label(axes, f"{mixed(0.5) - mixed(0):.3f}")
    assert gain.get_color() == D_INK
    assert gain.get_position()[0] > 0.5
    assert mixed(0) < gain.get_position()[1] < mixed(0.5)
    assert label(axes, "you do not know which die").get_position()[1] > mixed(0.5)
    assert label(axes, "you know which die").get_position()[1] < mixed(0)
    assert axes.get_xlim() == (0, 1)


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
