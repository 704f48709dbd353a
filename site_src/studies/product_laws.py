"""Product laws near the joint law of outlook and tennis, seen from either side; divergences are in bits."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import rel_entr

from extrabits import marginals
from studies.joint_tables import TENNIS

Array = NDArray[np.float64]


def marginal_product() -> Array:
    """The product of the two marginals."""
    return np.outer(*marginals(TENNIS))


def uniform_product() -> Array:
    """Three outlooks alike, and a coin for tennis."""
    return np.full((3, 2), 1 / 6)


def never_overcast() -> Array:
    """A coin for sunny or rain, and a coin for tennis."""
    return np.outer([1 / 2, 0, 1 / 2], [1 / 2, 1 / 2])


def always_play() -> Array:
    """Tennis every day, with the outlook of the days on which it was played."""
    played = np.array(TENNIS)[:, 0]
    return np.outer(played / played.sum(), [1, 0])


def from_joint(product: Array) -> float:
    """D(joint‖product)."""
    return float(rel_entr(TENNIS, product).sum() / np.log(2))


def to_joint(product: Array) -> float:
    """D(product‖joint)."""
    return float(rel_entr(product, TENNIS).sum() / np.log(2))
