"""Finding traps and ways: the names of modules and functions are the only registry."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import traps


@dataclass(frozen=True)
class Trap:
    """A function that shows what a library does, and the name under which that library is installed."""

    key: str
    library: str
    function: Callable[..., Any]

    @property
    def module(self) -> str:
        """The module of `traps` that it stands in."""
        return self.key.partition(".")[0]

    @property
    def anchor(self) -> str:
        """Where its section stands in the page."""
        return self.key.partition(".")[2].replace("_", "-")

    @property
    def heading(self) -> str:
        """The symptom, in the words that people search for."""
        return (inspect.getdoc(self.function) or "").splitlines()[0].removesuffix(".")

    @property
    def is_way(self) -> bool:
        """Whether it computes D(p‖q) for any p and q, instead of showing one case."""
        return bool(inspect.signature(self.function).parameters)

    @property
    def expression(self) -> str:
        """What a way returns, as it stands in the source."""
        value = self._result.value
        assert value is not None
        return " ".join((ast.get_source_segment(self._source, value) or "").split())

    @property
    def lines(self) -> list[str]:
        """The body between docstring and return."""
        docstring = self._definition.body[0]
        assert docstring.end_lineno is not None
        shown = self._source.splitlines()[docstring.end_lineno : self._result.lineno - 1]
        return textwrap.dedent("\n".join(shown)).strip("\n").splitlines()

    @cached_property
    def _source(self) -> str:
        return textwrap.dedent(inspect.getsource(self.function))

    @property
    def _definition(self) -> ast.FunctionDef:
        definition = ast.parse(self._source).body[0]
        assert isinstance(definition, ast.FunctionDef)
        return definition

    @property
    def _result(self) -> ast.Return:
        last = self._definition.body[-1]
        assert isinstance(last, ast.Return)
        return last


def modules() -> list[str]:
    """The modules that hold traps, each of one library."""
    return [info.name for info in pkgutil.iter_modules(traps.__path__) if not info.name.startswith("_")]


def find() -> Iterator[Trap]:
    """Every trap and way, module by module, in the order of the source."""
    for name in modules():
        module = importlib.import_module(f"traps.{name}")
        own = [f for _, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module.__name__]
        for function in sorted(own, key=lambda f: f.__code__.co_firstlineno):
            if not function.__name__.startswith("_"):
                yield Trap(f"{name}.{function.__name__}", module.LIBRARY, function)
