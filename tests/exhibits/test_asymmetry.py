"""The figures and tables of the page, read back: areas by counting, leaves by linear programs, sums by scipy."""

import math
from typing import Any

import numpy as np
import pytest
from reading import bars, curve, curves, dots, label, labels, panels
from scipy.integrate import quad
from scipy.optimize import linprog
from scipy.stats import beta, entropy

from exhibits import asymmetry
from exhibits._drawing import D_INK, INK, LINE, MUTED, D, P, Q
from studies import two_betas
from studies.two_betas import NARROW, WIDE

TRUTH, BELIEF = [1 / 2, 1 / 4, 1 / 8, 1 / 8], [1 / 8, 1 / 2, 1 / 4, 1 / 8]
NARROW_LAW, WIDE_LAW = beta(17, 6), beta(3, 3)
LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def of_beta(p: Any, q: Any) -> float:
    """D in bits, by integration."""
    nats, _ = quad(lambda x: p.pdf(x) * (p.logpdf(x) - q.logpdf(x)), 0, 1)
    return float(nats / math.log(2))


def coin(share: float) -> list[float]:
    return [share, 1 - share]


def read(cell: str) -> float:
    """What a cell says, such as 6.7·10⁻⁴⁷ or 1/8 or −0.5."""
    mantissa, _, exponent = cell.translate(LOWERED).partition("·10")
    above, _, below = mantissa.partition("/")
    return float(above) / float(below or 1) * 10 ** float(exponent or 0)


def test_log_ratios() -> None:
    _, *letters, last = asymmetry.log_ratios()
    for row, p, q in zip(letters, TRUTH, BELIEF, strict=True):
        bits = math.log2(p / q)
        assert [read(cell) for cell in row[3:]] == pytest.approx([bits, p * bits, q * bits], abs=5e-4)
    sums = [read(cell.strip("*")) for cell in last[4:]]
    assert sums == pytest.approx([entropy(TRUTH, BELIEF, base=2), -entropy(BELIEF, TRUTH, base=2)])


def test_values() -> None:
    """The rounded cells give the right order of both; with the mean of heads written out in logarithms."""
    _, *rows = asymmetry.values()
    assert [read(row[3]) for row in rows] == [0.01, 0.1, 1, 10, 100]
    for row in rows:
        rest = read(row[0].partition("1 − ")[2]) if row[0].startswith("1 − ") else 1 - read(row[0])
        p, q = 1 - rest, read(row[1])
        there = p * math.log2(p / q) + rest * math.log2(rest / (1 - q))
        back = q * math.log2(q / p) + (1 - q) * math.log2((1 - q) / rest)
        assert there == pytest.approx(read(row[2]), rel=0.01)
        assert back == pytest.approx(read(row[3]), rel=0.02)


def test_halvings() -> None:
    _, *rows = asymmetry.halvings()
    p, q = np.array([0.5, 0.3, 0.2]), np.array([0.1, 0.3, 0.6])
    for k, row in enumerate(rows):
        near = p + (q - p) / 2**k
        there, back = entropy(p, near, base=2), entropy(near, p, base=2)
        third = sum((near - p) ** 3 / p**2) / 6 / math.log(2)
        assert read(row[0]) == 2.0**-k
        assert [read(cell) for cell in row[1:]] == pytest.approx([there, back, back - there, third], abs=6e-6)


def test_stops() -> None:
    def step(a: float, b: float) -> float:
        return float(entropy(coin(a), coin(b), base=2))

    _, *rows = asymmetry.stops()
    for row, last in zip(rows, (0.1, 1e-3, 1e-12, 1e-100), strict=True):
        assert read(row[0] if "·" in row[0] or row[0] == "0.1" else f"1·{row[0]}") == pytest.approx(last)
        grid = np.geomspace(last, 0.5, 4001)[1:-1] if last > 1e-20 else np.geomspace(1e-6, 0.5, 4001)
        best = min(step(0.5, stop) + step(stop, last) for stop in grid)
        chains = []
        for stops in (99, 999):
            angles = np.linspace(math.pi / 4, math.asin(math.sqrt(last)), stops + 2)
            coins = [0.5, *np.sin(angles[1:-1]) ** 2, last]
            chains.append(sum(step(coins[k], coins[k + 1]) for k in range(stops + 1)))
        assert [float(cell) for cell in row[1:]] == pytest.approx([step(0.5, last), best, *chains], abs=6e-4)


