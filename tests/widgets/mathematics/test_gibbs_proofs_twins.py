"""The lines of the five proofs are what Python computes, for lists of every kind."""

import numpy as np
import pytest
from called import call

from studies import gibbs_proofs as study

RNG = np.random.default_rng(8)
EDGES = [
    {},
    *({"q_sum": total} for total in (0.25, 0.8, 1.3, 1.7, 2.5)),
    *({"p_sum": total} for total in (0.25, 0.5, 0.8, 1.3, 2.5)),
    *({"q_first": share} for share in (0, 1e-9, 1)),
    *({"p_last": share} for share in (-0.3, 0, 0.9)),
    {"q_first": 0, "p_last": -0.2, "q_sum": 1.5, "p_sum": 0.5},
    {"q_first": 0.5, "p_last": 0.2},
]


def pairs(count: int) -> list[tuple[list[float], list[float]]]:
    """The slider's edges, nearly equal lists, and lists of random sums with zeros and negative numbers."""
    found = [study.changed(**case) for case in EDGES]
    for _ in range(count):
        p, q = RNG.dirichlet([1, 1, 1], 2)
        q = q * (RNG.random(3) < 0.95) if RNG.random() < 0.8 else p * (1 + 1e-3 * RNG.random(3))
        p[RNG.integers(3)] *= RNG.choice([1, 1, 0, -0.5])
        found.append((p * RNG.choice([1, 0.5 + RNG.random()]), q * RNG.choice([1, 0.5 + RNG.random()])))
    return [(p.tolist(), q.tolist()) for p, q in found if q[p > 0].sum() > 0]


def test_every_line() -> None:
    cases = pairs(2500)
    for (p, q), answer in zip(cases, call("proof-lines", "lines", cases), strict=True):
        wanted = [(proof, *line, line.holds) for proof, lines in study.proofs(p, q).items() for line in lines]
        assert [(proof, name, relation) for proof, name, _, relation, *_ in answer] == [
            (proof, name, relation) for proof, name, _, relation, *_ in wanted
        ]
        for found, expected in zip(answer, wanted, strict=True):
            at = f"{found} for {p} and {q}"
            assert float(found[2]) == pytest.approx(expected[2], rel=1e-6, abs=1e-9), at
            assert float(found[4]) == pytest.approx(expected[4], rel=1e-6, abs=1e-9), at
            assert found[5] == expected[5], at
