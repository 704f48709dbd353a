"""One look at a page in Chromium, from which every test of test_every_page.py takes what it asks.

Opening a page costs more than looking at it, so it is opened three times: on a phone in the dark with nothing in the
cache, on a desktop in the light, and without JavaScript. Scheme and width change while it is open.
"""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from environment import NODE_MODULES

AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
IN_PAGE = Path(__file__).with_name("in-page.mjs").read_text(encoding="utf-8")
PATIENCE = 20  # seconds
REPORT_POLICY = "addEventListener('securitypolicyviolation', (e) => console.error('policy', e.blockedURI))"


@dataclass
class Seen:
    """What was seen of a page; of lists, an empty one is right."""

    complaints: list[str] = field(default_factory=list)
    inaccessible: list[str] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    width: float = 0
    first_visit: float = 0
    unseen_without_javascript: list[str] = field(default_factory=list)
    headings_without_javascript: int = 0
    useless_without_javascript: int = 0
    menu_without_javascript: int = 0


def look(browser: Browser, base: str, address: str) -> Seen:
    """Visit a page and gather everything."""
    seen = Seen()
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
    page = context.new_page()
    _listen(page, base, seen)
    traffic = _Traffic(context.new_cdp_session(page))
    _on_a_phone(page, base + address, traffic, seen)
    _on_a_desktop(page, base + address, traffic, seen)
    context.close()
    _without_javascript(browser, base + address, seen)
    return seen


class _Traffic:
    """What goes over the wire."""

    def __init__(self, session: CDPSession) -> None:
        self.bytes, self.underway = 0.0, set[str]()
        session.on("Network.requestWillBeSent", lambda event: self.underway.add(event["requestId"]))
        session.on("Network.loadingFinished", self._arrived)
        session.on("Network.loadingFailed", lambda event: self.underway.discard(event["requestId"]))
        session.send("Network.enable")

    def _arrived(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self.underway.discard(event["requestId"])


def _listen(page: Page, base: str, seen: Seen) -> None:
    say = seen.complaints.append
    page.on("console", lambda message: say(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: say(str(error)))
    page.on("requestfailed", lambda request: say(f"failed: {request.url}"))
    page.on("request", lambda request: say(request.url) if not request.url.startswith((base, "data:")) else None)
    page.add_init_script(REPORT_POLICY)


def _on_a_phone(page: Page, url: str, traffic: _Traffic, seen: Seen) -> None:
    _open(page, url, traffic, seen)
    seen.first_visit = traffic.bytes
    _check(page, traffic, seen, "dark, 360 px")
    _switch(page, "light")
    seen.faint += _named("light, 360 px", page.evaluate("inPage.faint()"))
    page.set_viewport_size({"width": 320, "height": 740})
    page.evaluate("inPage.settle()")
    seen.width = page.evaluate("document.documentElement.scrollWidth")
    seen.too_wide = page.evaluate("inPage.tooWide()")


def _on_a_desktop(page: Page, url: str, traffic: _Traffic, seen: Seen) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _open(page, url, traffic, seen)
    _check(page, traffic, seen, "light, 1280 px")
    _switch(page, "dark")
    seen.faint += _named("dark, 1280 px", page.evaluate("inPage.faint()"))


def _open(page: Page, url: str, traffic: _Traffic, seen: Seen) -> None:
    page.goto(url)
    page.evaluate(IN_PAGE)
    _wait(page, traffic, seen, "inPage.missing()")


def _check(page: Page, traffic: _Traffic, seen: Seen, variant: str) -> None:
    page.evaluate("inPage.unfold()")
    page.evaluate("inPage.scrollThrough()")
    _wait(page, traffic, seen, "inPage.missingAfterScrolling()")
    page.evaluate(AXE)
    page.evaluate("inPage.stopTransitions()")
    seen.inaccessible += _named(variant, page.evaluate("inPage.inaccessible()"))
    seen.faint += _named(variant, page.evaluate("inPage.faint()"))


def _wait(page: Page, traffic: _Traffic, seen: Seen, missing_in_page: str) -> None:
    """Wait until nothing is missing, and no request under way."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        page.evaluate("inPage.settle()")
        missing = [*page.evaluate(missing_in_page), *traffic.underway]
        if not missing:
            return
        page.wait_for_timeout(30)
    seen.complaints.append(f"not there after {PATIENCE} seconds: {missing}")


def _switch(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("inPage.settle()")
    page.evaluate("inPage.stopTransitions()")


def _named(variant: str, problems: list[str]) -> list[str]:
    return [f"{variant}: {problem}" for problem in problems]


def _without_javascript(browser: Browser, url: str, seen: Seen) -> None:
    # Without motion the menu is open as soon as it is clicked: no frame can be waited for without scripts.
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=False, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url)
    page.evaluate(IN_PAGE)
    seen.unseen_without_javascript = page.evaluate("inPage.unseen()")
    seen.headings_without_javascript = page.get_by_role("heading", level=1).count()
    seen.useless_without_javascript = page.locator(":is(.md-search, .scheme-switch):visible").count()
    # The theme's menu opens without a script: it is a label of a checkbox.
    page.set_viewport_size({"width": 360, "height": 740})
    menu = page.locator("label[for=__drawer].md-header__button")
    if menu.is_visible():
        menu.click()
    seen.menu_without_javascript = page.evaluate("inPage.entriesInView()")
    context.close()
