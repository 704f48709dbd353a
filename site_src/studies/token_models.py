"""Chapter VII in two tokenisers, by models that have read the six chapters before it, and all ways to cut it."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from extrabits._checks import Array
from store.fitted import fitted
from studies import alice
from studies.byte_pairs import Pair, learned, tokenised
from studies.context_counts import DISCOUNT, Counts

BYTES = 256
MERGES = 300
MODELS = ((0, 5), (100, 3), (MERGES, 3))  # merges of the tokeniser, order of the model


class Read(NamedTuple):
    """The bits of each token of chapter VII."""

    bits: Array


class Cuts(NamedTuple):
    """Bits for chapter VII with tokens drawn one by one: as the tokeniser cuts, at best, and summed over all."""

    tokeniser: float
    best: float
    all: float


@fitted(seconds=3)
def read(merges: int, order: int) -> Read:
    """By a model of this order, which goes on counting."""
    ids, before, chapter = _parts(merges)
    counts, bits = Counts(len(ids), order, DISCOUNT), []
    for token in before:
        counts.learn(ids[token])
    for token in chapter:
        bits.append(-np.log2(counts.laws()[-1][ids[token]]))
        counts.learn(ids[token])
    return Read(np.array(bits))


@fitted(seconds=2)
def cuts(merges: int) -> Cuts:
    """By the law of the single tokens of the chapters before."""
    ids, before, chapter = _parts(merges)
    counts = Counts(len(ids), 0, DISCOUNT)
    for token in before:
        counts.learn(ids[token])
    law = counts.laws()[-1]
    logs = {token: float(np.log2(law[number])) for token, number in ids.items()}
    best, every = over_all_cuts("".join(chapter), logs)
    return Cuts(-sum(logs[token] for token in chapter), -best, -every)


def over_all_cuts(text: str, logs: Mapping[str, float]) -> tuple[float, float]:
    """Over all ways to cut a text into tokens: the logarithm of the largest product, and of the sum of all products."""
    longest = max(map(len, logs))
    best, every = [0.0], [0.0]
    for end in range(1, len(text) + 1):
        last = [(start, logs.get(text[start:end], -np.inf)) for start in range(max(0, end - longest), end)]
        best.append(max(best[start] + log for start, log in last))
        every.append(float(np.logaddexp2.reduce([every[start] + log for start, log in last])))
    return best[-1], every[-1]


@cache
def _parts(merges: int) -> tuple[dict[str, int], list[str], list[str]]:
    """All tokens with their numbers, the tokens of chapters I to VI, and those of chapter VII."""
    text, head = alice.text().decode(), alice.head()
    pairs: list[Pair] = learned(text[:head], merges)
    tokens = dict.fromkeys([*map(chr, range(BYTES)), *(first + second for first, second in pairs)])
    ids = {token: number for number, token in enumerate(tokens)}
    return ids, tokenised(text[:head], pairs), tokenised(text[head:], pairs)
