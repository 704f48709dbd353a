"""The figures read back, and the tables from products of powers."""

import math
from typing import Any

import numpy as np
import pytest
from reading import bars, curve, dots, label, labels, panels

from exhibits import perplexity
from exhibits._drawing import H_INK, INK, D, H, P
from studies.english_letters import LAW


def geometric_mean(p: Any, values: Any) -> float:
    return float(math.prod(float(v) ** float(w) for v, w in zip(values, p, strict=True)))


FACES = geometric_mean(LAW, 1 / LAW)


def test_as_many() -> None:
    _, die, four, letters, million = perplexity.as_many()
    assert die[1:] == ["6", "6.00", "100.0 %"]
    assert four[1:] == ["4", f"{2**1.75:.2f}", "87.5 %"]
    share = sum(sorted(map(float, LAW), reverse=True)[:17])
    assert letters[1:] == ["27", f"{FACES:.2f}", f"{100 * share:.1f} %"]
    assert million[1:] == [str(2**20 + 1), "2048.00", f"{50 + 100 * 2047 / 2**21:.1f} %"]


def test_beliefs() -> None:
    _, right, uniform, reverse, none = perplexity.beliefs()
    turned = [*LAW[25::-1], LAW[26]]
    assert right[1:] == [f"{FACES:.2f}", "0.000", "1.00"]
    for row, q in ((uniform, [1 / 27] * 27), (reverse, turned)):
        found = geometric_mean(LAW, [1 / x for x in q])
        assert row[1:] == [f"{found:.2f}", f"{math.log2(found / FACES):.3f}", f"{found / FACES:.2f}"]
    assert none[1:] == ["∞"] * 3


def test_rankings() -> None:
    _, a, b = perplexity.rankings()
    assert a == ["A", "8", "128", "68", f"{2 ** ((3 + 7) / 2):.1f}", f"{2 ** ((3 + 9 * 7) / 10):.1f}"]
    assert b == ["B", "48", "48", "48", "48.0", "48.0"]


def test_die() -> None:
    (axes,) = panels(perplexity.die())
    columns = bars(axes, P)
    assert [column.height for column in columns] == sorted(LAW, reverse=True)
    assert [column.middle[0] for column in columns] == pytest.approx(np.arange(27) + 0.5)
    x, y = curve(axes, H)
    assert list(x) == pytest.approx([0, FACES, FACES])
    assert list(y) == pytest.approx([1 / FACES, 1 / FACES, 0])
    assert label(axes, f"a fair die with\n{FACES:.2f} faces").get_position()[0] > FACES
    for name, rank, share in (("the space", 1, LAW[26]), ("the letter e", 2, LAW[4])):
        assert columns[rank - 1].height == share
        assert rank < label(axes, name).get_position()[0] < rank + 0.5
        assert 0.8 * columns[rank].height < label(axes, name).get_position()[1] <= share
    assert axes.get_xlim()[1] > 27
    assert axes.get_ylim()[0] == 0


def test_batches() -> None:
    (axes,) = panels(perplexity.batches())

    def mean(b: float) -> float:
        return float(math.fsum(float(p) ** (1 - 1 / b) for p in LAW) ** b)

    size, height = curve(axes, D)
    assert (size[0], size[-1]) == pytest.approx((1, 300))
    assert height == pytest.approx([mean(b) for b in size])
    across, level = curve(axes, H)
    assert list(across) == [1, 300]
    assert list(level) == pytest.approx([FACES] * 2)
    for b, found in zip(*dots(axes, INK), strict=True):
        assert found == pytest.approx(mean(b))
        x, y = label(axes, f"{mean(b):.2f}").get_position()
        assert b < x < 1.2 * b
        assert found < y < found + 0.6
    (words,) = labels(axes, lambda text: text.startswith("perplexity of the letters"))
    assert words.get_text().endswith(f"{FACES:.2f}")
    assert words.get_color() == H_INK
    assert words.get_position()[1] < FACES
    assert axes.get_xscale() == "log"
    assert axes.get_ylim()[0] < FACES
    assert axes.get_ylim()[1] > mean(1)
