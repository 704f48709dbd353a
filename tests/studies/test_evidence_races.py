"""Races with chance that has a seed: they are Wald's test, by its exact law."""

import math
from itertools import pairwise

import pytest

from studies import evidence_races, sequential_test

RUNS = 400


@pytest.mark.parametrize(("heads", "wrong_side"), [(0.5, -1), (0.62, 1)])
def test_races_are_walds_test(heads: float, wrong_side: int) -> None:
    races = [evidence_races.race(heads, 3, stream) for stream in range(RUNS)]
    computed = sequential_test.outcome(heads)
    lengths = [len(race) - 1 for race in races]
    mean = sum(lengths) / RUNS
    sd = math.sqrt(sum((length - mean) ** 2 for length in lengths) / RUNS)
    assert mean == pytest.approx(computed.mean_tosses, abs=4 * sd / RUNS**0.5)
    wrong = sum(race[-1] * wrong_side > 0 for race in races) / RUNS
    assert wrong == pytest.approx(computed.wrong, abs=4 * math.sqrt(0.05 / RUNS))


def test_a_race_ends_with_the_first_toss_beyond_a_limit() -> None:
    race = evidence_races.race(0.5, 1, 0)
    assert race[0] == 0
    assert all(abs(nats) < math.log(19) for nats in race[:-1])
    assert abs(race[-1]) >= math.log(19)
    assert {round(b - a, 9) for a, b in pairwise(race)} == {
        round(math.log(0.5 / 0.62), 9),
        round(math.log(0.5 / 0.38), 9),
    }
    assert race == evidence_races.race(0.5, 1, 0)
    assert race != evidence_races.race(0.5, 2, 0)
