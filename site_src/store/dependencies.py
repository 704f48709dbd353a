"""What a result depends on: the code that computes it, the data that code reads, and the versions of what it calls.

A module depends on every module of ours that it imports, by name: `from extrabits import entropy` depends on the module
that defines `entropy`, not on the whole package. A file whose name stands in a module as a string, such as
"tokens.json", is data of that module when it lies beside it or in a folder above.
"""

import ast
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path

SOURCES = Path(__file__).parent.parent
DATA = re.compile(r"[\w-]+\.(?:json|csv|txt|mjs|j2|css)")


def fingerprint(modules: Iterable[str]) -> str:
    """A digest that changes when anything changes that these modules can compute with."""
    return _fingerprint(frozenset(modules))


def imported_by(script: Path) -> set[str]:
    """The modules of ours that a file outside our rooms imports, such as a notebook."""
    nodes = _import_nodes(ast.parse(script.read_text(encoding="utf-8")))
    return {module for node in nodes for module in _named(node, "")}


@cache
def _fingerprint(modules: frozenset[str]) -> str:
    closure = sorted(reached(modules))
    files = sorted({file for module in closure for file in (_source(module), *_data(module))})
    names = {name for module in closure for name in _others(module)}
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(names):
        digest.update(f"{name}={version_of(name)}\n".encode())
    for file in files:
        digest.update(f"{file.relative_to(SOURCES.parent).as_posix()}={_digest(file)}\n".encode())
    return digest.hexdigest()


@cache
def reached(modules: frozenset[str]) -> frozenset[str]:
    """These modules of ours and all that they import, however indirectly."""
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += _ours(module)
    return frozenset(found)


@cache
def home(module: str, name: str) -> str:
    """The module that defines a name, when another module only passes it on."""
    if _exists(f"{module}.{name}"):
        return f"{module}.{name}"
    for node in _tree(module).body:
        if isinstance(node, ast.ImportFrom) and any((alias.asname or alias.name) == name for alias in node.names):
            source = _absolute(module, node)
            original = next(alias.name for alias in node.names if (alias.asname or alias.name) == name)
            if _exists(source):
                return home(source, original)
    return module


@cache
def _ours(module: str) -> tuple[str, ...]:
    return tuple(named for node in _import_nodes(_tree(module)) for named in _named(node, module))


def _named(node: ast.Import | ast.ImportFrom, module: str) -> Iterator[str]:
    """The modules of ours that one import in a module names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if _exists(alias.name))
    elif _exists(_absolute(module, node)):
        yield from (home(_absolute(module, node), alias.name) for alias in node.names)


@cache
def _others(module: str) -> frozenset[str]:
    """The top names of what a module imports and is neither ours nor Python's own."""
    names = []
    for node in _import_nodes(_tree(module)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif node.level == 0:
            names.append(node.module or "")
    tops = {name.partition(".")[0] for name in names}
    return frozenset(top for top in tops if top not in sys.stdlib_module_names and not _exists(top))


def _import_nodes(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    package = module.split(".")
    above = node.level - (1 if _source(module).name == "__init__.py" else 0)
    parts = package[: len(package) - above]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _exists(module: str) -> bool:
    return bool(module) and _file(module) is not None


@cache
def _file(module: str) -> Path | None:
    path = SOURCES.joinpath(*module.split("."))
    return next((file for file in (path / "__init__.py", path.with_suffix(".py")) if file.is_file()), None)


def _source(module: str) -> Path:
    file = _file(module)
    if file is None:
        raise ModuleNotFoundError(f"{module} is no module of {SOURCES.name}/")
    return file


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module).read_text(encoding="utf-8"))


@cache
def _data(module: str) -> tuple[Path, ...]:
    file = _source(module)
    folders = [file.parent, *(parent for parent in file.parents if SOURCES in parent.parents or parent == SOURCES)]
    strings = (node.value for node in ast.walk(_tree(module)) if isinstance(node, ast.Constant))
    names = {text for text in strings if isinstance(text, str) and DATA.fullmatch(text)}
    return tuple({folder / name for name in names for folder in folders if (folder / name).is_file()})


@cache
def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def version_of(name: str) -> str:
    """The version of the installed package that provides a module; empty where none does."""
    # A name that no installed package provides is a library that is optional here: its absence is part of the key.
    return ",".join(f"{package} {version(package)}" for package in sorted(set(_packages().get(name, []))))


@cache
def _packages() -> dict[str, list[str]]:
    return dict(packages_distributions())
