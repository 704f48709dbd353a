"""The weeks of the monitor, drawn and counted once more by hand."""

import numpy as np
import pytest

from studies import drift_monitor


@pytest.mark.parametrize("rows", [150, 5000])
def test_the_weeks(rows: int) -> None:
    rng = np.random.default_rng(0)
    reference, noise = rng.normal(size=10_000), rng.normal(size=(52, rows))
    ends = np.sort(reference)[999:9999:1000]
    for week in (1, 26, 27, 52):
        column = noise[week - 1] + (0.2 if week >= 27 else 0)
        q = np.diff([0, *((column <= end).mean() for end in ends), 1])
        assert drift_monitor.weekly(rows)[week - 1] == pytest.approx(((0.1 - q) * np.log(0.1 / q)).sum())


def test_alarms() -> None:
    values = drift_monitor.weekly(150)
    assert drift_monitor.alarms(150, 0.1) == (sum(values[:26] > 0.1), sum(values[26:] > 0.1))
    assert drift_monitor.alarms(150, 0) == (26, 26)
