"""The built site in a real browser. Every test here runs over every page; a new page needs no mention."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser import FLAGS, chromium
from environment import ROOT
from preview import serving

SITE = ROOT / ".cache" / "site"
BELOW = "/extra-bits/"  # a project site on GitHub Pages stands below such a path


def pages() -> list[str]:
    """The address of every page of the built site, below its root."""
    files = sorted(SITE.rglob("*.html"))
    return [file.relative_to(SITE).as_posix().removesuffix("index.html") for file in files]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "address" in metafunc.fixturenames:
        metafunc.parametrize("address", pages(), ids=lambda address: address or "home")


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    assert (SITE / "index.html").exists(), "scripts/test.py builds the site first"
    with serving(SITE, BELOW) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=executable, args=FLAGS)


@pytest.fixture
def html(address: str) -> Path:
    return SITE / address / "index.html" if address.endswith("/") or not address else SITE / address
