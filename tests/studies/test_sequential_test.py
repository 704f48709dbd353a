"""Wald's test by tossing, by Wald's identity, and by the bound on its errors."""

import math

import numpy as np
import pytest

from studies import sequential_test

HEADS, TAILS = math.log(0.5 / 0.62), math.log(0.5 / 0.38)


@pytest.mark.parametrize(("heads", "wrong_side"), [(0.5, -1), (0.62, 1)])
def test_by_tossing(heads: float, wrong_side: int) -> None:
    runs, rng = 4000, np.random.default_rng(21)
    steps = np.where(rng.random((runs, 1500)) < heads, HEADS, TAILS)
    paths = steps.cumsum(axis=1)
    stops = (np.abs(paths) >= math.log(19)).argmax(axis=1)
    ends = paths[np.arange(runs), stops]
    assert (np.abs(ends) >= math.log(19)).all()
    computed = sequential_test.outcome(heads)
    assert abs(computed.mean_tosses - (stops + 1).mean()) < 5 * stops.std() / math.sqrt(runs)
    share = np.mean(np.sign(ends) == wrong_side)
    assert abs(computed.wrong - share) < 5 * math.sqrt(0.05 / runs)


@pytest.mark.parametrize(("heads", "sign"), [(0.5, 1), (0.62, -1)])
def test_walds_identity_and_the_bound_on_the_errors(heads: float, sign: int) -> None:
    """Mean tosses times the mean step is the mean evidence at the end, at least ln 19 on the right side and so on."""
    computed = sequential_test.outcome(heads)
    at_the_end = computed.mean_tosses * sign * (heads * HEADS + (1 - heads) * TAILS)
    least = (1 - 2 * computed.wrong) * math.log(19)
    assert least - TAILS <= at_the_end <= least + TAILS
    assert computed.wrong <= 1 / 20


@pytest.mark.parametrize(("alpha", "beta"), [(0.05, 0.05), (0.2, 0.01)])
def test_by_listing_the_strings_of_heads_and_tails(alpha: float, beta: float) -> None:
    up, down = math.log((1 - alpha) / beta), -math.log((1 - beta) / alpha)
    going = [(0.0, 1.0)]  # evidence so far, and its probability under the fair coin
    for share in sequential_test.outcome(0.5, alpha, beta).undecided[:15]:
        assert share == pytest.approx(sum(chance for _, chance in going))
        tossed = [(e + step, chance / 2) for e, chance in going for step in (HEADS, TAILS)]
        going = [(e, chance) for e, chance in tossed if down < e < up]
    # Wald's bounds on the errors of a test with these two limits.
    assert sequential_test.outcome(0.5, alpha, beta).wrong <= alpha / (1 - beta)
    assert sequential_test.outcome(0.62, alpha, beta).wrong <= beta / (1 - alpha)


def test_the_floor_is_that_of_the_errors_of_this_test() -> None:
    alpha, beta = sequential_test.outcome().wrong, sequential_test.outcome(0.62).wrong
    d = (HEADS + TAILS) / 2
    by_formula = (1 - alpha) * math.log((1 - alpha) / beta) + alpha * math.log(alpha / (1 - beta))
    assert sequential_test.floor() == pytest.approx(by_formula / d)
    assert sequential_test.floor() < sequential_test.outcome().mean_tosses
