"""Cell samples of breast tumours, malignant and benign: scikit-learn's copy of the data of Street and others."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_breast_cancer

from extrabits._checks import Array

Which = NDArray[np.bool_]

MEASURED = 10  # the means over the nuclei of a sample; the other twenty columns are their errors and extremes
FOLDS = 10


class Samples(NamedTuple):
    """Ten numbers for each sample, whether it is malignant, and in which tenth of the samples it is."""

    measured: Array
    malignant: Which
    fold: NDArray[np.int64]


def samples(seed: int) -> Samples:
    """All of them, dealt to tenths by this seed."""
    table, benign = load_breast_cancer(return_X_y=True)
    fold = np.random.default_rng(seed).permutation(len(table)) % FOLDS
    return Samples(table[:, :MEASURED], benign == 0, fold)
