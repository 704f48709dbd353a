"""Write every lock file from what is asked for; `--upgrade` also chooses the newest versions that it allows.

| asked for in | locked in |
| --- | --- |
| pyproject.toml | requirements.lock; tests/extrabits/oldest.lock has the oldest versions that the package supports |
| package.json | package-lock.json |
| scripts/lighthouse/package.json | scripts/lighthouse/package-lock.json |
| site_src/traps/libraries.in | site_src/traps/libraries.lock |

Hashes stand in them, and no addresses: where a package comes from is for the machine to say. Run the tests afterwards.
"""

import json
import os
import tempfile
from pathlib import Path

import environment

environment.enter(node_modules=False)  # a package that is new is not in the lock that they would be made from

ROOT = environment.ROOT
PROJECT = Path("pyproject.toml")
LIBRARIES = Path("site_src/traps/libraries.in")


def everything(newest: bool) -> None:
    """All lock files, in the order in which one builds on another."""
    upgrade = ["--upgrade"] if newest else []
    _python(environment.LOCK.relative_to(ROOT), PROJECT, "--group", "dev", "--universal", *upgrade)
    _oldest(Path("tests/extrabits/oldest.lock"), *upgrade)
    _libraries(LIBRARIES.with_suffix(".lock"), *upgrade)
    _npm(ROOT, newest)
    _npm(ROOT / "scripts" / "lighthouse", newest)


def _oldest(lock: Path, *upgrade: str) -> None:
    """The oldest versions that the package supports, with today's test tools."""
    with tempfile.TemporaryDirectory() as folder:
        bounds = Path(folder, "bounds.txt")
        _compile(bounds, PROJECT, "--universal", "--resolution", "lowest-direct")
        _python(lock, PROJECT, "--group", "laws", "--universal", "-c", bounds, "--no-annotate", *upgrade)


def _libraries(lock: Path, *upgrade: str) -> None:
    """The libraries with the site's own numpy, but without torch, whose builds for CPUs no hash names."""
    # PyTorch asks for gigabytes of GPU libraries on Linux alone: choose as for a Mac.
    os.environ["MACOSX_DEPLOYMENT_TARGET"] = "14.0"
    mac = ["--python-platform", "macos", "--no-emit-package", "torch"]
    _python(lock, LIBRARIES, "-c", environment.LOCK.relative_to(ROOT), *mac, *upgrade)


def _python(lock: Path, wanted: Path, *options: str | Path) -> None:
    environment.say(f"writing {lock}")
    _compile(lock, wanted, "--generate-hashes", *options)


def _compile(lock: Path, wanted: Path, *options: str | Path) -> None:
    always = ["--python-version", "3.11", "--no-header", "--quiet"]
    environment.run(environment.BIN / "uv", "pip", "compile", wanted, *always, *options, "-o", lock)


def _npm(folder: Path, newest: bool) -> None:
    environment.say(f"writing {(folder / 'package-lock.json').relative_to(ROOT)}")
    names = json.loads((folder / "package.json").read_text())["devDependencies"]
    latest = ["--save-dev", "--save-exact", *(f"{name}@latest" for name in names)] if newest else []
    always = ["--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit", "--no-fund"]
    environment.run(*environment.npm("install", *always, "--loglevel=error", *latest), cwd=folder)


if __name__ == "__main__":
    everything(environment.asked(__doc__, upgrade="choose the newest versions that are allowed").upgrade)
