"""The codes by their words, letter by letter."""

import math

import pytest

from studies import four_letters as study
from studies.four_letters import BELIEF, LETTERS, TRUTH


@pytest.mark.parametrize("law", [TRUTH, BELIEF])
def test_the_right_words_are_as_long_as_the_surprisal_and_use_up_the_budget(law: list[float]) -> None:
    words = study.code(law)
    assert [2.0 ** -len(word) for word in words] == law
    assert [len(word) for word in words] == study.lengths(law)
    assert len(set(words)) == len(LETTERS) == len(law)
    for word in words:
        assert [other for other in words if other.startswith(word)] == [word]


def test_the_waste_is_the_difference_of_the_words() -> None:
    both = zip(study.code(TRUTH), study.code(BELIEF), strict=True)
    assert study.waste().tolist() == [len(other) - len(own) for own, other in both]


def test_the_weighed_waste_adds_up_to_both_divergences() -> None:
    def divergence(p: list[float], q: list[float]) -> float:
        return sum(a * math.log2(a / b) for a, b in zip(p, q, strict=True))

    assert study.weighed(TRUTH).tolist() == [a * w for a, w in zip(TRUTH, study.waste(), strict=True)]
    assert study.weighed(TRUTH).sum() == pytest.approx(divergence(TRUTH, BELIEF))
    assert study.weighed(BELIEF).sum() == pytest.approx(-divergence(BELIEF, TRUTH))


def test_the_belief_deals_the_same_shares_to_other_letters() -> None:
    assert sorted(TRUTH) == sorted(BELIEF)
    assert sum(TRUTH) == 1
