"""A model that read six chapters meets the seventh, in full and with its surprisals rounded to a few bits each."""

from typing import NamedTuple

import numpy as np

from extrabits import kl_divergence
from extrabits._checks import Array
from store.fitted import fitted
from studies import alice
from studies.context_counts import DISCOUNT, WITTEN_BELL, Counts

BYTES, ORDER = 256, 5
RULES = {"discount": DISCOUNT, "Witten–Bell": WITTEN_BELL}
PRECISIONS = (8, 4, 3)
LARGEST = 16.0  # bits: no surprisal is stored larger than this


class Rounded(NamedTuple):
    """Of each byte (columns): its bits by the full model; by each rounded one (rows), its bits and D(full‖rounded)."""

    full: Array
    rounded: Array
    divergence: Array


@fitted(seconds=3)
def rounded(rule: str) -> Rounded:
    """The model goes on counting, in full, while it reads."""
    text, head = alice.text(), alice.head()
    counts = Counts(BYTES, ORDER, RULES[rule])
    for byte in text[:head]:
        counts.learn(byte)
    laws = []
    for byte in text[head:]:
        laws.append(counts.laws()[-1])
        counts.learn(byte)
    p = np.array(laws)
    came = np.arange(len(p)), np.frombuffer(text[head:], dtype=np.uint8)
    qs = [at_precision(p, bits) for bits in PRECISIONS]
    return Rounded(
        -np.log2(p[came]),
        np.array([-np.log2(q[came]) for q in qs]),
        np.array([kl_divergence(p, q) for q in qs]),
    )


def at_precision(p: Array, bits: int) -> Array:
    """The laws with the nearest surprisals of so many bits, spaced evenly from 0 to the largest, made to sum to 1."""
    step = LARGEST / (2**bits - 1)
    surprisals = step * np.round(np.minimum(-np.log2(p), LARGEST) / step)
    weights = 2.0**-surprisals
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))
