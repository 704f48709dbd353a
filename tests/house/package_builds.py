"""The package as pip builds it, from a copy of what git would commit."""

import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT


def build(copy: Path, made: Path, hooks: tuple[str, ...] = ("build_wheel",)) -> Path:
    """Copy into one folder and build into the other; the wheel."""
    made.mkdir(exist_ok=True)
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for hook in hooks:
        call = f"from setuptools import build_meta; build_meta.{hook}({str(made)!r})"
        subprocess.run([sys.executable, "-c", call], cwd=copy, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    return wheel
