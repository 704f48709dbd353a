"""The population stability index (PSI) of two tables of counts, its relatives, and their level by chance; in nats."""

from math import e

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import rel_entr, xlogy

from extrabits import jeffreys_divergence, js_divergence, normalize
from extrabits._checks import Array
from studies import binomials, g_test


def psi(reference: ArrayLike, today: ArrayLike) -> Array:
    """Jeffreys' divergence of the shares, along the last axis: infinite where one table alone has an empty cell."""
    return np.asarray(jeffreys_divergence(normalize(reference), normalize(today), base=e))


def psi_with_floor(reference: ArrayLike, today: ArrayLike, floor: float) -> float:
    """What programs report that write this share into empty cells and divide by no new sum."""
    p, q = (np.where(shares > 0, shares, floor) for shares in (normalize(reference), normalize(today)))
    return float(((p - q) * np.log(p / q)).sum())


def psi_with_half(reference: ArrayLike, today: ArrayLike) -> float:
    """The index after half a row was added to every cell of either table."""
    return float(psi(np.asarray(reference) + 0.5, np.asarray(today) + 0.5))


def g_of_two(reference: ArrayLike, today: ArrayLike) -> Array:
    """G of two samples against their pooled shares, along the last axis: finite whatever is empty."""
    both = [np.asarray(counts, dtype=float) for counts in (reference, today)]
    sizes = [counts.sum(axis=-1, keepdims=True) for counts in both]
    pooled = (both[0] + both[1]) / (sizes[0] + sizes[1])
    return np.asarray(2 * sum(rel_entr(n, size * pooled).sum(axis=-1) for n, size in zip(both, sizes, strict=True)))


def noise(n: int, m: int) -> float:
    """1/n + 1/m: what one degree of freedom is worth between samples of n and m."""
    return 1 / n + 1 / m


def level(cells: int, n: int, m: int) -> float:
    """The mean of the PSI of two samples of one law, in first order."""
    return (cells - 1) * noise(n, m)


def chi_square_threshold(chance: float, cells: int, n: int, m: int) -> float:
    """What the PSI of two large samples of one law exceeds with this probability."""
    return g_test.quantile(chance, cells - 1) * noise(n, m)


def mean_with_half(cells: int, n: int, m: int) -> float:
    """The exact mean of `psi_with_half` for two samples of one law with equally likely cells.

    The index is a sum over cells, and in a cell either count is binomial: two binomial laws are enough.
    """
    shares, chances = zip(*(_smoothed(cells, size) for size in (n, m)), strict=True)
    (p, q), (p_log, q_log) = ([c @ x for c, x in zip(chances, xs, strict=True)] for xs in (shares, map(np.log, shares)))
    own = sum(float(c @ xlogy(x, x)) for c, x in zip(chances, shares, strict=True))
    return float(cells * (own - p * q_log - q * p_log))


def _smoothed(cells: int, size: int) -> tuple[Array, Array]:
    """The shares that a cell can have with half a row more, and their chances."""
    return np.asarray((np.arange(size + 1) + 0.5) / (size + cells / 2), float), binomials.law(size, 1 / cells)


def mean_js(cells: int, n: int, m: int) -> float:
    """The exact mean of the Jensen–Shannon divergence, in bits, of two samples of one law with equally likely cells."""
    p, q = (np.arange(size + 1) / size for size in (n, m))
    middle = (p[:, None] + q) / 2
    terms = (xlogy(p, p)[:, None] + xlogy(q, q)) / 2 - xlogy(middle, middle)
    return float(cells * (binomials.law(n, 1 / cells) @ terms @ binomials.law(m, 1 / cells)) / np.log(2))


def js_level(cells: int, n: int, m: int) -> float:
    """The same in first order."""
    return float(level(cells, n, m) / (8 * np.log(2)))


def mean_js_of_histograms(n: int, m: int, cells: int = 10, runs: int = 2000, seed: int = 0) -> float:
    """The same with bins of equal width over the range of both samples of a normal law, in the mean over many runs."""
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(runs):
        samples = rng.normal(size=n), rng.normal(size=m)
        edges = np.histogram_bin_edges(np.concatenate(samples), cells)
        values.append(js_divergence(*(normalize(np.histogram(sample, edges)[0]) for sample in samples)))
    return float(np.mean(values))


def mean_information_by_chance(values: int, n: int) -> float:
    """The exact mean of the plug-in mutual information, in bits, of n draws of two independent columns.

    Each column has so many equally likely values.
    """
    cell, margin = (_mean_plogp(n, 1 / cells) * cells for cells in (values**2, values))
    return float((cell - 2 * margin) / np.log(2))


def _mean_plogp(n: int, chance: float) -> float:
    share = np.arange(n + 1) / n
    return float(binomials.law(n, chance) @ xlogy(share, share))
