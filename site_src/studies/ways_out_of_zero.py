"""Ways to make D(fair dice‖Weldon's throws) finite, though nobody ever threw twelve successes."""

import math

import numpy as np

from extrabits import kl_divergence, normalize
from studies import binomials
from studies.weldon_dice import DICE


def divergence(added: float = 0, mixed: float = 0) -> float:
    """With a number added to each count, or so much of the uniform law mixed in."""
    throws = normalize(np.array(DICE) + added)
    throws = (1 - mixed) * throws + mixed / len(DICE)
    return float(kl_divergence(binomials.law(12, 1 / 3), throws, base=math.e))
