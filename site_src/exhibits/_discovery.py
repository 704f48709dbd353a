"""Finding exhibits: the names of modules and functions are the only registry."""

import ast
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def named(kind: str) -> Iterator[tuple[str, str]]:
    """Page and name of each public exhibit declared to return this kind; nothing is imported for that."""
    for file in sorted(HERE.glob("[!_]*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public and isinstance(node.returns, ast.Name) and node.returns.id == kind:
                yield file.stem, node.name
