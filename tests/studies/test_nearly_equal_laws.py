"""The sixty digits against mpmath, and the errors where both are known."""

import mpmath
import numpy as np
import pytest

from studies import nearly_equal_laws as study


@pytest.mark.parametrize("size", [1e-2, 1e-10])
def test_sixty_digits_are_those_of_mpmath(size: float) -> None:
    p, q = study.pairs(size)
    with mpmath.workdps(70):
        for truth, a, b in zip(study.exact(p, q)[:5], p, q, strict=False):
            (a, b) = (
                [mpmath.mpf(x) / mpmath.fsum(map(mpmath.mpf, law)) for x in law] for law in (a.tolist(), b.tolist())
            )
            by_mpmath = mpmath.fsum(x * mpmath.log(x / y) for x, y in zip(a, b, strict=True))
            assert abs(mpmath.mpf(str(truth)) / by_mpmath - 1) < 1e-30


def test_the_disturbance_has_its_size() -> None:
    p, q = study.pairs(1e-4)
    np.testing.assert_allclose([p.sum(axis=1), q.sum(axis=1)], 1)
    assert (q / p - 1).std() == pytest.approx(1e-4, rel=0.1)


def test_worst_errors_are_the_largest_of_all_pairs() -> None:
    p, q = study.pairs(1e-6)
    truths = np.array([float(truth) for truth in study.exact(p, q)])
    for name, worst in study.worst_errors(1e-6).items():
        by_float = np.abs(study.SUMS[name](p, q) / truths - 1).max()
        assert worst == pytest.approx(by_float, rel=1e-3, abs=1e-15)


def test_negative_sums_are_counted() -> None:
    assert study.share_negative(0.1) == 0
    p, q = study.pairs(1e-10)
    plain = [sum(a * np.log(a / b) for a, b in zip(*pair, strict=True)) for pair in zip(p, q, strict=True)]
    # A sum from left to right rounds differently from numpy's, so the shares agree only nearly.
    assert study.share_negative(1e-10) == pytest.approx(np.mean(np.array(plain) < 0), abs=0.1)
