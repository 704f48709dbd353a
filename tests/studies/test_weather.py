"""The thirty days one by one."""

import math

import pytest

from studies import weather as study
from studies.weather import DAYS, FORECAST, KINDS


def test_the_days_are_thirty_and_every_kind_has_a_forecast() -> None:
    assert sum(DAYS) == 30
    assert sum(FORECAST) == pytest.approx(1)
    assert len(DAYS) == len(FORECAST) == len(KINDS)
    assert study.shares() == pytest.approx([days / 30 for days in DAYS])


def test_the_terms_are_the_surprises_saved_on_each_day() -> None:
    """A day costs log 1/forecast bits; had the shares been known, log 1/share."""
    saved = [days * (math.log2(30 / days) - math.log2(1 / q)) for days, q in zip(DAYS, FORECAST, strict=True)]
    assert study.terms() == pytest.approx([-bits / 30 for bits in saved])
