"""The figures and tables of the page are read back and computed once more."""

import json
import math
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import same_color
from reading import assert_labels_stand_clear, curves, dots, line, panels
from scipy.stats import chi2, ncx2, norm

from exhibits import _discovery, drift
from exhibits._drawing import INK, MUTED, D, H
from studies import big_tables, drift_monitor, empty_cells, halves, missed_drift, quantile_bins

BEFORE, AFTER = [0.80, 0.15, 0.05], [0.60, 0.25, 0.15]


def index(p: Any, q: Any) -> float:
    return float(sum((a - b) * math.log(a / b) for a, b in zip(p, q, strict=True)))


def binned(ends: Any, shift: float = 0.2, spread: float = 1) -> float:
    return index(*(np.diff(law.cdf([-math.inf, *ends, math.inf])) for law in (norm(), norm(shift, spread))))


def dirichlet_windows(m: int) -> Any:
    """Indices without a change, with other draws than those of the study."""
    rng = np.random.default_rng(99)
    shares = rng.multinomial(m, rng.dirichlet([1000] * 9 + [1001], size=20_000)) / m
    with np.errstate(divide="ignore"):
        return ((0.1 - shares) * np.log(0.1 / shares)).sum(axis=1)


def test_year() -> None:
    for axes, rows in zip(panels(drift.year()), (150, 5000), strict=True):
        weeks, values = dots(axes, D)
        assert weeks.tolist() == list(range(1, 53))
        assert values.tolist() == drift_monitor.weekly(rows).tolist()
        (folk,) = curves(axes, INK)
        assert set(folk[1]) == {0.1}
        low, middle, high, limit = np.quantile(dirichlet_windows(rows), [0.05, 0.5, 0.95, 0.99])
        assert line(axes, H)[1][0] == pytest.approx(limit, rel=0.05)
        assert set(line(axes, MUTED)[0]) == {26.5}
        (band,) = axes.patches
        assert (band.get_y(), band.get_y() + band.get_height()) == pytest.approx((low, high), rel=0.03)
        assert low < middle < high
        assert axes.get_ylim()[0] < values.min()
        assert values.max() < axes.get_ylim()[1]
        assert f"{rows} rows a week" in [text.get_text() for text in axes.texts]


def test_bins() -> None:
    above, below = panels(drift.bins())
    cells = list(range(2, 61))
    (by_width, of_exponential), (by_quantile,) = curves(above, INK), curves(above, D)
    for k in (2, 3, 10, 41, 60):
        at = cells.index(k)
        quantiles = norm.ppf(np.arange(1, k) / k)
        assert by_quantile[1][at] == pytest.approx(binned(quantiles))
        assert by_width[1][at] == pytest.approx(binned(np.linspace(-4, 4, k + 1)[1:-1]))
        assert of_exponential[1][at] == pytest.approx(binned(np.log(np.linspace(0, math.exp(4), k + 1)[1:-1])))
        assert line(above, MUTED)[1][at] == pytest.approx((k - 1) * (1 / 10_000 + 1 / 500))
        for colour, value in ((D, binned(quantiles)), (INK, binned(quantiles, 0, 1.15))):
            power = ncx2.sf(chi2.isf(0.01, k - 1), k - 1, value / (1 / 10_000 + 1 / 500))
            assert line(below, colour)[1][at] == pytest.approx(100 * power)
    assert cells[int(np.argmax(line(below, D)[1]))] == 3
    assert cells[int(np.argmax(line(below, INK)[1]))] == 9


def test_floors() -> None:
    (axes,) = panels(drift.floors())
    drawn = [x for x in axes.lines if same_color(x.get_color(), D)]
    assert len(drawn) == 10
    for seed, curve in enumerate(drawn):
        first, second = (counts / counts.sum() for counts in empty_cells.tables(seed))
        for at in (0, 16, 32):
            floor = curve.get_xdata()[at]
            p, q = (np.where(shares == 0, floor, shares) for shares in (first, second))
            assert curve.get_ydata()[at] == pytest.approx(index(p, q))
        assert curve.get_ydata()[0] < 0.1
        assert curve.get_xdata()[[0, -1]] == pytest.approx([1e-2, 1e-10])


