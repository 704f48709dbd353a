"""Every public name against its second opinion in `oracles/`, on random arguments; a name without one fails.

To add a measure, write its definition once more as a function of the same name in a module of `oracles/`.
"""

import ast
import copy
import importlib.util
import inspect
import math
from pathlib import Path
from typing import Any

import pytest
from arguments import arguments
from oracles import oracles, relative_error
from test_results import numbers_in

import extrabits as xb

CASES = range(24)
FUNCTIONS = [name for name in xb.__all__ if not inspect.isclass(getattr(xb, name))]
FAMILIES = [name for name in xb.__all__ if inspect.isclass(getattr(xb, name))]
TESTS = Path(__file__).resolve().parents[1]
OURS = [TESTS, TESTS.parent / "site_src", TESTS.parent / "scripts"]


@pytest.mark.parametrize("name", xb.__all__)
def test_every_public_name_has_an_oracle(name: str) -> None:
    assert name in oracles(), f"{name} has no second opinion: define it once more in tests/extrabits/oracles/"


def test_every_oracle_doubles_a_public_name() -> None:
    assert sorted(oracles()) == sorted(xb.__all__)


@pytest.mark.parametrize("path", sorted(TESTS.glob("extrabits/oracles/*.py")), ids=lambda path: path.stem)
def test_an_oracle_knows_nothing_of_what_it_judges(path: Path) -> None:
    assert [module for module in imported(path) if is_ours(module)] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_an_oracle_takes_the_same_arguments(name: str) -> None:
    theirs, ours = (set(inspect.signature(f).parameters) for f in (oracles()[name], getattr(xb, name)))
    assert theirs == ours - {"axis"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_agrees_with_its_oracle(name: str) -> None:
    for seed in CASES:
        positional, named = arguments(name, seed)
        expected = oracles()[name](*copy.deepcopy(positional), **copy.deepcopy(named))
        assert_same(getattr(xb, name)(*positional, **named), expected, relative_error(name))


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_agrees_with_its_oracle(name: str) -> None:
    for seed in CASES:
        parameters, _ = arguments(name, seed)
        law, oracle = getattr(xb, name)(*parameters), oracles()[name](*parameters)
        at = oracle.rvs(size=5, random_state=seed)
        log_density = oracle.logpmf if law.discrete else oracle.logpdf
        assert_same(law.log_density(at), [float(log_density(x)) for x in at], 1e-9)
        assert_same(xb.entropy(law, base=math.e), float(oracle.entropy()), 1e-8)
        assert_same(law.mean, oracle.mean() if callable(oracle.mean) else oracle.mean, 1e-9)
        if hasattr(law, "variance"):
            assert_same(law.variance, oracle.var(), 1e-9)


def assert_same(computed: Any, expected: Any, relative: float) -> None:
    found, wanted = numbers_in(computed), numbers_in(expected)
    if any(isinstance(value, str) for value in found):
        assert found == wanted
    else:
        assert [float(x) for x in found] == pytest.approx([float(x) for x in wanted], rel=relative, abs=relative / 1e3)


def imported(path: Path) -> list[str]:
    """Every module that the file imports from."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = [alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "." for node in tree if isinstance(node, ast.ImportFrom)]


def is_ours(module: str) -> bool:
    """Whether a module is of this repository, and not one of the oracles themselves."""
    found = importlib.util.find_spec(module.partition(".")[0])
    origin = Path(found.origin or "") if found else Path()
    return any(origin.is_relative_to(room) for room in OURS) and not module.startswith("oracles")
