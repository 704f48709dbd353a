"""The bags by going through every sequence of draws, in fractions."""

from fractions import Fraction
from itertools import product
from math import log2, prod

import numpy as np
import pytest

from studies import binomials
from studies import two_bags as study

DRAWS = 5
FIRST = {"blue": Fraction(6, 7), "orange": Fraction(1, 7)}
SECOND = {"blue": Fraction(3, 7), "orange": Fraction(4, 7)}
SHARES = {study.P_BLUE: FIRST, study.Q_BLUE: SECOND}


def likelihood(bag: dict[str, Fraction], balls: tuple[str, ...]) -> Fraction:
    return prod((bag[ball] for ball in balls), start=Fraction(1))


def test_the_evidence_is_the_log_of_the_likelihood_ratio() -> None:
    for balls in product(FIRST, repeat=DRAWS):
        ratio = likelihood(FIRST, balls) / likelihood(SECOND, balls)
        assert (
            study.evidence(DRAWS)[balls.count("blue")] == log2(ratio) == balls.count("blue") - 2 * balls.count("orange")
        )


@pytest.mark.parametrize(("share", "bag"), SHARES.items())
def test_chances_by_counting(share: float, bag: dict[str, Fraction]) -> None:
    sequences = list(product(FIRST, repeat=DRAWS))
    for bits in (-10, -1, 0, 2, 5):
        strong = [balls for balls in sequences if balls.count("blue") - 2 * balls.count("orange") >= bits]
        counted = sum(likelihood(bag, balls) for balls in strong)
        assert study.chance_of_at_least(share, DRAWS, bits) == pytest.approx(float(counted))


@pytest.mark.parametrize("draws", [1, 8, 30])
def test_the_likelihood_ratio_of_the_evidence_is_the_evidence(draws: int) -> None:
    p, q = (binomials.law(draws, share) for share in (study.P_BLUE, study.Q_BLUE))
    np.testing.assert_allclose(p, q * np.exp2(study.evidence(draws)), rtol=1e-9)


@pytest.mark.parametrize("bits", [1, 2, 5, 8])
def test_strong_evidence_for_what_is_false_is_rare(bits: int) -> None:
    assert 0 < study.chance_of_at_least(study.Q_BLUE, 8, bits) <= 2.0**-bits
