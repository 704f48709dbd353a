"""The value of an expression in a page: of the package, elementary functions, `studies.<module>`, `exhibits.<page>`."""

import ast
import importlib
import json
import math

from store import dependencies, kept

ROOMS = ("exhibits", "studies")
ELEMENTARY = {name: getattr(math, name) for name in ("log", "log2", "log10", "exp", "sqrt", "pi", "e", "inf", "ceil")}
PACKAGE = "extrabits"


def evaluate(expression: str) -> float | str:
    """The number, or the text such as a version, that an expression computes."""
    modules = _modules(expression)
    key = (expression, dependencies.fingerprint({*modules, __name__}))
    value: float | str = json.loads(kept.text("claims", key, lambda: json.dumps(_computed(expression, modules))))
    return value


def _computed(expression: str, modules: frozenset[str]) -> float | str:
    # Imported when they are needed: what is kept needs none of them.
    package = importlib.import_module(PACKAGE)
    rooms = {room: importlib.import_module(room) for room in ROOMS}
    for module in modules:
        importlib.import_module(module)
    measures = {name: getattr(package, name) for name in package.__all__}
    value = eval(expression, {**ELEMENTARY, **measures, **rooms})
    # What libraries returned is recorded as JSON, where infinity is a word; a version is text.
    return value if isinstance(value, str) and value not in ("inf", "-inf", "nan") else float(value)


def _modules(expression: str) -> frozenset[str]:
    """The modules of ours that an expression names."""
    nodes = list(ast.walk(ast.parse(expression.strip(), mode="eval")))
    names = {node.id for node in nodes if isinstance(node, ast.Name)} - {*ELEMENTARY, *ROOMS}
    measures = {dependencies.home(PACKAGE, name) for name in names}
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    rooms = {f"{a.value.id}.{a.attr}" for a in attributes if isinstance(a.value, ast.Name) and a.value.id in ROOMS}
    return frozenset(measures | rooms)
