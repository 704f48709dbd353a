"""What is asked: the inputs of every case, of which kind they are, and in a few words why."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from truths import families

USUAL, HARD, EDGE, INVALID = "usual", "hard", "edge", "invalid"

Law = list[float]


@dataclass(frozen=True)
class Case:
    """A measure, its arguments, the kind of the case, and why it is of that kind."""

    measure: str
    kind: str
    why: str
    inputs: dict[str, Any]


EQUAL = [0.5, 0.25, 0.25]
NEAR = [0.5 + 2.0**-30, 0.25 - 2.0**-30, 0.25]
NEARER = [0.5 + 2.0**-45, 0.25, 0.25 - 2.0**-45]
MANY = [2.0**-6] * 64
MANY_NEAR = [2.0**-6 + sign * 2.0**-40 for _ in range(32) for sign in (1, -1)]
SURE = [1 - 2.0**-53, 2.0**-53]
ONLY_NEARLY_EQUAL = "nearly equal laws: the terms cancel"

PAIRS: list[tuple[str, str, Law, Law]] = [
    (USUAL, "ordinary laws", [0.5, 0.5], [0.9, 0.1]),
    (USUAL, "ordinary laws", [0.9, 0.1], [0.5, 0.5]),
    (USUAL, "ordinary laws", [0.5, 0.25, 0.125, 0.125], [0.125, 0.125, 0.25, 0.5]),
    (USUAL, "ordinary laws", [0.7, 0.2, 0.1], [0.4, 0.3, 0.3]),
    (EDGE, "equal laws", EQUAL, EQUAL),
    (EDGE, "a zero in p", [1, 0], [0.8, 0.2]),
    (EDGE, "no outcome in common", [1, 0], [0, 1]),
    (EDGE, "a zero in q where p has none, and a zero in both", [0.5, 0.5, 0], [1, 0, 0]),
    (EDGE, "a zero in both", [0.5, 0, 0.5], [0.25, 0, 0.75]),
    (HARD, ONLY_NEARLY_EQUAL, EQUAL, NEAR),
    (HARD, ONLY_NEARLY_EQUAL, NEAR, EQUAL),
    (HARD, ONLY_NEARLY_EQUAL, EQUAL, NEARER),
    (HARD, ONLY_NEARLY_EQUAL, MANY, MANY_NEAR),
    (HARD, "a tiny probability in p", [0.5, 0.5, 1e-300], [0.25, 0.5, 0.25]),
    (HARD, "a tiny probability in q", [0.25, 0.5, 0.25], [0.5, 0.5, 1e-300]),
    (HARD, "p/q overflows", [0.5, 0.5], [1, 5e-324]),
    (HARD, "a probability that is nearly 1", SURE, [0.5, 0.5]),
]  # fmt: skip
DIVERGENCES = ("kl_divergence", "js_divergence", "total_variation", "hellinger_distance")

LAWS: list[tuple[str, str, Law]] = [
    (USUAL, "an ordinary law", [0.5, 0.5]),
    (USUAL, "an ordinary law", [0.9, 0.1]),
    (USUAL, "an ordinary law", [0.5, 0.25, 0.125, 0.125]),
    (USUAL, "an ordinary law", [0.7, 0.2, 0.1]),
    (USUAL, "an ordinary law", NEAR),
    (USUAL, "equal probabilities", [0.125] * 8),
    (USUAL, "equal probabilities", [0.01] * 100),
    (EDGE, "one outcome", [1.0]),
    (EDGE, "a sure outcome, and a zero", [1, 0]),
    (EDGE, "a zero", [0.5, 0, 0.5]),
    (HARD, "a tiny probability", [0.5, 0.5, 1e-300]),
    (HARD, "a probability that is nearly 1", SURE),
    (HARD, "a probability that is nearly 1", [1 - 2.0**-40, 2.0**-40]),
]
CHANCES: list[tuple[str, str, float]] = [
    *((USUAL, "an ordinary probability", p) for p in (0.01, 0.1, 0.25, 0.5, 0.75, 0.9)),
    (EDGE, "impossible", 0),
    (EDGE, "sure", 1),
    *((HARD, "a tiny probability", p) for p in (1e-300, 1e-20, 1e-10)),
    (HARD, "a probability that is nearly 1", 1 - 2.0**-40),
]
TERMS: list[tuple[str, str, float, float]] = [
    (USUAL, "ordinary numbers", 0.5, 0.5), (USUAL, "ordinary numbers", 0.5, 0.25),
    (USUAL, "ordinary numbers", 0.25, 0.5), (USUAL, "numbers above 1", 2, 7),
    (EDGE, "q is 0", 1, 0), (EDGE, "p is 0", 0, 1), (EDGE, "both are 0", 0, 0),
    (HARD, "nearly equal numbers", 3, 3 + 2.0**-40), (HARD, "nearly equal numbers", 0.3, 0.3 + 2.0**-30),
    (HARD, "equal to a tenth", 0.475, 0.525), (HARD, "equal to a tenth", 0.4751, 0.525),
    (HARD, "a tiny p", 1e-300, 0.5), (HARD, "a tiny q", 0.5, 1e-300), (HARD, "the smallest float", 5e-324, 1),
]  # fmt: skip
ORDERS = [(0, EDGE, "order 0"), (0.5, USUAL, ""), (0.999, HARD, "an order near 1"), (1, EDGE, "order 1, the limit"),
          (2, USUAL, ""), (math.inf, EDGE, "order ∞")]  # fmt: skip
TABLES: list[tuple[str, str, list[Law]]] = [
    (USUAL, "an ordinary table", [[0.25, 0.25], [0.125, 0.375]]),
    (USUAL, "an ordinary table", [[0.1, 0.2, 0.1], [0.3, 0.1, 0.2]]),
    (EDGE, "independent", [[0.25, 0.25], [0.25, 0.25]]),
    (EDGE, "an empty cell", [[0.5, 0], [0.25, 0.25]]),
    (EDGE, "an empty row", [[0.5, 0.5], [0, 0]]),
    (EDGE, "one variable determines the other", [[0.5, 0], [0, 0.5]]),
    (HARD, "nearly independent: the terms cancel",
     [[0.25 + 2.0**-30, 0.25 - 2.0**-30], [0.25 - 2.0**-30, 0.25 + 2.0**-30]]),
]  # fmt: skip
LOGITS: list[tuple[str, str, Law, Law]] = [
    (USUAL, "ordinary logits", [0.0, 1.0, 2.0], [2.0, 1.0, 0.0]),
    (EDGE, "equal laws from different logits", [0.0, 1.0], [5.0, 6.0]),
    (HARD, "exp overflows", [1000.0, 999.0], [999.0, 1000.0]),
    (HARD, "exp underflows", [-1000.0, -1001.0], [-1001.0, -1000.0]),
    (HARD, "softmax rounds to 0", [0.0, 1.0], [0.0, -800.0]),
    (HARD, ONLY_NEARLY_EQUAL, [0.0, 1.0], [0.0, 1.0 + 2.0**-30]),
]

FAMILY_PAIRS: list[tuple[str, str, str, str]] = [
    (USUAL, "ordinary parameters", "Normal(0, 1)", "Normal(1, 1.5)"),
    (HARD, ONLY_NEARLY_EQUAL, "Normal(0, 1)", "Normal(1e-08, 1.00000001)"),
    (HARD, "scales far apart", "Normal(-3, 0.001)", "Normal(5, 1000)"),
    (HARD, "squares overflow", "Normal(0, 1e-200)", "Normal(0, 1e+200)"),
    (USUAL, "ordinary parameters", "Laplace(0, 1)", "Laplace(1, 1.5)"),
    (HARD, ONLY_NEARLY_EQUAL, "Laplace(0, 1)", "Laplace(1e-08, 1.00000001)"),
    (HARD, "scales far apart", "Laplace(-3, 0.01)", "Laplace(5, 100)"),
    (USUAL, "ordinary parameters", "Exponential(2)", "Exponential(1)"),
    (HARD, ONLY_NEARLY_EQUAL, "Exponential(1)", "Exponential(1.00000001)"),
    (USUAL, "ordinary parameters", "Gamma(3, 2)", "Gamma(2, 1)"),
    (HARD, "a shape near 0", "Gamma(0.01, 1)", "Gamma(5, 3)"),
    (HARD, "a shape near 0", "Gamma(5, 3)", "Gamma(0.01, 1)"),
    (HARD, ONLY_NEARLY_EQUAL, "Gamma(100, 2)", "Gamma(100.001, 2)"),
    (HARD, "large shapes, nearly equal laws", "Gamma(1000000.0, 3)", "Gamma(1000001.0, 3)"),
    (HARD, "large shapes, nearly equal laws", "Gamma(1000000.0, 1000000.0)", "Gamma(1000001.0, 1000000.0)"),
    (HARD, ONLY_NEARLY_EQUAL, "Gamma(3, 2)", "Gamma(3.000001, 2)"),
    (USUAL, "ordinary parameters", "Beta(17, 6)", "Beta(3, 3)"),
    (HARD, ONLY_NEARLY_EQUAL, "Beta(0.5, 0.5)", "Beta(0.5001, 0.5)"),
    (HARD, "parameters near 0", "Beta(0.01, 4)", "Beta(4, 0.01)"),
    (HARD, "large parameters, nearly equal laws", "Beta(10000, 10000)", "Beta(10000, 10001)"),
    (USUAL, "ordinary parameters", "Uniform(0, 1)", "Uniform(-1, 2)"),
    (HARD, ONLY_NEARLY_EQUAL, "Uniform(0, 1)", "Uniform(-1e-09, 1)"),
    (USUAL, "ordinary parameters", "Bernoulli(0.5)", "Bernoulli(0.9)"),
    (HARD, "tiny probabilities", "Bernoulli(1e-10)", "Bernoulli(1e-20)"),
    (HARD, ONLY_NEARLY_EQUAL, "Bernoulli(0.25)", "Bernoulli(0.25000001)"),
    (USUAL, "ordinary parameters", "Binomial(12, 0.4)", "Binomial(12, 0.25)"),
    (HARD, ONLY_NEARLY_EQUAL, "Binomial(1000, 0.5)", "Binomial(1000, 0.50000001)"),
    (USUAL, "ordinary parameters", "Geometric(0.5)", "Geometric(0.2)"),
    (HARD, ONLY_NEARLY_EQUAL, "Geometric(0.001)", "Geometric(0.0010000001)"),
    (USUAL, "ordinary parameters", "Poisson(4)", "Poisson(2)"),
    (HARD, "rates far apart", "Poisson(0.01)", "Poisson(30)"),
    (HARD, "large rates, nearly equal laws", "Poisson(1000000.0)", "Poisson(1000001.0)"),
]
FAMILY_EDGES = [
    ("equal laws", "Normal(0, 1)", "Normal(0, 1)"),
    ("equal laws", "Beta(17, 6)", "Beta(17, 6)"),
    ("p has mass where q has none", "Uniform(0, 2)", "Uniform(0, 1)"),
]
FAMILY_ORDERS = [0.1, 0.5, 2.0, 7.0]
HARD_ENTROPIES = {
    "Normal(0, 1e-200)": "squares underflow",
    "Gamma(0.01, 1)": "a shape near 0",
    "Gamma(1000000.0, 3)": "a large shape: the terms cancel",
    "Gamma(1000000.0, 1000000.0)": "a large shape: the terms cancel",
    "Beta(0.5, 0.5)": "a density that is infinite at both ends",
    "Beta(0.01, 4)": "a parameter near 0",
    "Beta(10000, 10000)": "large parameters: the terms cancel",
    "Bernoulli(1e-10)": "a tiny probability",
    "Geometric(0.001)": "a small probability",
    "Poisson(1000000.0)": "a large rate: no sum of a few terms",
}

# What is no law, in the place of p or of q; the other one is [0.5, 0.5].
NO_LAWS: list[tuple[str, Any]] = [
    ("a negative entry", [1.2, -0.2]),
    ("an entry is not a number", [math.nan, 1.0]),
    ("an infinite entry", [math.inf, 0]),
    ("sums to 1.1", [0.5, 0.6]),
    ("sums to 0.9", [0.5, 0.4]),
    ("sums to 0", [0, 0]),
    ("empty", []),
]
NO_CHANCES = [("negative", -0.1), ("above 1", 1.1), ("not a number", math.nan), ("infinite", math.inf)]
NO_TABLES: list[tuple[str, Any]] = [
    ("a negative cell", [[0.75, -0.25], [0.25, 0.25]]),
    ("a cell is not a number", [[math.nan, 0.5], [0.25, 0.25]]),
    ("sums to 1.25", [[0.5, 0.25], [0.25, 0.25]]),
]
NO_FAMILIES = [
    ("a standard deviation of 0", "Normal(0, 0)"), ("a negative standard deviation", "Normal(0, -1)"),
    ("a mean that is not a number", "Normal(nan, 1)"), ("a negative scale", "Laplace(0, -1)"),
    ("a rate of 0", "Exponential(0)"), ("a negative shape", "Gamma(-1, 1)"), ("a parameter of 0", "Beta(0, 1)"),
    ("an empty interval", "Uniform(1, 1)"), ("a probability above 1", "Bernoulli(1.1)"),
    ("half a toss", "Binomial(2.5, 0.5)"), ("a probability of 0", "Geometric(0)"), ("a negative rate", "Poisson(-1)"),
]  # fmt: skip
GOOD = [0.5, 0.5]


def every() -> Iterator[Case]:
    """Every case, measure by measure."""
    yield from _of_numbers()
    yield from _of_laws()
    yield from _of_tables_and_logits()
    yield from _of_families()


def _of_numbers() -> Iterator[Case]:
    for kind, why, p, q in TERMS:
        yield Case("gibbs_term", kind, why, {"p": p, "q": q})
    for name in "pq":
        for why, bad in (("negative", -1), ("not a number", math.nan), ("infinite", math.inf)):
            yield Case("gibbs_term", INVALID, f"{name} is {why}", {"p": 0.5, "q": 0.5} | {name: bad})
    for measure in ("surprisal", "binary_entropy"):
        for kind, why, p in CHANCES:
            yield Case(measure, kind, why, {"p": p})
        for why, bad in NO_CHANCES:
            yield Case(measure, INVALID, f"p is {why}", {"p": bad})


def _of_laws() -> Iterator[Case]:
    for kind, why, p in LAWS:
        yield Case("entropy", kind, why, {"p": p})
    for why, bad in NO_LAWS:
        yield Case("entropy", INVALID, f"p: {why}", {"p": bad})
    for kind, why, p, q in PAIRS:
        # What makes a difference of two laws hard is nothing to their cross-entropy.
        easy = why == ONLY_NEARLY_EQUAL
        yield Case("cross_entropy", USUAL if easy else kind, "ordinary laws" if easy else why, {"p": p, "q": q})
    yield from _no_pairs("cross_entropy", {})
    for measure in DIVERGENCES:
        for kind, why, p, q in PAIRS:
            yield Case(measure, kind, why, {"p": p, "q": q})
        yield from _no_pairs(measure, {})
    for kind, why, p, q in PAIRS:
        for alpha, of_order, why_order in ORDERS:
            worse = of_order if kind == USUAL else kind
            both = f"{why}; {why_order}" if why_order and kind != USUAL else why_order or why
            yield Case("renyi_divergence", worse, both, {"p": p, "q": q, "alpha": alpha})
    yield from _no_pairs("renyi_divergence", {"alpha": 2})
    yield Case("renyi_divergence", INVALID, "the order is not a number", {"p": GOOD, "q": GOOD, "alpha": math.nan})


def _no_pairs(measure: str, more: dict[str, Any]) -> Iterator[Case]:
    for name in "pq":
        for why, bad in NO_LAWS:
            yield Case(measure, INVALID, f"{name}: {why}", {"p": GOOD, "q": GOOD} | {name: bad} | more)
    yield Case(measure, INVALID, "p and q have different lengths", {"p": GOOD, "q": [0.5, 0.25, 0.25]} | more)
    yield Case(measure, INVALID, "p has one outcome, q two", {"p": [1], "q": GOOD} | more)


def _of_tables_and_logits() -> Iterator[Case]:
    for kind, why, joint in TABLES:
        yield Case("mutual_information", kind, why, {"joint": joint})
    for why, bad in NO_TABLES:
        yield Case("mutual_information", INVALID, why, {"joint": bad})
    for kind, why, p, q in LOGITS:
        yield Case("kl_divergence_logits", kind, why, {"p_logits": p, "q_logits": q})
    for name in ("p_logits", "q_logits"):
        for why, logit in (("not a number", math.nan), ("+∞", math.inf)):
            given = {"p_logits": [0.0, 1.0], "q_logits": [0.0, 1.0]} | {name: [0.0, logit]}
            yield Case("kl_divergence_logits", INVALID, f"{name}: one is {why}", given)


def _of_families() -> Iterator[Case]:
    laws = {text: families.parsed(text) for _, _, *both in FAMILY_PAIRS for text in both}
    for kind, why, p, q in FAMILY_PAIRS:
        yield Case("kl_divergence", kind, why, {"p": laws[p], "q": laws[q]})
    for why, p, q in FAMILY_EDGES:
        yield Case("kl_divergence", EDGE, why, {"p": families.parsed(p), "q": families.parsed(q)})
    for kind, why, p, q in FAMILY_PAIRS:
        for alpha in FAMILY_ORDERS:
            yield Case("renyi_divergence", kind, why, {"p": laws[p], "q": laws[q], "alpha": alpha})
    for text in dict.fromkeys(p for _, _, p, _ in FAMILY_PAIRS):
        hard = HARD_ENTROPIES.get(text)
        yield Case("entropy", HARD if hard else USUAL, hard or "ordinary parameters", {"p": laws[text]})
    for why, text in NO_FAMILIES:
        yield Case("entropy", INVALID, why, {"p": families.parsed(text)})
