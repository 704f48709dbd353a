"""Best tests as linear programs, curves by counting, areas by pairs, hulls by scipy and by isotonic regression."""

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.spatial import ConvexHull
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import roc_auc_score

from studies import neyman_pearson
from studies.neyman_pearson import Curve


def most_hits(p: np.ndarray, q: np.ndarray, allowed: float) -> float:
    found = linprog(-p, A_ub=[q], b_ub=[allowed], bounds=(0, 1))
    assert found.success
    return -float(found.fun)


def made(p: np.ndarray, q: np.ndarray, border: neyman_pearson.Border) -> tuple[float, float]:
    """False alarms and hits of the test with this border, outcome by outcome."""
    false_alarms = hits = 0.0
    for ours, theirs in zip(p, q, strict=True):
        ratio = ours / theirs if theirs else np.inf
        says_p = 1.0 if ratio > border.ratio else border.probability if ratio == border.ratio else 0.0
        false_alarms, hits = false_alarms + theirs * says_p, hits + ours * says_p
    return false_alarms, hits


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("allowed", [0, 0.03, 0.4, 1])
def test_the_best_test_is_the_best_linear_program(seed: int, allowed: float) -> None:
    rng = np.random.default_rng(seed)
    p, q = rng.dirichlet(np.ones(6), size=2)
    p[3], q[3] = 2 * p[2], 2 * q[2]  # a tie
    if seed % 2:
        p[0] = q[1] = 0
    p, q = p / p.sum(), q / q.sum()
    false_alarms, hits = made(p, q, neyman_pearson.best_test(p, q, allowed))
    assert false_alarms == pytest.approx(allowed, abs=1e-12)
    assert hits == pytest.approx(most_hits(p, q, allowed), abs=1e-9)


def some_scores(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """With ties."""
    rng = np.random.default_rng(seed)
    positive = rng.random(150) < 0.4
    return (rng.normal(size=150) + positive).round(1), positive


@pytest.mark.parametrize("seed", [1, 2])
def test_a_curve_counts(seed: int) -> None:
    scores, positive = some_scores(seed)
    drawn = neyman_pearson.curve(scores, positive)
    assert [drawn.false_alarms[0], drawn.hits[0], drawn.thresholds[0]] == [0, 0, np.inf]
    assert sorted(set(scores), reverse=True) == drawn.thresholds[1:].tolist()
    for false_alarms, hits, least in zip(*drawn, strict=True):
        assert hits == np.mean([score >= least for score in scores[positive]])
        assert false_alarms == np.mean([score >= least for score in scores[~positive]])
    assert neyman_pearson.area(drawn) == pytest.approx(roc_auc_score(positive, scores))
    pairs = [(a > b) + (a == b) / 2 for a in scores[positive] for b in scores[~positive]]
    assert neyman_pearson.area(drawn) == pytest.approx(np.mean(pairs))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_hull_by_scipy_and_its_slopes_by_isotonic_regression(seed: int) -> None:
    scores, positive = some_scores(seed)
    drawn = neyman_pearson.curve(scores, positive)
    corners = neyman_pearson.hull(drawn)
    points = np.column_stack([drawn.false_alarms, drawn.hits])
    hull = ConvexHull(np.vstack([points, [1, 0]]))
    above = {tuple(row) for row in points[[i for i in hull.vertices if i < len(points)]]}
    assert {tuple(row) for row in np.column_stack(corners[:2])} == above
    slopes = neyman_pearson.slopes(corners)
    assert (np.diff(slopes) < 0).all()
    fitted = IsotonicRegression().fit(scores, positive.astype(float))
    share = positive.mean()
    for above_it, least, slope in zip(corners.thresholds, corners.thresholds[1:], slopes, strict=False):
        posterior = fitted.predict(scores[(scores >= least) & (scores < above_it)])
        with np.errstate(divide="ignore"):
            assert posterior / (1 - posterior) / (share / (1 - share)) == pytest.approx(slope)


def test_on_a_level_or_upright_piece_only_the_ends_are_corners() -> None:
    drawn = Curve(np.array([0, 0, 0, 0.5, 1, 1]), np.array([0, 0.2, 0.5, 1, 1, 1.0]), np.arange(6.0)[::-1])
    corners = neyman_pearson.hull(drawn)
    assert corners.false_alarms.tolist() == [0, 0, 0.5, 1]
    assert corners.hits.tolist() == [0, 0.5, 1, 1]
    assert neyman_pearson.slopes(corners).tolist() == [np.inf, 1, 0]
