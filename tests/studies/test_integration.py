"""Means under laws that are known otherwise."""

import math

import numpy as np
import pytest

from extrabits import Bernoulli, Beta, Dirichlet, Laplace, MultivariateNormal, Normal, Poisson, Uniform
from studies import integration


@pytest.mark.parametrize(
    ("law", "entropy"),
    [
        (Bernoulli(0.25), 0.25 * math.log(4) + 0.75 * math.log(4 / 3)),
        (Uniform(1, 4), math.log(3)),
        (Laplace(1, 2), 1 + math.log(4)),
        (Normal(1, 2), math.log(2 * math.pi * math.e * 4) / 2),
        (Beta(2, 1), 0.5 - math.log(2)),
        (Dirichlet([1, 1, 1]), -math.log(2)),
        (MultivariateNormal([1, 0], [[2, 0.5], [0.5, 1]]), math.log((2 * math.pi * math.e) ** 2 * 1.75) / 2),
    ],
    ids=str,
)
def test_entropies_by_hand(law: object, entropy: float) -> None:
    assert integration.mean_under(law, lambda log_p, _: -log_p, law) == pytest.approx(entropy, rel=1e-9)


def test_both_densities_are_seen_and_the_first_one_averages() -> None:
    p, q = Poisson(2), Poisson(5)
    gap = integration.mean_under(p, lambda log_p, log_q: log_p - log_q, q)
    assert gap == pytest.approx(2 * math.log(2 / 5) - 2 + 5)
    assert integration.mean_under(p, lambda log_p, _: np.ones_like(log_p), q) == pytest.approx(1)
