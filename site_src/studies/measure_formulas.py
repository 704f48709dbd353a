"""The measures of finite laws: each formula in TeX beside the same formula in Python and the call of the package."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import e, log, log2, sqrt
from typing import Any

import numpy as np

import extrabits

# What the letters in the calls of the first table stand for. No two laws are alike in any respect that a
# wrong formula could hide behind: neither is a permutation of the other, and neither is uniform.
LETTERS: dict[str, Any] = {
    "p": [0.5, 0.3, 0.2],
    "q": [0.1, 0.6, 0.3],
    "s": 0.2,
    "t": 0.5,
    "alpha": 3,
    "pxy": [[0.1, 0.3], [0.4, 0.2]],
    "pxyz": [[[0.1, 0.2], [0.05, 0.15]], [[0.2, 0.05], [0.1, 0.15]]],
}

CONDITION = r", \; "
"""What stands between a formula and the letters that it defines, or the conditions that it needs."""


@dataclass(frozen=True)
class Measure:
    """A measure of finite laws: its name, its formula in TeX, the call, the formula in Python, and its unit."""

    name: str
    tex: str
    call: str
    formula: Callable[..., float]
    unit: str = "bits"

    @property
    def function(self) -> str:
        """The name of the function that the call calls."""
        return self.call.partition("(")[0]

    def by_formula(self) -> float:
        """The formula's value for the letters that its arguments name."""
        return self.formula(*(LETTERS[letter] for letter in inspect.signature(self.formula).parameters))


def returned(call: str) -> float:
    """What the call returns, with the letters standing for what they stand for."""
    names = {name: getattr(extrabits, name) for name in extrabits.__all__}
    return float(eval(call, {**names, **LETTERS, "e": e}))


def _rows(table: Sequence[Sequence[float]]) -> list[float]:
    return [sum(row) for row in table]


def _columns(table: Sequence[Sequence[float]]) -> list[float]:
    return [sum(column) for column in zip(*table, strict=True)]


def _h(p: Sequence[float]) -> float:
    return sum(x * log2(1 / x) for x in p)


def _d(p: Sequence[float], q: Sequence[float]) -> float:
    return sum(x * log2(x / y) for x, y in zip(p, q, strict=True))


def _middle(p: Sequence[float], q: Sequence[float]) -> list[float]:
    return [(x + y) / 2 for x, y in zip(p, q, strict=True)]


def _conditional(pxy: Sequence[Sequence[float]]) -> float:
    return sum(cell * log2(total / cell) for row, total in zip(pxy, _rows(pxy), strict=True) for cell in row)


def _conditional_mutual_information(pxyz: Sequence[Sequence[Sequence[float]]]) -> float:
    p = np.array(pxyz)
    z = p.sum((0, 1))
    x_given_z, y_given_z = p.sum(1) / z, p.sum(0) / z
    return float((p * np.log2(p / z / (x_given_z[:, None] * y_given_z))).sum())


ONE_LAW = [
    Measure("surprisal", r"\log \frac{1}{p(x)}", "surprisal(s)", lambda s: log2(1 / s)),
    Measure("entropy", r"H(p) = \sum_x p(x) \log \frac{1}{p(x)}", "entropy(p)", _h),
    Measure(
        "binary entropy",
        r"h(s) = s \log \frac1s + (1-s) \log \frac{1}{1-s}",
        "binary_entropy(s)",
        lambda s: s * log2(1 / s) + (1 - s) * log2(1 / (1 - s)),
    ),
    Measure("perplexity", r"2^{H(p)}", "perplexity(p)", lambda p: 2 ** _h(p), unit=""),
    Measure(
        "Rényi entropy",
        r"\frac{1}{1-\alpha} \log \sum_x p(x)^\alpha",
        "renyi_entropy(p, alpha)",
        lambda p, alpha: log2(sum(x**alpha for x in p)) / (1 - alpha),
    ),
    Measure(
        "Tsallis entropy",
        r"\frac{1}{\alpha-1} \Bigl(1 - \sum_x p(x)^\alpha\Bigr)",
        "tsallis_entropy(p, alpha)",
        lambda p, alpha: (1 - sum(x**alpha for x in p)) / (alpha - 1),
        unit="",
    ),
]

