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
# It takes half of axe's time, and is asked once, for what lies over something else; inPage.faint() asks four times.
BUT_CONTRAST = "{'color-contrast': {enabled: false}}"
PATIENCE = 20  # seconds
REPORT_POLICY = "addEventListener('securitypolicyviolation', (e) => console.error('policy', e.blockedURI))"


@dataclass
class Seen:
    """What was seen of a page; of lists, an empty one is right."""

    complaints: list[str] = field(default_factory=list)
    inaccessible: list[str] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    hiding_columns: list[str] = field(default_factory=list)
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
    session = context.new_cdp_session(page)
    _listen(page, base, seen)
    traffic = _Traffic(session)
    _on_a_phone(page, base + address, traffic, seen)
    _on_a_desktop(page, base + address, traffic, seen)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    _without_javascript(page, base + address, seen)
    context.close()
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
    page.evaluate("inPage.unfold()")
    page.evaluate("inPage.scrollThrough()")
    _wait(page, traffic, seen, "inPage.missingAfterScrolling()")
    _read_in_both(page, seen, "360 px", ["dark", "light"])
    seen.hiding_columns = page.evaluate("inPage.hidingColumns()")
    page.set_viewport_size({"width": 320, "height": 740})
    page.evaluate("inPage.settle()")
    seen.width = page.evaluate("document.documentElement.scrollWidth")
    seen.too_wide = page.evaluate("inPage.tooWide()")
    page.set_viewport_size({"width": 360, "height": 740})
    _switch(page, "dark")
    seen.inaccessible += _named("dark, 360 px", page.evaluate(f"inPage.inaccessible({BUT_CONTRAST})"))


def _on_a_desktop(page: Page, url: str, traffic: _Traffic, seen: Seen) -> None:
    page.goto("about:blank")  # a page that is being left would ask for its wide pictures
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _open(page, url, traffic, seen)
    page.evaluate("inPage.unfold()")
    page.evaluate("inPage.scrollToWidgets()")
    _wait(page, traffic, seen, "inPage.missingWidgets()")
    _read_in_both(page, seen, "1280 px", ["dark", "light"])
    seen.inaccessible += _named("light, 1280 px", page.evaluate("inPage.inaccessible()"))


def _open(page: Page, url: str, traffic: _Traffic, seen: Seen) -> None:
    page.goto(url)
    page.evaluate(IN_PAGE)
    page.evaluate("inPage.stopTransitions()")
    _wait(page, traffic, seen, "inPage.missing()")
    page.evaluate(AXE)


def _read_in_both(page: Page, seen: Seen, width: str, schemes: list[str]) -> None:
    for scheme in schemes:
        _switch(page, scheme)
        seen.faint += _named(f"{scheme}, {width}", page.evaluate("inPage.faint()"))


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


def _named(variant: str, problems: list[str]) -> list[str]:
    return [f"{variant}: {problem}" for problem in problems]


def _without_javascript(page: Page, url: str, seen: Seen) -> None:
    page.goto(url)
    page.evaluate(IN_PAGE)
    page.evaluate("inPage.stopTransitions()")
    seen.unseen_without_javascript = page.evaluate("inPage.unseen()")
    seen.headings_without_javascript = page.get_by_role("heading", level=1).count()
    seen.useless_without_javascript = page.locator(":is(.md-search, .scheme-switch):visible").count()
    # The theme's menu opens without a script: it is a label of a checkbox.
    page.set_viewport_size({"width": 360, "height": 740})
    while page.evaluate("innerWidth") != 360:  # no frame can be waited for without scripts
        page.wait_for_timeout(10)
    before = page.evaluate("inPage.entriesInView()")
    menu = page.locator("label[for=__drawer].md-header__button")
    if menu.is_visible():
        menu.click()
    seen.menu_without_javascript = page.evaluate("inPage.entriesInView()") - before
