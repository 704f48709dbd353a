"""Tables and figures read back: each cost from what the model was told to keep, sizes as they were measured."""

import math

import numpy as np
import pytest
from reading import curve, curves, label, panels

from exhibits import language_models
from exhibits._drawing import INK, LINE, MUTED, D, Q
from studies import alice
from studies.coded_alice import by_discount, by_witten_bell
from studies.rounded_alice import rounded
from studies.token_models import read

TEXT = alice.text()
CHAPTER = TEXT[alice.head() :]
SIZES = {"gzip": 32080, "xz": 29492, "bzip2": 26725}


def test_files() -> None:
    rows = {row[0]: row[1:] for row in language_models.files()[1:]}
    for order in range(6):
        per_byte, by_model, of_file = map(float, rows.pop(f"order {order}"))
        bits = math.fsum(by_discount(order).bits)
        assert per_byte == pytest.approx(bits / 86858, abs=6e-4)
        assert by_model == pytest.approx(bits / 8, abs=0.06)
        assert of_file == math.ceil(len(by_discount(order).code) / 8)
        assert 0 < of_file - by_model < 2
    assert rows == {name: [f"{8 * size / 86858:.3f}", "", str(size)] for name, size in SIZES.items()}


def test_tokenisers() -> None:
    models = [("bytes, order 5", (0, 5)), ("100 merges, order 3", (100, 3)), ("300 merges, order 3", (300, 3))]
    for row, (name, model) in zip(language_models.tokenisers()[1:], models, strict=True):
        bits = math.fsum(read(*model).bits)
        assert row[0] == name
        count, token, word, byte, per_byte = map(float, row[1:])
        assert count == len(read(*model).bits)
        assert count * math.log2(token) == pytest.approx(bits, rel=1e-3)
        assert len(CHAPTER.split()) * math.log2(word) == pytest.approx(bits, rel=1e-3)
        assert len(CHAPTER) * math.log2(byte) == pytest.approx(bits, rel=1e-3)
        assert len(CHAPTER) * per_byte == pytest.approx(bits, rel=1e-3)


def test_precisions() -> None:
    rows = language_models.precisions()[1:]
    for first, rule in ((0, "discount"), (4, "Witten–Bell")):
        full = rounded(rule).full
        assert rows[first][:3] == [f"{rule}, in full", "0", "0"]
        assert float(rows[first][3]) == pytest.approx(np.exp(full.mean() * math.log(2)), abs=6e-4)
        for row, bits in ((1, 8), (2, 4), (3, 3)):
            name, mean, largest, perplexity = rows[first + row]
            assert name == f"{rule}, {bits} bits"
            assert float(mean) == pytest.approx(np.mean(rounded(rule).divergence[row - 1]), abs=6e-5)
            assert float(largest) == pytest.approx(sorted(rounded(rule).divergence[row - 1])[-1], abs=6e-5)
            geometric = math.exp(math.fsum(rounded(rule).rounded[row - 1]) * math.log(2) / len(CHAPTER))
            assert float(perplexity) == pytest.approx(geometric, abs=6e-4)


def test_orders() -> None:
    (axes,) = panels(language_models.orders())
    x, discount = curve(axes, Q)
    assert list(x) == list(range(6))
    assert discount == pytest.approx([math.fsum(by_discount(order).bits) / 86858 for order in range(6)])
    witten_bell = curve(axes, MUTED)[1]
    assert witten_bell == pytest.approx([math.fsum(bits) / 86858 for bits in by_witten_bell().bits])
    levels = [y[0] for _, y in curves(axes, LINE)]
    assert levels == pytest.approx([8 * size / 86858 for size in SIZES.values()])
    # What the words for the picture say: a turn at four bytes, at the line of bzip2.
    assert int(np.argmin(witten_bell)) == 4
    assert min(witten_bell) == pytest.approx(levels[2], abs=0.01)
    assert discount[3] < levels[2] < levels[1] < levels[0]
    assert max(abs(discount - witten_bell)[:3]) < 0.03
    assert label(axes, "Witten–Bell").get_position()[1] > witten_bell[5] > discount[5]
    assert label(axes, "discount").get_position()[1] < discount[5]


def test_learning() -> None:
    (axes,) = panels(language_models.learning())
    *others, best = [*curves(axes, MUTED), curve(axes, Q)]
    for (read_so_far, mean), order in zip([*others, best], (0, 1, 2, 3, 5), strict=True):
        assert (read_so_far[0], read_so_far[-1]) == (200, 86858)
        bits = by_discount(order).bits
        assert mean == pytest.approx([math.fsum(bits[:n]) / n for n in read_so_far])
        assert abs(label(axes, f"order {order}").get_position()[1] - mean[-1]) < 0.15
    ends = [mean[-1] for _, mean in [*others, best]]
    assert ends == sorted(ends, reverse=True)
    level = others[0][1][others[0][0] > 10_000]
    assert max(level) - min(level) < 0.05
    assert all(4.5 < mean[0] < 5.2 for _, mean in [*others, best])


def test_rounding() -> None:
    (axes,) = panels(language_models.rounding())
    cost = rounded("Witten–Bell").rounded[1] - rounded("Witten–Bell").full
    divergence = rounded("Witten–Bell").divergence[1]
    for colour, values in ((INK, cost), (D, divergence)):
        x, y = curve(axes, colour)
        places = x / 100 * (len(values) - 1)
        assert y == pytest.approx(np.interp(places, np.arange(len(values)), np.sort(values)))
    assert 0.39 < (cost < 0).mean() < 0.42
    assert (abs(cost) < 0.02).mean() > 0.25
    assert 0 < divergence.min() < divergence.max() < 0.1
    low, high = axes.get_ylim()
    assert min(cost) < low < -0.6 < 0.6 < high < max(cost)


def test_what_the_text_adds_up() -> None:
    read = rounded("Witten–Bell")
    cost = read.rounded[1] - read.full
    assert language_models.change() == pytest.approx(math.fsum(cost))
    assert language_models.saved_by_the_cap() == pytest.approx(-math.fsum(cost[np.exp2(-read.full) < 2**-16]))
    assert language_models.share_better() == np.count_nonzero(read.full > read.rounded[1]) / len(CHAPTER)
    assert language_models.per_byte(read.full) == pytest.approx(np.mean(read.full))
    assert language_models.file_size(5) == 24537
    assert list(language_models.so_far(np.array([1.0, 3.0, 5.0]), np.array([1, 2, 3]))) == [1, 2, 3]
