"""The widgets' mathematics, asked from Python: thousands of cases in one process of Node.js."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import environment

HERE = Path(__file__).parent
ROOM = environment.ROOT / "site_src" / "widgets" / "mathematics"


def call(module: str, function: str, cases: Iterable[Iterable[Any]]) -> list[Any]:
    """What the function returns for each list of arguments; its module is one of the mathematics, or a helper here."""
    places = [folder / f"{module}.ts" for folder in (HERE, ROOM)]
    command = environment.node(HERE / "call.ts", next(place for place in places if place.exists()), function)
    given = json.dumps([list(case) for case in cases], allow_nan=False)
    answer = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    results: list[Any] = json.loads(answer.stdout)
    return results
