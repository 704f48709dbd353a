"""The odds by listing every string of eight tosses."""

import itertools
import math

import pytest

from studies import odds

N = 8
STRINGS = list(itertools.product("ht", repeat=N))


def chance(string: tuple[str, ...], heads: float) -> float:
    return math.prod(heads if toss == "h" else 1 - heads for toss in string)


def ratio(string: tuple[str, ...]) -> float:
    return chance(string, 0.5) / chance(string, 0.62)


def test_evidence() -> None:
    for string in STRINGS:
        assert odds.evidence(N)[string.count("h")] == pytest.approx(math.log(ratio(string)))


@pytest.mark.parametrize(("least", "heads"), [(1, 0.5), (1, 0.62), (2, 0.5), (20, 0.62)])
def test_the_chance_of_odds(least: float, heads: float) -> None:
    expected = sum(chance(string, heads) for string in STRINGS if ratio(string) >= least)
    assert odds.chance_of(N, least, heads) == pytest.approx(expected)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_the_quantile(share: float) -> None:
    value = odds.quantile(N, share)
    assert sum(chance(s, 0.5) for s in STRINGS if ratio(s) < value * (1 - 1e-9)) < share
    assert sum(chance(s, 0.5) for s in STRINGS if ratio(s) <= value * (1 + 1e-9)) >= share
