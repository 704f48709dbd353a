"""Figures and tables of the page on RLHF, computed again by other roads than the studies take."""

import math

import numpy as np
import pytest
from numpy.polynomial.hermite_e import hermegauss
from reading import curve, curves, dots, label, panels
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import rel_entr, softmax
from scipy.stats import norm, t

from exhibits import rlhf
from exhibits._drawing import INK, MUTED, D, P, Q
from extrabits import i_projection
from studies import noisy_judge, preferences

REFERENCE, REWARD = np.array([0.2, 0.5, 0.3]), np.array([1.0, 0.0, -1.0])
ERROR = t(3, scale=0.5)


def number(cell: str) -> float:
    return float(cell.replace("−", "-").replace("\u202f", ""))


def nats(p: np.ndarray, q: np.ndarray) -> float:
    return float(rel_entr(p, q).sum())


def best_of(n: float) -> tuple[float, float]:
    """Score and true reward of the best of n: the true reward by Gauss and Hermite, the score by its quantiles."""
    true, weight = hermegauss(120)
    weight = weight / math.sqrt(2 * math.pi)

    def of(power: int, x: float) -> float:
        score = math.sinh(x)
        share = float(weight @ ERROR.cdf(score - true))
        density = weight * ERROR.pdf(score - true)
        mean = density @ true if power else density.sum() * score
        return float(n * share ** (n - 1) * mean * math.cosh(x))

    return tuple(quad(of_power, -8, 11, limit=300)[0] for of_power in (lambda x: of(0, x), lambda x: of(1, x)))


def test_over_optimised() -> None:
    (axes,) = panels(rlhf.over_optimised())
    d, score = curve(axes, Q)
    truth = curve(axes, P)[1]
    spread = math.sqrt(1.75)
    for place in (8, 24, 56, 88):
        n = math.exp(brentq(lambda x, place=place: x - 1 + math.exp(-x) - d[place], 1e-9, 20))
        wanted = best_of(n)
        assert (score[place], truth[place]) == pytest.approx(wanted, rel=2e-3, abs=2e-3)
        largest = quad(lambda x, n=n: n * x * norm.cdf(x) ** (n - 1) * norm.pdf(x), -9, 9, points=[0, 3, 5])[0]
        assert curve(axes, MUTED)[1][place] == pytest.approx(largest / spread, abs=1e-4)
    (x,), (y,) = dots(axes, P)
    assert (x, y) == pytest.approx((math.log(54) - 53 / 54, best_of(54)[1]), abs=1e-4)
    assert y == pytest.approx(truth.max(), abs=2e-3)
    assert all(np.diff(score) > 0)
    assert all(np.diff(curve(axes, MUTED)[1]) > 0)
    assert axes.get_ylim()[1] < np.interp(4, d, score) < 4.5
    assert label(axes, "n = 54").get_position()[1] < y


def test_frontier() -> None:
    (axes,) = panels(rlhf.frontier())
    d, reward = curve(axes, INK)
    for place in range(20, 190, 17):
        assert nats(i_projection(REFERENCE, [REWARD], [reward[place]]), REFERENCE) == pytest.approx(d[place], abs=1e-7)
    assert (d[0], reward[0], reward[-1]) == (0, pytest.approx(-0.1), 1)
    assert d[reward > 0.99999][0] == pytest.approx(math.log(5), abs=1e-3)
    x, line = curve(axes, D)
    assert (line[1] - line[0]) / (x[1] - x[0]) == pytest.approx(0.5)
    assert all(np.interp(d, x, line)[d < x[1]] >= reward[d < x[1]] - 1e-9)
    (touches,), (height,) = dots(axes, D)
    assert height == pytest.approx(np.interp(touches, x, line))
    assert height == pytest.approx(np.interp(touches, d, reward), abs=1e-4)
    for n, far, gained in zip((2, 4, 8), *dots(axes, Q), strict=True):
        law = np.array([1 - 0.8**n, 0.8**n - 0.3**n, 0.3**n])
        assert (far, gained) == pytest.approx((nats(law, REFERENCE), law @ REWARD))
        assert 0 < np.interp(far, d, reward) - gained < 0.03
        assert label(axes, f"n = {n}").get_position()[1] < gained


