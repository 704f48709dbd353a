"""Twenty pairs of laws on four letters, drawn once: all sizes of a divergence, from hardly any to two bits."""

from typing import NamedTuple

import numpy as np

from extrabits import kl_divergence

PAIRS = 20
STEPS = 20  # probabilities are whole twentieths, which are read at a glance
LETTERS = 4
CONCENTRATION = 1.2
LEAST, MOST = 0.02, 2.0  # bits


class Pair(NamedTuple):
    """A truth and a belief."""

    p: tuple[float, ...]
    q: tuple[float, ...]

    @property
    def divergence(self) -> float:
        """D(p‖q) in bits."""
        return float(kl_divergence(self.p, self.q))


def pairs(seed: int = 1) -> list[Pair]:
    """As many small divergences as large ones: a size is drawn first, then pairs until one has it, nearly."""
    rng = np.random.default_rng(seed)
    sizes = rng.permutation(np.geomspace(2 * LEAST, MOST / 1.5, PAIRS))
    return [_near(size, rng) for size in sizes]


def _near(size: float, rng: np.random.Generator) -> Pair:
    while True:
        pair = Pair(_law(rng), _law(rng))
        if size / 1.2 <= pair.divergence <= size * 1.2:
            return pair


def _law(rng: np.random.Generator) -> tuple[float, ...]:
    """Every letter has at least one twentieth, so that no divergence is infinite."""
    counts = 1 + rng.multinomial(STEPS - LETTERS, rng.dirichlet([CONCENTRATION] * LETTERS))
    return tuple(float(count) for count in np.round(counts / STEPS, 2))
