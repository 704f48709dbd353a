"""Estimates from samples: what counts and draws say about entropy, divergence and dependence, and how surely."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma

from extrabits._checks import Array, blame, finite, numbers, weights
from extrabits._labels import LawLike, require_same_labels
from extrabits._scalars import in_unit, number, probability, unit, whole
from extrabits.dependence import Table, mutual_information, of_labels
from extrabits.entropies import entropy, normalize
from extrabits.families._family import generator

_TIES = 0.05  # of the draws may have neighbours at one distance: at 0.1 the estimates begin to be about the rounding


def plugin_entropy(counts: LawLike, *, base: float = 2) -> float:
    """The entropy of the observed frequencies, in bits unless base says otherwise: too small on average.

    counts: how often each outcome was seen, or a Counter of them. Of n draws with K outcomes seen it falls short by
    about (K − 1)/(2n) nats, and `miller_madow_entropy` adds that.

    >>> plugin_entropy([2, 1, 1])
    1.5
    >>> plugin_entropy(Counter("abac"))
    1.5

    Raises ValueError for counts that are not whole numbers ≥ 0, all of them 0, and a base not above 1.
    Source: L. Paninski, Estimation of entropy and mutual information (2003).
    """
    return float(entropy(normalize(_counts(counts)), base=base))


def miller_madow_entropy(counts: LawLike, *, base: float = 2) -> float:
    """The plug-in entropy + (outcomes seen − 1)/(2n) nats, which removes the first term of its bias.

    >>> round(miller_madow_entropy([2, 1, 1]), 4)
    1.8607

    Raises ValueError as `plugin_entropy` does.
    Source: G. A. Miller, Note on the bias of information estimates (1955).
    """
    checked = _counts(counts)
    correction = (np.count_nonzero(checked) - 1) / (2 * checked.sum())
    return plugin_entropy(checked, base=base) + float(correction) / unit(base)


def chao_shen_entropy(counts: LawLike, *, base: float = 2) -> float:
    """−Σ C f log(C f) / (1 − (1 − C f)^n) with the coverage C = 1 − singletons/n, which allows for outcomes unseen.

    If every outcome was seen once, one of the singletons counts as a pair, so that C stays above 0.

    >>> round(chao_shen_entropy([4, 2, 1, 1]), 4)
    2.2771

    Raises ValueError as `plugin_entropy` does.
    Source: A. Chao & T.-J. Shen, Nonparametric estimation of Shannon's index of diversity (2003).
    """
    checked = _counts(counts)
    seen, n = checked[checked > 0], checked.sum()
    singletons = min(np.count_nonzero(seen == 1), n - 1)
    share = (1 - singletons / n) * seen / n
    if n == 1 or (share == 1).all():
        return 0.0
    met = -np.expm1(n * np.log1p(-share))
    return float(in_unit(-(share * np.log(share) / met).sum(), base))


def grassberger_entropy(counts: LawLike, *, base: float = 2) -> float:
    """ln n − Σ (count/n) G(count), with G near the logarithm and chosen to remove most of the bias.

    >>> round(grassberger_entropy([4, 2, 1, 1]), 4)
    2.1878

    Raises ValueError as `plugin_entropy` does.
    Source: P. Grassberger, Entropy estimates from insufficient samplings (2003).
    """
    checked = _counts(counts)
    seen, n = checked[checked > 0], float(checked.sum())
    sign = np.where(seen % 2 == 0, 1.0, -1.0)
    g = digamma(seen) + sign * (digamma((seen + 1) / 2) - digamma(seen / 2)) / 2
    return float(in_unit(math.log(n) - (seen * g).sum() / n, base))


def plugin_mutual_information(counts: Table, *, base: float = 2) -> float:
    """I(X; Y) of the observed frequencies, in bits unless base says otherwise: too large on average.

    counts: a table of how often each pair was seen, or Counter(zip(x, y)). Of n independent pairs it comes out near
    (K − 1)(L − 1)/(2n) nats, where K and L values were seen, and not near 0.

    >>> round(plugin_mutual_information([[10, 0], [0, 10]]), 12)
    1.0
    >>> plugin_mutual_information(Counter(zip("aabb", "uvuv")))
    0.0

    Raises ValueError for counts that are not a table of whole numbers ≥ 0, or all 0, and a base not above 1.
    Source: L. Paninski, Estimation of entropy and mutual information (2003).
    """
    return float(mutual_information(normalize(_table_of_counts(counts), axis=None), base=base))


def miller_madow_mutual_information(counts: Table, *, base: float = 2) -> float:
    """The plug-in mutual information − (K − 1)(L − 1)/(2n) nats, which removes the first term of its bias.

    counts: as for `plugin_mutual_information`; K and L values were seen. The correction is that of independent X and
    Y, so the result scatters around 0 for these; it can be negative.

    >>> round(miller_madow_mutual_information([[10, 0], [0, 10]]), 4)
    0.9639

    Raises ValueError as `plugin_mutual_information` does.
    Source: M. S. Roulston, Estimating the errors on measured entropy and mutual information (1999).
    """
    checked = _table_of_counts(counts)
    rows, columns = (int(np.count_nonzero(checked.sum(axis))) for axis in (1, 0))
    bias = (rows - 1) * (columns - 1) / (2 * float(checked.sum()))
    return plugin_mutual_information(checked, base=base) - bias / unit(base)


def knn_kl_divergence(x: ArrayLike, y: ArrayLike, *, k: int = 1, base: float = 2) -> float:
    """An estimate of D(p‖q) from draws x of p and y of q by distances to the k-th neighbours; it can be negative.

    x, y: numbers, or vectors in rows. All distances are computed, so a few thousand draws are the limit. Draws of a
    density do not repeat and have no two neighbours at one distance; where more than one draw in twenty has, the
    numbers were rounded or counted, and the estimate would be about that.

    >>> rng = np.random.default_rng(0)
    >>> estimate = knn_kl_divergence(rng.normal(0, 1, 1000), rng.normal(1, 1, 1000), k=5, base=math.e)
    >>> 0.3 < estimate < 0.7
    True

    Raises ValueError for samples of different dimension or with no more than k draws, draws that repeat or share
    distances, and a base not above 1.
    Source: Q. Wang, S. Kulkarni & S. Verdú, Divergence estimation via k-nearest-neighbor distances (2009).
    """
    truth, belief, neighbour = _points(x, "x"), _points(y, "y"), whole(k, "k", 1)
    if truth.shape[1] != belief.shape[1]:
        raise ValueError(f"x has {truth.shape[1]} coordinates and y has {belief.shape[1]}; give as many")
    _require_more_than(truth, neighbour, "x")
    _require_more_than(belief, neighbour - 1, "y")
    own, own_ties = _kth_distance(truth, truth, neighbour, skip_self=True)
    other, other_ties = _kth_distance(truth, belief, neighbour, skip_self=False)
    counting = "kl_divergence(normalize(Counter(x)), normalize(Counter(y)))"
    _require_no_ties(own, own_ties, "x", counting)
    _require_no_ties(other, other_ties, "y", counting)
    bias = math.log(len(belief) / (len(truth) - 1))
    return float(in_unit(truth.shape[1] * np.log(other / own).mean() + bias, base))


def ksg_mutual_information(x: ArrayLike, y: ArrayLike, *, k: int = 3, base: float = 2) -> float:
    """An estimate of I(X; Y) from paired draws by distances to the k-th neighbours; it can be negative.

    x, y: numbers, or vectors in rows. All distances are computed, so a few thousand draws are the limit. Numbers that
    were rounded or counted make it too large; the limit for ties is that of `knn_kl_divergence`.

    >>> rng = np.random.default_rng(0)
    >>> x = rng.normal(size=1000)
    >>> estimate = ksg_mutual_information(x, x + rng.normal(size=1000), base=math.e)
    >>> 0.25 < estimate < 0.45
    True

    Raises ValueError for samples of different length or with no more than k draws, pairs that repeat or share
    distances, and a base not above 1.
    Source: A. Kraskov, H. Stögbauer & P. Grassberger, Estimating mutual information (2004), equation 8.
    """
    require_same_labels([x, y], ["x", "y"], [0, 0])
    first, second, neighbour = _points(x, "x"), _points(y, "y"), whole(k, "k", 1)
    if len(first) != len(second):
        raise ValueError(f"x has {len(first)} draws and y has {len(second)}; they must be pairs")
    _require_more_than(first, neighbour, "x")
    inside_x, inside_y, radii, ties = [], [], [], 0
    for i in range(len(first)):
        dx, dy = np.abs(first - first[i]).max(1), np.abs(second - second[i]).max(1)
        radius, tied = _kth(np.maximum(dx, dy), neighbour)  # place 0 is the draw itself
        radii.append(radius)
        ties += tied
        inside_x.append(max(np.count_nonzero(dx < radius), 1))
        inside_y.append(max(np.count_nonzero(dy < radius), 1))
    _require_no_ties(np.array(radii), ties, "x with y", "plugin_mutual_information(Counter(zip(x, y)))")
    marginal = digamma(np.array(inside_x)).mean() + digamma(np.array(inside_y)).mean()
    return float(in_unit(digamma(neighbour) + digamma(len(first)) - marginal, base))


def bootstrap_interval(
    sample: ArrayLike,
    statistic: Callable[[Array], float],
    rng: np.random.Generator,
    *,
    level: float = 0.95,
    resamples: int = 2000,
) -> tuple[float, float]:
    """The middle `level` of the statistic over resamples: an approximate confidence interval (percentile method).

    sample: draws along the first axis. statistic: a number computed from such an array.

    >>> draws = np.random.default_rng(0).exponential(1, 400)
    >>> low, high = bootstrap_interval(draws, np.mean, np.random.default_rng(1), resamples=500)
    >>> low < float(draws.mean()) < high
    True

    Raises ValueError for an empty or non-finite sample, a level outside [0, 1], fewer than one resample, an rng that
    is not a numpy Generator, and a statistic that is no number.
    Source: B. Efron & R. Tibshirani, An Introduction to the Bootstrap (1993).
    """
    draws, confidence = finite(sample, "sample"), probability(level, "level")
    if draws.ndim == 0:
        raise ValueError("sample is a single number; give an array of draws")
    source, n = generator(rng), len(draws)
    if not callable(statistic):
        raise ValueError(f"statistic is {statistic!r}; give a function of a sample")
    values = [
        number(statistic(draws[source.integers(n, size=n)]), "the statistic of a resample")
        for _ in range(whole(resamples, "resamples", 1))
    ]
    low, high = np.quantile(values, [(1 - confidence) / 2, (1 + confidence) / 2])
    if math.isnan(low) or math.isnan(high):
        raise ValueError("the statistic is nan or infinite for some resamples, so it has no such interval")
    return float(low), float(high)


def _counts(counts: Any) -> Array:
    checked = weights(counts, "counts")
    if checked.ndim != 1:
        raise ValueError(f"counts has shape {checked.shape}; give one list of counts, such as a row or counts.ravel()")
    return _whole(checked)


def _table_of_counts(counts: Any) -> Array:
    table = numbers(of_labels(counts, 2, "counts") if isinstance(counts, Mapping) else counts, "counts")
    if table.ndim != 2:
        raise ValueError(f"counts has shape {table.shape}; give one table of counts, or Counter(zip(x, y))")
    return _whole(weights(table, "counts", (0, 1)))


def _whole(checked: Array) -> Array:
    faults = checked != np.floor(checked)
    if faults.any():
        blame(checked, faults, "counts", "counts are whole numbers; shares do not tell how many draws there were")
    return checked


def _points(x: ArrayLike, name: str) -> Array:
    checked = finite(x, name)
    if checked.ndim not in (1, 2):
        raise ValueError(f"{name} has shape {checked.shape}; give numbers, or vectors in rows")
    return checked.reshape(len(checked), -1)


def _require_more_than(draws: Array, count: int, name: str) -> None:
    if len(draws) <= count:
        raise ValueError(f"{name} has {len(draws)} draws; with this k it needs more than {count}")


def _kth_distance(at: Array, among: Array, k: int, *, skip_self: bool) -> tuple[Array, int]:
    """The distance from each point to its k-th neighbour, and for how many another neighbour is as far."""
    place = k if skip_self else k - 1
    found = [_kth(np.sqrt(((among - point) ** 2).sum(1)), place) for point in at]
    return np.array([distance for distance, _ in found]), sum(tied for _, tied in found)


def _kth(distances: Array, place: int) -> tuple[float, bool]:
    """The distance in this place of their order, and whether a neighbour of that place has the same."""
    ordered = np.partition(distances, place)
    kth = ordered[place]
    return float(kth), bool(np.count_nonzero(ordered == kth) > 1)


def _require_no_ties(kth: Array, ties: int, name: str, counting: str) -> None:
    """ValueError for draws that cannot come from a density: some are repeated, or were rounded."""
    if kth.min() > 0 and ties <= _TIES * len(kth):
        return
    what = (
        f"{name} has draws that are repeated: the distance to the k-th neighbour of draw {int(kth.argmin())} is 0"
        if kth.min() == 0
        else f"{name} has {ties} of {len(kth)} draws with two neighbours at the k-th distance, as rounding makes them"
    )
    raise ValueError(
        f"{what}; this is for densities. Of values on a list take {counting}. Of measurements in steps, add noise as "
        "wide as a step, rng.uniform(-step / 2, step / 2, len(x)), and say so"
    )