TWO_LAWS = [
    Measure(
        "cross-entropy",
        r"H(p, q) = \sum_x p(x) \log \frac{1}{q(x)}",
        "cross_entropy(p, q)",
        lambda p, q: sum(x * log2(1 / y) for x, y in zip(p, q, strict=True)),
    ),
    Measure("KL divergence", r"D(p \parallel q) = \sum_x p(x) \log \frac{p(x)}{q(x)}", "kl_divergence(p, q)", _d),
    Measure(
        "one term of it",
        r"s \ln \frac st - s + t",
        "gibbs_term(s, t)",
        lambda s, t: s * log(s / t) - s + t,
        unit="nats",
    ),
    Measure(
        "Jeffreys divergence",
        r"D(p \parallel q) + D(q \parallel p)",
        "jeffreys_divergence(p, q)",
        lambda p, q: _d(p, q) + _d(q, p),
    ),
    Measure(
        "Jensen–Shannon divergence",
        r"\tfrac12 D(p \parallel m) + \tfrac12 D(q \parallel m), \; m = \tfrac12(p + q)",
        "js_divergence(p, q)",
        lambda p, q: _d(p, _middle(p, q)) / 2 + _d(q, _middle(p, q)) / 2,
    ),
    Measure(
        "Jensen–Shannon distance",
        r"\sqrt{\tfrac12 D(p \parallel m) + \tfrac12 D(q \parallel m)}, \; m = \tfrac12(p + q)",
        "js_distance(p, q)",
        lambda p, q: sqrt(_d(p, _middle(p, q)) / 2 + _d(q, _middle(p, q)) / 2),
        unit="√bits",
    ),
    Measure(
        "Rényi divergence",
        r"\frac{1}{\alpha-1} \log \sum_x p(x)^\alpha q(x)^{1-\alpha}",
        "renyi_divergence(p, q, alpha)",
        lambda p, q, alpha: log2(sum(x**alpha * y ** (1 - alpha) for x, y in zip(p, q, strict=True))) / (alpha - 1),
    ),
    Measure(
        "α-divergence",
        r"\frac{1}{\alpha(\alpha-1)} \Bigl(\sum_x p(x)^\alpha q(x)^{1-\alpha} - 1\Bigr)",
        "alpha_divergence(p, q, alpha)",
        lambda p, q, alpha: (
            (sum(x**alpha * y ** (1 - alpha) for x, y in zip(p, q, strict=True)) - 1) / (alpha * (alpha - 1))
        ),
        unit="",
    ),
    Measure(
        "χ² divergence",
        r"\sum_x \frac{(p(x) - q(x))^2}{q(x)}",
        "chi2_divergence(p, q)",
        lambda p, q: sum((x - y) ** 2 / y for x, y in zip(p, q, strict=True)),
        unit="",
    ),
    Measure(
        "total variation",
        r"\tfrac12 \sum_x \lvert p(x) - q(x) \rvert",
        "total_variation(p, q)",
        lambda p, q: sum(abs(x - y) for x, y in zip(p, q, strict=True)) / 2,
        unit="",
    ),
    Measure(
        "Hellinger distance",
        r"\sqrt{\tfrac12 \sum_x \bigl(\sqrt{p(x)} - \sqrt{q(x)}\bigr)^2}",
        "hellinger_distance(p, q)",
        lambda p, q: sqrt(sum((sqrt(x) - sqrt(y)) ** 2 for x, y in zip(p, q, strict=True)) / 2),
        unit="",
    ),
    Measure(
        "Bhattacharyya coefficient",
        r"\sum_x \sqrt{p(x)\, q(x)}",
        "bhattacharyya_coefficient(p, q)",
        lambda p, q: sum(sqrt(x * y) for x, y in zip(p, q, strict=True)),
        unit="",
    ),
]

JOINT_TABLES = [
    Measure(
        "joint entropy",
        r"H(X, Y) = \sum_{x,y} p(x, y) \log \frac{1}{p(x, y)}",
        "joint_entropy(pxy)",
        lambda pxy: sum(map(_h, pxy)),
    ),
    Measure(
        "conditional entropy",
        r"H(Y \mid X) = \sum_{x,y} p(x, y) \log \frac{p(x)}{p(x, y)}",
        "conditional_entropy(pxy)",
        _conditional,
    ),
    Measure(
        "mutual information",
        r"I(X; Y) = \sum_{x,y} p(x, y) \log \frac{p(x, y)}{p(x)\, p(y)}",
        "mutual_information(pxy)",
        lambda pxy: sum(
            pxy[x][y] * log2(pxy[x][y] / (_rows(pxy)[x] * _columns(pxy)[y])) for x in (0, 1) for y in (0, 1)
        ),
    ),
    Measure(
        "conditional mutual information",
        r"\sum_{x,y,z} p(x, y, z) \log \frac{p(x, y \mid z)}{p(x \mid z)\, p(y \mid z)}",
        "conditional_mutual_information(pxyz)",
        _conditional_mutual_information,
    ),
    Measure(
        "variation of information",
        r"H(X \mid Y) + H(Y \mid X)",
        "variation_of_information(pxy)",
        lambda pxy: _conditional(pxy) + _conditional(list(zip(*pxy, strict=True))),
    ),
]

MEASURES = ONE_LAW + TWO_LAWS + JOINT_TABLES