def percent(cell: str) -> float:
    return float(cell.replace("\u00a0%", ""))


def test_windows() -> None:
    for rows, level, folk, folk_shift, limit, shift in drift.windows()[1:]:
        m = int(rows)
        assert float(level) == pytest.approx(9 * (1 / 10_000 + 1 / m), abs=5e-5)
        values = dirichlet_windows(m)
        assert percent(folk) == pytest.approx(100 * np.mean(values > 0.1), abs=1.2)
        moved = np.diff([0, *norm.cdf(norm.ppf(np.arange(1, 10) / 10) - 0.2), 1])
        today = np.random.default_rng(98).multinomial(m, moved, size=20_000) / m
        with np.errstate(divide="ignore"):
            with_shift = ((0.1 - today) * np.log(0.1 / today)).sum(axis=1)
        assert percent(folk_shift) == pytest.approx(100 * np.mean(with_shift > 0.1), abs=2)
        if m == 50:
            assert (limit, percent(shift)) == ("∞", 0)
        else:
            assert float(limit) == pytest.approx(np.quantile(values, 0.99), rel=0.05)
            assert percent(shift) == pytest.approx(100 * np.mean(with_shift > float(limit)), abs=2)


def test_columns() -> None:
    rows = drift.columns()[1:]
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), reverse=True)
    names = {"body mass index": "bmi", "blood pressure": "bp", "cholesterol": "s1", "LDL": "s2", "HDL": "s3"}
    names |= {"log triglycerides": "s5", "sugar": "s6", "progression": "target"}
    for name, value, chance in rows:
        column = halves.diabetes()[names.get(name, name)]
        assert float(value) == pytest.approx(halves.of_halves(column), abs=5e-4)
        expected = np.mean(quantile_bins.simulated(221, 221, 0, 5) >= halves.of_halves(column))  # another seed
        assert percent(chance) == pytest.approx(100 * expected, abs=2)


def scientific(cell: str) -> float:
    mantissa, _, exponent = cell.partition("·10")
    return float(mantissa) * 10.0 ** int(exponent.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)


def test_missed() -> None:
    rows = drift.missed()[1:]
    for n, by_g, best, slope, slope_of_best in rows:
        chances = missed_drift.missed(int(n))
        assert [scientific(by_g), scientific(best)] == pytest.approx(chances, rel=0.4)
        assert chances[1] < chances[0]
        falls = np.log(chances) - np.log(missed_drift.missed(2 * int(n)))
        assert [float(slope), float(slope_of_best)] == pytest.approx(falls / int(n), abs=5e-5)
    for column in (3, 4):
        slopes = [float(row[column]) for row in rows]
        assert slopes == sorted(slopes)
        assert slopes[-1] < index(BEFORE, AFTER)


def test_engines() -> None:
    record = json.loads(big_tables.RECORDED.read_text(encoding="utf-8"))
    head, *rows = drift.engines()
    assert head[1:] == ["DuckDB", "Dask", "pandas"]
    for row, table in zip(rows, record["tables"], strict=True):
        assert int(row[0].replace("\u202f", "")) == table["rows"]
        for engine, cell in zip(head[1:], row[1:], strict=True):
            seconds, megabytes = (float(part.split("\u00a0")[0].replace("\u202f", "")) for part in cell.split(", "))
            assert seconds == pytest.approx(np.median(table["engines"][engine]["processor"]), abs=0.051)
            assert megabytes == pytest.approx(np.median(table["engines"][engine]["megabytes"]), abs=5.01)


@pytest.mark.parametrize("name", [name for page, name in _discovery.named("Figure") if page == "drift"])
def test_labels_are_large_enough_and_touch_no_line(name: str) -> None:
    assert_labels_stand_clear(getattr(drift, name)())
