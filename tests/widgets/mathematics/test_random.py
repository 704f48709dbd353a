"""Chance with a seed is the same in TypeScript as in Python, bit for bit."""

import random
from itertools import islice

from called import call

from studies import seeded

EDGES = [0, 1, 2, 2**31 - 1, 2**31, 2**32 - 1]


def test_the_same_numbers_in_both_languages() -> None:
    rng = random.Random(1)
    pairs = [(seed, stream) for seed in EDGES for stream in EDGES]
    pairs += [(rng.randrange(2**32), rng.randrange(2**32)) for _ in range(3000)]
    expected = [list(islice(seeded.uniforms(*pair), 5)) for pair in pairs]
    assert call("first-uniforms", "firstUniforms", [(*pair, 5) for pair in pairs]) == expected
