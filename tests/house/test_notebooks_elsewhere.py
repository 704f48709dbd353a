"""Every notebook as readers take it: in an empty folder, with what its first cell of code tells them to install."""

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import jupytext
import pytest
from package_builds import UNREACHED, build

import environment
from checking import pages
from rendering.notebooks import downloadable

NOTEBOOKS = [page for page in pages.every() if page.suffix == ".py"]
INSTALL = re.compile(r"^# .*\bpip install \. ?(?P<others>.*)$", re.MULTILINE)
WITH_THE_PACKAGE = {"extrabits", "numpy", "scipy"}
JUPYTER = ("nbclient", "ipykernel")  # readers have it before they take a notebook
LOCKED = re.compile(r"^[\w.-]+==[^\s;\\]+(?: ;[^\\\n]+)?", re.MULTILINE)
RUN = """
import sys, nbclient, nbformat
for name in sys.argv[1:]:
    notebook = nbformat.read(name, as_version=4)
    print("running", name, file=sys.stderr, flush=True)
    nbclient.execute(notebook, timeout=300)
    nbformat.write(notebook, name)
"""


def installed(notebook: Path) -> list[str]:
    """What the first cell of code tells readers to install, besides the package that lies where they are."""
    cells = jupytext.reads(downloadable(notebook), fmt="ipynb").cells
    said = INSTALL.search(next(cell.source for cell in cells if cell.cell_type == "code"))
    assert said, f"{notebook}: the first cell of code says what to install: # In a copy of …: pip install . matplotlib"
    return str(said["others"]).split()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_it_says_all_that_it_imports(notebook: Path) -> None:
    """Below all share one environment; here none lives on what another one installs."""
    nodes = list(ast.walk(ast.parse(notebook.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - WITH_THE_PACKAGE
    packages = {package for top in tops for package in packages_distributions().get(top, [top])}
    assert packages == set(installed(notebook))


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """A new environment that has the package and what all notebooks name, in the versions of the lock file."""
    versions = tmp_path / "versions.txt"
    versions.write_text("\n".join(LOCKED.findall(environment.LOCK.read_text(encoding="utf-8"))))
    wheel = build(tmp_path / "copy", tmp_path / "built")
    made = environment.new_venv(tmp_path / "venv")
    others = {name for notebook in NOTEBOOKS for name in installed(notebook)}
    command = [made, "-m", "pip", "install", "--no-compile", "-c", versions, wheel, *sorted(others), *JUPYTER]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode and UNREACHED in done.stderr:
        pytest.skip("the index that pip installs from cannot be reached")
    assert done.returncode == 0, done.stderr
    return made


def test_each_runs_outside_of_the_repository(tmp_path: Path, python: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    files = [empty / f"{notebook.stem}.ipynb" for notebook in NOTEBOOKS]
    for notebook, file in zip(NOTEBOOKS, files, strict=True):
        file.write_text(downloadable(notebook), encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MPL", "VIRTUAL"))}
    folders = {name: str(tmp_path / name) for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR")}
    command = [str(python), "-c", RUN, *(file.name for file in files)]
    done = subprocess.run(command, cwd=empty, env=clean | folders, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for file in files:
        for cell in (cell for cell in jupytext.read(file).cells if cell.metadata.get("alt")):
            shown = [output for output in cell.outputs if "image/png" in output.get("data", {})]
            assert len(shown) == 1, f"{file.name} shows no picture of {cell.metadata.name}"
