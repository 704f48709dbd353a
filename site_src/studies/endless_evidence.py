"""Two laws on 1, 2, 3, …, both positive everywhere, with D finite in one direction only. In bits."""

from math import log2, pi

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

TERMS = np.arange(1, 1100)  # later terms of the thin law are less than the least positive number


def evidence(k: ArrayLike) -> Array:
    """log₂ p/q at k, for the heavy law p(k) = 6/(π k)² and the thin law q(k) = 2⁻ᵏ."""
    number = np.asarray(k, dtype=np.float64)
    return np.asarray(number - 2 * np.log2(number) + log2(6 / pi**2))


def thin_mean() -> float:
    """The mean of the evidence under the thin law, which is −D(q‖p)."""
    return float(np.exp2(-TERMS.astype(float)) @ evidence(TERMS))


def heavy_mean_up_to(most: int) -> float:
    """The part of D(p‖q) that the values up to a largest one make up."""
    k = np.arange(1, most + 1)
    return float((6 / (pi * k) ** 2) @ evidence(k))


def running_averages(heavy: bool, sequences: int, counts: NDArray[np.int64], seed: int) -> Array:
    """The mean evidence of the first draws from one of the laws, by rows the sequences, by columns the counts."""
    generator, size = np.random.default_rng(seed), (sequences, int(counts[-1]))
    draws = generator.zipf(2, size) if heavy else generator.geometric(1 / 2, size)
    return np.asarray(np.cumsum(evidence(draws), axis=1)[:, counts - 1] / counts)
