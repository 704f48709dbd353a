"""Two models of the tumours. What either claims for a sample was learned from the nine tenths that it is not in."""

from typing import NamedTuple

import numpy as np
from scipy.special import expit

from extrabits._checks import Array
from store.fitted import fitted
from studies import tumours
from studies.tumours import Which

PENALTY = 1.0  # on half the squared weights, as in scikit-learn; the constant is free
STEPS = 30  # of Newton's method; it needs ten


class Claims(NamedTuple):
    """Of each sample: whether it is malignant, and ln of the likelihood ratio for that, as each model has it."""

    malignant: Which
    logistic: Array
    naive: Array


@fitted(seconds=0.2)
def claims(seed: int) -> Claims:
    """Tenth by tenth; `logistic` is its log-odds less those of the samples that it was fitted to."""
    measured, malignant, fold = tumours.samples(seed)
    logistic, naive = np.empty(len(fold)), np.empty(len(fold))
    for tenth in range(tumours.FOLDS):
        held, seen = fold == tenth, fold != tenth
        x, y = _with_constant(measured, measured[seen]), malignant[seen]
        logistic[held] = x[held] @ _weights(x[seen], y) - np.log(y.sum() / (~y).sum())
        naive[held] = _independent(measured[held], measured[seen][y], measured[seen][~y])
    return Claims(malignant, logistic, naive)


def _with_constant(rows: Array, seen: Array) -> Array:
    """Each column in standard deviations from the mean of what was seen, and a column of ones."""
    return np.column_stack([(rows - seen.mean(axis=0)) / seen.std(axis=0), np.ones(len(rows))])


def _weights(x: Array, y: Which) -> Array:
    """Those of penalised logistic regression, by Newton's method."""
    found, penalty = np.zeros(x.shape[1]), PENALTY * np.eye(x.shape[1])
    penalty[-1, -1] = 0
    for _ in range(STEPS):
        said = expit(x @ found)
        curvature = (x.T * said * (1 - said)) @ x + penalty
        found -= np.linalg.solve(curvature, x.T @ (said - y) + penalty @ found)
    return found


def _independent(rows: Array, malignant: Array, benign: Array) -> Array:
    """ln of the ratio of two Gaussian densities for each column, added up as if the columns were independent."""
    return np.asarray((_gaussian(rows, malignant) - _gaussian(rows, benign)).sum(axis=1))


def _gaussian(rows: Array, like: Array) -> Array:
    sd = like.std(axis=0)
    return np.asarray(-(((rows - like.mean(axis=0)) / sd) ** 2) / 2 - np.log(sd))
