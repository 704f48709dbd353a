"""Every lock file holds what is asked for, whole, and no address of any machine."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from environment import LOCK, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OLDEST = ROOT / "tests" / "extrabits" / "oldest.lock"
LIBRARIES = ROOT / "site_src" / "traps" / "libraries.in"
PYTHON_LOCKS = [LOCK, OLDEST, LIBRARIES.with_suffix(".lock")]
NPM_FOLDERS = [ROOT, ROOT / "scripts" / "lighthouse"]
LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;]+)(?P<rest>.*(?:\n    --hash.*)*)", re.MULTILINE)

stale = "python3 scripts/lock.py writes it anew"
each_python_lock = pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.name)
each_npm_folder = pytest.mark.parametrize("folder", NPM_FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())


def locked(lock: Path) -> dict[str, set[str]]:
    """The versions of each package; some have one for each range of Pythons."""
    versions: dict[str, set[str]] = {}
    for found in LOCKED.finditer(lock.read_text(encoding="utf-8")):
        versions.setdefault(found["name"], set()).add(found["version"])
    return versions


def group(name: str) -> list[Requirement]:
    """What a group of pyproject.toml asks for, groups in it included."""
    entries: list[Any] = PROJECT["dependency-groups"][name]
    asked = []
    for entry in entries:
        asked += group(entry["include-group"]) if isinstance(entry, dict) else [Requirement(entry)]
    return asked


def missing(asked: list[Requirement], lock: Path) -> list[str]:
    """What is not locked, or locked at a version that is not asked for."""
    versions = locked(lock)
    return [
        str(one)
        for one in asked
        if not versions.get(one.name.lower())
        or not all(one.specifier.contains(version, True) for version in versions[one.name.lower()])
    ]


def dependencies() -> list[Requirement]:
    return [Requirement(text) for text in PROJECT["project"]["dependencies"]]


def test_requirements_lock_holds_what_pyproject_asks_for() -> None:
    assert missing(dependencies() + group("dev"), LOCK) == [], stale


def test_the_oldest_lock_holds_the_bounds_themselves() -> None:
    versions = locked(OLDEST)
    for one in dependencies():
        (bound,) = one.specifier
        assert bound.operator == ">="
        assert versions[one.name] in ({bound.version}, {f"{bound.version}.0"}), stale
    assert missing(group("laws"), OLDEST) == [], stale


def test_the_libraries_are_locked_with_the_numpy_of_the_site() -> None:
    asked = [Requirement(line) for line in LIBRARIES.read_text().splitlines() if line and not line.startswith("#")]
    assert missing([one for one in asked if one.name != "torch"], LIBRARIES.with_suffix(".lock")) == [], stale
    libraries, site = locked(LIBRARIES.with_suffix(".lock")), locked(LOCK)
    assert [name for name in libraries.keys() & site.keys() if not libraries[name] <= site[name]] == [], stale


@each_python_lock
def test_everything_is_locked_by_hashes(lock: Path) -> None:
    entries = list(LOCKED.finditer(lock.read_text(encoding="utf-8")))
    assert len(entries) > 5
    assert [entry["name"] for entry in entries if "--hash=sha256:" not in entry["rest"]] == []


@each_python_lock
def test_no_address_of_a_registry_or_a_machine(lock: Path) -> None:
    assert re.findall(r"^.*(?:://|(?<!\w)/\w|--index|--find).*$", lock.read_text(encoding="utf-8"), re.MULTILINE) == []


@each_npm_folder
def test_package_lock_holds_what_package_json_asks_for(folder: Path) -> None:
    asked = json.loads((folder / "package.json").read_text())["devDependencies"]
    packages = json.loads((folder / "package-lock.json").read_text())["packages"]
    assert packages[""]["devDependencies"] == asked, stale
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked, "an exact version each"


@each_npm_folder
def test_npm_packages_are_locked_by_hashes_without_addresses(folder: Path) -> None:
    packages = json.loads((folder / "package-lock.json").read_text())["packages"]
    entries = {name: entry for name, entry in packages.items() if name}
    assert len(entries) > 5
    assert [name for name, entry in entries.items() if "resolved" in entry or "integrity" not in entry] == []
