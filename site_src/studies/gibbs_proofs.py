"""The five proofs of Gibbs' inequality, line by line, for lists that need not be laws; in nats.

A line is two numbers and a relation. A is where p > 0, S = Σ p ln(p/q) over A, and each proof ends with S ≥ 0.
"""

import operator
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, rel_entr, xlogy

from studies.three_letters import BELIEF, TRUTH, plain_sum

Array = NDArray[np.float64]
Numbers = Sequence[float] | Array

LENGTH = 100  # letters in the strings of the last proof
MISS = 0.2 * np.log(2)  # by how much a mean may be missed there
ROUNDING = 1e-9

PROOFS = ("tangent", "jensen", "log-sum", "lagrange", "coding")
RELATIONS: dict[str, Callable[[float, float], bool]] = {
    "≤": operator.le,
    "≥": operator.ge,
    "=": operator.eq,
    "<": operator.lt,
}


class Line(NamedTuple):
    """Two numbers that a proof compares."""

    name: str
    left: float
    relation: str
    right: float

    @property
    def holds(self) -> bool:
        """Whether the relation is true, or would be but for rounding."""
        agree = bool(np.isclose(self.left, self.right, rtol=ROUNDING, atol=ROUNDING))
        return agree if self.relation == "=" or (agree and self.relation != "<") else self._compared()

    def _compared(self) -> bool:
        return RELATIONS[self.relation](self.left, self.right)


def changed(
    q_sum: float = 1, q_first: float = BELIEF[0], p_sum: float = 1, p_last: float = TRUTH[2]
) -> tuple[Array, Array]:
    """The three letters' p and q with other sums, another share of a in q, and another share of c in p."""
    p_others, q_others = np.array(TRUTH[:2]), np.array(BELIEF[1:])
    p = np.append(p_others / p_others.sum() * (1 - p_last), p_last)
    q = np.append(q_first, q_others / q_others.sum() * (1 - q_first))
    return p_sum * p, q_sum * q


def proofs(p: Numbers, q: Numbers) -> dict[str, list[Line]]:
    """Every line of every proof; q has no negative number, and p has a positive one."""
    p, q = np.asarray(p, float), np.asarray(q, float)
    there = p > 0
    end = Line("conclusion", plain_sum(p[there], q[there]), "≥", 0)
    with np.errstate(divide="ignore"):
        made = (
            _by_tangent(p[there], q[there]),
            _by_jensen(p[there], q[there]),
            _by_log_sum(p[there], q[there], q.sum()),
            _by_lagrange(p[there], q[there]),
            _by_coding(p, q),
        )
    return {name: [*lines, end] for name, lines in zip(PROOFS, made, strict=True)}


def broken(p: Numbers, q: Numbers) -> dict[str, list[Line]]:
    """The lines of each proof that do not hold, without the inequality itself."""
    return {
        name: [line for line in lines if not line.holds and line.name != "conclusion"]
        for name, lines in proofs(p, q).items()
    }


def _by_tangent(p: Array, q: Array) -> list[Line]:
    t = q / p
    tightest = t[np.argmin(t - 1 - np.log(t))]
    return [
        Line("tangent-at-each-ratio", float(np.log(tightest)), "≤", float(tightest - 1)),
        Line("gaps-added-up", plain_sum(p, q), "≥", float(p.sum() - q.sum())),
        Line("truth-sums-to-one", float(p.sum()), "≥", 1),
        Line("belief-sums-to-one", float(q.sum()), "≤", 1),
    ]


def _by_jensen(p: Array, q: Array) -> list[Line]:
    of_mean = float(-np.log(q.sum()))
    return [
        Line("weights-of-a-mean", float(p.sum()), "=", 1),
        Line("mean-of-ratios", float(p @ (q / p)), "=", float(q.sum())),
        Line("mean-of-logarithms", plain_sum(p, q), "≥", of_mean),
        Line("logarithm-of-the-mean", of_mean, "≥", 0),
    ]


def _by_log_sum(p: Array, q: Array, all_of_q: float) -> list[Line]:
    cell = q > 0
    lumped = float(rel_entr(p[cell].sum(), all_of_q))
    return [
        Line("no-cell-ruled-out", float(p[cell].sum()), "=", float(p.sum())),
        Line("lumped", plain_sum(p[cell], q[cell]), "≥", lumped),
        Line("sums-compared", lumped, "≥", 0),
    ]


def _by_lagrange(p: Array, q: Array) -> list[Line]:
    r = q / q.sum()
    # The second derivative is −Σ p d²/(p + s d)²; a fine grid, and a finer one around its best place.
    places = np.linspace(0, 1, 2001)
    for _ in range(2):
        bends = np.sum(p * (r - p) ** 2 / (p + places[:, None] * (r - p)) ** 2, axis=1)
        best = int(np.argmin(bends))
        places = np.linspace(places[max(best - 1, 0)], places[min(best + 1, len(places) - 1)], 201)
    return [
        Line("rest-spent", float(xlogy(p, r).sum()), "≥", float(xlogy(p, q).sum())),
        Line("slope-at-the-truth", float((r - p).sum()), "≤", 0),
        Line("bends-down", float(-bends.min()), "≤", 0),
        Line("highest-at-the-truth", float(xlogy(p, p).sum()), "≥", float(xlogy(p, r).sum())),
    ]


def _by_coding(p: Array, q: Array) -> list[Line]:
    there = p > 0
    cost, entropy = float(-xlogy(p[there], q[there]).sum()), float(-xlogy(p[there], p[there]).sum())
    counts, strings = _types()
    surprisal = -xlogy(counts, np.maximum(p, 0)).sum(1)
    short = -xlogy(counts, q).sum(1) <= LENGTH * (cost + MISS)
    rare = surprisal >= LENGTH * (entropy - MISS)
    number = float(np.log(strings[short].sum())) / LENGTH
    likely = float((strings * np.exp(-surprisal))[short & rare].sum())
    return [
        Line("finite-cost", cost, "<", np.inf),
        Line("budget-of-strings", float(q.sum() ** LENGTH), "≤", 1),
        Line("short-strings", number, "≤", cost + MISS),
        Line("likely-strings", likely, "≥", 1 / 2),
        Line("number-times-size", float(np.log(likely)) / LENGTH, "≤", cost - entropy + 2 * MISS),
    ]


@cache
def _types() -> tuple[Array, Array]:
    """How often each letter can be in a string, and how many strings there are of each kind."""
    a, b = (grid.ravel() for grid in np.indices((LENGTH + 1, LENGTH + 1)))
    counts = np.stack([a, b, LENGTH - a - b], axis=1)[a + b <= LENGTH]
    return counts.astype(float), np.exp(gammaln(LENGTH + 1) - gammaln(counts + 1).sum(1))
