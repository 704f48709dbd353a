"""The figure of the page, read back and computed once more with mpmath."""

import mpmath
import numpy as np
import pytest
from reading import curve, dots, label, panels

from exhibits import computing_a_divergence
from exhibits._drawing import INK, LINE, MUTED, D
from extrabits import kl_divergence
from studies import nearly_equal_laws


def by_mpmath(p: list[float], q: list[float]) -> mpmath.mpf:
    """The divergence of the two laws that these numbers are once divided by their sums, in nats."""
    (a, b) = ([mpmath.mpf(x) / mpmath.fsum(map(mpmath.mpf, law)) for x in law] for law in (p, q))
    return mpmath.fsum(x * mpmath.log(x / y) for x, y in zip(a, b, strict=True))


def test_noise() -> None:
    (axes,) = panels(computing_a_divergence.noise())
    p, q = nearly_equal_laws.pairs_of_all_sizes()
    with mpmath.workdps(70):
        truths = [by_mpmath(a, b) for a, b in zip(p.tolist(), q.tolist(), strict=True)]
    single = [(row.astype(np.float32), other.astype(np.float32)) for row, other in zip(p, q, strict=True)]
    sums = {
        INK: [np.sum(a * np.log(a / b)) for a, b in single],
        MUTED: [np.sum(a * np.log(a / b)) for a, b in zip(p, q, strict=True)],
        D: [kl_divergence(a, b, base=np.e) for a, b in zip(p, q, strict=True)],
    }
    drawn = {colour: dots(axes, colour) for colour in sums}
    for colour, (x, y) in drawn.items():
        misses = [
            abs(float(mpmath.mpf(float(value)) - truth)) for value, truth in zip(sums[colour], truths, strict=True)
        ]
        assert x == pytest.approx([float(truth) for truth in truths], rel=1e-9, abs=0)
        # numpy's sums over an array of laws and over one law round differently in the last place.
        assert y == pytest.approx(misses, rel=0.05, abs=2e-8 if colour == INK else 1e-16)
        assert (axes.get_xlim()[0] < x).all()
        assert (axes.get_ylim()[0] < y).all()
    assert np.median(drawn[INK][1][drawn[INK][0] > 1e-14]) == pytest.approx(1e-8, rel=0.5, abs=0)
    assert np.median(drawn[MUTED][1]) == pytest.approx(7e-17, rel=0.5, abs=0)
    assert (drawn[D][1] < 1e-11 * drawn[D][0]).all()
    diagonal = curve(axes, LINE)
    assert list(diagonal[0]) == list(diagonal[1])
    x, y = label(axes, "no digit is right").get_position()
    assert y > x  # above the diagonal
    bands = {"plain sum, float32": 1e-8, "plain sum, float64": 1e-16}
    for words, height in bands.items():
        assert height < label(axes, words).get_position()[1] < 100 * height
