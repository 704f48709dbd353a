"""Laws picked blindly: each point of the simplex as likely as any other. Their entropy, in bits."""

from math import log

import numpy as np
from numpy import euler_gamma
from scipy.special import digamma

from extrabits import entropy

EULER = float(euler_gamma)
LIMIT = (1 - EULER) / log(2)  # what the mean entropy lacks with very many symbols


def mean_shortfall(symbols: int) -> float:
    """What their mean entropy, 1/2 + 1/3 + … + 1/K nats, lacks of log K."""
    return float(log(symbols) - (digamma(symbols + 1) + EULER - 1)) / log(2)


def share_below(bits: float, symbols: int, laws: int = 100_000, seed: int = 0) -> float:
    """The share of so many blind laws whose entropy is less."""
    drawn = np.random.default_rng(seed).dirichlet(np.ones(symbols), laws)
    return float(np.mean(entropy(drawn) < bits))
