"""Nearest-neighbour estimates of quantities that are 0: how often they come out negative."""

from functools import cache

import numpy as np

from extrabits import knn_kl_divergence, ksg_mutual_information

RUNS = 200
DRAWS = 100


@cache
def share_of_negative_dependence(seed: int = 0) -> float:
    """How often the estimate of I(X; Y) is negative for independent pairs."""
    rng = np.random.default_rng(seed)
    estimates = (ksg_mutual_information(rng.normal(size=DRAWS), rng.normal(size=DRAWS)) for _ in range(RUNS))
    return sum(estimate < 0 for estimate in estimates) / RUNS


@cache
def share_of_negative_divergence(seed: int = 0) -> float:
    """How often the estimate of D is negative for two samples from one law."""
    rng = np.random.default_rng(seed)
    estimates = (knn_kl_divergence(rng.normal(size=DRAWS), rng.normal(size=DRAWS)) for _ in range(RUNS))
    return sum(estimate < 0 for estimate in estimates) / RUNS
