"""Meetings of the three rulers, searched through with 50 digits; the crossings, found by bisection."""

from itertools import product
from typing import Any

import mpmath
import pytest
from scipy.optimize import brentq

from studies import logarithms


def test_nearest_meetings() -> None:
    with mpmath.workdps(50):
        nat, ban = 1 / mpmath.log(2), mpmath.log(10) / mpmath.log(2)
        records: list[tuple[Any, int, int, int]] = []
        least = mpmath.inf
        for bans in range(1, 60):
            # Every pair that could be nearer than a whole bit, not only those beside the mark of the bans.
            near = range(int(3 * bans), int(3.5 * bans) + 3), range(int(2 * bans), int(2.5 * bans) + 3)
            for bits, nats in product(*near):
                places = (mpmath.mpf(bits), nats * nat, bans * ban)
                spread = max(places) - min(places)
                if spread < least:
                    least = spread
                    records = [record for record in records if record[3] < bans]
                    records.append((pytest.approx(float(spread), rel=1e-12), bits, nats, bans))
    assert logarithms.nearest_meetings(59) == records
    assert [record[1:] for record in records] == [(3, 2, 1), (10, 7, 3), (176, 122, 53)]


@pytest.mark.parametrize(("base", "low", "high"), [(2, 1.5, 3), (10, 1e-3, 0.5), (2.5, 1.1, 2), (3, 0.5, 0.95)])
def test_other_crossing(base: float, low: float, high: float) -> None:
    def above_the_line(x: float) -> float:
        return float(mpmath.log(x, base)) - (x - 1)

    assert logarithms.other_crossing(base) == pytest.approx(brentq(above_the_line, low, high, xtol=1e-13), abs=1e-11)
