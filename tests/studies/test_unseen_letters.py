"""Averages over samples by drawing samples, and by listing them where there are few; clipping by hand."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from extrabits import kl_divergence
from studies import unseen_letters as study
from studies.english_letters import LAW


def samples(letters: int, many: int) -> np.ndarray:
    return np.random.default_rng(7).multinomial(letters, LAW, many)


def test_what_has_not_come_up_by_drawing() -> None:
    unseen = samples(100, 20_000) == 0
    assert study.missing(100) == pytest.approx(unseen.sum(1).mean(), abs=0.05)
    assert study.missed(100) == pytest.approx((unseen @ LAW).mean(), rel=0.02)


@pytest.mark.parametrize("share", [1e-9, 0.01, 0.2, 1])
def test_extra_bits_by_drawing(share: float) -> None:
    counts = samples(100, 4000)
    beliefs = (1 - share) * counts / 100 + share / 27
    each = kl_divergence(np.broadcast_to(LAW, beliefs.shape), beliefs)
    assert study.extra_bits(share, 100) == pytest.approx(each.mean(), abs=5 * each.std() / math.sqrt(4000) + 1e-9)


def test_extra_bits_of_one_letter_by_listing() -> None:
    listed = sum(
        p * sum(x * math.log2(x / (0.9 * (other == letter) + 0.1 / 27)) for other, x in enumerate(LAW))
        for letter, p in enumerate(LAW)
    )
    assert study.extra_bits(0.1, 1) == pytest.approx(listed)
    assert study.extra_bits(0, 1) == math.inf


def test_adding_to_counts_is_mixing() -> None:
    counts = samples(100, 1)[0]
    for added in (0.5, 1, 1e-8):
        share = study.mixed_by(added, 100)
        mixed = (1 - share) * counts / 100 + share / 27
        assert mixed == pytest.approx((counts + added) / (counts + added).sum(), rel=1e-9)


def test_best_share_is_where_neighbours_cost_more() -> None:
    for letters in (100, 1000):
        best = study.best_share(letters)
        least = study.extra_bits(best, letters)
        grid = np.geomspace(1e-4, 1, 60)
        assert least <= min(study.extra_bits(share, letters) for share in grid)
        assert min(study.extra_bits(best * f, letters) for f in (0.9, 1.1)) > least


def test_the_ramp_climbs_by_what_was_missed() -> None:
    step = study.extra_bits(1e-12, 100) - study.extra_bits(1e-11, 100)
    absent = sum(p * binom.pmf(0, 100, p) for p in LAW)
    assert step == pytest.approx(absent * math.log2(10), rel=1e-6)


def test_without_counting() -> None:
    assert study.without_counting() == pytest.approx(math.log2(27) + sum(p * math.log2(p) for p in LAW))


def test_clipped_sum() -> None:
    by_hand = 0.98 * math.log2(0.98 / 1) + 0.01 * math.log2(0.01 / 0.01) * 2
    assert study.clipped_sum([0.98, 0.01, 0.01], [1, 0, 0], 0.01) == pytest.approx(by_hand)
    assert study.clipped_sum([0.5, 0.5], [1, 0], 0.25) == pytest.approx(0.5 * math.log2(0.5) + 0.5 * math.log2(2))
