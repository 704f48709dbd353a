"""The lines of the proofs: true for laws, never all true where the inequality is false, and numbers by hand."""

from itertools import product
from math import exp, inf, log, prod

import numpy as np
import pytest

from studies import gibbs_proofs as study

ONE = {"belief-sums-to-one", "logarithm-of-the-mean", "sums-compared", "rest-spent", "budget-of-strings"}


def names(p: study.Numbers, q: study.Numbers) -> list[str]:
    return [line.name for lines in study.broken(p, q).values() for line in lines]


def line(p: study.Numbers, q: study.Numbers, name: str) -> study.Line:
    return next(line for lines in study.proofs(p, q).values() for line in lines if line.name == name)


def test_every_line_holds_for_laws() -> None:
    rng = np.random.default_rng(4)
    for p, q in rng.dirichlet([1, 1, 1], (300, 2)):
        assert names(p, q) == []
        assert names(p, p) == []
        assert names(p, q * rng.random()) == [], "nor does a sum of q below 1 break anything"


def test_no_proof_holds_where_the_inequality_is_false() -> None:
    hundredths = [0.25, 0.5, 0.9, 0.98, 0.99, 1, 1.01, 1.02, 1.1, 1.8, 2.5]
    false = 0
    for q_sum, p_sum, q_first, p_last in product(hundredths, hundredths, [0.1, 0.5, 0.8], [-0.2, 0, 0.2, 0.7]):
        p, q = study.changed(q_sum, q_first, p_sum, p_last)
        if line(p, q, "conclusion").holds:
            continue
        false += 1
        assert all(study.broken(p, q).values()), (p, q)
    assert false > 100


def test_a_belief_that_sums_to_too_much() -> None:
    p, q = study.changed(q_sum=1.3)
    assert q == pytest.approx([0.13, 0.39, 0.78])
    assert set(names(p, q)) == ONE
    assert line(p, q, "belief-sums-to-one").left == pytest.approx(1.3)
    assert line(p, q, "sums-compared").left == pytest.approx(-log(1.3))
    spent = line(p, q, "rest-spent")
    assert spent.right == pytest.approx(0.5 * log(0.13) + 0.3 * log(0.39) + 0.2 * log(0.78))
    assert spent.right - spent.left == pytest.approx(log(1.3))
    assert line(p, q, "budget-of-strings").left == pytest.approx(1.3**100)


def test_a_belief_that_rules_something_out() -> None:
    p, q = study.changed(q_first=0)
    assert line(p, q, "conclusion").left == inf
    assert names(p, q) == ["no-cell-ruled-out", "sums-compared", "finite-cost"]


def test_a_truth_that_sums_to_too_much_or_goes_below_zero() -> None:
    for case in ({"p_sum": 1.3}, {"p_last": -0.2}):
        assert names(*study.changed(**case)) == ["weights-of-a-mean"]


def test_log_sum_alone_needs_no_sum_but_that_of_q_to_be_smaller() -> None:
    p, q = study.changed(q_sum=0.8, p_sum=0.8)
    assert [name for name, lines in study.broken(p, q).items() if not lines] == ["log-sum"]


def test_strings_by_writing_them_down(monkeypatch: pytest.MonkeyPatch) -> None:
    n = 6
    monkeypatch.setattr(study, "LENGTH", n)
    monkeypatch.setattr(study, "MISS", 0.05)
    study._types.cache_clear()
    p, q = study.changed(q_sum=1.2, p_sum=0.9, q_first=0.8)
    cost = -sum(a * log(b) for a, b in zip(p, q, strict=True))
    entropy = -sum(a * log(a) for a in p)
    strings = [(prod(p[list(s)]), prod(q[list(s)])) for s in product(range(3), repeat=n)]
    short = [a for a, b in strings if b >= exp(-n * (cost + study.MISS))]
    likely = sum(a for a in short if a <= exp(-n * (entropy - study.MISS)))
    assert 0 < likely < sum(short) < sum(a for a, _ in strings)
    assert line(p, q, "short-strings").left == pytest.approx(log(len(short)) / n)
    assert line(p, q, "likely-strings").left == pytest.approx(likely)
    assert line(p, q, "budget-of-strings").left == pytest.approx(sum(b for _, b in strings))
    study._types.cache_clear()
