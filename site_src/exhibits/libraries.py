"""Exhibits of the page on libraries: what was recorded when the real libraries ran, in `site_src/traps/`."""

import json
from collections import Counter
from functools import cache
from math import e
from typing import Any

from exhibits._drawing import Table
from extrabits import kl_divergence
from traps._registry import find
from traps._run import LAWS, NO_LAWS, RECORDED, Result, agree, edges


def saw(key: str, name: str) -> Any:
    """What the trap of this key gave under this name, as recorded."""
    return recorded()[key]["saw"][name]


def version(library: str) -> str:
    """The version of the library, by the name under which it is installed, that was run."""
    return str(next(result["version"] for result in recorded().values() if result["library"] == library))


@cache
def recorded() -> dict[str, Result]:
    """The record of the last run with the libraries installed."""
    results: dict[str, Result] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return results


def versions() -> Table:
    """The libraries that ran, with their versions, and how many traps each has."""
    rows = [[library, version(library), str(_traps()[library])] for library in _order()]
    return [["library", "version", "traps"], *rows]


def ways() -> Table:
    """For each call the expression that is D(p‖q), and what it gives at the edges."""
    every = sorted((trap for trap in find() if trap.is_way), key=lambda way: _order().index(way.library))
    rows = [_row(way.heading, way.expression, recorded()[way.key]["saw"]) for way in every]
    ours = edges(lambda p, q: kl_divergence(p, q, base=e))
    rows.append(_row("extrabits", "kl_divergence(p, q, base=e)", ours))
    return [["D(p‖q) in nats", *LAWS, *NO_LAWS], *rows]


def _traps() -> Counter[str]:
    return Counter(trap.library for trap in find() if not trap.is_way)


def _order() -> list[str]:
    return [library for library, _ in _traps().most_common()]


def _row(library: str, expression: str, given: Result) -> list[str]:
    assert agree(given["value"], given["truth"]), expression
    lines = "<br>".join(f"`{part}`" for part in expression.replace(" - ", "\n- ").splitlines())
    return [f"{library}<br>{lines}", *(_cell(given[case]) for case in (LAWS | NO_LAWS))]


def _cell(given: Any) -> str:
    if isinstance(given, float | int):
        return f"{given:.4g}".replace("-", "−")
    return {"inf": "∞", "nan": "nan", "right": "right"}.get(given, "error")
