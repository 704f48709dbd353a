"""The package as pip builds it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from environment import ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built as pip builds them."""
    copy, made = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("made")
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for hook in ("build_wheel", "build_sdist"):
        call = f"from setuptools import build_meta; build_meta.{hook}({str(made)!r})"
        subprocess.run([sys.executable, "-c", call], cwd=copy, check=True, capture_output=True)
    return made


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (file,) = built.glob("*.whl")
    return file
