"""Verbs read their arguments before they do anything: who asks what one is for gets an answer, and no lock file."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from environment import ROOT

READING = {"asked", "described", "ArgumentParser"}


def deeds(script: Path) -> list[ast.stmt]:
    """What a script does when it is called, once it is in its environment; nothing of a module that is never called."""
    blocks = [node for node in ast.parse(script.read_text(encoding="utf-8")).body if isinstance(node, ast.If)]
    inside = [deed for block in blocks if "__name__" in ast.unparse(block.test) for deed in block.body]
    return [deed for deed in inside if not ast.unparse(deed).startswith("environment.enter(")]


VERBS = [script for script in sorted((ROOT / "scripts").glob("*.py")) if deeds(script)]


@pytest.mark.parametrize("script", VERBS, ids=lambda script: script.stem)
def test_it_reads_its_arguments_first(script: Path) -> None:
    calls = [node for node in ast.walk(deeds(script)[0]) if isinstance(node, ast.Call)]
    names = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    assert names & READING, f"{script.name}: environment.asked(__doc__) comes first"


@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("--upgrad", 2), ("everything", 2)])
def test_what_writes_all_locks_says_what_it_is_for(word: str, code: int) -> None:
    run = subprocess.run([sys.executable, ROOT / "scripts" / "lock.py", word], capture_output=True, text=True)
    assert run.returncode == code
    assert "[--upgrade]" in run.stdout + run.stderr
    assert "writing" not in run.stdout
