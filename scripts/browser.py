"""The browsers to test with.

A Chromium must be there: the system's without windows, which opens a page in half the time, or else Playwright's own,
or any that is installed. Firefox and WebKit are those of the system, or of its packages where it has them; without one,
the tests that need it are skipped.
"""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import environment

SHELL = "chromium-headless-shell"  # Chromium without windows: both the package and its program
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
# The flags keep it from calling home, which a closed network would answer with noise.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
FLAGS = [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else QUIET

# Packages of Debian and its kin, and the programs that each of them brings.
PACKAGES = {
    SHELL: [SHELL],
    "firefox-esr": ["firefox-esr", "firefox"],
    "webkit2gtk-driver": ["WebKitWebDriver"],
    "xvfb": ["Xvfb"],  # a screen that nobody sees, which WebKit needs
}


def install() -> None:
    """Bring what is missing: what the system has packages of, and a Chromium in any case."""
    missing = [package for package in PACKAGES if program_of(package) is None]
    if missing and shutil.which("apt-get"):
        environment.say(f"installing {', '.join(missing)}")
        _apt_get("update")
        for package in missing:
            if not _apt_get("install", "-y", "--no-install-recommends", package):
                environment.say(f"{package} could not be installed: tests will be skipped, or take longer")
    chromium()


def program_of(package: str) -> Path | None:
    """Where the program of a package is, whoever brought it."""
    return next((Path(path) for name in PACKAGES[package] if (path := shutil.which(name))), None)


@cache
def chromium() -> Path:
    """Where a Chromium is, after installing one if there is none; ask before Playwright runs, then at any time."""
    found = _installed()
    if found is None:
        environment.say("no Chromium found: asking Playwright for one")
        failed = subprocess.call([str(environment.PYTHON), "-m", "playwright", "install", "--with-deps", "chromium"])
        if failed or _installed() is None:
            environment.say("Playwright could not bring one: installing the system's package")
            environment.run(*_root(), "apt-get", "update", "-qq")
            environment.run(*_root(), "apt-get", "install", "-y", "-qq", "chromium")
        found = _installed()
    if found is None:
        raise FileNotFoundError("no Chromium: install one, or set CHROMIUM_PATH to where it is")
    return found


def _root(*options: str) -> list[str]:
    """What stands before a command that only the superuser may run; `-n` asks for no password."""
    return [] if os.geteuid() == 0 else ["sudo", *options]


def _apt_get(*command: str) -> bool:
    """Whether the system's packages could be asked for something, without a word and without waiting for an answer."""
    quick = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]
    words = [*_root("-n"), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *quick, *command]
    return shutil.which(words[0]) is not None and subprocess.run(words, capture_output=True).returncode == 0


def _installed() -> Path | None:
    from playwright.sync_api import sync_playwright

    if named := os.environ.get("CHROMIUM_PATH"):
        return Path(named)
    if shell := program_of(SHELL):
        return shell
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    return next((Path(path) for name in NAMES if (path := shutil.which(name))), None)
