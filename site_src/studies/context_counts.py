"""A model that counts which symbol follows which context, and falls back on shorter contexts.

In each context a symbol gets mass each time that it comes, and its first time gives mass to the shorter context, too:

    law(x) = (mass[x] + rest * law of the shorter context (x)) / (sum(mass) + rest)

Before the shortest context, the empty one, all symbols are alike.
"""

from typing import NamedTuple

import numpy as np

from extrabits._checks import Array


class Rule(NamedTuple):
    """What a symbol adds in a context when it is new there, to its own mass and to the rest, and where it is counted.

    Later it adds 1 to its own. Counted everywhere, or not in the contexts below the longest in which it was known.
    """

    first: float
    rest: float
    everywhere: bool


WITTEN_BELL = Rule(1, 1, everywhere=True)  # C of PPM, with the orders mixed
DISCOUNT = Rule(0.25, 0.75, everywhere=False)  # absolute discounting with update exclusion


class Counts:
    """Counts of symbols after contexts of up to so many symbols, and the law of the next one."""

    def __init__(self, symbols: int, order: int, rule: Rule) -> None:
        """Of symbols that are numbers below `symbols`; nothing has come yet."""
        self.symbols, self.order, self.rule = symbols, order, rule
        self.past: tuple[int, ...] = ()
        self.seen: dict[tuple[int, ...], _Seen] = {}

    def laws(self) -> list[Array]:
        """The law of the next symbol by each order, from the empty context to the longest."""
        law = np.full(self.symbols, 1 / self.symbols)
        laws = []
        for context in self._contexts():
            seen = self.seen.get(context)
            if seen:
                law = (seen.mass + seen.rest * law) / seen.total
            laws.append(law)
        return laws + [law] * (self.order + 1 - len(laws))

    def learn(self, symbol: int) -> None:
        """Count what came, and look on from there."""
        for context in reversed(self._contexts()):
            seen = self.seen.get(context) or self.seen.setdefault(context, _Seen(self.symbols))
            known = seen.mass[symbol] > 0
            seen.mass[symbol] += 1 if known else self.rule.first
            seen.rest += 0 if known else self.rule.rest
            seen.total += 1 if known else self.rule.first + self.rule.rest
            if known and not self.rule.everywhere:
                break
        self.past = (*self.past, symbol)[-self.order :] if self.order else ()

    def _contexts(self) -> list[tuple[int, ...]]:
        return [self.past[len(self.past) - length :] for length in range(len(self.past) + 1)]


class _Seen:
    """What came after one context: the mass of each symbol, that of the shorter context, and both together."""

    __slots__ = ("mass", "rest", "total")

    def __init__(self, symbols: int) -> None:
        self.mass: Array = np.zeros(symbols)
        self.rest, self.total = 0.0, 0.0
