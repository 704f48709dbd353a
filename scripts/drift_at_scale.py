"""Run the lines of the page on drift on larger and larger tables, and record what each engine took; needs Linux.

They are the lines that write the table, with more rows, and those of each engine. Each run is a new process of Python
in `.venv-libraries`, and what it took holds the start: seconds of a clock, which other work on the machine makes more,
and of all processors together, which it hardly changes. One run before them is not counted.
"""

import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import environment

environment.enter(node_modules=False)

import libraries
from checking import calls
from studies import big_tables
from traps._run import SOURCES

PAGE = environment.ROOT / "docs" / "uses" / "drift.md"
BLOCK = re.compile(r"^```py\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE)
SIZES = (10**5, 10**6, 10**7, 3 * 10**7)
RUNS = 3
LARGEST_PART = 10**6
PACKAGES = ("duckdb", "dask", "distributed", "pandas", "pyarrow", "numpy")
PAUSE = 0.02  # seconds between two looks at the memory


def main() -> None:
    """Write the table of each size, run every engine on it in turn, and keep what they took."""
    environment.once(libraries.VENV, [libraries.PINS, libraries.LOCK], libraries.install)
    writing, *programs = _lines()
    tables = []
    for rows in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            parts = max(big_tables.PARTS, rows // LARGEST_PART)
            more = writing.replace(f"range({big_tables.PARTS})", f"range({parts})")
            _run(more.replace(f"{big_tables.ROWS:_}", str(rows // parts)) + "None\n", folder)
            size = sum(file.stat().st_size for file in folder.rglob("*.parquet")) / 1e6
            took = {engine: _empty() for engine in big_tables.ENGINES}
            for run in range(1 + RUNS):
                for engine, program in zip(big_tables.ENGINES, programs, strict=True):
                    environment.say(f"{rows:.0e} rows, {engine}, {run} of {RUNS}")
                    found = _run(program, folder)
                    if run:  # the first finds neither the files nor the libraries in the system's cache
                        for what, value in found.items():
                            took[engine][what].append(value)
            assert len({value for engine in took.values() for value in engine["value"]}) == 1, took
            tables.append({"rows": rows, "megabytes": round(size, 2), "engines": took})
    big_tables.RECORDED.write_text(json.dumps(_machine() | {"tables": tables}, indent=1) + "\n", encoding="utf-8")


def _lines() -> list[str]:
    """The lines of the page that write the table, and those of each engine."""
    (shown,) = calls.SAME_LINES.findall(PAGE.read_text(encoding="utf-8"))
    return BLOCK.findall(shown)


def _empty() -> dict[str, list[float]]:
    return {"value": [], "seconds": [], "processor": [], "megabytes": []}


def _run(program: str, folder: Path) -> dict[str, float]:
    """What the last line gives, the seconds from the start of Python, and the most memory of all its processes."""
    command = [str(libraries.PYTHON), "-W", "ignore", "-m", "traps._call_runs"]
    env = os.environ | {"PYTHONPATH": str(SOURCES)}
    begun, worked, most = time.perf_counter(), _processor(), 0.0
    with subprocess.Popen(
        command, cwd=folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        json.dump([program], process.stdin)
        process.stdin.close()
        while process.poll() is None:
            most = max(most, _megabytes(process.pid))
            time.sleep(PAUSE)
        seconds = time.perf_counter() - begun
        (value,) = json.load(process.stdout)
    if isinstance(value, str):
        sys.exit(f"{value} from\n{program}")
    took = {"seconds": round(seconds, 2), "processor": round(_processor() - worked, 2), "megabytes": round(most)}
    return {"value": value, **took}


def _processor() -> float:
    """The seconds that all processes worked which have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _megabytes(session: int) -> float:
    """The memory of all processes of a session; what they share counts once."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == session:
                found = re.search(r"^Pss: +(\d+) kB$", (folder / "smaps_rollup").read_text(), re.MULTILINE)
                total += int(found[1]) if found else 0
        except (OSError, ValueError):  # it has just ended
            continue
    return total / 1000


def _machine() -> dict[str, Any]:
    (site_packages,) = libraries.VENV.glob("lib/python*/site-packages")
    there = {found.name: found.version for found in distributions(path=[str(site_packages)])}
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "versions": {package: there[package] for package in PACKAGES},
    }


if __name__ == "__main__":
    environment.asked(__doc__)
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("the memory of a process is read from /proc/…/smaps_rollup, which Linux alone has")
    main()
