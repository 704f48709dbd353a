"""One Gaussian for two bells, by integrals and a search over a grid."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from studies import one_bell_for_two as bells


def density(x: float, a: float, left: float = 0.5) -> float:
    return float(left * norm.pdf(x, -a) + (1 - left) * norm.pdf(x, a))


@pytest.mark.parametrize(("a", "mean", "sd"), [(2.0, 0.0, 2.0), (3.0, 3.0, 1.0), (1.0, 0.5, 0.7)])
def test_divergence(a: float, mean: float, sd: float) -> None:
    def term(x: float) -> float:
        return float(norm.pdf(x, mean, sd) * (norm.logpdf(x, mean, sd) - np.log(density(x, a))))

    wanted = quad(term, mean - 10 * sd, mean + 10 * sd, limit=200)[0]
    assert bells.divergence(a, mean, sd) == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("a", [2.5, 3.1])
def test_no_place_of_a_grid_is_better(a: float) -> None:
    both, one = bells.over_both(a), bells.over_one(a)
    grid = [bells.divergence(a, m, s) for m in np.linspace(0, 4, 41) for s in np.linspace(0.8, 3.6, 57)]
    assert min(both.divergence, one.divergence) <= min(grid) + 1e-12
    assert min(grid) < min(both.divergence, one.divergence) + 1e-3
    assert (both.divergence < one.divergence) == (a < bells.where_one_wins())


def test_at_the_border_both_are_as_good() -> None:
    a = bells.where_one_wins()
    both, one = bells.over_both(a), bells.over_one(a)
    assert both.divergence == pytest.approx(one.divergence, abs=1e-9)
    assert one.mean > 2
    assert both.mean == 0


def log_ratio(a: float, left: float, mean: float, sd: float, x: float) -> float:
    return float(np.log(density(x, a, left)) - norm.logpdf(x, mean, sd))


@pytest.mark.parametrize(("a", "left"), [(2.0, 0.5), (3.0, 0.2), (1.0, 0.0)])
def test_the_inclusive_bell_has_the_moments_and_no_other_is_nearer(a: float, left: float) -> None:
    def mean_of(f: Callable[[float], float]) -> float:
        return float(quad(lambda x: density(x, a, left) * f(x), -a - 10, a + 10, limit=200)[0])

    bell = bells.inclusive(a, left)
    assert bell.mean == pytest.approx(mean_of(lambda x: x))
    assert bell.sd**2 == pytest.approx(mean_of(lambda x: (x - bell.mean) ** 2))
    for mean, sd in ((bell.mean, bell.sd), (bell.mean + 0.1, bell.sd), (bell.mean, 1.1 * bell.sd)):
        nats = mean_of(partial(log_ratio, a, left, mean, sd))
        assert bells.to_bell(a, mean, sd, left) == pytest.approx(nats, abs=1e-9)
        assert nats >= bell.divergence - 1e-9


def test_log_density_and_loss() -> None:
    x = np.linspace(-9, 9, 37)
    p = np.array([density(one, 2.1, 0.3) for one in x])
    assert bells.log_density(2.1, x, 0.3) == pytest.approx(np.log(p))
    q = norm.pdf(x, 0.4, 1.3)
    bell = bells.Bell(0.4, 1.3, np.nan)
    assert bells.loss(2.1, bell, x, "q", 0.3) == pytest.approx(q * np.log(q / p))
    assert bells.loss(2.1, bell, x, "p", 0.3) == pytest.approx(p * np.log(p / q))


@pytest.mark.parametrize(("a", "left", "dips"), [(2.0, 0.5, 1), (2.5, 0.5, 3), (2.3, 0.3, 2), (3.0, 0.9, 2)])
def test_every_dip_is_found_and_is_one(a: float, left: float, dips: int) -> None:
    found = bells.exclusive(a, left)
    assert len(found) == dips
    for mean, sd, low in found:
        around = [bells.divergence(a, mean + 0.01 * i, sd + 0.01 * j, left) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        assert low == pytest.approx(min(around), abs=1e-9)
        assert sum(nats <= low + 1e-9 for nats in around) == 1


def test_dips_over_one_begin() -> None:
    """Where the second one comes, the profile over the mean has an inflection with a level tangent."""
    begin = bells.where_one_begins()
    for a, several in ((begin - 0.01, False), (begin + 0.01, True)):
        heights = [bells.profile(a, mean) for mean in np.linspace(1.4, 2.6, 61)]
        assert (np.diff(heights) < 0).any() == several


def test_profile() -> None:
    grid = [bells.divergence(2.5, 1.0, sd, 0.4) for sd in np.linspace(0.8, 3.5, 2701)]
    assert bells.profile(2.5, 1.0, 0.4) == pytest.approx(min(grid), abs=1e-6)
