"""The lines and the arch of the page, worked out here once more."""

import math

import pytest
from reading import assert_end_to_end, bars, curve, curves, dots, label, panels

from exhibits import cross_entropy
from exhibits._drawing import D_INK, INK, Q_INK, D, H, Q
from studies import wrong_codes
from studies.wrong_codes import ERLKING


def arch(t: float) -> float:
    """The entropy of a coin."""
    return 0.0 if t in (0, 1) else -t * math.log2(t) - (1 - t) * math.log2(1 - t)


def bill(t: float, q: float) -> float:
    """The mean cost of the forecast q where it rains on a share t of days."""
    return -t * math.log2(q) - (1 - t) * math.log2(1 - q)


def test_tangents() -> None:
    (axes,) = panels(cross_entropy.tangents())
    share, bits = curve(axes, H)
    assert (share[0], share[-1]) == (0, 1)
    assert bits == pytest.approx([arch(t) for t in share])
    lines = curves(axes, Q)
    for (x, y), q in zip(lines, (0.1, 0.5), strict=True):
        assert list(x) == [0, 1]
        assert list(y) == pytest.approx([bill(0, q), bill(1, q)])
    touching = dots(axes, Q_INK)
    assert [list(part) for part in touching] == [[0.1, 0.5], pytest.approx([arch(0.1), arch(0.5)])]
    for (x, y), q in zip(curves(axes, D), (0.1, 0.5), strict=True):
        assert x[0] == x[1] == pytest.approx(0.3, abs=0.02)
        assert list(y) == pytest.approx([arch(x[0]), bill(x[0], q)])
    steep, level = (label(axes, f"D = {bill(0.3, q) - arch(0.3):.3f}") for q in (0.1, 0.5))
    assert steep.get_color() == level.get_color() == D_INK
    assert steep.get_position()[0] < 0.288 < 0.312 < level.get_position()[0]
    assert [list(part) for part in curve(axes, INK)] == [[0.3, 0.3], [0, pytest.approx(arch(0.3))]]
    for q, name in ((0.1, "forecast: rain 10 %"), (0.5, "forecast: rain 50 %")):
        x, y = label(axes, name).get_position()
        assert bill(x, q) < y
    assert axes.get_xlim() == (0, 1)
    assert axes.get_ylim()[1] > 1.5


def sendings() -> list[tuple[str, str, int]]:
    """What is sent, what the code is counted from, and how often the escape is counted."""
    cat, opening = wrong_codes.cat(), wrong_codes.opening()
    return [(cat, cat, 0), (cat, opening, 0), (ERLKING, ERLKING, 0), (ERLKING, opening, 1)]


def laws(message: str, training: str, escape: int) -> tuple[float, float]:
    """Entropy and divergence, letter by letter."""
    shares = {letter: message.count(letter) / len(message) for letter in message}
    total = len(training) + escape
    beliefs = {x: training.count(x) / total or escape / total / 2**21 for x in shares}
    costs = [(p * math.log2(1 / p), p * math.log2(p / beliefs[x])) for x, p in shares.items()]
    return sum(h for h, _ in costs), sum(d for _, d in costs)


def written(message: str, training: str, escape: int) -> tuple[float, float]:
    """The digits a letter of both coders; words are counted letter by letter."""
    words = wrong_codes.words(training, bool(escape))
    lengths = [len(words[x]) if x in words else len(words[""]) + 21 for x in message]
    return len(wrong_codes.arithmetic(message, training, bool(escape))) / len(message), sum(lengths) / len(message)


def test_wrong_code() -> None:
    (axes,) = panels(cross_entropy.wrong_code())
    greens, reds = bars(axes, H), bars(axes, D)
    ticks = [x[0] for x, y in curves(axes, INK) if x[0] == x[1]]
    for row, sending in enumerate(sendings()):
        entropy, divergence = laws(*sending)
        assert_end_to_end([greens[row], reds[row]], 0, entropy + divergence)
        assert greens[row].width == pytest.approx(entropy)
        assert greens[row].middle[1] == pytest.approx(row)
        assert ticks[2 * row : 2 * row + 2] == pytest.approx(written(*sending))
        assert 0 <= ticks[2 * row] - entropy - divergence + 1e-9 < 2 / len(sending[0])
        entropies, extras = (
            [t for t in axes.texts if t.get_text() == f"{name} {bits:.3f}"]
            for name, bits in (("H(p)", entropy), ("D(p‖q)", abs(divergence)))
        )
        for found, nudge in ((entropies, -0.13), (extras, 0.17)):
            assert [text for text in found if text.get_position() == (5.2, pytest.approx(row + nudge))]
    names = ["Cat, code from itself", "Cat, code from Alice"]
    names += ["Erlking, code from itself", "Erlking, code from Alice, escape"]
    assert [-0.45 < label(axes, name).get_position()[1] - row < -0.2 for row, name in enumerate(names)] == [True] * 4
    assert axes.get_xlim()[0] == 0


def test_codes() -> None:
    _, *rows = cross_entropy.codes()
    assert [row[0] for row in rows] == ["Cat", "Cat", "Erlking", "Erlking"]
    for row, sending in zip(rows, sendings(), strict=True):
        entropy, divergence = laws(*sending)
        right = [entropy + divergence, *written(*sending)]
        assert [float(cell) for cell in row[2:]] == pytest.approx(right, abs=5e-4)


def test_texts_and_bills() -> None:
    opening, cat = wrong_codes.opening(), wrong_codes.cat()
    assert cross_entropy.texts().split("|") == ["Alice", opening, "the Cat", cat, "the Erlking", ERLKING]
    for bill_of_text, sending in zip(cross_entropy.bills(), sendings(), strict=True):
        assert (bill_of_text.entropy, bill_of_text.divergence) == pytest.approx(laws(*sending), abs=1e-12)
