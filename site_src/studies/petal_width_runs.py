"""What is read off EM on the petal widths: where it ends, how often, what one step gains, and a part that collapses."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.special import rel_entr
from sklearn.datasets import load_iris

from extrabits._checks import Array
from studies.petal_widths import (
    FLOWERS,
    MOST,
    TOTAL,
    Mixture,
    bound,
    from_every_start,
    gap,
    log_likelihood,
    posterior,
    refit,
    run,
)

SHOWN = (0.2, 1.3, 2.0)
GOOD, BAD = (1.0, 1.4, 1.6), (1.0, 1.4, 1.7)
"""Two starts, widths of three flowers each, that end in different optima."""


SPIKE = 0.01  # centimetres: a standard deviation ten times finer than the marks of the ruler


class Moment(NamedTuple):
    """Log-likelihood, ELBO and D(shares‖posterior), in nats, before a step or amid it."""

    likelihood: float
    bound: float
    gap: float


def moments(widths: tuple[float, ...], steps: int) -> list[Moment]:
    """Before the first step, with even shares, and then after each E step and each M step."""
    models = run(np.array(widths), steps)
    shares = np.full(posterior(models[0]).shape, 1 / len(widths))
    seen = [_moment(shares, models[0])]
    for before, after in pairwise(models):
        shares = posterior(before)
        seen += [_moment(shares, before), _moment(shares, after)]
    return seen


def _moment(shares: Array, model: Mixture) -> Moment:
    return Moment(float(log_likelihood(model)), bound(shares, model), gap(shares, model))


def ends() -> list[tuple[float, float, Mixture]]:
    """Each log-likelihood in which a run ends, the share of the starts that end there, and one mixture; best first."""
    seen = from_every_start()
    found = np.round(seen.likelihoods, 3)
    rows = []
    for value in sorted(set(found), reverse=True):
        there = found == value
        first = int(np.argmax(there))
        mixture = Mixture(seen.weights[first], seen.means[first], seen.sds[first])
        rows.append((float(seen.likelihoods[first]), float(seen.choices[there].sum() / seen.choices.sum()), mixture))
    return rows


def end(widths: tuple[float, ...]) -> float:
    """The log-likelihood in which the run from these widths ends."""
    seen = from_every_start()
    return float(seen.likelihoods[np.isclose(seen.starts, sorted(widths)).all(axis=1)][0])


def tied_starts() -> float:
    """The share of the starts in which two or three of the flowers have the same width."""
    seen = from_every_start()
    tied = (np.diff(seen.starts, axis=1) == 0).any(axis=1)
    return float(seen.choices[tied].sum() / seen.choices.sum())


def nudged(by: float = 1e-3) -> tuple[int, Mixture]:
    """From the third end, whose first two parts are the same, both moved apart: the step at which one is a spike."""
    weights, means, sds = ends()[2][2]
    model = Mixture(weights, means + np.array([-by, by, 0]), sds)
    for step in range(MOST):
        if model.sds.min() < SPIKE:
            return step, model
        model = refit(posterior(model))
    raise ValueError(f"no part is a spike after {MOST} steps")


def collapsed(sd: float) -> float:
    """The log-likelihood of the third end once the second of its equal parts narrows to this around 0.2 cm."""
    weights, means, sds = (field.copy() for field in ends()[2][2])
    means[1], sds[1] = 0.2, sd
    return float(log_likelihood(Mixture(weights, means, sds)))


def species() -> list[float]:
    """The mean petal width of each species, which no fit is told."""
    irises = load_iris()
    return [float(irises.data[irises.target == kind, 3].mean()) for kind in range(3)]


def from_weights() -> float:
    """D(posterior‖weights) at the best end, the mean over the flowers."""
    model = ends()[0][2]
    shares = posterior(model)
    return float(FLOWERS @ rel_entr(shares, model.weights).sum(axis=-1) / TOTAL)
