"""The figures read back: the entropies from the fractions of the table, by hand."""

from fractions import Fraction
from math import log2

import pytest
from reading import assert_end_to_end, bars, labels, panels

from exhibits import joint_and_conditional_entropy
from exhibits._drawing import H

EIGHTHS = [[4, 2, 1, 1], [2, 4, 1, 1], [2, 2, 2, 2], [8, 0, 0, 0]]  # each row given its clue
X_GIVEN_Y = [sum(n / 8 * log2(8 / n) for n in row if n) for row in EIGHTHS]


def test_table() -> None:
    head, *rows, last = joint_and_conditional_entropy.table()
    for row, eighths, left in zip(rows, EIGHTHS, X_GIVEN_Y, strict=True):
        assert [Fraction(cell) for cell in row[1:5]] == [Fraction(n, 32) for n in eighths]
        assert Fraction(row[5]) == Fraction(1, 4)
        assert float(row[6]) == left
    assert [Fraction(cell) for cell in last[1:6]] == [
        Fraction(sum(column), 32) for column in zip(*EIGHTHS, strict=True)
    ] + [1]
    assert float(last[6].strip("*")) == sum(X_GIVEN_Y) / 4
    assert len(head) == len(last)


def test_clues() -> None:
    (axes,) = panels(joint_and_conditional_entropy.clues())
    columns = bars(axes, H)
    assert [column.height for column in columns] == pytest.approx(X_GIVEN_Y)
    assert len({column.width for column in columns}) == 1
    for column, left in zip(columns, X_GIVEN_Y, strict=True):
        (text,) = labels(axes, f"{left:.2f}".__eq__)[:1]
        assert text.get_position()[1] > 0
        assert column.bottom == 0
    lines = {text.get_text().split("\n")[0]: text.get_position()[1] for text in labels(axes, lambda t: "H(" in t)}
    assert lines == {"H(X)": pytest.approx(7 / 4), "H(X|Y)": pytest.approx(11 / 8)}
    assert [float(line.get_ydata()[0]) for line in axes.lines] == pytest.approx([7 / 4, 11 / 8])


def test_two_ways() -> None:
    (axes,) = panels(joint_and_conditional_entropy.two_ways())
    for height, lengths in ((2, [7 / 4, 13 / 8]), (1, [27 / 8]), (0, [2, 11 / 8])):
        row = [bar for bar in bars(axes, H) if bar.middle[1] == pytest.approx(height)]
        assert [bar.width for bar in row] == pytest.approx(lengths)
        assert_end_to_end(row, 0, 27 / 8)
        for bar, length in zip(row, lengths, strict=True):
            above = [text for text in labels(axes, bool) if text.get_text().endswith(f"= {length:g}")]
            assert (
                bar.left < min(text.get_position()[0] for text in above if text.get_position()[1] > height) < bar.right
            )
