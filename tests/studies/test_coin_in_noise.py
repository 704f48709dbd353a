"""A coin in noise, as the entropy of the mixture less that of the noise, by another quadrature."""

import numpy as np
import pytest
from scipy.integrate import trapezoid
from scipy.stats import norm

from studies import coin_in_noise as study


@pytest.mark.parametrize("sd", [0.2, 1, 3])
def test_shared(sd: float) -> None:
    y = np.linspace(-1 - 12 * sd, 1 + 12 * sd, 40001)
    mixture = (norm.pdf(y, 1, sd) + norm.pdf(y, -1, sd)) / 2
    entropy = trapezoid(-mixture * np.log2(mixture), y)
    assert study.shared(sd) == pytest.approx(entropy - np.log2(2 * np.pi * np.e * sd**2) / 2, abs=1e-8)
