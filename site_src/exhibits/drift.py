"""Exhibits of the page on drift: all divergences in nats."""

import numpy as np
from matplotlib.figure import Figure

from exhibits._drawing import D_INK, GRID, H_INK, INK, MUTED, D, H, Table, canvas
from studies import big_tables, binned_shift, drift_monitor, empty_cells, halves, missed_drift, psi, quantile_bins
from studies.drift_monitor import BEGINS, WEEKS
from studies.quantile_bins import CELLS, REFERENCE, SHIFT

WINDOWS = (150, 5000)
FOLK = 0.1
ONE_PERCENT = 0.01
FLOORS = np.logspace(-2, -10, 33)
PAIRS = range(10)
CUTS = range(2, 61)
SEEN = 500  # rows
NAMES = {
    "bmi": "body mass index",
    "bp": "blood pressure",
    "s1": "cholesterol",
    "s2": "LDL",
    "s3": "HDL",
    "s5": "log triglycerides",
    "s6": "sugar",
}
NAMES |= {"target": "progression"}


def year() -> Figure:
    """Weekly PSI of one column with few and with many rows a week, with what chance does and both limits."""
    figure, panels = canvas(5.6, rows=2, sharex=True, sharey=True)
    for axes, rows in zip(panels, WINDOWS, strict=True):
        weeks = np.arange(1, WEEKS + 1)
        low, high = np.quantile(quantile_bins.simulated(REFERENCE, rows), [0.05, 0.95])
        axes.axhspan(low, high, color=GRID, linewidth=0)
        axes.axhline(FOLK, color=INK, linewidth=1.2, linestyle=(0, (4, 2)))
        axes.axhline(quantile_bins.threshold(ONE_PERCENT, rows), color=H, linewidth=1.6)
        axes.axvline(BEGINS - 0.5, color=MUTED, linewidth=1, linestyle=(0, (1, 2)))
        axes.plot(weeks, drift_monitor.weekly(rows), "o", color=D, markersize=4.5)
        axes.set(yscale="log", ylim=(6e-4, 1), xlim=(0, WEEKS + 1), ylabel="PSI, nats", xticks=[1, 13, 26, 39, 52])
        axes.set(yticks=[0.001, 0.01, 0.1, 1])
        axes.set_yticklabels(["0.001", "0.01", "0.1", "1"])
        axes.minorticks_off()
        axes.text(0.6, 0.93, f"{rows} rows a week", color=INK, va="top", size=11.5)
    few, many = panels
    few.text(WEEKS + 0.5, 0.62, "column moves", color=MUTED, ha="right", va="center")
    few.text(WEEKS + 0.5, 0.005, "grey: chance,\n9 weeks in 10", color=MUTED, ha="right", va="center")
    few.text(0.6, 0.006, "green: 1 % limit", color=H_INK, va="center")
    many.text(WEEKS + 0.5, 0.16, "0.1", color=INK, ha="right", va="center")
    many.text(0.6, 0.013, "1 % limit", color=H_INK, va="center")
    many.set(xlabel="week")
    return figure


def bins() -> Figure:
    """The PSI of one shift in more and more bins, and how often a test of 1 % sees it in a window of 500 rows."""
    cells = np.array(CUTS)
    figure, (index, power) = canvas(5.2, rows=2, sharex=True)
    by_quantile = [binned_shift.index(binned_shift.quantile_ends(k)) for k in CUTS]
    by_width = [binned_shift.index(binned_shift.equal_ends(k)) for k in CUTS]
    of_exponential = [binned_shift.index(binned_shift.equal_ends_of_exponential(k)) for k in CUTS]
    index.plot(cells, by_width, color=INK, linewidth=1.4)
    index.plot(cells, of_exponential, color=INK, linewidth=1.4, linestyle=(0, (4, 2)))
    index.plot(cells, by_quantile, color=D)
    index.plot(cells, [psi.level(k, REFERENCE, SEEN) for k in CUTS], color=MUTED, linewidth=1.4)
    index.text(60, 0.0415, "bins at quantiles", color=D_INK, ha="right", va="bottom")
    index.text(60, 0.011, "equal widths, of\nthe exponential", color=INK, ha="right", va="center")
    index.text(4, 0.048, "equal widths", color=INK, va="center")
    index.text(25, 0.0555, "level", color=MUTED, ha="right", va="center")
    index.set(ylabel="PSI, nats", ylim=(0, 0.06), yticks=[0, 0.02, 0.04, 0.06])
    for shift, spread, colour in ((SHIFT, 1, D), (0, binned_shift.SPREAD, INK)):
        values = [binned_shift.index(binned_shift.quantile_ends(k), shift, spread) for k in CUTS]
        seen = [100 * binned_shift.power(v, k, REFERENCE, SEEN) for v, k in zip(values, CUTS, strict=True)]
        power.plot(cells, seen, color=colour)
    power.text(24, 62, "the shift", color=D_INK, va="bottom")
    power.text(10, 20, "a wider spread", color=INK, va="center")
    power.set(ylabel="seen, %", ylim=(0, 100), yticks=[0, 50, 100], xlabel="bins", xlim=(0, 61))
    power.set(xticks=[2, 10, 20, 30, 40, 50, 60])
    return figure


