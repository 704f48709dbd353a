"""Perplexities against products, every batch one by one, and letters looked up."""

import itertools
import math

import pytest

from extrabits import renyi_entropy
from studies import perplexities as study
from studies.english_letters import LAW, LETTERS

P, Q = [0.5, 0.3, 0.2, 0], [0.2, 0.2, 0.5, 0.1]


def test_one_or_a_million() -> None:
    assert len(study.ONE_OR_A_MILLION) == 1 + 2**20
    assert study.ONE_OR_A_MILLION.sum() == 1
    assert set(study.ONE_OR_A_MILLION[1:]) == {0.5 / 2**20}


def test_of_belief() -> None:
    assert study.of_belief(P, Q) == pytest.approx(5**0.5 * 5**0.3 * 2**0.2)
    assert study.of_belief(Q, P) == math.inf


@pytest.mark.parametrize("size", [1, 2, 3, 5])
@pytest.mark.parametrize("belief", [P, Q])
def test_mean_over_batches(size: int, belief: list[float]) -> None:
    mean = 0.0
    for batch in itertools.product(range(3), repeat=size):
        chance = math.prod(P[x] for x in batch)
        mean += chance * math.prod(belief[x] for x in batch) ** (-1 / size)
    assert study.mean_over_batches(P, belief, size) == pytest.approx(mean)
    assert study.mean_over_batches(P, P, size) == pytest.approx(2 ** renyi_entropy(P, 1 - 1 / size))


def test_mean_guesses() -> None:
    """Guess by guess, in every order: none needs fewer than the most probable first."""
    orders = itertools.permutations([0.5, 0.1, 0.3, 0.1])
    means = [sum(turn * chance for turn, chance in enumerate(order, 1)) for order in orders]
    assert study.mean_guesses([0.5, 0.1, 0.3, 0.1]) == pytest.approx(min(means)) == pytest.approx(1.8)
    assert study.mean_guesses([0, 1, 0]) == 1


def test_share_of_as_many() -> None:
    """Perplexities are counted out: 6, a little over 3, and exactly 2 · 2^10."""
    assert study.share_of_as_many([1 / 6] * 6) == pytest.approx(1)
    assert study.share_of_as_many([1 / 8, 1 / 2, 1 / 8, 1 / 4]) == 7 / 8
    assert study.share_of_as_many(study.ONE_OR_A_MILLION) == pytest.approx(1 / 2 + 2047 / 2**21, rel=1e-12)


def test_of_texts() -> None:
    """A model that finds n words uniform over so many gives them the product of their inverses."""
    assert study.of_texts((8, 128), (1, 1)) == pytest.approx(math.sqrt(8 * 128))
    assert study.of_texts((8, 128), (1, 9)) == pytest.approx((8 * 128**9) ** (1 / 10))
    assert study.of_texts((7, 7), (3, 5)) == pytest.approx(7)


def test_alphabet_reversed() -> None:
    believed = dict(zip(LETTERS, study.alphabet_reversed(), strict=True))
    law = dict(zip(LETTERS, LAW, strict=True))
    for a, z in ("az", "za", "by", "mn", "qj"):
        assert believed[a] == law[z]
    assert believed["␣"] == law["␣"]


def test_without() -> None:
    believed = dict(zip(LETTERS, study.without("q"), strict=True))
    assert believed["q"] == 0
    assert sum(believed.values()) == pytest.approx(1)
    assert believed["e"] / believed["t"] == pytest.approx(LAW[4] / LAW[19])
