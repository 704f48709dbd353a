"""A judge who errs about one answer: by exact sums, and by an optimiser that knows no formula."""

import re
from math import exp, inf, log

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import rel_entr, softmax

from environment import ROOT
from studies import wrong_judge
from studies.wrong_judge import REFERENCE, SCORE, TRUTH


def test_the_widget_has_the_same_answers() -> None:
    (widget,) = re.findall("<xb-leash [^>]*>", (ROOT / "docs/uses/rlhf.md").read_text(encoding="utf-8"))
    for name, values in (("reference", REFERENCE), ("score", SCORE), ("truth", TRUTH)):
        (written,) = re.findall(f' {name}="([^"]*)"', widget)
        assert tuple(map(float, written.split())) == values
    assert f'labels="{" ".join(wrong_judge.ANSWERS)}"' in widget


def test_tilted_is_the_best_policy() -> None:
    for beta in (3, 1, 0.5):

        def loss(logits: np.ndarray, beta: float = beta) -> float:
            policy = softmax(logits)
            return float(beta * rel_entr(policy, REFERENCE).sum() - policy @ np.array(SCORE))

        found = minimize(loss, np.zeros(5), method="BFGS", options={"gtol": 1e-9})
        assert wrong_judge.tilted(1 / beta) == pytest.approx(softmax(found.x), abs=1e-5)
        policy = wrong_judge.tilted(1 / beta)
        assert wrong_judge.distance(1 / beta) == pytest.approx(rel_entr(policy, REFERENCE).sum())
        assert wrong_judge.reward(1 / beta, SCORE) == pytest.approx(sum(policy * SCORE))


def test_ends() -> None:
    assert wrong_judge.tilted(0) == pytest.approx(REFERENCE)
    assert list(wrong_judge.tilted(inf)) == [0, 0, 0, 0, 1]
    assert wrong_judge.distance(inf) == pytest.approx(-log(0.02))
    assert wrong_judge.tilted(inf, (0.3, 0.1, 0.6, 0), (1, 1, 0, 5)) == pytest.approx([0.75, 0.25, 0, 0])
    assert wrong_judge.tilted(700, (0.3, 0.1, 0.6, 0), (1, 1, 0, 5)) == pytest.approx([0.75, 0.25, 0, 0])


def test_best_by_trying_all() -> None:
    beta, truth = wrong_judge.best()
    tried = {b: wrong_judge.reward(1 / b) for b in np.geomspace(0.05, 20, 4001)}
    assert max(tried.values()) == pytest.approx(truth, abs=1e-6)
    assert max(tried, key=lambda b: tried[b]) == pytest.approx(beta, rel=3e-3)


def test_best_at_an_end() -> None:
    right = wrong_judge.best(score=TRUTH)
    assert right == (0, 4)
    opposed = wrong_judge.best(score=(5, 4, 1, 2.5, 5))
    assert opposed.beta == inf
    assert opposed.truth == pytest.approx(float(np.dot(REFERENCE, TRUTH)))
    assert wrong_judge.best(truth=(2, 2, 2, 2, 2)).beta == inf
    # Two answers: the odds go through one half where e^(1/β) is what the reference has against it.
    middling = wrong_judge.best((0.8, 0.15, 0.05), (0, 1, 2), (0, 1, 0))
    odds = exp(1 / middling.beta)
    assert 0.05 * odds**2 == pytest.approx(0.8)
