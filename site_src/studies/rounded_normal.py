"""A normal variable read off a ruler: the entropy of the mark below it, exactly, in bits."""

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import ndtr

from extrabits import Normal, entropy

HEIGHT = 7.0  # centimetres: a standard deviation of the heights of grown people, our example
FAR = 40  # standard deviations


def of_density(sd: float) -> float:
    """The differential entropy of a normal law with this standard deviation, in its unit."""
    return float(entropy(Normal(0, sd)))


def cells(sd: float, step: float, offset: float = 0.0) -> NDArray[np.float64]:
    """The probability of each cell of a ruler, one of whose marks is at the offset from the mean."""
    count = int(FAR * sd / step) + 2
    left = (offset + step * np.arange(-count, count)) / sd
    right = left + step / sd
    upper = np.where(left > 0, -left, right)  # in the tail that is small, so that nothing is lost
    lower = np.where(left > 0, -right, left)
    return np.asarray(ndtr(upper) - ndtr(lower))


def of_reading(sd: float, step: float, offset: float = 0.0) -> float:
    """The entropy of the mark below the value."""
    p = cells(sd, step, offset)
    return float(entropy(p / p.sum()))


def above(sd: float, step: float, offset: float = 0.0) -> float:
    """How far the reading is above the differential entropy less the logarithm of the step: D(density‖histogram)."""
    return of_reading(sd, step, offset) + float(np.log2(step)) - of_density(sd)


def of_sum(sd: float, step: float) -> float:
    """The differential entropy of the value plus an independent error spread evenly over one step."""

    def density(x: float) -> float:
        return float(ndtr((-abs(x) + step / 2) / sd) - ndtr((-abs(x) - step / 2) / sd)) / step

    def term(x: float) -> float:
        return -density(x) * float(np.log2(density(x))) if density(x) > 0 else 0.0

    return 2 * float(quad(term, 0, 12 * sd + step, limit=400)[0])


def sheppard(sd: float, step: float) -> float:
    """The entropy of a normal law with the variance of that sum, σ² + Δ²/12, above that of the value."""
    return float(np.log2(1 + step**2 / (12 * sd**2)) / 2)
