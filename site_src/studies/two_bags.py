"""Two bags of seven balls, and the evidence that draws with replacement bring for the first. Whole bits."""

import numpy as np

from studies import binomials
from studies.binomials import Law

P_BLUE, Q_BLUE = 6 / 7, 3 / 7  # the first bag has six blue balls and one orange ball, the second three and four


def evidence(draws: int) -> Law:
    """log₂ of the likelihood ratio, by the number of blue balls drawn."""
    blue = np.arange(draws + 1)
    return np.asarray(
        blue * np.log2(P_BLUE / Q_BLUE) + (draws - blue) * np.log2((1 - P_BLUE) / (1 - Q_BLUE)), dtype=np.float64
    ).round(9)  # whole numbers, but for rounding


def chance_of_at_least(share: float, draws: int, bits: float) -> float:
    """The probability that the draws from this bag bring so much evidence for the first bag, or more."""
    return float(binomials.law(draws, share)[evidence(draws) >= bits].sum())
