"""Each public function of the studies is tried in a test of this folder, and shown: nothing is listed."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import studies
from environment import ROOT

HERE = Path(__file__).parent
ROOM = Path(studies.__file__).parent


def functions() -> Iterator[str]:
    """Every public function of the studies, those included whose results are kept, as `module.name`."""
    for info in pkgutil.iter_modules(studies.__path__):
        for name, value in vars(importlib.import_module(f"studies.{info.name}")).items():
            own = getattr(value, "__module__", None) == f"studies.{info.name}" and not name.startswith("_")
            if own and inspect.isroutine(inspect.unwrap(value)):
                yield f"{info.name}.{name}"


FUNCTIONS = list(functions())


def used_in(source: str) -> set[str]:
    """The names of studies that this Python takes from them, as `module.name`."""
    tree = list(ast.walk(ast.parse(source)))
    imports = [node for node in tree if isinstance(node, ast.ImportFrom)]
    modules = {a.asname or a.name: a.name for node in imports if node.module == "studies" for a in node.names}
    names = {f"{home(node)}.{a.name}" for node in imports if home(node) for a in node.names}
    attributes = [(node.value, node.attr) for node in tree if isinstance(node, ast.Attribute)]
    return names | {
        f"{modules[of.id]}.{name}" for of, name in attributes if isinstance(of, ast.Name) and of.id in modules
    }


def home(node: ast.ImportFrom) -> str:
    """The study that names are imported from; empty for another module."""
    room, _, module = (node.module or "").partition(".")
    return module if room == "studies" else ""


@cache
def tried() -> set[str]:
    return {name for path in HERE.glob("test_*.py") for name in used_in(path.read_text(encoding="utf-8"))}


@cache
def shown() -> set[str]:
    """What pages claim, what exhibits and other rooms take, and what a study needs for the rest of it."""
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").glob("notebooks/*.py")]
    claimed = {name for page in pages for name in re.findall(r"studies\.(\w+\.\w+)", page.read_text(encoding="utf-8"))}
    rooms = (path.read_text(encoding="utf-8") for path in (ROOT / "site_src").rglob("*.py"))
    beside = {f"{path.stem}.{name}" for path in ROOM.glob("*.py") for name in loaded(path.read_text(encoding="utf-8"))}
    return claimed | beside | {name for source in rooms for name in used_in(source)}


def loaded(source: str) -> set[str]:
    """The plain names that a module uses, its own functions among them."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_study_has_a_second_opinion(function: str) -> None:
    assert function in tried(), f"{function} is tried in no test: write one in {file_for(function)}"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_study_is_shown(function: str) -> None:
    assert function in shown(), f"no page, no exhibit and no other study uses {function}"


def file_for(function: str) -> str:
    return f"tests/studies/test_{function.partition('.')[0]}.py"
