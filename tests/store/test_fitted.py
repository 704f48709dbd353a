"""A model is trained once for its arguments, its code and what that depends on, in however many processes."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from environment import ROOT

MODULE = """
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

from store.fitted import fitted


class Line(NamedTuple):
    points: np.ndarray
    slope: float
    epochs: int


@fitted(seconds=0.1)
def line(seed: int, epochs: int = 3) -> Line:
    time.sleep(0.2)
    with Path("log").open("a") as log:
        log.write(f"{seed} {epochs}\\n")
    return Line(np.random.default_rng(seed).normal(size=(2, 3)), 0.5, epochs)
"""
Train = Callable[[str], str]


@pytest.fixture
def train(tmp_path: Path) -> Train:
    """Runs lines of Python beside a fit, in a process of their own."""
    sources = tmp_path / "site_src"
    shutil.copytree(ROOT / "site_src" / "store", sources / "store")
    (sources / "studies").mkdir()
    (sources / "studies" / "__init__.py").touch()
    (sources / "studies" / "model.py").write_text(MODULE, encoding="utf-8")

    def run(code: str) -> str:
        script = f"import sys; sys.path.insert(0, {str(sources)!r})\nfrom studies import model\n{code}"
        done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return run


def trained(folder: Path) -> list[str]:
    log = folder / "log"
    return log.read_text().splitlines() if log.exists() else []


def test_trains_once_and_says_so(train: Train, tmp_path: Path) -> None:
    code = "print(model.line(7))"
    first, again = train(code), train(code)
    assert "· training studies.model.line(seed=7, epochs=3), about 0.1 s" in first
    assert "training" not in again
    assert again in first
    assert "slope=0.5, epochs=3" in again
    assert trained(tmp_path) == ["7 3"]


def test_a_default_that_is_named_is_the_same_fit(train: Train, tmp_path: Path) -> None:
    train("model.line(7); model.line(seed=7, epochs=3); model.line(7, 3); model.line(7, 4)")
    assert trained(tmp_path) == ["7 3", "7 4"]


def test_processes_that_ask_at_once_train_once(train: Train, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as at_once:
        said = list(at_once.map(train, ["print(model.line(7).points.sum())"] * 4))
    assert trained(tmp_path) == ["7 3"]
    assert len({text.splitlines()[0] for text in said}) == 1


def test_changed_code_trains_again(train: Train, tmp_path: Path) -> None:
    train("model.line(7)")
    module = tmp_path / "site_src" / "studies" / "model.py"
    module.write_text(module.read_text().replace("0.5", "0.75"))
    assert "0.75" in train("print(model.line(7).slope)")
    assert trained(tmp_path) == ["7 3", "7 3"]


def test_nobody_can_change_what_others_are_given(train: Train) -> None:
    said = train("try: model.line(7).points[0] = 0\nexcept ValueError as error: print(error)")
    assert "read-only" in said


def test_a_fit_says_what_it_returns(train: Train) -> None:
    said = train(
        "from store.fitted import fitted\n"
        "def nothing(seed: int) -> float: ...\n"
        "try: fitted(1)(nothing)\n"
        "except TypeError as error: print(error)"
    )
    assert "returns <class 'float'>: a fit returns a NamedTuple" in said
