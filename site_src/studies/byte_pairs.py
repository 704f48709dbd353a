"""Byte-pair encoding: the commonest pair of neighbours within a word becomes one token, again and again."""

import re
from collections import Counter
from itertools import pairwise

WORD = re.compile(r" ?[A-Za-z]+|\s+|[^A-Za-z\s]+")  # a space goes with the word after it

Pair = tuple[str, str]


def learned(text: str, merges: int) -> list[Pair]:
    """The pairs in the order in which they are joined; of equally common ones the last in the alphabet."""
    words = Counter(WORD.findall(text))
    cut = {word: list(word) for word in words}
    pairs: list[Pair] = []
    for _ in range(merges):
        counts: Counter[Pair] = Counter()
        for word, tokens in cut.items():
            for pair in pairwise(tokens):
                counts[pair] += words[word]
        pairs.append(max(counts, key=lambda pair: (counts[pair], pair)))
        cut = {word: _joined(tokens, pairs[-1]) for word, tokens in cut.items()}
    return pairs


def tokenised(text: str, pairs: list[Pair]) -> list[str]:
    """The text in tokens: each word letter by letter, and then each pair joined in turn."""
    words = WORD.findall(text)
    cut = {word: list(word) for word in words}
    for pair in pairs:
        cut = {word: _joined(tokens, pair) for word, tokens in cut.items()}
    return [token for word in words for token in cut[word]]


def _joined(tokens: list[str], pair: Pair) -> list[str]:
    joined: list[str] = []
    for token in tokens:
        if joined and (joined[-1], token) == pair:
            joined[-1] += token
        else:
            joined.append(token)
    return joined
