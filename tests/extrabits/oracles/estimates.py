"""Estimates from samples, by the formulas of their sources, one draw at a time."""

from collections.abc import Callable, Sequence
from math import dist, log
from typing import Any

import mpmath
import numpy as np
import scipy.stats
from scipy.integrate import quad
from scipy.special import digamma

Counts = Sequence[float]


def plugin_entropy(counts: Counts, base: float = 2) -> Any:
    n = mpmath.fsum(counts)
    return mpmath.fsum(c / n * mpmath.log(n / c) for c in counts if c) / mpmath.log(base)


def miller_madow_entropy(counts: Counts, base: float = 2) -> Any:
    seen = sum(c > 0 for c in counts)
    return plugin_entropy(counts, base) + mpmath.mpf(seen - 1) / (2 * mpmath.fsum(counts)) / mpmath.log(base)


def chao_shen_entropy(counts: Counts, base: float = 2) -> Any:
    """A Horvitz–Thompson sum over shares that leave room for what was not seen."""
    n = int(sum(counts))
    singletons = sum(c == 1 for c in counts)
    coverage = 1 - mpmath.mpf(singletons if singletons < n else n - 1) / n
    shares = [coverage * c / n for c in counts if c]
    return mpmath.fsum(s * mpmath.log(1 / s) / (1 - (1 - s) ** n) for s in shares) / mpmath.log(base)


def grassberger_entropy(counts: Counts, base: float = 2) -> Any:
    n = mpmath.fsum(counts)
    return (mpmath.log(n) - mpmath.fsum(c * _grassberger_g(int(c)) for c in counts if c) / n) / mpmath.log(base)


def _grassberger_g(count: int) -> Any:
    """G by its recursion: −γ − ln 2 for 1, the same for 2n + 1 as for 2n, and 2/(2n + 1) more for 2n + 2."""
    return -mpmath.euler - mpmath.log(2) + mpmath.fsum(mpmath.mpf(2) / odd for odd in range(1, count // 2 * 2, 2))


def plugin_mutual_information(counts: Any, base: float = 2) -> Any:
    """H(X) + H(Y) − H(X, Y) of the shares."""
    rows = [list(map(mpmath.mpf, row)) for row in np.asarray(counts).tolist()]
    sides = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)]
    return sum(plugin_entropy(side, base) for side in sides) - plugin_entropy(
        [cell for row in rows for cell in row], base
    )


def miller_madow_mutual_information(counts: Any, base: float = 2) -> Any:
    """H(X) + H(Y) − H(X, Y), each with the correction for as many outcomes as X and Y are seen to allow."""
    cells = np.asarray(counts)
    n, seen = mpmath.mpf(float(cells.sum())), [int((cells.sum(axis) > 0).sum()) for axis in (1, 0)]
    missing = [(k - 1) / (2 * n) for k in (*seen, seen[0] * seen[1])]
    return plugin_mutual_information(counts, base) + (missing[0] + missing[1] - missing[2]) / mpmath.log(base)


def knn_kl_divergence(x: Any, y: Any, k: int = 1, base: float = 2) -> float:
    truth, belief = _rows(x), _rows(y)
    total = 0.0
    for i, point in enumerate(truth):
        own = sorted(dist(point, other) for j, other in enumerate(truth) if j != i)[k - 1]
        total += len(point) * log(sorted(dist(point, other) for other in belief)[k - 1] / own)
    return (total / len(truth) + log(len(belief) / (len(truth) - 1))) / log(base)


def ksg_mutual_information(x: Any, y: Any, k: int = 3, base: float = 2) -> float:
    first, second = _rows(x), _rows(y)
    total = 0.0
    for i in range(len(first)):
        others = [j for j in range(len(first)) if j != i]
        apart_x, apart_y = ([_most(rows[i], rows[j]) for j in others] for rows in (first, second))
        radius = sorted(map(max, apart_x, apart_y))[k - 1]
        total += sum(float(digamma(sum(d < radius for d in apart) + 1)) for apart in (apart_x, apart_y))
    return float(digamma(k) + digamma(len(first)) - total / len(first)) / log(base)


def bootstrap_interval(
    sample: Any,
    statistic: Callable[[Any], float],
    rng: np.random.Generator,
    level: float = 0.95,
    resamples: int = 2000,
) -> tuple[float, float]:
    interval = scipy.stats.bootstrap(
        (sample,),
        statistic,
        n_resamples=resamples,
        confidence_level=level,
        method="percentile",
        vectorized=False,
        rng=rng,
    ).confidence_interval
    return float(interval.low), float(interval.high)


def k1(log_ratio: Counts) -> list[Any]:
    return [mpmath.log(1 / mpmath.exp(mpmath.mpf(z))) for z in log_ratio]


def k2(log_ratio: Counts) -> list[Any]:
    return [mpmath.mpf(z) * mpmath.mpf(z) / 2 for z in log_ratio]


def k3(log_ratio: Counts) -> list[Any]:
    return [mpmath.exp(mpmath.mpf(z)) - 1 - mpmath.mpf(z) for z in log_ratio]


def k1_moments(p: Any, q: Any) -> tuple[float, float]:
    return _moments(p, q, lambda log_ratio: -log_ratio)


def k2_moments(p: Any, q: Any) -> tuple[float, float]:
    return _moments(p, q, lambda log_ratio: log_ratio**2 / 2)


def k3_moments(p: Any, q: Any) -> tuple[float, float]:
    return _moments(p, q, lambda log_ratio: float(np.expm1(log_ratio)) - log_ratio)


def _moments(p: Any, q: Any, estimate: Callable[[float], float]) -> tuple[float, float]:
    """Mean and variance of the estimate at draws from one Gaussian, by quadrature."""
    truth, belief = (scipy.stats.norm(law.mean, law.sd) for law in (p, q))

    def mean(function: Callable[[float], float]) -> float:
        def weighed(x: float) -> float:
            return float(truth.pdf(x) * function(estimate(float(belief.logpdf(x) - truth.logpdf(x)))))

        reach = 30 * p.sd
        return float(quad(weighed, p.mean - reach, p.mean + reach, points=[p.mean], epsabs=1e-13, limit=400)[0])

    middle = mean(lambda value: value)
    return middle, mean(lambda value: (value - middle) ** 2)


def _rows(x: Any) -> list[list[float]]:
    return np.array(x, float).reshape(len(x), -1).tolist()


def _most(a: Sequence[float], b: Sequence[float]) -> float:
    return max(abs(s - t) for s, t in zip(a, b, strict=True))
