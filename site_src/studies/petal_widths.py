"""EM for mixtures of normal laws on the petal widths of 150 irises: the steps, the bound in nats, and every start."""

from itertools import combinations_with_replacement
from math import comb, prod
from typing import NamedTuple

import numpy as np
from scipy.special import logsumexp, rel_entr
from sklearn.datasets import load_iris

from extrabits._checks import Array
from store.fitted import fitted

WIDTHS, FLOWERS = np.unique(load_iris().data[:, 3], return_counts=True)
"""Each width that occurs, in centimetres, and how many flowers have it."""
TOTAL = int(FLOWERS.sum())
SPREAD = float(load_iris().data[:, 3].std())
PARTS = 3
MOST, ENOUGH = 20_000, 1e-10  # steps, and the gain in nats below which a run has ended


class Mixture(NamedTuple):
    """The weights, means and standard deviations of the parts, along the last axis."""

    weights: Array
    means: Array
    sds: Array


class Ends(NamedTuple):
    """Of each start: the three widths, how many choices of three flowers have them, and where the run ended."""

    starts: Array
    choices: Array
    likelihoods: Array
    weights: Array
    means: Array
    sds: Array
    steps: Array


def start(widths: Array) -> Mixture:
    """Means at these widths, the spread of all flowers for each part, and even weights."""
    means = np.array(widths, float)
    return Mixture(np.full(means.shape, 1 / means.shape[-1]), means, np.full(means.shape, SPREAD))


def joint_logs(model: Mixture) -> Array:
    """ln of weight times density, widths by parts."""
    weights, means, sds = (field[..., None, :] for field in model)
    scaled = (WIDTHS[:, None] - means) / sds
    return np.asarray(np.log(weights) - np.log(sds) - (scaled**2 + np.log(2 * np.pi)) / 2)


def log_likelihood(model: Mixture) -> Array:
    """ln of the density of all flowers, in nats."""
    return np.asarray(logsumexp(joint_logs(model), axis=-1) @ FLOWERS)


def posterior(model: Mixture) -> Array:
    """The E step: of each width, how likely it comes from each part."""
    logs = joint_logs(model)
    return np.asarray(np.exp(logs - logsumexp(logs, axis=-1, keepdims=True)))


def refit(shares: Array) -> Mixture:
    """The M step: weights, means and standard deviations of the flowers, each shared out among the parts."""
    counts = FLOWERS[:, None] * shares
    totals = counts.sum(axis=-2)
    means = np.einsum("...xz,x->...z", counts, WIDTHS) / totals
    squares = (WIDTHS[:, None] - means[..., None, :]) ** 2
    return Mixture(totals / TOTAL, means, np.sqrt((counts * squares).sum(axis=-2) / totals))


def bound(shares: Array, model: Mixture) -> float:
    """The ELBO of all flowers: the mean of ln p(x, z) / q(z), under the shares q."""
    terms = np.where(shares > 0, shares * joint_logs(model), 0) + np.where(shares > 0, -rel_entr(shares, 1), 0)
    return float(FLOWERS @ terms.sum(axis=-1))


def gap(shares: Array, model: Mixture) -> float:
    """D(shares‖posterior), added up over all flowers."""
    return float(FLOWERS @ rel_entr(shares, posterior(model)).sum(axis=-1))


@fitted(seconds=6)
def from_every_start() -> Ends:
    """Where EM ends from each choice of three flowers for the means."""
    values = range(len(WIDTHS))
    rows = [row for row in combinations_with_replacement(values, PARTS) if _choices(row)]
    starts = WIDTHS[np.array(rows)]
    model, steps = start(starts), np.zeros(len(rows), int)
    likelihoods, running = log_likelihood(model), np.arange(len(rows))
    for step in range(1, MOST + 1):
        moved = refit(posterior(Mixture(*(field[running] for field in model))))
        after = log_likelihood(moved)
        gained = after - likelihoods[running]
        for field, new in zip(model, moved, strict=True):
            field[running] = new
        likelihoods[running], steps[running] = after, step
        running = running[gained > ENOUGH]
        if not running.size:
            break
    return Ends(starts, np.array([_choices(row) for row in rows]), likelihoods, *model, steps)


def _choices(row: tuple[int, ...]) -> int:
    return prod(comb(int(FLOWERS[value]), row.count(value)) for value in set(row))


def run(widths: Array, steps: int) -> list[Mixture]:
    """The mixtures from this start on, after 0, 1, … steps."""
    models = [start(widths)]
    for _ in range(steps):
        models.append(refit(posterior(models[-1])))
    return models
