"""Three answers on a leash: by optimisers that know no formula, and by adding up every answer there is."""

import math
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.special import rel_entr, softmax

from extrabits import i_projection, k1, k3
from studies import leashed_policies as study
from studies.k_estimators import POLICY, REFERENCE
from studies.leashed_policies import BETA, REWARD

Array = NDArray[np.float64]


def nats(p: Array, q: Array) -> float:
    return float(rel_entr(p, q).sum())


def found(penalty: object) -> Array:
    """The best policy by an optimiser, for the reward less β times a penalty."""

    def loss(logits: Array) -> float:
        policy = softmax(logits)
        return float(BETA * penalty(policy) - policy @ REWARD)  # type: ignore[operator]

    result = minimize(loss, np.zeros(3), method="BFGS", options={"gtol": 1e-10})
    return np.asarray(softmax(result.x))


def test_optimum_and_value() -> None:
    best = study.optimum()
    assert best == pytest.approx(found(lambda policy: nats(policy, REFERENCE)), abs=1e-5)
    assert study.value() == pytest.approx(study.reward(best) - BETA * study.distance(best))
    assert study.reward(best) == pytest.approx(best[0] - best[2])
    assert study.distance(best) == pytest.approx(nats(best, REFERENCE))


@pytest.mark.parametrize("mean", [0, 0.5, 0.9])
def test_frontier_by_the_nearest_policy_with_a_mean(mean: float) -> None:
    nearest = i_projection(REFERENCE, [REWARD], [mean])
    assert study.frontier(nats(nearest, REFERENCE)) == pytest.approx(mean, abs=1e-8)


@pytest.mark.parametrize("n", [1, 2, 5])
def test_best_of_by_every_draw(n: int) -> None:
    law = np.zeros(3)
    for answers in product(range(3), repeat=n):
        law[max(answers, key=lambda answer: REWARD[answer])] += REFERENCE[list(answers)].prod()
    assert study.best_of(n) == pytest.approx(law)


@pytest.mark.parametrize("n", [1, 3, 54])
def test_bound_is_the_divergence_of_the_largest_of_n_points(n: int) -> None:
    def term(u: float) -> float:
        density = n * u ** (n - 1)
        return density * math.log(density) if density else 0.0

    area, _ = quad(term, 0, 1)
    assert study.bound(n) == pytest.approx(area, abs=1e-7)


def test_held_by_k3() -> None:
    best = study.held_by_k3()
    assert best.sum() == pytest.approx(1)
    assert best == pytest.approx(found(lambda policy: nats(REFERENCE, policy)), abs=1e-5)


def test_where_the_climbs_end() -> None:
    assert study.climbed("k2", 5000) == pytest.approx(study.optimum(), abs=1e-5)
    assert study.climbed("k3", 5000) == pytest.approx(study.held_by_k3(), abs=1e-5)
    assert study.climbed("k1", 5000)[0] > 0.99


def test_deviations_and_where_they_cross() -> None:
    for policy in (POLICY, study.optimum()):
        log_ratio = np.log(REFERENCE / policy)
        for value, deviation in zip((k1(log_ratio), k3(log_ratio)), study.deviations(policy), strict=True):
            assert deviation**2 == pytest.approx(policy @ value**2 - (policy @ value) ** 2)
    one, three = study.deviations(study.optimum(0.7))
    assert (three < one) == (study.distance(study.optimum(0.7)) < study.crossing())
    one, three = study.deviations(study.optimum(0.5))
    assert (three > one) == (study.distance(study.optimum(0.5)) > study.crossing())
    at = i_projection(REFERENCE, [REWARD], [study.frontier(study.crossing())])
    assert np.subtract(*study.deviations(at)) == pytest.approx(0, abs=1e-6)


def test_of_tokens_by_every_answer() -> None:
    answers = list(product(range(3), repeat=4))
    chances = np.array([POLICY[list(answer)].prod() for answer in answers])
    token = np.log(REFERENCE / POLICY)
    summed = [np.array([k(token[list(answer)]).sum() for answer in answers]) for k in (k1, k3)]
    whole = k3(np.array([token[list(answer)].sum() for answer in answers]))
    for values, deviation in zip([*summed, whole], study.of_tokens(POLICY, 4), strict=True):
        assert chances @ values == pytest.approx(4 * nats(POLICY, REFERENCE))
        assert deviation**2 == pytest.approx(chances @ values**2 - (chances @ values) ** 2)
