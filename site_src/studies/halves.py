"""Real tables cut in the middle, as scikit-learn has them: does the second half of the rows differ from the first?"""

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes

from extrabits._checks import Array
from studies.psi import psi
from studies.quantile_bins import CELLS, chance_of, counts, edges


def diabetes() -> dict[str, Array]:
    """442 patients: the columns that have ten bins, by their names there, and the progression of the disease."""
    data = load_diabetes(scaled=False)
    columns = dict(zip(data.feature_names, data.data.T, strict=True)) | {"target": data.target}
    return {name: column for name, column in columns.items() if len(set(edges(_first(column)))) == CELLS - 1}


def breast_cancer() -> dict[str, Array]:
    """569 tumours: the columns by their names there."""
    data = load_breast_cancer()
    return dict(zip(data.feature_names, data.data.T, strict=True))


def benign() -> tuple[float, float]:
    """The share of benign tumours in either half of the file."""
    target = load_breast_cancer().target
    half = len(target) // 2
    return float(target[:half].mean()), float(target[half:].mean())


def of_halves(column: Array) -> float:
    """The PSI of the second half against the first, in ten bins cut at the quantiles of the first."""
    ends = edges(_first(column))
    return float(psi(counts(_first(column), ends), counts(column[len(column) // 2 :], ends)))


def chance(column: Array) -> float:
    """How often halves of one continuous law are at least as far apart."""
    half = len(column) // 2
    return chance_of(of_halves(column), half, len(column) - half)


def _first(column: Array) -> Array:
    return np.asarray(column[: len(column) // 2])
