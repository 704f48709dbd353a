"""The figures and tables of the page on prefix codes, with words read by their bits."""

from fractions import Fraction

import pytest
from reading import assert_end_to_end, bars, curves, dots, label, panels

from exhibits import prefix_codes
from exhibits._drawing import INK, LINE, MUTED, P_INK, PAPER, P


def share(word: str) -> float:
    return 2.0 ** -len(word)


def start(word: str) -> float:
    """The word as digits behind the point."""
    return int(word, 2) * share(word)


def test_tree() -> None:
    (axes,) = panels(prefix_codes.tree())
    words = {text.get_text(): text.get_position() for text in axes.texts if text.get_color() == PAPER}
    assert sorted(words, key=len) == ["0", "10", "110", "111"]
    columns = sorted((patch for patch in axes.patches), key=lambda patch: patch.get_x())
    assert [patch.get_width() for patch in columns] == [share(word) for word in words]
    assert [patch.get_x() for patch in columns] == [start(word) for word in words]
    for (word, (x, y)), column in zip(words.items(), columns, strict=True):
        assert (x, y) == (start(word) + share(word) / 2, -len(word))
        assert column.get_y() + column.get_height() == pytest.approx(y)
        across, _ = label(axes, str(Fraction(share(word)))).get_position() if len(word) < 3 else (x, y)
        assert across == x
    named = [text.get_position()[0] for text in axes.texts if text.get_color() == P_INK]
    assert named == [x for x, _ in words.values()]
    inner = sorted(zip(*(list(along) for along in dots(axes, LINE)), strict=True))
    assert inner == [(0.5, 0), (0.75, -1), (0.875, -2)]
    ends = sorted((x[1], y[1]) for x, y in curves(axes, LINE) if len(x) == 2)
    assert ends == sorted([*words.values(), *inner[1:]])
    for bit, side in (("0", -1), ("1", 1)):
        x, y = label(axes, bit).get_position() if bit == "1" else axes.texts[-2].get_position()
        assert (x - 0.5) * side > 0
        assert -1 < y < 0
    assert axes.get_xlim() == (0, 1)


def test_budget() -> None:
    (axes,) = panels(prefix_codes.budget())
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


def test_spending() -> None:
    _, *rows = prefix_codes.spending()
    left = [1 - sum(Fraction(row[2]) for row in rows[: i + 1]) for i in range(4)]
    assert [Fraction(row[3]) for row in rows] == left
    assert [Fraction(row[2]) for row in rows] == [share(row[1].strip("`")) for row in rows]


def test_deals() -> None:
    _, *rows = prefix_codes.deals()
    assert len(rows) == 5
    for row in rows:
        lengths = [int(length) for length in row[0].split(", ")]
        assert sum(2.0**-length for length in lengths) == 1
        steep = sum(length / 2**face for face, length in enumerate(lengths, 1)) + lengths[-1] / 64
        assert float(row[1]) == pytest.approx(steep, abs=5e-5)
        assert float(row[2]) == pytest.approx(sum(lengths) / 6, abs=5e-5)
