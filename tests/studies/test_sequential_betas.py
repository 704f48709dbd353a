"""Wald's test between two Betas: by scipy's draws one after the other, by Wald's identity, and by his bounds."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta

from studies import sequential_betas
from studies.two_betas import NARROW, WIDE

P, Q = beta(17, 6), beta(3, 3)
DEMANDS = [(0.05, 0.05), (0.2, 0.01), (0.05, 1e-6)]
TO_WIDE = quad(lambda x: P.pdf(x) * (P.logpdf(x) - Q.logpdf(x)), 0, 1)[0]
TO_NARROW = quad(lambda x: Q.pdf(x) * (Q.logpdf(x) - P.logpdf(x)), 0, 1)[0]


@pytest.mark.parametrize(("alpha", "beta_"), DEMANDS[:2])
@pytest.mark.parametrize("narrow", [True, False])
def test_by_drawing_one_after_the_other(alpha: float, beta_: float, narrow: bool) -> None:
    rng, law = np.random.default_rng(8), P if narrow else Q
    lengths, wrong = [], 0
    for _ in range(3000):
        ratio, draws = 1.0, 0
        while alpha / (1 - beta_) < ratio < (1 - alpha) / beta_:
            x = law.rvs(random_state=rng)
            ratio, draws = ratio * P.pdf(x) / Q.pdf(x), draws + 1
        lengths.append(draws)
        wrong += (ratio > 1) != narrow
    truth = NARROW if narrow else WIDE
    computed = sequential_betas.mean_draws(truth, alpha, beta_)
    assert computed == pytest.approx(np.mean(lengths), abs=4 * np.std(lengths) / 3000**0.5 + 0.02)
    error = sequential_betas.errors(alpha, beta_)[0 if narrow else 1]
    assert error == pytest.approx(wrong / 3000, abs=4 * math.sqrt(error / 3000))


@pytest.mark.parametrize("asked", DEMANDS)
def test_walds_identity(asked: tuple[float, float]) -> None:
    for truth, step in ((NARROW, TO_WIDE), (WIDE, -TO_NARROW)):
        made = sequential_betas.runs(truth, *asked)
        off = made.evidence - step * made.draws
        assert off.mean() == pytest.approx(0, abs=5 * off.std() / len(off) ** 0.5)


@pytest.mark.parametrize("asked", DEMANDS)
def test_the_bounds(asked: tuple[float, float]) -> None:
    alpha, beta_ = asked
    made = sequential_betas.errors(alpha, beta_)
    assert made.alpha <= alpha / (1 - beta_)
    assert made.beta <= beta_ / (1 - alpha)
    assert made.alpha + made.beta <= alpha + beta_
    for truth, d, one, other in ((NARROW, TO_WIDE, *made), (WIDE, TO_NARROW, *made[::-1])):
        least = ((1 - one) * math.log((1 - one) / other) + one * math.log(one / (1 - other))) / d
        assert sequential_betas.least_number(truth, alpha, beta_) == pytest.approx(least)
        assert least <= sequential_betas.mean_draws(truth, alpha, beta_)
    asked_for = (1 - alpha) * math.log((1 - alpha) / beta_) + alpha * math.log(alpha / (1 - beta_))
    assert sequential_betas.walds_number(NARROW, alpha, beta_) == pytest.approx(asked_for / TO_WIDE)
    x = np.linspace(0.001, 0.999, 9999)
    loudest = float((P.logpdf(x) - Q.logpdf(x)).max())
    at_the_end = (1 - made.alpha) * (math.log((1 - alpha) / beta_) + loudest)
    at_the_end += made.alpha * math.log(alpha / (1 - beta_))
    assert sequential_betas.most_number(alpha, beta_) == pytest.approx(at_the_end / TO_WIDE, rel=1e-6)
    assert sequential_betas.mean_draws(NARROW, alpha, beta_) <= sequential_betas.most_number(alpha, beta_)
