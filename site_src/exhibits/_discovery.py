"""Finding exhibits: the names of modules and functions are the only registry."""

import ast
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def named(kind: str) -> Iterator[tuple[str, str]]:
    """Page and name of each public exhibit declared to return this kind; nothing is imported for that."""
    for file in sorted(HERE.glob("[!_]*.py")):
        functions = (n for n in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef))
        for function in functions:
            declared = function.returns.id if isinstance(function.returns, ast.Name) else ""
            if declared == kind and not function.name.startswith("_"):
                yield file.stem, function.name
