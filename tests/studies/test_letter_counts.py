"""Counts of equally likely letters, by listing every sample, and by simulation where these are too many."""

from itertools import product
from math import e, isinf, log

import numpy as np
import pytest

from extrabits import kl_divergence, miller_madow_entropy, normalize, plugin_entropy
from studies import letter_counts as study


@pytest.mark.parametrize(("letters", "draws"), [(2, 1), (2, 5), (3, 4), (4, 4), (3, 1)])
def test_by_listing_every_sample(letters: int, draws: int) -> None:
    samples = [np.bincount(sample, minlength=letters) for sample in product(range(letters), repeat=draws)]
    plugin = np.mean([plugin_entropy(sample, base=e) for sample in samples])
    corrected = np.mean([miller_madow_entropy(sample, base=e) for sample in samples])
    assert study.plugin_mean(letters, draws) == pytest.approx(plugin, abs=1e-12)
    assert study.miller_madow_mean(letters, draws) == pytest.approx(corrected, abs=1e-12)
    laws = [normalize(sample) for sample in samples]
    divergences = [float(kl_divergence(one, other, base=e)) for one in laws for other in laws]
    finite = [nats for nats in divergences if not isinf(nats)]
    assert study.infinite_share(letters, draws) == pytest.approx(1 - len(finite) / len(divergences))
    assert study.divergence_mean(letters, draws) == pytest.approx(np.mean(finite), abs=1e-12)


def test_by_simulation() -> None:
    letters, draws, pairs = 10, 50, 20_000
    one, other = np.random.default_rng(5).multinomial(draws, np.full(letters, 1 / letters), size=(2, pairs)) / draws
    divergences = np.asarray(kl_divergence(one, other, base=e))
    finite = divergences[np.isfinite(divergences)]
    assert study.infinite_share(letters, draws) == pytest.approx(1 - len(finite) / pairs, abs=0.007)
    assert study.divergence_mean(letters, draws) == pytest.approx(finite.mean(), abs=0.003)


def test_the_first_order_is_right_for_many_draws() -> None:
    for letters in (2, 10):
        bias = log(letters) - study.plugin_mean(letters, 5000)
        first = study.plugin_bias_first_order(letters, 5000)
        assert bias == pytest.approx(first, rel=1e-3)
        assert study.divergence_mean(letters, 5000) == pytest.approx(2 * first, rel=5e-3)
        assert abs(log(letters) - study.miller_madow_mean(letters, 5000)) < 1e-3 * first
