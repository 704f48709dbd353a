"""The figures and tables of the page are computed here once more, from the models' claims and scipy's laws."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from reading import assert_labels_stand_clear, curves, dots, label, line, panels
from scipy.integrate import quad
from scipy.stats import beta, binom
from sklearn.metrics import roc_curve

from exhibits import _discovery, likelihood_ratio_at_work
from exhibits._drawing import INK, MUTED, D, P, Q
from studies import sequential_betas
from studies.tumour_models import claims
from studies.two_betas import NARROW, WIDE

LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
MALIGNANT, BENIGN = 212, 357
ASKED = [(0.05, 0.05), (0.001, 0.001), (0.05, 1e-6)]


def number(cell: str) -> float:
    """What a cell says, as a share if it is in per cent."""
    mantissa, _, power = cell.strip("*").replace("\u202f", "").partition("·10")
    if mantissa.endswith("\u00a0%"):
        return float(mantissa.removesuffix("\u00a0%")) / 100
    return float(mantissa) * 10.0 ** int(power.translate(LOWERED) or 0)


def split(model: str) -> tuple[Any, Any]:
    known = claims(0)
    ratios = np.exp(getattr(known, model))
    return ratios[known.malignant], ratios[~known.malignant]


def test_bands() -> None:
    edges = [0, 0.01, 0.1, 1, 10, 100, math.inf]
    _, *rows = likelihood_ratio_at_work.bands()
    assert [row[0] for row in rows][1:5] == ["1/100 to 1/10", "1/10 to 1", "1 to 10", "10 to 100"]
    for (_, *cells), low, high in zip(rows, edges, edges[1:], strict=False):
        for model, counts, found in (("logistic", *cells[:2]), ("naive", *cells[2:])):
            ours, theirs = (int(((low <= ratios) & (ratios < high)).sum()) for ratios in split(model))
            assert counts == f"{ours} : {theirs}"
            ratio = ours / MALIGNANT / (theirs / BENIGN) if theirs else math.inf
            assert found == "∞" if ratio == math.inf else number(found) == pytest.approx(ratio, rel=0.03)


def test_costs() -> None:
    rules: dict[str, tuple[str, float]] = {
        "logistic, ratio": ("logistic", 0.95),
        "logistic, odds taken for a ratio": ("logistic", 0.95 / (MALIGNANT / BENIGN)),
        "logistic, odds taken for the clinic's": ("logistic", 0.05 / (MALIGNANT / BENIGN)),
        "naive Bayes, ratio": ("naive", 0.95),
    }
    rows = {name: cells for name, *cells in likelihood_ratio_at_work.costs()[1:]}
    for name, (model, least) in rules.items():
        ours, theirs = split(model)
        missed, false = int((ours < least).sum()), int((theirs >= least).sum())
        cost = missed / MALIGNANT + 0.95 * false / BENIGN
        assert rows[name] == [f"{least:.2g}", str(false), str(missed), f"{cost:.3f}"]
    best = rows.pop("naive Bayes, best in hindsight")
    ours, theirs = split("naive")
    every = [(ours < t).mean() + 0.95 * (theirs >= t).mean() for t in np.append(ours, theirs)]
    assert best[-1] == f"{min(every):.3f}"
    assert float(best[0]) == pytest.approx(np.append(ours, theirs)[np.argmin(every)], rel=0.05)
    assert rows.keys() == rules.keys()


def least_missed(n: int) -> float:
    """How often the 62 % coin is taken for fair at best, where the fair one is missed 5 % of the time."""
    border = binom.isf(0.05, n, 0.5)
    kept = (0.05 - binom.sf(border, n, 0.5)) / binom.pmf(border, n, 0.5)
    return float(binom.cdf(border, n, 0.62) - kept * binom.pmf(border, n, 0.62))


def test_simulated() -> None:
    for cells in likelihood_ratio_at_work.simulated()[1:]:
        n, exact, counted, weighed = map(number, cells)
        chance = least_missed(int(n))
        assert exact == pytest.approx(chance, rel=5e-3)
        assert counted == pytest.approx(1e5 * chance, abs=4 * math.sqrt(1e5 * chance) + 0.5)
        assert weighed == pytest.approx(chance, rel=0.05)


def divergence(p: Any, q: Any) -> float:
    return float(quad(lambda x: p.pdf(x) * (p.logpdf(x) - q.logpdf(x)), 0, 1)[0])


def test_sequential() -> None:
    """Errors by counting where they are large enough, numbers of draws by the runs, bounds by their formulas."""
    head, *rows = likelihood_ratio_at_work.sequential()
    assert head[1:] == ["5\u00a0%, 5\u00a0%", "0.1\u00a0%, 0.1\u00a0%", "5\u00a0%, 10⁻⁶"]
    table = {name.strip("*"): [number(cell) for cell in cells] for name, *cells in rows}
    to_wide, to_narrow = divergence(beta(17, 6), beta(3, 3)), divergence(beta(3, 3), beta(17, 6))
    for k, (alpha, other) in enumerate(ASKED):
        made = sequential_betas.errors(alpha, other)
        assert table["α at most"][k] == pytest.approx(alpha / (1 - other), rel=0.05, abs=5e-5)
        assert table["β at most"][k] == pytest.approx(other / (1 - alpha), rel=0.05, abs=5e-5)
        for name, truth, error, sign in (("α", NARROW, made.alpha, -1), ("β", WIDE, made.beta, 1)):
            seen = np.mean(sign * sequential_betas.runs(truth, alpha, other).evidence > 0)
            assert table[name][k] == pytest.approx(seen, abs=5 * math.sqrt(error / 1e5) + 5e-5)
            assert table[name][k] == pytest.approx(error, rel=0.01, abs=6e-5)
        for name, truth, d, one, two, mine, yours in (
            ("p", NARROW, to_wide, alpha, other, made.alpha, made.beta),
            ("q", WIDE, to_narrow, other, alpha, made.beta, made.alpha),
        ):
            promised, least = (
                ((1 - a) * math.log((1 - a) / b) + a * math.log(a / (1 - b))) / d
                for a, b in ((one, two), (mine, yours))
            )
            assert table[f"{name} true: Wald's formula"][k] == pytest.approx(promised, abs=6e-3)
            assert table[f"{name} true: at least"][k] == pytest.approx(least, abs=6e-3)
            draws = sequential_betas.runs(truth, alpha, other).draws
            assert table[f"{name} true: draws"][k] == pytest.approx(np.mean(draws), abs=6e-3)
            assert least < np.mean(draws)
        loudest = math.log(beta(17, 6).pdf(14 / 17) / beta(3, 3).pdf(14 / 17))
        most = (1 - made.alpha) * (math.log((1 - alpha) / other) + loudest) + made.alpha * math.log(alpha / (1 - other))
        assert table["p true: at most"][k] == pytest.approx(most / to_wide, abs=6e-3)


def against_fair(heads: int, tosses: int, share: float) -> float:
    return math.exp(binom.logpmf(heads, tosses, share) - binom.logpmf(heads, tosses, 0.5))


def averaged(heads: int, tosses: int, a: float) -> float:
    """The ratio's mean over shares of Beta(a, a), by integration where it is not all but zero."""
    seen, width = heads / tosses, 12 * math.sqrt(0.25 / tosses + 0.25 / (2 * a + tosses))
    mean, _ = quad(
        lambda share: against_fair(heads, tosses, share) * beta.pdf(share, a, a),
        max(0, seen - width),
        min(1, seen + width),
        points=[seen],
        limit=200,
    )
    return float(mean)


