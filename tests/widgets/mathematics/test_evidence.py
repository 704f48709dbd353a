"""The evidence of draws and Wald's test in the widgets meet the studies; one seed gives one race in both languages."""

import math
import random

import pytest
from called import call

from extrabits import Bernoulli, Beta, kl_divergence
from studies import evidence_races, sequential_betas, sequential_test, telling_apart, two_betas
from studies.two_betas import NARROW, WIDE

COINS, BETAS = [0.5, 0.62], [17, 6, 3, 3]
ERRORS = [0.2, 0.05, 0.01, 1e-3, 1e-6]
RACES = 20_000  # that the helper runs


def test_one_seed_gives_one_race() -> None:
    cases = [(truth, seed, stream) for truth in "pq" for seed in (1, 2, 9999) for stream in range(100)]
    for (truth, seed, stream), sums in zip(cases, call("evidence-cases", "raceOfCoins", cases), strict=True):
        heads = 0.5 if truth == "p" else 0.62
        assert sums == pytest.approx(evidence_races.race(heads, seed, stream), abs=1e-12)


def test_divergences() -> None:
    rng = random.Random(1)
    coins = [(rng.uniform(0.001, 0.999), rng.uniform(0.001, 0.999)) for _ in range(1000)]
    for (a, b), found in zip(coins, call("evidence-cases", "divergences", [[pair] for pair in coins]), strict=True):
        p, q = Bernoulli(a), Bernoulli(b)
        assert found["p"] == pytest.approx(kl_divergence(p, q, base=math.e), rel=1e-9, abs=1e-15)
        assert found["q"] == pytest.approx(kl_divergence(q, p, base=math.e), rel=1e-9, abs=1e-15)


def test_divergences_of_betas() -> None:
    rng = random.Random(2)
    betas = [[rng.randint(1, 40) for _ in range(4)] for _ in range(1000)]
    for (a, b, c, d), found in zip(
        betas, call("evidence-cases", "divergences", [[four] for four in betas]), strict=True
    ):
        p, q = Beta(a, b), Beta(c, d)
        assert found["p"] == pytest.approx(kl_divergence(p, q, base=math.e), rel=1e-9, abs=1e-12)
        assert found["q"] == pytest.approx(kl_divergence(q, p, base=math.e), rel=1e-9, abs=1e-12)


def test_walds_formula() -> None:
    demands = [(alpha, beta) for alpha in ERRORS for beta in ERRORS]
    cases = [(BETAS, truth, asked) for truth in "pq" for asked in demands]
    for (_, truth, asked), found in zip(cases, call("evidence-cases", "leastDrawsOf", cases), strict=True):
        law = NARROW if truth == "p" else WIDE
        assert found == pytest.approx(sequential_betas.walds_number(law, *asked), rel=1e-12)
    (found,) = call("evidence-cases", "leastDrawsOf", [(COINS, "p", (0.05, 0.05))])
    assert found == pytest.approx(
        telling_apart.floor(0.05, 0.05) / kl_divergence(Bernoulli(0.5), Bernoulli(0.62), base=math.e)
    )


@pytest.mark.parametrize("truth", ["p", "q"])
def test_draws_bring_the_evidence_of_their_law(truth: str) -> None:
    law, sign = (NARROW, 1) if truth == "p" else (WIDE, -1)
    ((mean, sd),) = call("evidence-cases", "moments", [(BETAS, truth)])
    right = kl_divergence(law, WIDE if truth == "p" else NARROW, base=math.e)
    assert mean == pytest.approx(sign * right, abs=4 * sd / 50_000**0.5)
    assert sd == pytest.approx(two_betas.evidence_sd(law), rel=0.03)


@pytest.mark.parametrize("truth", ["p", "q"])
def test_races_err_as_often_and_last_as_long_as_in_the_studies(truth: str) -> None:
    coins, betas = call("evidence-cases", "tally", [(COINS, truth, (0.05, 0.05)), (BETAS, truth, (0.05, 0.05))])
    outcome = sequential_test.outcome(0.5 if truth == "p" else 0.62)
    assert coins == pytest.approx([outcome.mean_tosses, outcome.wrong], rel=0.1)
    assert coins[0] == pytest.approx(outcome.mean_tosses, rel=0.02)
    law, which = (NARROW, 0) if truth == "p" else (WIDE, 1)
    error = sequential_betas.errors(0.05, 0.05)[which]
    assert betas[0] == pytest.approx(sequential_betas.mean_draws(law, 0.05, 0.05), rel=0.02)
    assert betas[1] == pytest.approx(error, abs=4 * (error / RACES) ** 0.5)
