"""What a belief costs that was counted from a few letters of English, with the uniform law mixed in. In bits."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import gammaln, rel_entr, xlogy

from extrabits import kl_divergence, normalize
from studies.english_letters import LAW

Array = NDArray[np.float64]

SYMBOLS = LAW.size


def missed(letters: int) -> float:
    """The probability of what has not come up among so many letters, on average over what they are."""
    return float(LAW @ (1 - LAW) ** letters)


def missing(letters: int) -> float:
    """How many symbols have not come up, on average."""
    return float(np.sum((1 - LAW) ** letters))


def mixed_by(added: float, letters: int) -> float:
    """The share of the uniform law that is mixed in when so much is added to each count."""
    return SYMBOLS * added / (letters + SYMBOLS * added)


def extra_bits(share: float, letters: int) -> float:
    """The mean of D(p‖q) over the letters counted, with p MacKay's law and q the counts with this share of uniform."""
    if share == 0:
        return np.inf if missed(letters) else 0.0
    count = np.arange(letters + 1)
    belief = (1 - share) * count / letters + share / SYMBOLS
    return float(np.sum(LAW[:, None] * _binomial(letters) * np.log2(LAW[:, None] / belief)))


def best_share(letters: int) -> float:
    """The share of the uniform law at which that is least."""
    return float(10 ** minimize_scalar(lambda exponent: extra_bits(10**exponent, letters), bounds=(-4, 0)).x)


def without_counting() -> float:
    """D(p‖q) for the uniform belief."""
    return float(kl_divergence(LAW, normalize(np.ones(SYMBOLS))))


def clipped_sum(p: list[float], q: list[float], least: float) -> float:
    """Σ p log₂(p/q) with each q raised to this least value: no divergence, as what stands for q sums to more than 1."""
    return float(rel_entr(p, np.clip(q, least, 1)).sum() / np.log(2))


def _binomial(letters: int) -> Array:
    """By rows the symbols, by columns how often each comes up: with which probability."""
    count = np.arange(letters + 1)
    ways = gammaln(letters + 1) - gammaln(count + 1) - gammaln(letters - count + 1)
    return np.asarray(np.exp(ways + xlogy(count, LAW[:, None]) + xlogy(letters - count, 1 - LAW[:, None])))
