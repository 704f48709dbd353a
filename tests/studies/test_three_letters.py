"""The three letters by the definitions, letter by letter, and strings by exact enumeration."""

import itertools
import math

import numpy as np
import pytest

from extrabits import cross_entropy, entropy, kl_divergence
from studies import three_letters as study
from studies.three_letters import BELIEF, TRUTH


def test_terms_and_weighted_gaps_add_up_to_the_divergence() -> None:
    divergence = kl_divergence(TRUTH, BELIEF, base=math.e)
    assert sum(study.terms()) == pytest.approx(divergence)
    by_hand = [p * math.log(p / q) - p + q for p, q in zip(TRUTH, BELIEF, strict=True)]
    assert study.weighed_gaps() == pytest.approx(by_hand, abs=1e-15)
    assert sum(study.weighed_gaps()) == pytest.approx(divergence)
    assert min(study.terms()) < 0 <= min(study.gaps())


def test_ratios_average_to_one_under_the_truth() -> None:
    assert study.ratios() == pytest.approx([b / a for a, b in zip(TRUTH, BELIEF, strict=True)])
    assert TRUTH @ study.ratios() == pytest.approx(1)


def test_the_two_directions_differ() -> None:
    assert kl_divergence(TRUTH, BELIEF) != pytest.approx(kl_divergence(BELIEF, TRUTH), rel=0.1)
    assert study.sum_under_belief() == pytest.approx(-kl_divergence(BELIEF, TRUTH, base=math.e))


@pytest.mark.parametrize(("p", "q"), [([0.4, 0.4], [0.5, 0.5]), ([1, 2], [3, 1]), ([1, 0], [0.8, 0.2])])
def test_the_plain_sum_is_the_sum_over_the_support(p: list[float], q: list[float]) -> None:
    assert study.plain_sum(p, q) == pytest.approx(sum(a * math.log(a / b) for a, b in zip(p, q, strict=True) if a))


def test_the_plain_sum_is_infinite_where_the_belief_rules_out_what_happens() -> None:
    assert study.plain_sum([0.5, 0.5], [1, 0]) == math.inf


@pytest.mark.parametrize(("law", "mean"), [(TRUTH, entropy(TRUTH)), (BELIEF, cross_entropy(TRUTH, BELIEF))])
def test_random_strings_cost_what_they_must_on_average(law: list[float], mean: float) -> None:
    costs = study.bits_per_letter(law, 20)
    assert abs(costs.mean() - mean) < 5 * costs.std() / math.sqrt(costs.size)


def test_the_spread_of_the_exponent_by_all_strings() -> None:
    strings = [math.prod(string) for string in itertools.product(TRUTH, repeat=6)]
    mean = sum(p * -math.log2(p) for p in strings)
    variance = sum(p * (-math.log2(p) - mean) ** 2 for p in strings)
    assert mean == pytest.approx(6 * entropy(TRUTH))
    assert study.sd_of_bits(6) == pytest.approx(math.sqrt(variance))


@pytest.mark.parametrize("nats", [0.05, 0.585, 0.9])
def test_contours_lie_at_their_divergence_and_go_round_the_truth(nats: float) -> None:
    beliefs = study.contour(nats)
    assert beliefs.sum(axis=1) == pytest.approx(1)
    by_loop = [sum(p * math.log(p / q) for p, q in zip(TRUTH, belief, strict=True)) for belief in beliefs.tolist()]
    assert by_loop == pytest.approx([nats] * len(beliefs))
    assert study.divergences(beliefs) == pytest.approx(by_loop)
    assert (beliefs.min(axis=0) < TRUTH).all()
    assert (beliefs.max(axis=0) > TRUTH).all()
    assert beliefs[0] == pytest.approx(beliefs[-1])


@pytest.mark.parametrize(("nats", "round_it"), [(0.05, True), (0.585, False), (2.0, False), (2.4, None)])
def test_truths_lie_at_their_divergence_or_beyond_the_edge(nats: float, round_it: bool | None) -> None:
    truths = study.truths(nats)
    there = truths[~np.isnan(truths).any(axis=1)].tolist()
    by_loop = [sum(p * math.log(p / q) for p, q in zip(law, BELIEF, strict=True) if p) for law in there]
    assert by_loop == pytest.approx([nats] * len(there), abs=1e-8)
    if there:
        assert study.divergences_of_truths(np.array(there)) == pytest.approx(by_loop, abs=1e-9)
    found = {len(truths): True, 0: None}.get(len(there), False)  # 2.4 nats are more than even the corner of a has
    assert found == round_it


@pytest.mark.parametrize("cells", [["ab", "c"], ["a", "bc"], ["ac", "b"], ["abc"]])
def test_lumping_never_raises_the_divergence(cells: list[str]) -> None:
    p, q = ([sum(law["abc".index(letter)] for letter in cell) for cell in cells] for law in (TRUTH, BELIEF))
    assert study.lumped(TRUTH, cells) == pytest.approx(p)
    assert study.lumped(BELIEF, cells) == pytest.approx(q)
    assert kl_divergence(p, q) < kl_divergence(TRUTH, BELIEF)


def test_halving_takes_off_what_the_two_means_differ_by() -> None:
    belief = BELIEF
    for k in range(8):
        assert study.halved(k) == pytest.approx(belief)
        nats = kl_divergence(TRUTH, belief, base=math.e)
        assert study.magnified(k) == pytest.approx(2**k * nats)
        assert study.means_apart(k) == pytest.approx(study.magnified(k) - study.magnified(k + 1))
        assert study.means_apart(k) > 0
        belief = [(p + q) / 2 for p, q in zip(TRUTH, belief, strict=True)]


def test_all_halvings_together_take_off_the_divergence() -> None:
    whole = sum(study.means_apart(k) for k in range(25))
    assert whole == pytest.approx(kl_divergence(TRUTH, BELIEF, base=math.e), rel=1e-6)
