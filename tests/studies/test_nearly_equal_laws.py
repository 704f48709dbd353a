"""The sixty digits against mpmath, and the errors where both are known."""

import math
from fractions import Fraction

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


def test_all_sizes_grow_down_the_rows() -> None:
    p, q = study.pairs_of_all_sizes()
    sizes = np.log10((q / p - 1).std(axis=1))
    assert len(p) == study.PAIRS // 5
    assert (sizes[0], sizes[-1]) == (pytest.approx(-10, abs=0.5), pytest.approx(-0.5, abs=0.5))
    assert np.polyfit(range(len(sizes)), sizes, 1)[0] == pytest.approx(9.48 / len(sizes), rel=0.05)


def test_the_step_goes_from_b_to_a() -> None:
    p, q = study.ONE_STEP
    assert q - p == pytest.approx([3e-9, -3e-9, 0], rel=1e-7, abs=0)
    assert study.plain_terms(p, q) == pytest.approx(
        [a * math.log(a / b) for a, b in zip(p, q, strict=True)], rel=1e-12, abs=0
    )


@pytest.mark.parametrize(("single", "kind"), [(False, np.float64), (True, np.float32)])
def test_the_plain_sum_misses_by_as_much_at_every_size(single: bool, kind: type) -> None:
    for size in (1e-2, 1e-3, 1e-4):
        p, q = study.pairs(size)
        sums = np.sum(p.astype(kind) * np.log(p.astype(kind) / q.astype(kind)), axis=1)
        truths = [float(truth) for truth in study.exact(p, q)]
        add = study.plain_in_single if single else study.SUMS["numpy"]
        assert add(p, q) == pytest.approx(sums, rel=1e-12, abs=0)
        assert study.misses(add, p, q) == pytest.approx(np.abs(sums - truths), rel=1e-3, abs=1e-18)
        assert study.typical_miss(size, single) == pytest.approx(np.median(np.abs(sums - truths)), rel=0.1, abs=0)
        assert study.typical_miss(size, single) == pytest.approx(float(np.finfo(kind).eps) / 5, rel=1, abs=0)


@pytest.mark.parametrize("size", [1e-2, 1e-10])
def test_most_of_the_noise_is_the_difference_of_the_sums(size: float) -> None:
    p, q = study.pairs(size)
    sums = [[sum(map(Fraction, row)) for row in rows.tolist()] for rows in (p, q)]
    differences = [float(a - b) for a, b in zip(*sums, strict=True)]
    assert study.differences_of_sums(p, q) == pytest.approx(differences, rel=1e-12, abs=0)
    assert study.typical_difference_of_sums(size) == pytest.approx(np.median(np.abs(differences)), rel=1e-12, abs=0)
    # Without it, what is left is what numpy's plain sum misses on the lists as they are: P · D + P ln(P/Q).
    with mpmath.workdps(50):
        pairs = zip(p.tolist(), q.tolist(), strict=True)
        exact = [mpmath.fsum(a * mpmath.log(mpmath.mpf(a) / b) for a, b in zip(*pair, strict=True)) for pair in pairs]
        left = [float(plain - sum_) for plain, sum_ in zip(study.SUMS["numpy"](p, q).tolist(), exact, strict=True)]
    assert study.typical_miss_of_terms(size) == pytest.approx(np.median(np.abs(left)), rel=1e-3, abs=0)
    assert study.typical_miss_of_terms(size) < study.typical_difference_of_sums(size) / 4


def test_clipping_keeps_the_noise_that_is_positive() -> None:
    p, q = study.pairs(1e-10)
    plain = np.sum(p * np.log(p / q), axis=1)
    assert study.mean_when_clipped(1e-10) == pytest.approx(plain[plain > 0].sum() / len(plain), abs=0)
    assert study.mean_divergence(1e-10) == pytest.approx(float(np.mean([float(t) for t in study.exact(p, q)])), abs=0)
    assert study.mean_when_clipped(1e-2) == pytest.approx(study.mean_divergence(1e-2))


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
