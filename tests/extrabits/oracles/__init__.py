"""Second opinions: each public name of the package by its definition, in code that knows nothing of the package.

The name is the registry: the oracle of `kl_divergence` is the public function of that name in a module here, with the
same arguments but for `axis`. A module here imports nothing of ours, so that no fault of the package can hide in both.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any

Oracle = Callable[..., Any]
FORMULA = 1e-9
"""The relative error at which a formula and its oracle still agree."""


def searched(relative_error: float) -> Callable[[Oracle], Oracle]:
    """A decorator: what this oracle finds by searching, it finds up to this relative error."""

    def state(oracle: Oracle) -> Oracle:
        oracle.__dict__["relative_error"] = relative_error
        return oracle

    return state


def relative_error(name: str) -> float:
    """How far a function may be from its oracle."""
    return float(oracles()[name].__dict__.get("relative_error", FORMULA))


@cache
def oracles() -> MappingProxyType[str, Oracle]:
    """Every oracle by the name of what it doubles."""
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return MappingProxyType(
        {
            name: function
            for module in modules
            for name, function in inspect.getmembers(module, inspect.isfunction)
            if function.__module__ == module.__name__ and not name.startswith("_")
        }
    )
