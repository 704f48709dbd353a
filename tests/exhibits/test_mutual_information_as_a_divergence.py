"""The figures read back: columns against the counts, and the bowl as its lowest value and what is above it."""

from math import log2

import pytest
from reading import bars, curve, dots, label, panels

from exhibits import mutual_information_as_a_divergence
from exhibits._drawing import INK, D, P, Q

ABOARD, SAVED = [325, 285, 706, 885], [203, 118, 178, 212]
ALL = 711 / 2201
DAYS = [[2 / 14, 3 / 14], [4 / 14, 0], [3 / 14, 2 / 14]]


def bits(share: float, belief: float) -> float:
    return share * log2(share / belief) + (1 - share) * log2((1 - share) / (1 - belief))


ROWS = [bits(k / n, ALL) for k, n in zip(SAVED, ABOARD, strict=True)]
SHARED = sum(n * row for n, row in zip(ABOARD, ROWS, strict=True)) / 2201


def test_classes() -> None:
    _, *rows, last = mutual_information_as_a_divergence.classes()
    assert [[int(cell) for cell in row[1:3]] for row in rows] == [[n, k] for n, k in zip(ABOARD, SAVED, strict=True)]
    assert [float(row[3]) for row in rows] == pytest.approx(ROWS, abs=5e-5)
    assert last[1:3] == ["2201", "711"]
    assert float(last[3].strip("*")) == pytest.approx(SHARED, abs=5e-5)


def test_products() -> None:
    _, *rows = mutual_information_as_a_divergence.products()
    outlook, play = [sum(row) for row in DAYS], [sum(column) for column in zip(*DAYS, strict=True)]
    laws = [
        (outlook, play),
        ([1 / 3] * 3, [1 / 2] * 2),
        ([1 / 2, 0, 1 / 2], [1 / 2] * 2),
        ([2 / 9, 4 / 9, 3 / 9], [1, 0]),
    ]
    for row, (x, y) in zip(rows, laws, strict=True):
        cells = [(DAYS[i][j], x[i] * y[j]) for i in range(3) for j in range(2)]
        assert read(row[1]) == pytest.approx(divergence(cells), abs=5e-4)
        assert read(row[2]) == pytest.approx(divergence([(q, p) for p, q in cells]), abs=5e-4)


def read(cell: str) -> float:
    return float(cell.replace("∞", "inf"))


def divergence(cells: list[tuple[float, float]]) -> float:
    return sum(p * log2(p / q) if q else float("inf") for p, q in cells if p)


def test_columns() -> None:
    (axes,) = panels(mutual_information_as_a_divergence.columns())
    columns = bars(axes, P)
    assert [column.width for column in columns] == pytest.approx([n / 2201 for n in ABOARD])
    assert [column.height for column in columns] == pytest.approx([k / n for n, k in zip(ABOARD, SAVED, strict=True)])
    assert [column.left for column in columns[1:]] == pytest.approx([column.right for column in columns[:-1]])
    assert list(curve(axes, Q)[1]) == pytest.approx([ALL, ALL])
    for column, row in zip(columns, ROWS, strict=True):
        above, within = label(axes, f"{row:.3f}"), label(axes, f"{100 * column.height:.0f} %")
        assert column.left < above.get_position()[0] < column.right
        assert above.get_position()[1] > max(column.height, ALL)
        assert column.holds(*within.get_position())


def test_reference() -> None:
    (axes,) = panels(mutual_information_as_a_divergence.reference())
    x, y = curve(axes, D)
    assert list(y) == pytest.approx([SHARED + bits(ALL, r) for r in x])
    assert [list(ends) for ends in dots(axes, INK)] == [
        pytest.approx([ALL, 0.5]),
        pytest.approx([SHARED, SHARED + bits(ALL, 0.5)]),
    ]
    assert [list(ends) for ends in curve(axes, Q)] == [[0.5, 0.5], pytest.approx([SHARED, SHARED + bits(ALL, 0.5)])]
    band = axes.collections[0].get_paths()[0].vertices
    assert (band[:, 1].min(), band[:, 1].max()) == pytest.approx((0, SHARED))
    assert label(axes, "32 %").get_position()[0] == pytest.approx(ALL)
