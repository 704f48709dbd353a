"""One Gaussian for two bells, by integrals and a search over a grid."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from studies import one_bell_for_two as bells


def density(x: float, a: float) -> float:
    return float(norm.pdf(x, -a) + norm.pdf(x, a)) / 2


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
