"""Finding exhibits: the names of modules and functions are the only registry."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import TypeVar

import exhibits

Kind = TypeVar("Kind")


def find(kind: type[Kind]) -> Iterator[tuple[str, str, Callable[[], Kind]]]:
    """Page, name and function of each public exhibit declared to return this kind."""
    for module_info in pkgutil.iter_modules(exhibits.__path__):
        if module_info.name.startswith("_"):
            continue
        module = importlib.import_module(f"exhibits.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and inspect.signature(function).return_annotation == kind:
                yield module_info.name, name, function
