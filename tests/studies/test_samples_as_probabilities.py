"""The recipe, term by term."""

import math

import pytest

from studies import samples_as_probabilities as study


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0)])
def test_the_recipe_term_by_term(first: float, second: float) -> None:
    pairs = list(zip(study.sample(first).tolist(), study.sample(second).tolist(), strict=True))
    defined = [(p, q) for p, q in pairs if p / q > 0]
    result = study.recipe(first, second)
    assert result.total == pytest.approx(math.fsum(p * math.log2(p / q) for p, q in defined))
    assert result.share_dropped == pytest.approx(1 - len(defined) / len(pairs))
    assert result.shown == abs(result.total)


def test_samples_are_sorted_draws() -> None:
    draws = study.sample(1)
    assert draws.size == study.DRAWS
    assert (draws[1:] >= draws[:-1]).all()
    assert abs(draws.mean() - 1) < 4 / math.sqrt(study.DRAWS)