def test_reach() -> None:
    """No law of q/p on a fine grid, of any number of values, leaves the leaf; its edge is reached."""
    (axes,) = panels(asymmetry.reach())
    edges = curves(axes, D)
    for most, upper, lower in zip((4, 10, 40), edges[::2], edges[1::2], strict=True):
        assert [list(part) for part in upper] == [list(part) for part in reversed(lower)]
        t = np.geomspace(1 / most, most, 1501)
        there, back = (t - 1 - np.log(t)) / math.log(2), (t * np.log(t) - t + 1) / math.log(2)
        for k in (1, 40, 100, 160):
            x, y = upper[0][k], upper[1][k]
            laws = [np.ones_like(t), t, there]
            highest = -linprog(-back, A_eq=laws, b_eq=[1, 1, x]).fun
            assert y == pytest.approx(highest, rel=1e-4)
        tip = (most - 1) / (most + 1) * math.log2(most)
        assert (upper[0][0], upper[1][0]) == pytest.approx((tip, tip))
        assert (upper[0][-1], upper[1][-1]) == pytest.approx((0, 0), abs=1e-9)
        name = label(axes, "M = 40" if most == 40 else str(most))
        assert name.get_position() == pytest.approx((tip, tip), abs=0.15)
    assert [list(part) for part in curve(axes, MUTED)] == [[0, 6], [0, 6]]
    x, y = dots(axes, INK)
    assert list(x) == pytest.approx([entropy(TRUTH, BELIEF, base=2), of_beta(NARROW_LAW, WIDE_LAW)], abs=1e-6)
    assert list(y) == pytest.approx([entropy(BELIEF, TRUTH, base=2), of_beta(WIDE_LAW, NARROW_LAW)], abs=1e-6)
    for name, place in (("four letters", 0), ("two Betas", 1)):
        assert label(axes, name).get_position() == pytest.approx((x[place], y[place]), abs=0.5)


def test_asymmetry() -> None:
    pair = panels(asymmetry.asymmetry())
    for axes, law, colour, total in zip(
        pair, (TRUTH, BELIEF), (P, Q), ("D(p‖q) = 0.625 bits", "−D(q‖p) = −0.500 bits"), strict=True
    ):
        columns = bars(axes, colour)
        assert [box.width for box in columns] == law
        assert [box.left for box in columns] == pytest.approx([sum(law[:k]) for k in range(4)])
        assert [box.height for box in columns] == pytest.approx([2, -1, -1, 0])
        area = sum(box.width * box.height for box in columns)
        assert f"{area:.3f}".replace("-", "−") in total
        assert label(axes, f"areas add up to\n{total}")
        for box, letter in zip(columns, "abcd", strict=True):
            text = label(axes, letter)
            x, y = text.get_position()
            assert x == pytest.approx(box.middle[0])
            assert y * box.height <= 0 < abs(y) < 0.2  # on the other side of the line
            assert text.get_va() == ("top" if y < 0 else "bottom")
        assert axes.get_xlim() == (0, 1)
        assert axes.get_ylim()[0] < -1 < 2 < axes.get_ylim()[1]


