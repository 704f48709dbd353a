"""A Chromium to test with: one that is installed, or else Playwright's own, or else the system's package."""

import os
import shutil
import subprocess
from pathlib import Path

import environment

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
# The flags keep it from calling home, which a closed network would answer with noise.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
FLAGS = [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else QUIET


def chromium() -> Path:
    """Where a Chromium is, after installing one if there is none."""
    found = _installed()
    if found is None:
        environment.say("no Chromium found: asking Playwright for one")
        failed = subprocess.call([str(environment.PYTHON), "-m", "playwright", "install", "--with-deps", "chromium"])
        if failed or _installed() is None:
            environment.say("Playwright could not bring one: installing the system's package")
            root = [] if os.geteuid() == 0 else ["sudo"]
            environment.run(*root, "apt-get", "update", "-qq")
            environment.run(*root, "apt-get", "install", "-y", "-qq", "chromium")
        found = _installed()
    if found is None:
        raise FileNotFoundError("no Chromium: install one, or set CHROMIUM_PATH to where it is")
    return found


def _installed() -> Path | None:
    from playwright.sync_api import sync_playwright

    if named := os.environ.get("CHROMIUM_PATH"):
        return Path(named)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    return next((Path(path) for name in NAMES if (path := shutil.which(name))), None)
