"""Counts of letters and the estimators k1, k2, k3 in the widgets meet the package and the studies."""

import math
import random

import numpy as np
import pytest
from called import call

from extrabits import kl_divergence, miller_madow_entropy, normalize, plugin_entropy
from studies import k_estimators, letter_counts, seeded

DIVERGENCES = [1e-3, 0.02, 0.1, 0.5, k_estimators.crossing() ** 2 / 2, 1, 2, 3]
ESTIMATORS = list(k_estimators.SLOPES)


def samples(count: int) -> list[list[int]]:
    """Counts of letters, few and many, with zeros."""
    rng = random.Random(11)
    made = [[1], [0, 3], [5000, 5000], [1, 0, 0, 0]]
    for _ in range(count):
        most = rng.choice([1, 3, 30, 3000])
        made.append([rng.randint(0, most) for _ in range(rng.randint(2, 50))])
    return [sample for sample in made if sum(sample)]


def counts(letters: int, draws: int, seed: int, stream: int, samples: int) -> list[list[int]]:
    """Samples of letters, drawn one after the other, as counts."""
    chance = seeded.uniforms(seed, stream)
    drawn = [[int(next(chance) * letters) for _ in range(draws)] for _ in range(samples)]
    return [np.bincount(sample, minlength=letters).tolist() for sample in drawn]


def sizes(count: int, most: int) -> list[tuple[int, int]]:
    """Numbers of letters and of draws, the ends of both sliders among them."""
    rng = random.Random(12)
    ends = [(letters, draws) for letters in (2, 3, 6, 50) for draws in (1, 2, 3, 20, most)]
    return ends + [(rng.randint(2, 50), math.ceil(most ** rng.random())) for _ in range(count)]


def test_plug_in_entropies_of_counts() -> None:
    made = samples(1500)
    given = [(counts, sum(counts)) for counts in made]
    for counts, found in zip(made, call("letter-counts", "pluginEntropy", given), strict=True):
        assert found == pytest.approx(plugin_entropy(counts, base=math.e), rel=1e-12, abs=1e-12)
    for counts, found in zip(made, call("letter-counts", "millerMadow", given), strict=True):
        assert found == pytest.approx(miller_madow_entropy(counts, base=math.e), rel=1e-12, abs=1e-12)


def test_divergence_of_two_samples() -> None:
    rng = np.random.default_rng(13)
    pairs = []
    for _ in range(1500):
        letters, draws = int(rng.integers(2, 50)), int(rng.choice([1, 5, 50, 500, 10_000]))
        one, other = rng.multinomial(draws, np.full(letters, 1 / letters), size=2).tolist()
        pairs.append((one, other, draws))
    infinite = 0
    for (one, other, _), found in zip(pairs, call("estimator-cases", "divergenceIfFinite", pairs), strict=True):
        right = kl_divergence(normalize(one), normalize(other), base=math.e)
        infinite += found is None
        assert (math.inf if found is None else found) == pytest.approx(right, rel=1e-9, abs=1e-15)
    assert 300 < infinite < 1200, "both kinds are tried"


def test_one_seed_gives_one_pair_of_samples() -> None:
    cases = [
        (letters, draws, seed, stream)
        for letters in (2, 6, 50)
        for draws in (1, 20)
        for seed in (1, 9999)
        for stream in range(30)
    ]
    for case, found in zip(cases, call("estimator-cases", "twoSamples", cases), strict=True):
        assert found == counts(*case, samples=2)


def test_means_of_entropies() -> None:
    cases = sizes(600, 10_000)
    for name, right in {
        "pluginMean": letter_counts.plugin_mean,
        "millerMadowMean": letter_counts.miller_madow_mean,
        "firstOrderBias": letter_counts.plugin_bias_first_order,
    }.items():
        for case, found in zip(cases, call("letter-counts", name, cases), strict=True):
            assert found == pytest.approx(right(*case), rel=1e-10, abs=1e-11), (name, case)


def test_means_and_infinities_of_divergences() -> None:
    cases = sizes(150, 3000)
    for case, found in zip(cases, call("letter-counts", "infiniteShare", cases), strict=True):
        assert found == pytest.approx(letter_counts.infinite_share(*case), rel=1e-7, abs=1e-14), case
    for case, found in zip(cases, call("letter-counts", "divergenceMean", cases), strict=True):
        assert found == pytest.approx(letter_counts.divergence_mean(*case), rel=1e-8, abs=1e-11), case


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_moments_of_values(estimator: str) -> None:
    rng = random.Random(14)
    places = [*DIVERGENCES, *(rng.uniform(0.01, 3) for _ in range(500))]
    for d, found in zip(places, call("k-estimators", "valueMoments", [(estimator, d) for d in places]), strict=True):
        right = k_estimators.gaussian_moments(d)[estimator]
        assert [found["mean"], found["variance"]] == pytest.approx(list(right), rel=1e-8)


@pytest.mark.parametrize("by", ["mean", "width"])
@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_moments_of_gradients(estimator: str, by: str) -> None:
    rng = random.Random(15)
    places = [*DIVERGENCES, *(rng.uniform(0.01, 3) for _ in range(300))]
    asked = [(estimator, by, d) for d in places]
    for case, found in zip(asked, call("k-estimators", "gradientMoments", asked), strict=True):
        right = k_estimators.gaussian_gradient(*case)
        assert [found["mean"], found["variance"]] == pytest.approx(list(right), rel=1e-9, abs=1e-12)


def test_the_crossing() -> None:
    (found,) = call("k-estimators", "crossing", [()])
    assert found == pytest.approx(k_estimators.crossing() ** 2 / 2, rel=1e-10)


def test_one_seed_gives_one_repetition() -> None:
    cases = [(d, draws, 20, seed) for d in DIVERGENCES for draws in (1, 10, 50) for seed in (1, 9999)]
    for case, found in zip(cases, call("estimator-cases", "repetitions", cases), strict=True):
        assert np.array(found) == pytest.approx(k_estimators.repeated(*case), rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("by", ["mean", "width"])
def test_drawn_gradients_scatter_around_the_exact_ones(by: str) -> None:
    d, draws, count = 0.2, 10, 20_000
    (found,) = call("estimator-cases", "gradientRepetitions", [(by, d, draws, count)])
    for estimator, drawn in zip(ESTIMATORS, np.array(found).T, strict=True):
        mean, variance = k_estimators.gaussian_gradient(estimator, by, d)
        assert drawn.mean() == pytest.approx(mean, abs=4 * math.sqrt(variance / draws / count))
        assert drawn.std() == pytest.approx(math.sqrt(variance / draws), rel=0.1)
