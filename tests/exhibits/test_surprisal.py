"""The game of submarine and a second surprise, worked out here once more."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from reading import assert_end_to_end, bars, dots, labels, panels

from exhibits import surprisal
from exhibits._drawing import LINE, MUTED, P


def test_submarine() -> None:
    sea, games = panels(surprisal.submarine())
    crosses, hits = dots(sea, MUTED), dots(sea, P)
    squares = set(zip(*crosses, strict=True)) | set(zip(*hits, strict=True))
    assert (len(crosses[0]), len(hits[0]), len(squares)) == (48, 1, 49)
    assert squares <= {(x, y) for x in range(8) for y in range(8)}
    grid = [c.get_segments() for c in sea.collections if isinstance(c, LineCollection)]
    lines = {(*a, *b) for segments in grid for a, b in np.array(segments).tolist()}
    edges = [k - 0.5 for k in range(9)]
    assert lines == {(-0.5, y, 7.5, y) for y in edges} | {(x, -0.5, x, 7.5) for x in edges}
    assert (sea.get_xlim(), sea.get_ylim()) == ((-0.5, 7.5), (7.5, -0.5))

    missed, hit_on = bars(games, LINE), bars(games, P)
    for row, shot in enumerate((1, 33, 49, 57, 64)):
        misses, (hit,) = ([bar for bar in found if bar.middle[1] == pytest.approx(row)] for found in (missed, hit_on))
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


def prime_factors(n: int) -> int:
    """Prime factors by recursion from the smallest divisor."""
    return next((1 + prime_factors(n // d) for d in range(2, n + 1) if n % d == 0), 0)


def test_factors() -> None:
    _, *rows, total = surprisal.factors()
    for shot, chance, bits, how, surplus in rows:
        after, before = map(int, chance.split("/"))
        assert before == 64 - int(shot.split(":")[0]) + 1
        assert float(bits) == pytest.approx(math.log2(before / after), abs=5e-5)
        assert how == f"{prime_factors(before)} − {prime_factors(after)}"
        assert int(surplus.replace("−", "-")) == prime_factors(before) - prime_factors(after)
    assert [cell.strip("*") for cell in total] == ["all 49", "1/64", "6.0000", "", "6"]
