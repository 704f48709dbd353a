"""A coin sent as +1 or −1 and received with Gaussian noise added: one side is discrete, the other has a density."""

import numpy as np
from scipy.integrate import quad


def shared(sd: float) -> float:
    """I(X; Y) in bits: given +1, the mean evidence of Y for that half of the mixture; by symmetry, given −1 too."""

    def term(z: float) -> float:
        """At Y = 1 + sd z: the normal density of z times log₂ of the ratio of +1's density to the mixture's."""
        y = 1 + sd * z
        return float(np.exp(-z * z / 2) / np.sqrt(2 * np.pi) * (1 - np.logaddexp(0, -2 * y / sd**2) / np.log(2)))

    return float(quad(term, -12, 12, epsabs=1e-12, limit=400)[0])