def test_factors() -> None:
    head, values, *rows = likelihood_ratio_at_work.factors()
    assert values[0] == "p-value"
    for k, cell in enumerate(head[1:], start=1):
        heads, tosses = (int(part.replace("\u202f", "")) for part in cell.split(" of "))
        assert number(values[k]) == pytest.approx(2 * binom.sf(heads - 1, tosses, 0.5), abs=6e-5)
        for name, a in (("Beta(½, ½)", 0.5), ("Beta(1, 1)", 1), ("Beta(100, 100)", 100), ("Beta(1000, 1000)", 1000)):
            (cells,) = [cells for first, *cells in rows if first == name]
            mean = averaged(heads, tosses, a)
            assert number(cells[k - 1]) == pytest.approx(mean, rel=0.03, abs=6e-3 if mean > 0.1 else 0)
        (best,) = [cells for first, *cells in rows if first == "share seen"]
        assert number(best[k - 1]) == pytest.approx(against_fair(heads, tosses, heads / tosses), abs=6e-3)


def test_roc() -> None:
    (axes,) = panels(likelihood_ratio_at_work.roc())
    for model, colour in (("logistic", INK), ("naive", MUTED)):
        known = claims(0)
        false, hits, _ = roc_curve(known.malignant, getattr(known, model), drop_intermediate=False)
        x, y = next(points for points in curves(axes, colour) if len(points[0]) > 2)
        assert x == pytest.approx(100 * false)
        assert y == pytest.approx(100 * hits)
        (at_x,), (at_y,) = dots(axes, colour)
        ours, theirs = split(model)
        assert (at_x, at_y) == pytest.approx((100 * np.mean(theirs >= 0.95), 100 * np.mean(ours >= 0.95)))
    x, y = line(axes, D)
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(0.95)
    (at_x,), (at_y,) = dots(axes, INK)
    assert np.interp(at_x, x, y) == pytest.approx(at_y)
    curve_x, curve_y = next(points for points in curves(axes, INK) if len(points[0]) > 2)
    assert (curve_y <= at_y + 0.95 * (curve_x - at_x) + 1e-9).all(), "the line touches the curve and does not cross it"
    assert any(text.get_text() == "slope 0.95" for text in axes.texts)


