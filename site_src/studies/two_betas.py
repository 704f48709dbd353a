"""Two models of a number between 0 and 1, and the evidence that one draw brings for either against the other."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize.elementwise import find_root
from scipy.special import betainc, betaln, digamma, polygamma

from extrabits import Beta
from studies.neyman_pearson import Curve

Array = NDArray[np.float64]

NARROW, WIDE = Beta(17, 6), Beta(3, 3)
PEAK = 14 / 17  # where their ratio, x¹⁴ (1 − x)³ times a constant, is largest
DEEPEST = 60.0  # nats below its logarithm there: hardly a draw has less


class Reach(NamedTuple):
    """What lies within one standard deviation of the mean of one of the laws."""

    low: float
    high: float
    of_narrow: float
    of_wide: float
    least_ratio: float
    largest_ratio: float


def log_ratio(x: ArrayLike) -> Array:
    """ln of the narrow density over the wide one."""
    return np.asarray(NARROW.log_density(x)) - np.asarray(WIDE.log_density(x), dtype=np.float64)


def largest_ratio() -> float:
    """The narrow density over the wide one where that is largest."""
    return float(np.exp(log_ratio(PEAK)))


@cache
def crossings(nats: float = 0) -> tuple[float, float]:
    """The two points at which the log-ratio is so large; by default those that favour neither law."""

    low, high = _crossings(nats)
    return float(low), float(high)


def _crossings(nats: ArrayLike) -> tuple[Array, Array]:
    """The same for many log-ratios at once."""

    def root(low: float, high: float) -> Array:
        found = find_root(lambda x, nats: log_ratio(x) - nats, (low, high), args=(np.asarray(nats, dtype=float),))
        if not np.all(found.success):
            raise ValueError(f"no point between {low} and {high} has such a log-ratio: {nats!r}")
        return np.asarray(found.x)

    return root(1e-9, PEAK), root(PEAK, 1 - 1e-12)


def share_of_draws(truth: Beta, nats: float = 0) -> float:
    """The probability that one draw from one of the two laws brings at least so much evidence for it."""
    within = share_of_narrow_evidence(truth, _sign(truth) * nats)
    return within if truth == NARROW else 1 - within


def share_of_narrow_evidence(law: Beta, nats: float) -> float:
    """The probability of a draw from either law with so large a log-ratio, or a larger one."""
    return _mass(law, *crossings(nats)) if nats < log_ratio(PEAK) else 0.0


def best_tests() -> Curve:
    """Hits and false alarms of the tests that say narrow from some ratio on, from the largest ratio down."""
    logs = float(log_ratio(PEAK)) - np.geomspace(1e-7, DEEPEST, 1500)
    ends = _crossings(logs)
    hits, false_alarms = (np.append(0, _masses(law, *ends)) for law in (NARROW, WIDE))
    return Curve(false_alarms, hits, np.append(largest_ratio(), np.exp(logs)))


def evidence_sd(truth: Beta) -> float:
    """The standard deviation of the evidence of one draw from one of the two laws, by quadrature."""
    x, weights = np.polynomial.legendre.leggauss(400)
    x, weights = (x + 1) / 2, weights / 2
    density, evidence = np.exp(truth.log_density(x)) * weights, log_ratio(x)
    return float(np.sqrt(density @ (evidence - density @ evidence) ** 2))


def evidence_of_draws(truth: Beta, draws: int, seed: int = 1) -> Array:
    """The evidence of each of so many draws from one of the two laws for that law."""
    return _sign(truth) * log_ratio(truth.sample(np.random.default_rng(seed), (draws,)))


def running_averages(sequences: int, counts: NDArray[np.int64], seed: int = 0) -> Array:
    """The mean evidence of the first draws from the narrow law, for each sequence by rows and each count by columns."""
    draws = NARROW.sample(np.random.default_rng(seed), (sequences, int(counts[-1])))
    return np.asarray(np.cumsum(log_ratio(draws), axis=1)[:, counts - 1] / counts)


def within_one_sd(law: Beta) -> Reach:
    """What both laws, and their ratio, do within one standard deviation of the mean of one of them."""
    sd = float(np.sqrt(law.variance))
    low, high = law.mean - sd, law.mean + sd
    ends = [float(np.exp(log_ratio(x))) for x in (low, high)]
    largest = largest_ratio() if low < PEAK < high else max(ends)  # the ratio rises up to its peak, then falls
    return Reach(low, high, _mass(NARROW, low, high), _mass(WIDE, low, high), min(ends), largest)


def pieces(law: Beta) -> list[tuple[float, float]]:
    """The log-ratio taken apart into ln x, ln(1 − x) and 1: the factor of each and its mean under one of the laws."""
    constant = float(betaln(WIDE.a, WIDE.b) - betaln(NARROW.a, NARROW.b))
    both = digamma(law.a + law.b)
    means = float(digamma(law.a) - both), float(digamma(law.b) - both)
    return [(NARROW.a - WIDE.a, means[0]), (NARROW.b - WIDE.b, means[1]), (constant, 1.0)]


def variance_between(way: ArrayLike) -> Array:
    """The variance of the log-ratio under the Beta law this far on the way from the narrow one, 0, to the wide, 1."""
    s = np.asarray(way, dtype=np.float64)
    da, db = NARROW.a - WIDE.a, NARROW.b - WIDE.b
    a, b = NARROW.a - s * da, NARROW.b - s * db
    trigamma = [polygamma(1, x) for x in (a, b, a + b)]
    return np.asarray(da**2 * trigamma[0] + db**2 * trigamma[1] - (da + db) ** 2 * trigamma[2])


def _sign(truth: Beta) -> int:
    return 1 if truth == NARROW else -1


def _mass(law: Beta, low: float, high: float) -> float:
    return float(_masses(law, low, high))


def _masses(law: Beta, low: ArrayLike, high: ArrayLike) -> Array:
    return np.asarray(betainc(law.a, law.b, high) - betainc(law.a, law.b, low))
