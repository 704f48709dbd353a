"""The figures of the page, read back: areas by counting, densities by scipy.stats, shares of draws by the study."""

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.patches import StepPatch
from reading import bars, curve, curves, label, labels, panels
from scipy.integrate import quad
from scipy.stats import beta

from exhibits import kl_divergence
from exhibits._drawing import H_INK, PAPER, D, H, P
from studies import two_betas
from studies.two_betas import NARROW

TRUTH, BELIEF = [1 / 2, 1 / 4, 1 / 8, 1 / 8], [1 / 8, 1 / 2, 1 / 4, 1 / 8]
OWN, OTHER = [1, 2, 3, 3], [3, 1, 2, 3]  # the words of either code, bit by bit
NARROW_LAW, WIDE_LAW = beta(17, 6), beta(3, 3)


def of_beta(p: Any, q: Any) -> float:
    """D in bits, by integration."""
    nats, _ = quad(lambda x: p.pdf(x) * (p.logpdf(x) - q.logpdf(x)), 0, 1)
    return float(nats / math.log(2))


def test_coding() -> None:
    _, *rows, last = kl_divergence.coding()
    words = [[row[column].strip("`") for row in rows] for column in (2, 3)]
    assert [(letter, float(p)) for letter, p, *_ in rows] == list(zip("abcd", TRUTH, strict=True))
    assert [[len(word) for word in code] for code in words] == [OWN, OTHER]
    assert not [a for code in words for a in code for b in code if a != b and b.startswith(a)]
    costs = [sum(p * length for p, length in zip(TRUTH, code, strict=True)) for code in (OWN, OTHER)]
    assert [float(cell.strip("*")) for cell in last[2:]] == costs


def test_area() -> None:
    (axes,) = panels(kl_divergence.area())
    lefts = [0, 1 / 2, 3 / 4, 7 / 8]
    for colour, heights, bottoms in (
        (H, OWN, [0] * 4),
        (D, [2, 0, 0, 0], OWN),
        (PAPER, [0, 1, 1, 0], OTHER),
    ):
        columns = bars(axes, colour)
        assert [(box.left, box.width, box.bottom, box.height) for box in columns] == list(
            zip(lefts, TRUTH, bottoms, heights, strict=True)
        )
    (line,) = (patch.get_data() for patch in axes.patches if isinstance(patch, StepPatch))
    assert [list(part) for part in line[:2]] == [OTHER, [*lefts, 1]]
    # The boxes: an eighth wide and one bit high.
    rules = [r for c in axes.collections if isinstance(c, LineCollection) for r in np.array(c.get_segments()).tolist()]
    assert [rule for rule in rules if rule[0][1] == rule[1][1]] == [[[0, y], [1, y]] for y in (1, 2, 3)]
    assert [rule for rule in rules if rule[0][0] == rule[1][0]] == [[[k / 8, 0], [k / 8, 3]] for k in range(1, 8)]
    counts = labels(axes, lambda text: text[0] in "+−")
    assert [text.get_text() for text in counts] == ["+8", "−2", "−1"]
    for text, area in zip(counts, [*bars(axes, D)[:1], *bars(axes, PAPER)[1:3]], strict=True):
        x, y = text.get_position()
        assert area.holds(x, y)
        assert (8 * x % 1, y % 1) == (0.5, 0.5)  # in the middle of a box
        assert text.get_color() == (PAPER if text.get_text() == "+8" else H_INK)
    x, y = label(axes, "H(p)").get_position()
    assert (bars(axes, H)[0].holds(x, y), 8 * x % 1, y % 1) == (True, 0.5, 0.5)
    assert list(axes.get_xticks()) == [box.middle[0] for box in bars(axes, H)]
    assert [text.get_text() for text in axes.get_xticklabels()] == list("abcd")
    assert (axes.get_xlim(), axes.get_ylim()[0]) == ((0, 1), 0)


def test_evidence_settles() -> None:
    (axes,) = panels(kl_divergence.evidence_settles())
    limit = of_beta(NARROW_LAW, WIDE_LAW)
    assert curve(axes, D)[1] == pytest.approx([limit, limit], abs=1e-4)
    paths = curves(axes, P)
    assert len(paths) == 20
    rng, spread = np.random.default_rng(0), two_betas.evidence_sd(NARROW) / math.log(2)
    draws = NARROW.sample(rng, (20, 100_000))
    evidence = (NARROW_LAW.logpdf(draws) - WIDE_LAW.logpdf(draws)) / math.log(2)
    for (counts, averages), row in zip(paths, evidence, strict=True):
        assert (counts[0], counts[-1]) == (1, 10**5)
        assert averages == pytest.approx((row.cumsum() / np.arange(1, row.size + 1))[counts - 1])
        assert abs(averages[-1] - limit) < 4 * spread / math.sqrt(10**5)
    text = label(axes, f"D(p‖q) = {limit:.4f} bits")
    assert text.get_ha() == "right"
    assert text.get_position() == pytest.approx((10**5, limit + 0.25), abs=0.1)
    starts = [path[1][0] for path in paths]
    assert axes.get_ylim()[0] < min(starts) < max(starts) < axes.get_ylim()[1]
    assert axes.get_xlim() == (1, 10**5)