def test_drawn() -> None:
    (axes,) = panels(rlhf.drawn())
    *thin, mean = curves(axes, D)
    assert len(thin) == rlhf.DRAWN

    def tilted(seed: int, d: float) -> float:
        true, score = noisy_judge.drawn(seed)

        def surplus(tilt: float) -> float:
            return nats(softmax(tilt * score), np.full(len(score), 1 / len(score))) - d

        return float(softmax(brentq(surplus, 1e-6, 30) * score) @ true)

    for seed in (0, 5, 11):
        for place in (8, 40):
            assert thin[seed][1][place] == pytest.approx(tilted(seed, thin[seed][0][place]), abs=0.01)
    for place in (8, 40):
        assert mean[1][place] == pytest.approx(np.mean([tilted(seed, mean[0][place]) for seed in range(100)]), abs=0.01)
    d, best = curve(axes, P)
    assert best[24] == pytest.approx(best_of(math.exp(brentq(lambda x: x - 1 + math.exp(-x) - 3, 1, 9)))[1], abs=2e-3)
    assert d[24] == 3
    # What the words say of the picture.
    ends = [line[1][-1] for line in thin]
    assert min(ends) < -1
    assert max(ends) > 1
    assert 0.45 < mean[1][8] < 0.55
    assert all(best[1:] >= mean[1][1:])


def test_leash() -> None:
    bars, way = panels(rlhf.leash())
    reference, score, truth = np.array([0.26, 0.3, 0.2, 0.22, 0.02]), np.array([1, 2, 4, 3, 5.0]), [1, 2, 4, 2.5, 0.5]
    heights = [bar.get_height() for bar in bars.patches]
    assert heights[:5] == pytest.approx(reference)
    policy = np.array(heights[5:])
    nearest = i_projection(reference, [score], [policy @ score])
    assert policy == pytest.approx(nearest, abs=1e-7)
    d, reward = curve(way, Q)
    worth = curve(way, P)[1]
    for place in range(20, 190, 17):
        law = i_projection(reference, [score], [reward[place]])
        assert (nats(law, reference), law @ truth) == pytest.approx((d[place], worth[place]), abs=1e-6)
    (far,), (height,) = dots(way, D)
    assert (far, height) == pytest.approx((nats(policy, reference), policy @ score))
    assert dots(way, P)[1][0] == pytest.approx(worth.max(), abs=1e-4)
    x, line = curve(way, D)
    beta = (line[1] - line[0]) / (x[1] - x[0])
    assert label(way, f"best β = {beta:.2f}")
    assert all(np.interp(d, x, line)[d < x[1]] >= reward[d < x[1]] - 1e-9)
    # What the words say of the picture.
    assert worth[-1] < worth[0] < worth.max()
    assert all(np.diff(reward) > -1e-12)


def test_lab() -> None:
    *rows, axes = panels(rlhf.lab())
    sds = {"k1": math.sqrt(0.4), "k2": math.sqrt(2.4), "k3": math.sqrt((math.exp(4) - 5) / 10)}
    for panel, (name, sd), mean in zip(rows, sds.items(), (2, 4, 2), strict=True):
        left, right = curve(panel, INK)[0]
        assert ((left + right) / 2, (right - left) / 2) == pytest.approx((mean, sd))
        assert label(panel, f"{name}: {mean} ± {sd:.2f}")
        (steps,) = panel.patches
        heights, edges, _ = steps.get_data()
        middles = (edges[1:] + edges[:-1]) / 2
        assert heights.max() == 1
        # The few beyond the right end are what the mean of k3 lacks.
        assert heights @ middles / heights.sum() == pytest.approx(mean, abs=0.1 if name == "k1" else 0.6)
    tops = middles[heights.argmax()]
    assert tops < 2, "most of k3 lies below D"
    one, three = curves(axes, INK)[:2]
    assert one[1] == pytest.approx(np.sqrt(2 / one[0]))
    assert three[1] == pytest.approx(np.sqrt(np.exp(2 * three[0]) - 1 - 2 * three[0]) / three[0])
    d, two = curve(axes, MUTED)
    assert two == pytest.approx(np.sqrt(2 + 2 * d))
    (x,), _ = dots(axes, INK)
    assert np.exp(2 * x) == pytest.approx(1 + 4 * x)


def test_three_answers() -> None:
    rows = rlhf.three_answers()[1:]
    weights = [number(row[2]) * number(row[3]) for row in rows]
    assert [number(row[3]) for row in rows] == pytest.approx([math.exp(2 * number(row[1])) for row in rows], abs=6e-4)
    assert [number(row[4]) for row in rows] == pytest.approx([w / sum(weights) for w in weights], abs=2e-4)


