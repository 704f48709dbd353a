"""The people aboard the Titanic, by class, by sex and by whether they were saved."""

from functools import cache
from math import e

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from extrabits import kl_divergence, marginals, mutual_information

Array = NDArray[np.float64]

CLASSES = ("first", "second", "third", "crew")
# The report of the British inquiry of 1912 gives passengers and crew, saved and aboard; here saved and lost.
MEN = [[62, 118], [25, 154], [88, 422], [192, 670]]
WOMEN = [[141, 4], [93, 13], [90, 106], [20, 3]]
COUNTS = np.array(MEN) + np.array(WOMEN)
ABOARD = int(COUNTS.sum())
SHUFFLES = 20_000


def joint() -> Array:
    """The joint law of class (rows) and fate (columns: saved, lost)."""
    return np.asarray(COUNTS / ABOARD)


def with_sex() -> Array:
    """The joint law of class, fate and sex (axes in this order; men first)."""
    return np.stack([MEN, WOMEN], axis=-1) / ABOARD


def within_each_sex() -> tuple[float, float]:
    """What class tells about the fate among men and boys, and among women and girls, in bits."""
    men, women = (np.array(counts) / np.sum(counts) for counts in (MEN, WOMEN))
    return float(mutual_information(men)), float(mutual_information(women))


def fates() -> Array:
    """The law of the fate in each class."""
    return np.asarray(COUNTS / COUNTS.sum(1, keepdims=True))


def against(saved: float) -> float:
    """What the fates of the four classes cost on average, in extra bits, if all are believed to follow one law."""
    shares, _ = marginals(joint())
    return float(shares @ kl_divergence(fates(), [saved, 1 - saved]))


def fairest() -> float:
    """The share of saved whose worst class is least far from it: first class and crew, at both ends, are then alike."""
    first, *_, crew = fates()

    def gap(saved: float) -> float:
        belief = [saved, 1 - saved]
        return float(kl_divergence(first, belief)) - float(kl_divergence(crew, belief))

    return float(brentq(gap, crew[0], first[0]))


@cache
def shuffled_g(seed: int = 1912) -> Array:
    """G = 2nI, with I in nats, of tables with the same rows and columns, the saved dealt to the people at random."""
    rows, saved = COUNTS.sum(1), COUNTS[:, 0].sum()
    dealt = np.random.default_rng(seed).multivariate_hypergeometric(rows, saved, size=SHUFFLES)
    tables = np.stack([dealt, rows - dealt], axis=-1)
    return np.asarray(2 * ABOARD * mutual_information(tables / ABOARD, base=e))