def test_maps() -> None:
    beliefs, truths = panels(asymmetry.maps())
    corners = np.array([[0, 0], [1, 0], [0.5, math.sqrt(3) / 2]])
    p, q = [0.5, 0.3, 0.2], [0.1, 0.3, 0.6]

    def laws(x: Any, y: Any) -> Any:
        return np.linalg.solve(np.vstack([corners.T, np.ones(3)]), np.vstack([x, y, np.ones(len(x))])).T

    def away(axes: Any, law: Any) -> float:
        """Its divergence, on the map that is drawn there."""
        return float(entropy(*((p, law) if axes is beliefs else (law, q)), base=2))

    for axes in (beliefs, truths):
        lines = curves(axes, D)
        assert len(lines) == 5
        for (x, y), bits in zip(lines, (0.5, 1, 1.5, 2, 2.5), strict=True):
            there = ~np.isnan(x)
            assert [away(axes, np.maximum(law, 0)) for law in laws(x[there], y[there])] == pytest.approx(
                [bits] * sum(there)
            )
            assert there.all() == (axes is beliefs)  # around q each of these lines meets a side, around p none
            if axes is truths:
                assert min(laws(x[there], y[there]).min(axis=1)) < 5e-3
        bold = next(line for line in curves(axes, D_INK) if len(line[0]) > 4)
        there = ~np.isnan(bold[0])
        assert [away(axes, np.maximum(law, 0)) for law in laws(bold[0][there], bold[1][there])] == pytest.approx(
            [entropy(p, q, base=2)] * sum(there)
        )
        for name, colour, law in (("p", P, p), ("q", Q, q)):
            assert laws(*dots(axes, colour)) == pytest.approx(np.array([law]))
            assert math.dist(label(axes, name).get_position(), np.array(law) @ corners) < 0.2
        for letter, corner in zip("abc", corners, strict=True):
            assert label(axes, letter).get_position() == pytest.approx(corner, abs=0.1)
    sides = [line for line in curves(beliefs, D_INK) if len(line[0]) == 4]
    assert [laws(x, y).max(axis=1) == pytest.approx(1) for x, y in sides] == [True]
    assert [laws(*([c] for c in text.get_position())).min() < 0 for text in labels(beliefs, lambda t: t == "∞")] == [
        True
    ] * 3
    assert laws(*curve(truths, MUTED)).max(axis=1) == pytest.approx(1)
    assert not labels(truths, lambda t: t == "∞")


def test_two_directions() -> None:
    directions = (("from p", NARROW, P, NARROW_LAW, WIDE_LAW), ("from q", WIDE, Q, WIDE_LAW, NARROW_LAW))
    for axes, (name, truth, colour, law, other) in zip(panels(asymmetry.two_directions()), directions, strict=True):
        columns = bars(axes, colour)
        shares = [two_betas.share_of_draws(truth, box.left * math.log(2)) for box in columns]
        lost = two_betas.share_of_draws(truth, columns[-1].right * math.log(2))
        expected = [100 * (a - b) for a, b in zip(shares, [*shares[1:], lost], strict=True)]
        assert [box.height for box in columns] == pytest.approx(expected, abs=0.6)  # 200 000 draws
        assert [box.right for box in columns[:-1]] == pytest.approx([box.left for box in columns[1:]])
        edges = [box.left for box in columns]
        loudest = math.log2(NARROW_LAW.pdf(14 / 17) / WIDE_LAW.pdf(14 / 17))
        assert min(map(abs, edges)) == pytest.approx(0, abs=1e-9)
        assert min(abs(edge - loudest) for edge in edges) == pytest.approx(0, abs=1e-9)
        assert edges[0] < axes.get_xlim()[0] < 0 < axes.get_xlim()[1] <= columns[-1].right
        mean = of_beta(law, other)
        assert curve(axes, D)[0] == pytest.approx([mean, mean], abs=1e-3)
        assert label(axes, f"mean D = {mean:.3f} bits").get_position()[0] > mean
        assert label(axes, f"draws {name},\nevidence for {name[-1]}").get_ha() == "right"
        assert list(curve(axes, LINE)[0]) == [0, 0]
        assert axes.get_ylim()[1] > max(box.height for box in columns)