def test_race() -> None:
    (axes,) = panels(likelihood_ratio_at_work.race())
    limit = math.log(19)
    steps = {P: [math.log(0.5 / 0.62), math.log(0.5 / 0.38)]}
    steps[Q] = steps[P]
    for colour, sign, heads in ((P, 1, 0.5), (Q, -1, 0.62)):
        races = curves(axes, colour)
        assert len(races) == 10
        tossed = [round(float(step), 9) for _, evidence in races for step in np.diff(evidence)]
        assert set(tossed) == {round(step, 9) for step in steps[colour]}
        seen = tossed.count(round(steps[colour][0], 9)) / len(tossed)
        assert seen == pytest.approx(heads, abs=4 * 0.5 / len(tossed) ** 0.5)
        assert all(evidence[0] == 0 and (np.abs(evidence[:-1]) < limit).all() for _, evidence in races)
        ends = [evidence[-1] for _, evidence in races]
        assert (np.abs(ends) >= limit).all()
        assert np.mean(np.sign(ends) == sign) >= 0.8
        xs, ys = dots(axes, colour)
        assert sorted(zip(xs, ys, strict=True)) == sorted((len(e) - 1, e[-1]) for _, e in races)
    up, down = curves(axes, D)
    for (x, y), p, q in ((up, 0.5, 0.62), (down, 0.62, 0.5)):
        slope = p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))
        assert abs(y[1] / x[1]) == pytest.approx(slope)
        assert abs(y[1]) == pytest.approx(limit)
    assert [y[0] for _, y in curves(axes, INK)] == pytest.approx([limit, -limit])
    for words, above in (("say p at 19 : 1", True), ("say q at 19 : 1", False), ("fair coin true", True)):
        assert (label(axes, words).get_position()[1] > 0) == above


def test_slopes() -> None:
    p, q = beta(17, 6), beta(3, 3)
    for axes, law, mean in zip(
        panels(likelihood_ratio_at_work.slopes()), (p, q), (divergence(p, q), -divergence(q, p)), strict=True
    ):
        shares, logs = line(axes, INK)
        for k in (300, 900, 1300):
            x = np.linspace(0, 1, 200_001)[1:-1]
            above = x[p.logpdf(x) - q.logpdf(x) >= logs[k]]
            assert shares[k] == pytest.approx(law.cdf(above[-1]) - law.cdf(above[0]), abs=2e-4)
        assert shares[0] == 0
        assert shares[-1] == pytest.approx(1, abs=1e-5)
        level = line(axes, D)[1]
        assert level[0] == level[1] == pytest.approx(mean, abs=1e-3)


@pytest.mark.parametrize(
    "name", [name for where, name in _discovery.named("Figure") if where == "likelihood_ratio_at_work"]
)
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    draw: Callable[[], Any] = getattr(likelihood_ratio_at_work, name)
    assert_labels_stand_clear(draw())
