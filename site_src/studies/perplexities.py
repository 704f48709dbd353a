"""Perplexities of laws and of beliefs about them: beside guesses, as means over batches, and of texts together."""

from collections.abc import Sequence
from math import floor

import numpy as np
from numpy.typing import ArrayLike, NDArray

from extrabits import cross_entropy, normalize, perplexity
from studies.english_letters import LAW, LETTERS

Array = NDArray[np.float64]

ONE_OR_A_MILLION = np.array([1 / 2] + [2.0**-21] * 2**20)  # one outcome every other time, else one of about a million


def of_belief(p: ArrayLike, q: ArrayLike) -> float:
    """The perplexity of the belief q when p is true."""
    return float(2 ** cross_entropy(p, q))


def mean_over_batches(p: ArrayLike, q: ArrayLike, size: float) -> float:
    """The mean perplexity, under the belief q, of batches of so many independent symbols with the law p."""
    truth, belief = np.asarray(p, float), np.asarray(q, float)
    seen = truth > 0
    return float((truth[seen] @ belief[seen] ** (-1 / size)) ** size)


def share_of_as_many(p: ArrayLike) -> float:
    """The probability of the most probable outcomes, as many as the perplexity rounded down."""
    count = floor(perplexity(p) * (1 + 1e-12))  # the perplexity of a fair die may fall just short of its faces
    return float(np.sort(np.asarray(p))[::-1][:count].sum())


def mean_guesses(p: ArrayLike) -> float:
    """How many guesses it takes on average to hit an outcome, the most probable first."""
    likeliest_first = np.sort(np.asarray(p, float))[::-1]
    return float(likeliest_first @ np.arange(1, likeliest_first.size + 1))


def of_texts(perplexities: Sequence[float], words: Sequence[float]) -> float:
    """The perplexity of a model on all texts together, from its perplexity on each and their lengths."""
    return float(2 ** (normalize(words) @ np.log2(perplexities)))


def alphabet_reversed() -> Array:
    """English letters with the probabilities of a and z exchanged, of b and y, and so on; the space keeps its own."""
    return np.append(LAW[:-1][::-1], LAW[-1])


def without(letter: str) -> Array:
    """English letters with one called impossible, and the others in proportion."""
    return normalize(np.where(np.array(list(LETTERS)) == letter, 0, LAW))
