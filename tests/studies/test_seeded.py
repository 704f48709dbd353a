"""Chance with a seed: by the reference implementation's numbers, and by what chance must do."""

from itertools import islice, pairwise
from math import sqrt

import numpy as np
import pytest
from scipy.special import chdtrc, kolmogorov

from studies import seeded

RAMP = (5760, 17280, 2966400, 32451840, 2604340873, 3891234569)
SEEDED = (0xF1391922, 0x6FE53806, 0xA5BE2840)


def test_it_is_the_generator_of_the_reference() -> None:
    """Two lists that others printed from Blackman and Vigna's C."""
    assert tuple(islice(seeded.words((0, 1, 2, 3)), 6)) == RAMP
    assert tuple(islice(seeded.words((0x964D4A0C, 0xD40AB895, 0xAD7FDECB, 0x3006F0F0)), 3)) == SEEDED


@pytest.mark.parametrize("along", ["one stream", "streams", "seeds"])
def test_numbers_are_uniform_and_neighbours_independent(along: str) -> None:
    """Along a stream, and over the first numbers of neighbouring streams and of neighbouring seeds."""
    count = 20_000
    drawn = {
        "one stream": islice(seeded.uniforms(7), count),
        "streams": (next(seeded.uniforms(7, stream)) for stream in range(count)),
        "seeds": (next(seeded.uniforms(seed)) for seed in range(count)),
    }
    numbers = np.fromiter(drawn[along], float)
    assert numbers.min() >= 0
    assert numbers.max() < 1
    ranks = np.arange(1, count + 1) / count
    off = max(np.abs(np.sort(numbers) - ranks).max(), np.abs(np.sort(numbers) - ranks + 1 / count).max())
    assert kolmogorov(off * sqrt(count)) > 1e-4
    pairs = [16 * a + b for a, b in pairwise((16 * numbers).astype(int))]
    cells = np.bincount(pairs, minlength=256)
    assert chdtrc(255, ((cells - cells.mean()) ** 2 / cells.mean()).sum()) > 1e-4


def test_a_number_has_all_its_digits() -> None:
    assert all(float(u * 2**53).is_integer() for u in islice(seeded.uniforms(1), 1000))
    assert any((u * 2**53) % 2 for u in islice(seeded.uniforms(1), 10))
