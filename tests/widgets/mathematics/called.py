"""The widgets' mathematics, asked from Python: thousands of cases in one process of Node.js."""

import json
import math
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import environment

HERE = Path(__file__).parent
ROOM = environment.ROOT / "site_src" / "widgets" / "mathematics"
NOT_IN_JSON = {"Infinity": math.inf, "-Infinity": -math.inf, "NaN": math.nan}


def call(module: str, function: str, cases: Iterable[Iterable[Any]]) -> list[Any]:
    """What the function of the module returns for each list of arguments."""
    command = environment.node(HERE / "call.ts", ROOM / f"{module}.ts", function)
    given = json.dumps([_sent(list(case)) for case in cases], allow_nan=False)
    answer = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    results: list[Any] = _received(json.loads(answer.stdout))
    return results


def _sent(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_sent(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return next(name for name, number in NOT_IN_JSON.items() if number == value or value != value == number)
    return value


def _received(value: Any) -> Any:
    if isinstance(value, list):
        return [_received(item) for item in value]
    if isinstance(value, dict):
        return {name: _received(item) for name, item in value.items()}
    return NOT_IN_JSON.get(value, value) if isinstance(value, str) else value
