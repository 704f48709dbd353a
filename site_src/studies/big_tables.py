"""A table of requests in twelve weeks, counted where it lies: what it holds, and what each engine took, as recorded.

`scripts/drift_at_scale.py` runs the lines of the page on larger and larger tables and writes the record.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from extrabits._checks import Array
from studies.psi import psi

RECORDED = Path(__file__).with_suffix(".json")
EDGES = np.array([-1.28, -0.84, -0.52, -0.25, 0, 0.25, 0.52, 0.84, 1.28])
WEEKS, PARTS, ROWS = 12, 4, 25_000
ENGINES = ("DuckDB", "Dask", "pandas")


@cache
def columns() -> tuple[NDArray[np.int64], Array]:
    """Week and x of a hundred thousand rows; x has two digits, and moves up after the sixth week."""
    parts = []
    for part in range(PARTS):
        rng = np.random.default_rng([0, part])
        week = rng.integers(1, WEEKS + 1, ROWS)
        parts.append((week, np.round(rng.normal(size=ROWS) + 0.2 * (week > 6), 2)))
    weeks, values = zip(*parts, strict=True)
    return np.concatenate(weeks), np.concatenate(values)


def report(side: Literal["left", "right"] = "left") -> float:
    """The PSI of the last week against the first; what is equal to an end is in the bin on this side of it."""
    week, x = columns()
    cells = np.searchsorted(EDGES, x, side=side)
    return float(psi(*(np.bincount(cells[week == w], minlength=len(EDGES) + 1) for w in (1, WEEKS))))


def share_at_an_end() -> float:
    """The share of the rows that are equal to an end of a bin."""
    return float(np.isin(columns()[1], EDGES).mean())


@cache
def recorded() -> dict[str, Any]:
    """The last run of the script: its day, its machine, its versions, and for each table what each engine took."""
    return dict(json.loads(RECORDED.read_text(encoding="utf-8")))


def took(rows: int, engine: str, what: str) -> float:
    """Seconds of a clock or of processors, or megabytes, of an engine on a table of so many rows: the median."""
    (run,) = (table for table in recorded()["tables"] if table["rows"] == rows)
    return float(np.median(run["engines"][engine][what]))


def values(rows: int) -> set[float]:
    """What the engines gave for a table of so many rows."""
    (run,) = (table for table in recorded()["tables"] if table["rows"] == rows)
    return {value for engine in run["engines"].values() for value in engine["value"]}
