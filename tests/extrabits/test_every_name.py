"""A public name is in a property test, or the test run names it; `test_oracles.py` asks for its second opinion.

Properties of families hold for every class of `extrabits.__all__`, so a new family is in them without being named.
"""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import extrabits as xb

HERE = Path(__file__).parent
FUNCTIONS = [name for name in xb.__all__ if not inspect.isclass(getattr(xb, name))]


def properties(source: str) -> Iterator[ast.FunctionDef]:
    """The tests of random cases: those under `@given`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and any("given" in names_in(d) for d in node.decorator_list):
            yield node


def measures_in(test: ast.FunctionDef) -> set[str]:
    """The public names that a test takes from the package."""
    attributes = (node for statement in test.body for node in ast.walk(statement) if isinstance(node, ast.Attribute))
    return {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "xb"}


def names_in(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def in_properties() -> set[str]:
    """Every public name in a property test of this folder."""
    sources = (path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    return {name for source in sources for test in properties(source) for name in measures_in(test)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_is_in_a_property_test(name: str) -> None:
    assert name in in_properties(), f"{name} obeys no law: say one in a test under @given"


def test_only_tests_of_random_cases_count() -> None:
    source = "def test_a(): xb.entropy([1])\n@given(laws())\ndef test_b(p): assert xb.surprisal(p) >= 0"
    assert [measures_in(test) for test in properties(source)] == [{"surprisal"}]
