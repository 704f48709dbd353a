"""Run every trap, call and true value with the real libraries and record it; `--check` compares with the record.

The libraries live in `.venv-libraries`, made from `libraries.in` and `libraries.lock`: 2 GB on disk, about a minute.
`KERAS_BACKEND=jax` runs the traps of Keras on another backend.
"""

import json
import re
import sys

import environment

environment.enter()

from traps import _call_runs, _page, _run, _truth_runs
from traps._registry import find
from traps._truth_calls import LIBRARIES

VENV = environment.ROOT / ".venv-libraries"
PYTHON = VENV / environment.PYTHON.relative_to(environment.VENV)
PINS, LOCK = (_run.RECORDED.with_name(f"libraries.{kind}") for kind in ("in", "lock"))
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"


def install() -> None:
    """Make the environment of the libraries anew."""
    environment.say("making .venv-libraries from libraries.lock (about a minute, 2 GB)")
    python = environment.new_venv(VENV)
    environment.pip(python, "--require-hashes", "-r", LOCK)
    # PyPI's torch for Linux brings gigabytes of GPU libraries; PyTorch's own index has builds for CPUs, which differ
    # from machine to machine and so have no hash here. Its dependencies are in the lock.
    torch = re.search(r"^torch==\S+", PINS.read_text(), re.MULTILINE)
    assert torch, "libraries.in pins torch"
    environment.pip(python, "--no-deps", "--extra-index-url", CPU_BUILDS, torch[0])


def report(now: dict[str, _run.Result], recorded: dict[str, _run.Result]) -> bool:
    """Say what was not run and what has changed; whether nothing has."""
    unchanged = True
    for trap in find():
        old, new = recorded.get(trap.key), now[trap.key]
        where = "its row in #edges" if trap.is_way else f"#{trap.anchor}"
        if new["version"] is None:
            print(f"not run: {trap.key} ({trap.library} is not installed)")
        elif old is None:
            unchanged = False
            print(f"new: {trap.key} has no record yet")
        elif not _run.agree(old["saw"], new["saw"]) or old["warned"] != new["warned"]:
            unchanged = False
            print(f"changed: {trap.key}, {trap.library} {new['version']}: rewrite {where} of {_page.PAGES}")
            print(f"  recorded {old}\n  now      {new}")
        elif old["version"] != new["version"]:
            print(f"the same: {trap.key} was recorded with {trap.library} {old['version']}, now {new['version']}")
    return unchanged


if __name__ == "__main__":
    is_check = environment.asked(__doc__, check="compare with the record, and write nothing").check
    environment.once(VENV, [PINS, LOCK], install)
    recorded = json.loads(_run.RECORDED.read_text()) if _run.RECORDED.exists() else {}
    environment.say("running the traps, the calls at the edges, and the list of true values")
    now, calls = _run.run_everywhere(PYTHON), _call_runs.now([PYTHON])
    truths = {library: _truth_runs.run(PYTHON, library) for library in LIBRARIES}
    unchanged = report(now, recorded) & _call_runs.report(calls, _call_runs.recorded()) & _truth_runs.report(truths)
    if is_check:
        sys.exit(not unchanged)
    known = {trap.key: now[trap.key] if now[trap.key]["version"] else recorded.get(trap.key) for trap in find()}
    kept = {key: result for key, result in known.items() if result}
    _run.RECORDED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _call_runs.record(calls)
    _truth_runs.record(truths)
    for page, text in _page.read().items():
        page.write_text(_page.corrected(text, kept), encoding="utf-8")
    environment.say(f"recorded {len(kept)} results")
