"""The environment is made when it must be, to its end, and goes where its folder goes."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import environment

# A verb that asks where our code comes from; it stands in a checkout without any npm package.
VERB = """
import environment
def nothing():
    environment.NODE_MODULES.mkdir(exist_ok=True)
environment._install_node_modules = nothing
environment.enter()
import extrabits
print("our code:", extrabits.__file__)
"""


def checkout(folder: Path) -> Path:
    """The smallest checkout that has an environment: one package, one verb, nothing to install."""
    for name in ("scripts", "site_src/extrabits"):
        (folder / name).mkdir(parents=True)
    shutil.copy(environment.__file__, folder / "scripts")
    (folder / "scripts" / "verb.py").write_text(VERB)
    for name in ("site_src/extrabits/__init__.py", "requirements.lock", "package.json", "package-lock.json"):
        (folder / name).touch()
    return folder


def said(folder: Path) -> str:
    command: list[str | Path] = [sys.executable, folder / "scripts" / "verb.py"]
    return subprocess.check_output(command, text=True, env={"PATH": "/usr/bin:/bin"})


def test_an_environment_follows_its_folder(tmp_path: Path) -> None:
    old, new = checkout(tmp_path / "old"), tmp_path / "new"
    assert "making .venv" in said(old)
    shutil.copytree(old, new, symlinks=True)
    ours = f"our code: {new / 'site_src' / 'extrabits' / '__init__.py'}"
    assert said(new).splitlines() == [ours], "a copy uses its own code, and makes nothing anew"
    shutil.rmtree(old)
    assert said(new).splitlines() == [ours]
    pip = new / environment.BIN.relative_to(environment.ROOT) / "pip"
    assert str(new) in subprocess.check_output([pip, "--version"], text=True)
    assert not [file for file in pip.parent.iterdir() if file.is_file() and str(old).encode() in file.read_bytes()]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "lock").write_text("one")
    (tmp_path / "made").mkdir()
    return tmp_path / "made"


def makes(made: Path, make: Callable[[], None]) -> None:
    environment.once(made, [made.parent / "lock"], make)


def test_what_is_made_stays_until_its_lock_changes(made: Path) -> None:
    times = []

    def make() -> None:
        times.append(1)

    makes(made, make)
    makes(made, make)
    assert len(times) == 1
    (made.parent / "lock").write_text("two")
    makes(made, make)
    assert len(times) == 2


def test_what_is_half_made_does_not_count_even_when_the_old_lock_comes_back(made: Path) -> None:
    times = []

    def make() -> None:
        times.append(1)
        if (made.parent / "lock").read_text() == "two":
            raise KeyboardInterrupt

    makes(made, make)
    (made.parent / "lock").write_text("two")
    with pytest.raises(KeyboardInterrupt):
        makes(made, make)
    (made.parent / "lock").write_text("one")
    makes(made, make)
    assert len(times) == 3


def test_what_is_made_in_another_way_is_made_anew(made: Path) -> None:
    times = []

    def make() -> None:
        times.append("one way")

    makes(made, make)

    def make_otherwise() -> None:
        times.append("another way")

    makes(made, make_otherwise)
    assert times == ["one way", "another way"]
