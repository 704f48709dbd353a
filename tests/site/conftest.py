"""The built site in a real browser. Every test here runs over every page; a new page needs no mention."""

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import visits
from playwright.sync_api import Browser, sync_playwright

import environment
from browser import FLAGS, chromium
from environment import ROOT
from preview import BELOW, serving, site_under_test
from rendering import redirects

SITE = site_under_test()

if TYPE_CHECKING:
    from widgets_on_pages import Opener, Place

Validate = Callable[[Path], list[str]]
Launch = Callable[..., Browser]


@cache
def pages() -> list[str]:
    """The address of every page of the built site, below its root; sheets to print are asked in tests/exports."""
    sheets = set(SITE.glob("generated/questions/*.html"))
    files = sorted(file for file in SITE.rglob("*.html") if file not in sheets and not redirects.sends_on(file))
    return [file.relative_to(SITE).as_posix().removesuffix("index.html") for file in files]


def file_of(address: str) -> Path:
    """Where the page of an address is built."""
    return SITE / address / "index.html" if address.endswith("/") or not address else SITE / address


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "address" in metafunc.fixturenames:
        # Of session scope, so that all tests of a page stand together: they share one visit.
        metafunc.parametrize("address", pages(), ids=lambda address: address or "home", scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test first: at the end, when one worker waits for the other, tests should be short."""
    items.sort(key=lambda item: "build_the_same_site" not in item.name)


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    assert (SITE / "index.html").exists(), "scripts/test.py builds the site first"
    with serving(SITE, BELOW) as address:
        yield address


@pytest.fixture(scope="session")
def launch() -> Iterator[Launch]:
    """Starts a Chromium, with more flags than usual where they are given."""
    executable = chromium()
    with sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Browser:
    return launch()


@pytest.fixture(scope="session")
def validate() -> Iterator[Validate]:
    """What html-validate finds in a file; one process answers for all of them."""
    command = environment.node(ROOT / "tests" / "site" / "html-validate.mjs")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        asked, answered = process.stdin, process.stdout
        assert asked
        assert answered

        def ask(file: Path) -> list[str]:
            print(file, file=asked, flush=True)
            return cast(list[str], json.loads(answered.readline()))

        yield ask
        asked.close()


@pytest.fixture(scope="session")
def seen(browser: Browser, base: str, address: str) -> visits.Seen:
    return visits.look(browser, base, address)


@pytest.fixture
def html(address: str) -> Path:
    return file_of(address)


@pytest.fixture
def visit(browser: Browser, base: str, place: "Place") -> Iterator["Opener"]:
    """Opens a widget's page; whatever a test does there, the console must stay silent."""
    from widgets_on_pages import Visit  # which reads the built site when it is imported

    opened: list[Visit] = []

    def open_widget(
        after: str = "", width: int = 1280, height: int = 800, before: str = "", run: bool = True, **options: object
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            permissions=["clipboard-read", "clipboard-write"],
            **options,  # type: ignore[arg-type]
        )
        page = context.new_page()
        if before:
            page.add_init_script(before)
        opened.append(Visit(page, place))
        page.goto(f"{base}{place.address}{after}")
        if run:
            opened[-1].run()
        return opened[-1]

    yield open_widget
    for seen in opened:
        seen.page.context.close()
    assert [complaint for seen in opened for complaint in seen.complaints] == []
