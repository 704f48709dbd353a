"""The examples in the docstrings of the package are run, and every public name has one."""

import doctest
import importlib
import inspect
import math
import pkgutil
from collections import Counter

import numpy as np
import pytest

import extrabits

MODULES = [m.name for m in pkgutil.walk_packages(extrabits.__path__, "extrabits.")]
PUBLIC = {name: getattr(extrabits, name) for name in extrabits.__all__}


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    names = {**PUBLIC, "Counter": Counter, "math": math, "np": np}
    results = doctest.testmod(importlib.import_module(module), extraglobs=names)
    assert results.failed == 0


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_an_example(name: str) -> None:
    assert ">>>" in (inspect.getdoc(PUBLIC[name]) or "")


def test_everything_public_is_exported() -> None:
    written = {
        name
        for module in map(importlib.import_module, MODULES)
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__.startswith("extrabits")
        and inspect.getdoc(value)
        and ">>>" in (inspect.getdoc(value) or "")
    }
    assert written <= set(PUBLIC)
