"""The figure and the tables read back; means over samples by drawing them, sums by adding up."""

import math

import numpy as np
import pytest
from reading import curve, curves, dots, label, panels

from exhibits import zeros_and_infinities
from exhibits._drawing import INK, MUTED, D
from extrabits import kl_divergence
from studies.english_letters import LAW

UNIFORM = math.log2(27) + float(LAW @ np.log2(LAW))


def drawn(added: float, letters: int = 100, many: int = 4000) -> tuple[float, float]:
    """The mean of D over samples with this added to each count, and five standard errors of it."""
    counts = np.random.default_rng(11).multinomial(letters, LAW, many) + added
    beliefs = counts / counts.sum(1, keepdims=True)
    each = kl_divergence(np.broadcast_to(LAW, beliefs.shape), beliefs)
    return float(each.mean()), float(5 * each.std() / math.sqrt(many))


def test_cases() -> None:
    head, never, ruled_out, neither = zeros_and_infinities.cases()
    assert head == ["laws", "D(p‖q)", "NumPy", "SciPy", "PyTorch", "Keras"]
    with np.errstate(divide="ignore", invalid="ignore"):
        certain, partner = np.array([1, 0]), np.array([0.4, 0.6])
        assert [row[0] for row in (never, ruled_out, neither)] == ["p = (1, 0)", "q = (1, 0)", "both"]
        pairs = ((certain, partner), (partner, certain), (certain, certain))
        for row, (p, q) in zip((never, ruled_out, neither), pairs, strict=True):
            by_numpy = float(np.sum(p * np.log2(p / q)))
            assert row[2] == {"nan": "nan", "inf": "∞"}[str(by_numpy)]
    assert never[1:2] + never[3:] == [f"{math.log2(1 / 0.4):.2f}"] * 4
    assert ruled_out[1:5] == ["∞"] * 4
    # Keras has 10⁻⁷ for the 0.
    assert float(ruled_out[5]) == pytest.approx(0.4 * math.log2(0.4) + 0.6 * math.log2(0.6 / 1e-7), abs=5e-3)
    assert neither[1:2] + neither[3:] == ["0.00", "0.00", "nan", "0.00"]


def test_repairs() -> None:
    _, zeros, *tiny, half, one, best, uniform = zeros_and_infinities.repairs()
    assert zeros[1:] == ["0", "∞"]
    for row, share in zip(tiny, (1e-300, 1e-10, 1e-6), strict=True):
        mean, error = drawn(100 * share)
        assert float(row[2]) == pytest.approx(mean, abs=error)
        mantissa, _, exponent = row[1].partition("·10")
        assert float(mantissa) * 10 ** float(exponent.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))) == (
            pytest.approx(27 * share, rel=0.02)
        )
    for row, added in ((half, 0.5), (one, 1)):
        mean, error = drawn(added)
        assert float(row[1]) == pytest.approx(27 * added / (100 + 27 * added), abs=5e-4)
        assert float(row[2]) == pytest.approx(mean, abs=error + 5e-4)
    assert float(half[2]) >= float(best[2]) <= float(one[2])
    added = 100 * float(best[1]) / 27 / (1 - float(best[1]))
    assert float(best[2]) == pytest.approx(drawn(added)[0], abs=drawn(added)[1])
    assert uniform[1:] == ["1", f"{UNIFORM:.3f}"]


def test_partial_sums() -> None:
    _, *rows, whole = zeros_and_infinities.partial_sums()
    x = np.arange(2.0, 10**6 + 1)
    p = 1 / (x * np.log(x) ** 2) / 2.109742801236891
    for row, terms in zip(rows, (10, 100, 1000, 10**6), strict=False):
        few, here = x[: terms - 1], p[: terms - 1]
        geometric, square = (np.sum(here * (np.log2(here) - logs)) for logs in (1 - few, -np.log2(few * (few - 1))))
        assert [float(cell.replace("−", "-")) for cell in row[1:]] == pytest.approx([geometric, square], abs=6e-3)
    # Far out the sum grows by that of 1/(x ln x), less a little: compare with the growth of ln ln x.
    first, last = (float(row[2]) for row in rows[-2:])
    assert 0.95 < (last - first) / (math.log(3) / 2.1097 / math.log(2)) < 1
    assert whole[1:] == ["∞", "∞"]


def test_smoothing() -> None:
    (axes,) = panels(zeros_and_infinities.smoothing())
    hundred, thousand = curves(axes, D)
    for (x, y), letters in ((hundred, 100), (thousand, 1000)):
        assert (x[0], x[-1]) == (-12, 0)
        for k in (0, 30, 60, 100, 115):
            share = 10 ** x[k]
            mean, error = drawn(letters * share / 27 / (1 - share), letters)
            assert y[k] == pytest.approx(mean, abs=error)
        assert y[-1] == pytest.approx(UNIFORM)
    assert list(curve(axes, MUTED)[1]) == pytest.approx([UNIFORM] * 2)
    x, y = dots(axes, INK)
    for share, bits, added in zip(10**x, y, (1e-8, 0.5), strict=True):
        assert share == pytest.approx(27 * added / (100 + 27 * added))
        assert bits == pytest.approx(drawn(added)[0], abs=drawn(added)[1])
    tiny, half = (
        label(axes, words).get_position() for words in ("10⁻¹⁰ added\nto each share", "½ added to\neach count")
    )
    assert abs(tiny[0] - x[0]) < 1
    assert abs(half[0] - x[1]) < 1
    texts = {text.get_text() for text in axes.texts}
    assert {"100 letters\ncounted", "1000 letters counted", "no letter counted"} <= texts
    assert axes.get_ylim()[1] > max(hundred[1])


def test_lab() -> None:
    (axes,) = panels(zeros_and_infinities.lab())
    p, q = np.array([0.5, 0.3, 0.15, 0.05]), np.array([0.55, 0.3, 0.15, 0])

    def reported(weights: np.ndarray) -> float:
        return float(p @ np.log2(p / weights))

    (x, mixed), *_ = curves(axes, D)
    added, clipped = (y for at, y in curves(axes, MUTED) if len(at) == len(x))
    for k in (0, 50, 100, 120):
        epsilon = 10 ** x[k]
        assert mixed[k] == pytest.approx(reported((1 - epsilon) * q + epsilon / 4), abs=1e-9)
        assert added[k] == pytest.approx(reported(q + epsilon), abs=1e-9)
        assert clipped[k] == pytest.approx(reported(np.maximum(q, epsilon)), abs=1e-9)
    counts = np.array([11, 6, 3, 0])
    for share, bits, number in zip(10 ** dots(axes, INK)[0], dots(axes, INK)[1], (0.5, 1), strict=True):
        assert share == pytest.approx(4 * number / (20 + 4 * number))
        assert bits == pytest.approx(reported((counts + number) / (20 + 4 * number)), abs=1e-9)
    assert label(axes, "½ and 1 a count").get_position()[1] < 0
    ends = {"mixed in": mixed[-1], "raised to ε": clipped[-1], "added": added[-1]}
    assert [label(axes, words).get_position()[1] for words in ends] == pytest.approx(list(ends.values()), abs=0.11)
