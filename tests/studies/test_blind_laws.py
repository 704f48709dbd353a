"""The mean entropy of a blind law, by quadrature over one of its probabilities and by drawing laws another way."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import entropy as scipy_entropy

from studies import blind_laws, english_letters


@pytest.mark.parametrize("symbols", [2, 3, 27, 100])
def test_mean_shortfall_by_quadrature(symbols: int) -> None:
    def term(t: float) -> float:
        return -t * math.log2(t) * (symbols - 1) * (1 - t) ** (symbols - 2)

    mean, _ = quad(term, 0, 1, epsabs=1e-12, points=[1 / symbols])
    assert blind_laws.mean_shortfall(symbols) == pytest.approx(math.log2(symbols) - symbols * mean, abs=1e-8)


def test_the_shortfall_grows_to_its_limit() -> None:
    shortfalls = [blind_laws.mean_shortfall(k) for k in range(2, 2000)]
    assert shortfalls == sorted(shortfalls)
    assert shortfalls[-1] < blind_laws.LIMIT
    assert blind_laws.mean_shortfall(10**7) == pytest.approx(blind_laws.LIMIT, abs=1e-6)


def test_share_below_by_cutting_a_stick() -> None:
    cuts = np.sort(np.random.default_rng(5).random((60_000, 26)), axis=1)
    laws = np.diff(cuts, axis=1, prepend=0, append=1)
    bits = float(scipy_entropy(english_letters.LAW, base=2))
    share = np.mean(scipy_entropy(laws, base=2, axis=1) < bits)
    assert blind_laws.share_below(bits, 27) == pytest.approx(share, abs=0.008)
