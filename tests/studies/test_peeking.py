"""Chances to have reached given odds, by going through all strings, and for the bags in closed form."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy.stats import binom

from studies import peeking, two_bags
from studies.peeking import FAIR, Evidence

models = pytest.mark.parametrize("model", [peeking.fitted, peeking.learned], ids=["fitted", "learned"])


@models
def test_the_evidence_is_that_of_a_string(model: Evidence) -> None:
    """Toss by toss, in fractions: the learner's factors in whatever order, and the best of a thousand shares."""
    for string in ((1, 0, 0, 1, 1, 0, 1), (0, 0, 0), (1, 1, 1, 1), (0,)):
        n, k, learner = len(string), sum(string), Fraction(1)
        for toss, success in enumerate(string):
            says = (sum(string[:toss]) + Fraction(1, 2)) / (toss + 1)
            learner *= says if success else 1 - says
        best = max((share / 1000) ** k * (1 - share / 1000) ** (n - k) for share in range(1001))
        probability = float(learner) if model == peeking.learned else best
        fair = FAIR**k * (1 - FAIR) ** (n - k)
        assert float(model(k, n)) == pytest.approx(math.log(probability / fair), abs=1e-4)


@models
@pytest.mark.parametrize("odds", [3, 20])
def test_all_strings_of_twelve(model: Evidence, odds: float) -> None:
    there = [0.0] * 12
    for string in itertools.product((0, 1), repeat=12):
        counts = np.cumsum(string)
        first = next((n for n in range(1, 13) if model(counts[n - 1], n) >= math.log(odds)), 13)
        for n in range(first, 13):
            there[n - 1] += FAIR ** sum(string) * (1 - FAIR) ** (12 - sum(string))
    assert peeking.reached(model, odds, 12) == pytest.approx(there)


def test_the_learner_keeps_to_the_bound_and_the_fitted_share_does_not() -> None:
    assert peeking.reached(peeking.learned, 20, 2000)[-1] < 1 / 20 < peeking.reached(peeking.fitted, 20, 2000)[-1]


def test_bags_reach_whole_bits_exactly_as_often_as_the_bound_says() -> None:
    """The walk that goes one up or two down and never is above 5: its equation in closed form."""
    blue = two_bags.Q_BLUE
    up = 1 / 2  # the chance ever to be one bit higher solves u = blue + (1 − blue) u³
    assert up == pytest.approx(blue + (1 - blue) * up**3)
    assert peeking.reached(peeking.of_bags, 32, 1000, blue)[-1] == pytest.approx(up**5)
    assert peeking.reached(peeking.of_bags, 32, 8, blue)[-1] == pytest.approx(
        binom.pmf(5, 5, blue) + 5 * blue**5 * (1 - blue) * blue**2
    )  # five blue; or an orange one among the first five, and seven blue
