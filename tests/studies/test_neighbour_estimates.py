"""The same samples, with all distances sorted."""

import numpy as np
from scipy.special import digamma

from studies import neighbour_estimates as study
from studies.neighbour_estimates import DRAWS, RUNS


def test_negative_divergences() -> None:
    rng = np.random.default_rng(0)
    negative = 0
    for _ in range(RUNS):
        x, y = rng.normal(size=DRAWS), rng.normal(size=DRAWS)
        own = np.sort(np.abs(x[:, None] - x), axis=1)[:, 1]
        other = np.abs(x[:, None] - y).min(axis=1)
        negative += np.log(other / own).mean() + np.log(DRAWS / (DRAWS - 1)) < 0
    assert study.share_of_negative_divergence() == negative / RUNS


def test_negative_dependence() -> None:
    rng = np.random.default_rng(0)
    negative = 0
    for _ in range(RUNS):
        x, y = rng.normal(size=DRAWS), rng.normal(size=DRAWS)
        dx, dy = np.abs(x[:, None] - x), np.abs(y[:, None] - y)
        third = np.sort(np.maximum(dx, dy), axis=1)[:, [3]]
        nearer = [digamma((d < third).sum(axis=1)).mean() for d in (dx, dy)]
        negative += digamma(3) + digamma(DRAWS) - sum(nearer) < 0
    assert study.share_of_negative_dependence() == negative / RUNS
