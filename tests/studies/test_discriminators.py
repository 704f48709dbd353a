"""The game on three letters, by searches and differences, and on two bells by integrals."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import approx_fprime, minimize
from scipy.spatial.distance import jensenshannon
from scipy.special import expit, softmax
from scipy.stats import entropy, norm

from studies import discriminators as game

P, LOGITS = [0.5, 0.3, 0.2], [0.1, -0.4, 0.7]
Q = np.exp(LOGITS) / np.exp(LOGITS).sum()
SEARCHED = minimize(lambda logits: -np.log(expit(logits)) @ P - np.log(expit(-logits)) @ Q, np.zeros(3), tol=1e-12)


def mixture_from_data(logits: np.ndarray) -> float:
    q = softmax(logits)
    return float(2 * entropy((P + q) / 2, P))


def test_the_letters_are_those_of_the_page() -> None:
    assert game.DATA.tolist() == P
    assert game.LOGITS.tolist() == LOGITS
    assert pytest.approx(Q) == game.GENERATOR


def test_a_search_finds_the_best_discriminator_and_its_value() -> None:
    best = game.best(game.DATA, game.GENERATOR)
    assert best == pytest.approx(expit(SEARCHED.x), abs=1e-5)
    assert game.value(game.DATA, game.GENERATOR, best) == pytest.approx(-SEARCHED.fun)
    assert -SEARCHED.fun == pytest.approx(2 * jensenshannon(P, Q) ** 2 - np.log(4))


def test_what_another_lacks_is_the_excess() -> None:
    for judged in (np.full(3, 0.5), np.array([0.9, 0.2, 0.4])):
        lacking = -SEARCHED.fun - game.value(game.DATA, game.GENERATOR, judged)
        assert game.excess(game.DATA, game.GENERATOR, judged) == pytest.approx(lacking)


def test_slopes_are_those_of_the_divergences() -> None:
    doubled = approx_fprime(np.array(LOGITS), lambda z: 2 * jensenshannon(P, softmax(z)) ** 2, 1e-7)
    assert game.saturating(game.DATA, game.LOGITS) == pytest.approx(doubled, abs=1e-6)
    mixed = approx_fprime(np.array(LOGITS), mixture_from_data, 1e-7)
    assert game.non_saturating(game.DATA, game.LOGITS) == pytest.approx(mixed, abs=1e-6)
    assert game.mixture_divergence(game.DATA, game.GENERATOR) == pytest.approx(mixture_from_data(np.array(LOGITS)))


def test_the_best_reply_has_the_least_loss_of_all() -> None:
    loss = -np.log(P / (P + Q))
    reply = game.best_reply(game.DATA, game.GENERATOR)
    laws = np.random.default_rng(0).dirichlet(np.ones(3), 1000)
    assert (laws @ loss).min() > reply @ loss
    assert game.best_reply(np.array([0.5, 0.5]), np.array([0.5, 0.5])).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("distance", [0.5, 2.0, 5.0])
def test_bells(distance: float) -> None:
    def ratio(x: float) -> float:  # ln((p + q)/2p)
        return float(np.logaddexp(0, distance * x - distance**2 / 2) - np.log(2))

    def mixed(x: float) -> float:
        return float((norm.pdf(x) + norm.pdf(x, distance)) * ratio(x))

    def doubled(x: float) -> float:  # the two laws are mirror images: twice the half of one
        return float(-2 * norm.pdf(x) * ratio(x))

    ends = (-9, distance + 9)
    saturating, usual = game.of_bells(distance)
    assert usual == pytest.approx(quad(mixed, *ends)[0], abs=1e-6)
    assert saturating == pytest.approx(quad(doubled, *ends)[0], abs=1e-6)
    by_difference = [
        (a - b) / 0.02 for a, b in zip(*map(game.of_bells, (distance + 0.01, distance - 0.01)), strict=True)
    ]
    assert game.slope_of_bells(distance) == pytest.approx(by_difference, abs=1e-3)
