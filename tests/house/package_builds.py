"""The package as pip builds it, from a copy of what git would commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT

# What pip says of an index that it does not reach; what it does not find there it tells otherwise.
UNREACHED = "after connection broken by"
ADDRESSES = {"SITE_URL": "https://example.org/extra-bits/", "REPO_URL": "https://example.org/source/extra-bits"}


def copied(folder: Path) -> Path:
    """The folder with what git would commit in it."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def build(copy: Path, made: Path, hooks: tuple[str, ...] = ("build_wheel",)) -> Path:
    """Copy into one folder and build into the other; the wheel."""
    made.mkdir(exist_ok=True)
    copied(copy)
    for hook in hooks:
        call = f"from setuptools import build_meta; build_meta.{hook}({str(made)!r})"
        environment = os.environ | ADDRESSES
        subprocess.run([sys.executable, "-c", call], cwd=copy, env=environment, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    return wheel
