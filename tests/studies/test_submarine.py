"""The game by fractions: chances multiply, and all games are equally likely."""

import math
from fractions import Fraction

import pytest

from studies import submarine
from studies.submarine import SQUARES


@pytest.mark.parametrize("shot", [1, 2, 33, 49, 64])
def test_every_game_is_worth_six_bits(shot: int) -> None:
    chances = [Fraction(left - 1, left) for left in range(SQUARES, SQUARES - shot + 1, -1)]
    chances.append(Fraction(1, SQUARES - shot + 1))
    assert math.prod(chances) == Fraction(1, SQUARES)
    assert submarine.answers(shot) == pytest.approx([-math.log2(chance) for chance in chances])
    assert sum(submarine.answers(shot)) == pytest.approx(6)
    assert submarine.after_misses(shot - 1) == pytest.approx(sum(submarine.answers(shot)[:-1]))


def test_the_mean_number_of_shots() -> None:
    assert submarine.mean_shots() == sum(range(1, SQUARES + 1)) / SQUARES
