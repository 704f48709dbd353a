"""Tabs of code that pages show, and the interpreters that have the libraries for them."""

import re
import sys
from functools import cache
from pathlib import Path

import pytest

from environment import ROOT
from traps._call_runs import python_with

PYTHONS = [Path(sys.executable), ROOT / ".venv-libraries" / "bin" / "python"]
TAB = re.compile(r"^/// tab \| (?P<library>\w+)\n\n```py\n(?P<program>.*?)^```$", re.DOTALL | re.MULTILINE)


@cache
def python_for(library: str) -> Path:
    python = python_with(library, PYTHONS)
    if python is None:
        pytest.skip(f"not run: {library} is not installed; python3 scripts/libraries.py installs it")
    return python
