"""The figure of the page, read back and computed once more from the two laws."""

import math

import pytest
from reading import bars, curve, curves, dots, label, panels

from exhibits import gibbs_inequality
from exhibits._drawing import INK, MUTED, D, H, Q

RATIOS = [0.2, 1, 3]


def test_tangent() -> None:
    (axes,) = panels(gibbs_inequality.tangent())
    t, line = curve(axes, MUTED)
    assert line == pytest.approx(t - 1)
    assert curve(axes, INK)[1] == pytest.approx([math.log(x) for x in t])
    assert t[0] < RATIOS[0] < RATIOS[-1] < t[-1] <= axes.get_xlim()[1]
    gaps = curves(axes, D)
    assert [list(x) for x, _ in gaps] == [pytest.approx([r, r]) for r in RATIOS]
    assert [list(y) for _, y in gaps] == [pytest.approx([math.log(r), r - 1], abs=1e-9) for r in RATIOS]
    x, y = dots(axes, Q)
    assert (x, y) == (pytest.approx(RATIOS), pytest.approx([math.log(r) for r in RATIOS], abs=1e-9))
    for letter, r in zip("abc", RATIOS, strict=True):
        place = label(axes, letter).get_position()
        assert place == pytest.approx((r, math.log(r)), abs=0.2)
        assert place[0] > r
        assert place[1] < math.log(r)  # on the side on which the curve does not run
    for name, r in (("gap 0.81", 0.2), ("gap 0.90", 3)):
        x, y = label(axes, name).get_position()
        assert r < x < r + 0.3
        assert y == pytest.approx((math.log(r) + r - 1) / 2)  # half-way up the gap
    assert label(axes, "no gap").get_position()[0] == 1
    assert axes.get_ylim()[0] < math.log(t[0]) + 0.1
    assert axes.get_ylim()[1] >= t[-1] - 1


def test_chains() -> None:
    """Where the links stand, which of them hang, and what these compare: Σq = 1.3 takes ln 1.3 off everything."""
    (axes,) = panels(gibbs_inequality.chains())
    links, hanging = bars(axes, H), bars(axes, D)
    rows = [round(bar.middle[1]) for bar in links]
    assert [rows.count(row) + 1 for row in range(5)] == [5, 5, 4, 5, 6], "lines of each proof, with the inequality"
    assert [bar.middle[1] for bar in hanging] == pytest.approx([row + 0.22 for row in range(5)])
    assert {bar.middle[1] % 1 for bar in links} == {0}
    assert [sum(bar.left > 4.9 for bar in links), max(bar.left for bar in hanging)] == [5, 4]
    assert [bar.left for bar in hanging] == [4, 4, 4, 1, 1], "the budget is the second line of six"
    cost = -(0.5 * math.log(0.1) + 0.3 * math.log(0.3) + 0.2 * math.log(0.6))
    lost = math.log(1.3)
    wanted = ["1.3 ≤ 1", *[f"−{lost:.3f} ≥ 0"] * 2, f"−{cost:.2f} ≥ −{cost - lost:.2f}", "2.48·10¹¹ ≤ 1"]
    found = [text for text in axes.texts if text.get_position()[0] > 6]
    assert [text.get_text() for text in found] == wanted
    assert [text.get_position()[1] for text in found] == list(range(5))
    assert f"{1.3**100:.2e}" == "2.48e+11"


def test_broken_lines() -> None:
    head, *rows = gibbs_inequality.broken_lines()
    assert head == ["given up", "1", "2", "3", "4", "5", "sum, nats"]
    whole = 0.5 * math.log(5) + 0.2 * math.log(1 / 3)
    sums = {
        "nothing": whole,
        "q sums to 0.8": whole - math.log(0.8),
        "q sums to 1.3": whole - math.log(1.3),
        "q sums to 2": whole - math.log(2),
        "p sums to 0.8": 0.8 * (whole + math.log(0.8)),
        "p sums to 0.5": 0.5 * (whole + math.log(0.5)),
        "p sums to 1.3": 1.3 * (whole + math.log(1.3)),
        "p(c) = −0.2": 0.75 * math.log(7.5) + 0.45 * math.log(1.5),
    }
    assert {row[0]: float(row[-1].replace("−", "-")) for row in rows if row[-1] != "∞"} == pytest.approx(sums, abs=6e-6)
    counts = {row[0]: row[1:-1] for row in rows}
    assert counts["nothing"] == counts["q sums to 0.8"] == ["–"] * 5
    assert counts["q sums to 1.3"] == counts["p sums to 0.8"] == ["1"] * 5
    assert counts["p sums to 1.3"] == counts["p(c) = −0.2"] == ["–", "1", "–", "–", "–"]
    assert counts["q(a) = 0"] == ["–", "–", "2", "–", "1"]
