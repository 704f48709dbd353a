"""The table of requests by plain Python and SQLite, and the record of the engines."""

import re
import sqlite3
from typing import Literal

import numpy as np
import pytest

from checking import calls
from environment import ROOT
from extrabits import normalize
from studies import big_tables

PAGE = (ROOT / "docs" / "uses" / "drift.md").read_text(encoding="utf-8")
QUERY = re.compile(r"^(edges = [^\n]*\nbelow = [^\n]*\nquery = [^\n]*)$", re.MULTILINE)
ENDS = [-1.28, -0.84, -0.52, -0.25, 0.0, 0.25, 0.52, 0.84, 1.28]


def rows() -> list[tuple[int, float]]:
    week, x = big_tables.columns()
    return list(zip(week.tolist(), x.tolist(), strict=True))


def index(p: list[float], q: list[float]) -> float:
    return float(sum((a - b) * np.log(a / b) for a, b in zip(p, q, strict=True)))


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_report_by_plain_python(side: Literal["left", "right"]) -> None:
    def cell(x: float) -> int:
        return sum(x > end or (side == "right" and x == end) for end in ENDS)

    counts = [np.bincount([cell(x) for week, x in rows() if week == w], minlength=10) for w in (1, 12)]
    assert big_tables.report(side) == pytest.approx(index(*(normalize(count).tolist() for count in counts)))


def test_the_share_at_an_end() -> None:
    assert big_tables.share_at_an_end() == sum(x in ENDS for _, x in rows()) / 100_000


def test_the_query_of_the_page_in_another_database() -> None:
    """SQLite counts as numpy does, an empty bin and NULL too."""
    (shown,) = calls.SAME_LINES.findall(PAGE)
    (lines,) = QUERY.findall(shown)
    names: dict[str, str] = {}
    exec(lines, names)
    week, x = big_tables.columns()
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE requests (week INTEGER, x DOUBLE PRECISION)")
        database.executemany("INSERT INTO requests VALUES (?, ?)", [*rows(), (12, None), (13, 2.0), (13, None)])
        counts = np.diff(np.array(database.execute(names["query"]).fetchall()), prepend=0)
    cells = np.searchsorted(ENDS, x)
    assert counts[:12].tolist() == np.bincount(10 * (week - 1) + cells, minlength=120).reshape(12, 10).tolist()
    assert counts[12].tolist() == [0] * 9 + [1]


def test_the_record() -> None:
    record = big_tables.recorded()
    assert f'<time datetime="{record["day"]}">' in PAGE
    assert [table["rows"] for table in record["tables"]] == [10**5, 10**6, 10**7, 3 * 10**7]
    for table in record["tables"]:
        (value,) = big_tables.values(table["rows"])
        assert value == pytest.approx(big_tables.report(), abs=0.01)
        for engine in big_tables.ENGINES:
            runs = sorted(table["engines"][engine]["processor"])
            assert big_tables.took(table["rows"], engine, "processor") == runs[len(runs) // 2]
    assert min(big_tables.values(10**5)) == pytest.approx(big_tables.report(), rel=1e-13)
