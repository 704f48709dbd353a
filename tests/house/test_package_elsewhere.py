"""The package as others take it: built and installed by pip in an empty environment, run outside of the repository."""

import os
import subprocess
from pathlib import Path

import pytest
from package_builds import UNREACHED, copied

import environment

# What tests/extrabits/test_docstrings.py does, without pytest and without the repository.
EXAMPLES = """
import collections, doctest, importlib, math, pkgutil
import numpy as np, extrabits
names = {name: getattr(extrabits, name) for name in extrabits.__all__}
names |= {"Counter": collections.Counter, "math": math, "np": np}
tried = failed = 0
for module in pkgutil.walk_packages(extrabits.__path__, "extrabits."):
    results = doctest.testmod(importlib.import_module(module.name), extraglobs=names)
    tried, failed = tried + results.attempted, failed + results.failed
print(extrabits.__file__, tried, failed)
"""


def pip(python: Path, *words: str | Path) -> None:
    command = [str(word) for word in (python, "-m", "pip", "--disable-pip-version-check", *words)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=clean, cwd=python.parent)
    if done.returncode and UNREACHED in done.stderr:
        pytest.skip("the index that pip installs from cannot be reached")
    assert done.returncode == 0, done.stderr


def test_pip_builds_and_installs_it_and_its_examples_run(tmp_path: Path) -> None:
    copy, made = copied(tmp_path / "copy"), tmp_path / "made"
    python = environment.new_venv(tmp_path / "venv")
    pip(python, "wheel", "--no-deps", "-w", made, copy)
    (wheel,) = made.iterdir()
    pip(python, "install", "--no-compile", wheel)
    words = [str(python), "-I", "-c", EXAMPLES]
    place, tried, failed = subprocess.check_output(words, text=True, cwd=made).split()
    assert Path(place).is_relative_to(tmp_path / "venv")
    assert int(tried) > 100
    assert failed == "0"
