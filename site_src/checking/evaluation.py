"""The value of an expression in a page: of the package, elementary functions, `studies.<module>`, `exhibits.<page>`."""

import ast
import importlib
import json
import math
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import CodeType
from typing import Any

from store import dependencies, kept

ROOMS = ("exhibits", "studies")
ELEMENTARY = {name: getattr(math, name) for name in ("log", "log2", "log10", "exp", "sqrt", "pi", "e", "inf", "ceil")}
PACKAGE = "extrabits"


Value = int | float | Fraction
"""Of a parameter: a whole number stays one, so that it can count."""
NONE: Mapping[str, Value] = {}


def evaluate(expression: str, parameters: Mapping[str, Value] = NONE) -> float | str:
    """The number, or the text such as a version, that an expression computes."""
    modules = modules_of(expression)
    named = tuple(f"{name} = {parameters[name]!r}" for name in sorted(names_in(expression) & parameters.keys()))
    key = (expression, *named, dependencies.fingerprint({*modules, __name__}))
    made = kept.text("claims", key, lambda: json.dumps(number(expression, parameters)))
    value: float | str = json.loads(made)
    return value


def number(expression: str, parameters: Mapping[str, Value] = NONE) -> float | str:
    """The same, computed anew."""
    value = computed(expression, parameters)
    # What libraries returned is recorded as JSON, where infinity is a word; a version is text.
    return value if isinstance(value, str) and value not in ("inf", "-inf", "nan") else float(value)


def computed(expression: str, parameters: Mapping[str, Value] = NONE) -> Any:
    """Whatever an expression gives, such as a list of numbers."""
    # Imported when they are needed: what is kept needs none of them.
    package = importlib.import_module(PACKAGE)
    rooms = {room: importlib.import_module(room) for room in ROOMS}
    for module in modules_of(expression):
        importlib.import_module(module)
    measures = {name: getattr(package, name) for name in package.__all__}
    return eval(_compiled(expression), {**ELEMENTARY, **measures, **rooms, **parameters})


@cache
def modules_of(expression: str) -> frozenset[str]:
    """The modules of ours that an expression names."""
    nodes = list(ast.walk(_tree(expression)))
    measures = {dependencies.home(PACKAGE, name) for name in names_in(expression) - {*ELEMENTARY, *ROOMS}}
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    rooms = {f"{a.value.id}.{a.attr}" for a in attributes if isinstance(a.value, ast.Name) and a.value.id in ROOMS}
    return frozenset(measures | rooms)


@cache
def names_in(expression: str) -> frozenset[str]:
    """The names that stand in an expression."""
    return frozenset(node.id for node in ast.walk(_tree(expression)) if isinstance(node, ast.Name))


def _tree(expression: str) -> ast.Expression:
    return ast.parse(expression.strip(), mode="eval")


@cache
def _compiled(expression: str) -> CodeType:
    return compile(_tree(expression), "<expression>", "eval")