def test_best_of_many() -> None:
    for row in rlhf.best_of_many()[2:-1]:
        n, *cells = map(number, row)
        assert cells[0] == pytest.approx(math.log(n) - 1 + 1 / n, abs=6e-3)
        assert cells[1:3] == pytest.approx(best_of(n), abs=0.01)
    score = {row[0]: number(row[2]) for row in rlhf.best_of_many()[1:]}
    assert score["4096"] > 3 * score["54"]
    assert rlhf.best_of_many()[1] == ["1", "0.00", "0.00", "0.00", "0.00"]


def test_values_by_a_million_draws() -> None:
    rng = np.random.default_rng(3)
    for row, beta in zip(rlhf.values()[1:], (2, 1, 1 / 2, 1 / 3, 1 / 4), strict=True):
        policy = softmax(np.log(REFERENCE) + REWARD / beta)
        u = np.log(REFERENCE / policy)[rng.choice(3, 1_000_000, p=policy)]
        one, two, three = -u, u**2 / 2, np.expm1(u) - u
        drawn = [one.mean(), two.mean(), one.std(), two.std(), three.std()]
        assert [number(cell) for cell in row[1:]] == pytest.approx(drawn, rel=0.06, abs=0.003)
        assert three.mean() == pytest.approx(one.mean(), abs=(one.std() + three.std()) / 200)


def test_estimators() -> None:
    policy = np.array([0.5, 0.3, 0.2])
    rows = {row[0]: [number(cell) for cell in row[1:4]] for row in rlhf.estimators()[1:]}
    assert rows["k1"] == [0, 0, 0]
    log_ratio = np.log(policy / REFERENCE)
    assert rows["k2"] == pytest.approx(policy * (log_ratio - policy @ log_ratio), abs=6e-4)
    assert rows["k3"] == pytest.approx(policy - REFERENCE, abs=6e-4)
    assert [row[4] for row in rlhf.estimators()[1:]] == ["nothing", "D(π‖ref)", "D(ref‖π)"]


def test_ends() -> None:
    rows = {row[0]: [number(cell) for cell in row[1:]] for row in rlhf.ends()[1:]}
    assert rows["k1"][:3] == [1, 0, 0]
    assert rows["k2"][:3] == pytest.approx(softmax(np.log(REFERENCE) + 2 * REWARD), abs=6e-4)
    multiplier = brentq(lambda x: (REFERENCE / 2 / (x - REWARD)).sum() - 1, 1.05, 2)
    assert rows["k3"][:3] == pytest.approx(REFERENCE / 2 / (multiplier - REWARD), abs=6e-4)
    for *law, reward, far in rows.values():
        assert reward == pytest.approx(law[0] - law[2], abs=2e-3)
        assert far == pytest.approx(nats(np.array(law), REFERENCE), abs=3e-3)


def test_fits() -> None:
    optimum = softmax(np.log(REFERENCE) + 2 * REWARD)
    for row in rlhf.fits()[1:]:
        law = np.array([number(cell) for cell in row[1:4]])
        assert law.sum() == pytest.approx(1, abs=2e-3)
        assert number(row[4]) == pytest.approx(nats(law, optimum) - law.sum() + 1, abs=4e-4)
    assert rlhf.fits()[4][1:4] == [f"{share:.3f}" for share in optimum]


def test_apart() -> None:
    # In flow the difference grows so that e^(βδ) grows linearly: ten times the steps, ln 10 / β more.
    assert rlhf.apart(0.5, 10_000) - rlhf.apart(0.5, 1000) == pytest.approx(2 * math.log(10), rel=0.01)
    assert rlhf.apart(0.1, 1000) - rlhf.apart(0.1, 100) == pytest.approx(10 * math.log(10), rel=0.05)


def test_other_pairs_hold_one_that_always_wins() -> None:
    wins = np.array([[0, 1, 0.5], [0, 0, 0.5], [0.5, 0.5, 0]])
    assert preferences.dpo(wins, steps=20_000) == pytest.approx(preferences.dpo(wins, steps=5000), abs=1e-9)
    # If the third never beats the first, there is no way back, and the first goes on for ever.
    wins[2, 0] = 0
    apart = [np.log(law[0] / law[1]) for law in (preferences.dpo(wins, steps=steps) for steps in (2000, 20_000))]
    assert apart[1] > apart[0] + 1
