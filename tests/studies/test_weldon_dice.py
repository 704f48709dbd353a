"""The throws as Pearson printed them, and the empty cell filled by hand."""

import numpy as np
import pytest

from studies import weldon_dice
from studies.weldon_dice import DICE


def test_the_throws_are_those_that_pearson_prints() -> None:
    """Pearson 1900: 26306 throws, 0.33770 of the dice a five or a six."""
    assert sum(DICE) == 26306
    assert np.dot(DICE, range(13)) / (12 * 26306) == pytest.approx(0.3377, abs=5e-6)
    assert (np.dot(DICE, range(13)), 315_672) == weldon_dice.SINGLE


@pytest.mark.parametrize("empty", [1e-3, 1e-300])
def test_the_empty_cell_is_filled_and_the_rest_keeps_its_proportions(empty: float) -> None:
    law = weldon_dice.filled(empty)
    assert law.sum() == pytest.approx(1)
    assert law[:-1] / law[0] == pytest.approx(np.array(DICE[:-1]) / DICE[0])
    assert law[-1] / law[0] == pytest.approx(empty * 26306 / DICE[0], rel=1e-12)
