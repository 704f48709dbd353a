"""Figures and tables of the page on EM, computed again from the runs and with scipy's densities."""

import numpy as np
import pytest
from reading import bars, curve, curves, label, panels
from scipy.stats import norm
from sklearn.datasets import load_iris
from sklearn.mixture import GaussianMixture

from exhibits import em
from exhibits._drawing import GRID, INK, D, Q

X = load_iris().data[:, 3]


def number(cell: str) -> float:
    return float(cell.replace("−", "-"))


def likelihoods() -> list[float]:
    """Before each step, by scikit-learn's mixture stopped after so many steps."""
    found = []
    for step in range(1, em.STEPS + 1):
        fit = GaussianMixture(3, weights_init=np.full(3, 1 / 3), means_init=[[0.2], [1.3], [2.0]], tol=0, reg_covar=0)
        fit.set_params(max_iter=step, precisions_init=np.full((3, 1, 1), 1 / X.var()))
        with pytest.warns(match="converge"):
            fit.fit(X[:, None])
        found.append(float(fit.score(X[:, None]) * len(X)))
    return found


def test_steps() -> None:
    rows = [[number(cell) for cell in row[1:]] for row in em.steps()[1:]]
    assert len(rows) == 1 + 2 * em.STEPS
    assert [row[0] for row in rows[2::2]] == pytest.approx(likelihoods(), abs=6e-3)
    for place, (likelihood, bound, gap) in enumerate(rows):
        assert likelihood == pytest.approx(bound + gap, abs=0.011)
        if place % 2:
            assert (likelihood, gap) == (rows[place - 1][0], 0)


def test_climb() -> None:
    (axes,) = panels(em.climb())
    x, likelihood = curve(axes, INK)
    assert list(x) == [place / 2 for place in range(2 * em.STEPS + 1)]
    assert likelihood[2::2] == pytest.approx(likelihoods(), abs=1e-3)
    assert all(np.diff(likelihood) >= -1e-9)
    bound = curve(axes, Q)[1]
    assert bound[1::2] == pytest.approx(likelihood[1::2])
    gaps = [curve[1] for curve in curves(axes, D)]
    assert [low for low, _ in gaps] == pytest.approx(bound)
    assert [high for _, high in gaps] == pytest.approx(likelihood)
    lengths = likelihood - bound
    assert lengths[8] == max(lengths[1:])
    assert likelihood[4] < label(axes, "log-likelihood").get_position()[1]
    assert bound[3] > label(axes, "ELBO").get_position()[1]


def test_two_ends() -> None:
    for axes, row in zip(panels(em.two_ends()), em.ends()[1:3], strict=True):
        flowers = [int(np.isclose(X, bar.middle[0]).sum()) for bar in bars(axes, GRID)]
        assert [bar.height for bar in bars(axes, GRID)] == flowers
        assert sum(flowers) == len(X)
        parts = curves(axes, Q)
        assert [x[np.argmax(y)] for x, y in parts] == pytest.approx([float(m) for m in row[2].split(", ")], abs=0.01)
        # The heights add up to the density of the mixture, times flowers and width of a cell.
        total = sum(y.sum() * (x[1] - x[0]) for x, y in parts)
        assert total == pytest.approx(len(X) * 0.1, rel=0.02)
        at = np.array([np.interp(X, x, y) for x, y in parts]).sum(axis=0) / (len(X) * 0.1)
        assert np.log(at).sum() == pytest.approx(number(row[0]), abs=0.05)
        assert label(axes, f"{row[0]} nats\n{row[1]} of the starts")


def test_ends() -> None:
    rows = em.ends()[1:]
    assert sum(float(row[1].removesuffix(" %")) for row in rows) == pytest.approx(100, abs=0.2)
    one = norm.logpdf(X, X.mean(), X.std()).sum()
    assert number(rows[3][0]) == pytest.approx(one, abs=6e-3)
    two = GaussianMixture(2, tol=1e-9, random_state=0, reg_covar=0, max_iter=1000).fit(X[:, None])
    assert number(rows[2][0]) == pytest.approx(two.score(X[:, None]) * len(X), abs=6e-3)
