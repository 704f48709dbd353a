"""Races of Wald's test between the two coins, with chance as the widget of the page has it."""

from math import log

from studies import seeded
from studies.coins import BELIEF, FAIR
from studies.telling_apart import ERROR

HEADS, TAILS = log(FAIR / BELIEF), log((1 - FAIR) / (1 - BELIEF))
LIMIT = log((1 - ERROR) / ERROR)


def race(heads: float, seed: int, stream: int) -> list[float]:
    """The evidence for the fair coin after each toss of this one, 0 before the first, until it is beyond a limit."""
    chance, sums = seeded.uniforms(seed, stream), [0.0]
    while abs(sums[-1]) < LIMIT:
        sums.append(sums[-1] + (HEADS if next(chance) < heads else TAILS))
    return sums
