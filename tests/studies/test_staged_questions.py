"""The card in other units and by hand, slopes by differences, and which measures survive a change of questions."""

import math
from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studies import prime_factors, staged_questions
from studies.staged_questions import A_FIRST, C_FIRST, CARD, ONE_BY_ONE

WAYS = [ONE_BY_ONE, A_FIRST, C_FIRST]
T = 1 / math.e


def test_in_stages_by_hand() -> None:
    def fraction(*law: str) -> list[Fraction]:
        return [Fraction(p) for p in law]

    differ = staged_questions.mismatch
    assert differ(CARD) == 1 - Fraction(1, 4) - Fraction(1, 9) - Fraction(1, 36)
    first, rest = differ(fraction("1/2", "1/2")), differ(fraction("2/3", "1/3"))
    assert staged_questions.in_stages(differ, CARD, A_FIRST) == first + rest / 2
    first, rest = differ(fraction("1/6", "5/6")), differ(fraction("3/5", "2/5"))
    assert staged_questions.in_stages(differ, CARD, C_FIRST) == first + rest * Fraction(5, 6)
    assert staged_questions.in_stages(differ, CARD, ONE_BY_ONE) == differ(CARD)


@given(st.lists(st.floats(1e-3, 1), min_size=1, max_size=6), st.floats(0, 30).filter(lambda a: abs(a - 1) > 1e-3))
def test_renyi_entropy_from_its_sum(weights: list[float], alpha: float) -> None:
    law = np.array(weights) / sum(weights)
    assert staged_questions.renyi_entropy(law.tolist(), alpha) == pytest.approx(
        math.log2((law**alpha).sum()) / (1 - alpha), abs=1e-9
    )


def test_limits_of_renyi_entropy() -> None:
    bits = math.log2(6) / 6 + math.log2(3) / 3 + 1 / 2
    limits = [staged_questions.renyi_entropy(CARD, alpha) for alpha in (0, 1, math.inf)]
    assert limits == pytest.approx([math.log2(3), bits, 1])


def test_the_ways_meet_at_order_one_only() -> None:
    """Between 0 and 20, on a grid that holds 1: each difference is 0 there, and of one sign on either side."""
    orders = np.linspace(0, 20, 2001)
    bits = np.array(
        [
            [staged_questions.in_stages(partial(staged_questions.renyi_entropy, alpha=a), CARD, way) for way in WAYS]
            for a in orders
        ]
    )
    for one, other in ((0, 1), (0, 2), (1, 2)):
        difference = bits[:, one] - bits[:, other]
        assert difference[100] == pytest.approx(0, abs=1e-12)
        below, above = difference[:100], difference[101:]
        assert (np.sign(below) == np.sign(below[0])).all()
        assert (np.sign(above) == -np.sign(below[0])).all()


@given(st.lists(st.integers(1, 60), min_size=3, max_size=3))
def test_prime_factors_group(weights: list[int]) -> None:
    law = [Fraction(k, sum(weights)) for k in weights]
    assert len({staged_questions.in_stages(prime_factors.mean_surprise, law, way) for way in WAYS}) == 1


def test_slopes_are_a_fisher_information() -> None:
    """Fisher information is the curvature of the divergence, here by differences along the law in t."""

    def law(t: float) -> list[float]:
        return [0.5, t, 0.5 - t]

    step = 1e-4
    divergence = sum(p * math.log(p / q) for p, q in zip(law(T), law(T + step), strict=True))
    moving = [staged_questions.with_slope(p, s) for p, s in zip(law(T), (0, 1, -1), strict=True)]
    assert staged_questions.slopes(moving) == pytest.approx(2 * divergence / step**2, rel=1e-3)
    assert staged_questions.slopes(moving) == pytest.approx(1 / T + 1 / (0.5 - T))


chances = st.lists(st.floats(0.05, 1), min_size=3, max_size=3)
speeds = st.lists(st.floats(-2, 2), min_size=3, max_size=3)


@given(chances, speeds)
def test_slopes_group_and_are_never_negative(weights: list[float], moves: list[float]) -> None:
    law = [w / sum(weights) for w in weights]
    balanced = [move - sum(moves) / 3 for move in moves]
    moving = [staged_questions.with_slope(p, s) for p, s in zip(law, balanced, strict=True)]
    at_once, a_first, c_first = (staged_questions.in_stages(staged_questions.slopes, moving, way) for way in WAYS)
    assert at_once >= 0
    assert [a_first, c_first] == pytest.approx([at_once] * 2, rel=1e-9, abs=1e-12)