def floors() -> Figure:
    """The PSI of ten pairs of samples of one law against the share that a program writes into empty cells."""
    figure, (axes,) = canvas(3.3)
    axes.axhline(FOLK, color=INK, linewidth=1.2, linestyle=(0, (4, 2)))
    for pair in PAIRS:
        tables = empty_cells.tables(pair)
        axes.plot(FLOORS, [psi.psi_with_floor(*tables, floor) for floor in FLOORS], color=D, linewidth=1.5)
    axes.text(6e-3, 0.6, "ten pairs, nothing changed", color=D_INK, ha="left", va="center")
    axes.set(
        xscale="log", xlim=(1e-2, 1e-10), ylim=(0, 0.7), xlabel="share written into an empty cell", ylabel="PSI, nats"
    )
    axes.set(xticks=[1e-2, 1e-4, 1e-6, 1e-8, 1e-10], yticks=[0, 0.1, 0.2, 0.4, 0.6])
    axes.set_xticklabels(["10⁻²", "10⁻⁴", "10⁻⁶", "10⁻⁸", "10⁻¹⁰"])
    axes.minorticks_off()
    return figure


def windows() -> Table:
    """How often either limit rings, for windows of four sizes against one reference, without and with the shift."""
    rows = []
    for m in (50, 150, 500, 5000):
        limit = quantile_bins.threshold(ONE_PERCENT, m)
        shares = [quantile_bins.rings(x, m, shift) for x in (FOLK, limit) for shift in (0, SHIFT)]
        folk_false, folk_true, _, true = (f"{100 * share:.0f}\u00a0%" for share in shares)
        shown = "∞" if np.isinf(limit) else f"{limit:.2g}"
        rows.append([str(m), f"{psi.level(CELLS, REFERENCE, m):.4f}", folk_false, folk_true, shown, true])
    return [["rows", "level", "0.1, no shift", "0.1, shift", "limit of 1\u00a0%", "limit, shift"], *rows]


def columns() -> Table:
    """The second half of the diabetes table against the first: PSI, and how often chance alone gives as much."""
    found = halves.diabetes().items()
    rows = [
        [NAMES.get(name, name), f"{halves.of_halves(column):.3f}", f"{100 * halves.chance(column):.0f}\u00a0%"]
        for name, column in sorted(found, key=lambda item: -halves.of_halves(item[1]))
    ]
    return [["column", "PSI", "chance"], *rows]


def missed() -> Table:
    """How often a change is missed by the G-test and by the best test, and how fast that falls with a row."""
    rows = []
    for n in (50, 100, 200, 400, 800):
        chances, slopes = missed_drift.missed(n), missed_drift.slope(n)
        rows.append([str(n), *map(_scientific, chances), *(f"{slope:.4f}" for slope in slopes)])
    return [["n", "G-test", "best test", "slope, G", "slope, best"], *rows]


def engines() -> Table:
    """Seconds and megabytes of each engine on larger and larger tables, as recorded."""
    rows = []
    for table in big_tables.recorded()["tables"]:
        cells = []
        for engine in big_tables.ENGINES:
            seconds, megabytes = (big_tables.took(table["rows"], engine, what) for what in ("processor", "megabytes"))
            cells.append(f"{seconds:.1f}\u00a0s, {_rounded(megabytes)}\u00a0MB")
        rows.append([_thousands(table["rows"]), *cells])
    return [["rows", *big_tables.ENGINES], *rows]


def _scientific(value: float) -> str:
    if value >= 0.001:
        return f"{value:.3f}"
    mantissa, exponent = f"{value:.0e}".split("e")
    return f"{mantissa}·10{str(int(exponent)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _rounded(megabytes: float) -> str:
    return _thousands(round(megabytes, -1))


def _thousands(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\u202f")
