"""What every page must pass in Chromium."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as parser
from playwright.sync_api import Browser, Page

from environment import NODE_MODULES

AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    # Not WCAG: the theme's two checkboxes stand before its landmarks, where its style sheet needs them.
    "rules": {"region": {"enabled": False}},
}
BUDGET = 120_000  # bytes over the wire on a first visit to a page without widgets

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, base: str, address: str) -> Visit:
    def open_page(width: int = 1280, scheme: str = "light", javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(base + address, wait_until="networkidle")
        return page

    return open_page


def open_details(page: Page) -> None:
    """Unfold everything, and give the page two frames to find out what scrolls now."""
    page.evaluate("""() => {
        document.querySelectorAll('details').forEach((d) => { d.open = true; });
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }""")


def scroll_through(page: Page) -> None:
    """Bring everything into view once, so that what is lazy loads."""
    page.evaluate("""async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 600) {
            scrollTo(0, y);
            await new Promise((done) => setTimeout(done, 30));
        }
        scrollTo(0, 0);
    }""")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_asks_nobody_else_and_complains_of_nothing(browser: Browser, base: str, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: complaints.append(request.url) if not request.url.startswith((base, "data:")) else None,
    )
    page.add_init_script("addEventListener('securitypolicyviolation', (e) => console.error('policy', e.blockedURI))")
    page.goto(base + address, wait_until="networkidle")
    scroll_through(page)
    assert complaints == []
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible(visit: Visit, scheme: str, width: int) -> None:
    page = visit(width, scheme)
    open_details(page)
    scroll_through(page)
    page.evaluate(AXE)
    result = page.evaluate("(options) => axe.run(document, options)", AXE_OPTIONS)
    problems = [
        f"{violation['id']}: {node['html'][:120]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    assert problems == []
    page.context.close()


def test_never_scrolls_sideways(visit: Visit) -> None:
    page = visit(320)
    open_details(page)
    scroll_through(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    wide = page.evaluate("""() => [...document.querySelectorAll('.md-content *')]
        .filter((e) => e.getBoundingClientRect().right > 321 && !e.closest('.formula, pre, table, .katex-mathml'))
        .map((e) => e.outerHTML.slice(0, 90)).slice(0, 3)""")
    assert width <= 320, wide
    page.context.close()


def test_is_whole_without_javascript(visit: Visit) -> None:
    page = visit(javascript=False)
    open_parts = "article :is({}):not(details:not([open]) *)"
    for part in ("img", ".katex", "table", "p"):
        everything = page.locator(open_parts.format(part))
        assert everything.count() == page.locator(open_parts.format(part) + ":visible").count(), part
    assert page.get_by_role("heading", level=1).count() == 1
    assert not page.locator(".md-search, .scheme-switch").first.is_visible()
    # The theme's menu opens without a script: it is a label of a checkbox.
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("label[for=__drawer].md-header__button").click()
    page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left >= 0")
    assert page.locator(".md-sidebar--primary a:visible").count() >= 5
    page.context.close()


def test_keeps_to_its_budget(browser: Browser, base: str, address: str, html: Path) -> None:
    if re.search(r"<xb-\w+", html.read_text(encoding="utf-8")):
        pytest.skip("the budget is for pages without widgets")
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(base + address, wait_until="networkidle")
    assert sum(sizes) <= BUDGET
    page.context.close()


def test_names_itself(html: Path) -> None:
    text = html.read_text(encoding="utf-8")
    assert re.search(r"<title>.{5,}</title>", text)
    description = re.search(r'<meta name="description" content="([^"]*)"', text)
    assert description is not None
    assert 50 <= len(description[1]) <= 160


def test_shows_no_markup_as_text(html: Path) -> None:
    """An unclosed comment, a marker that nothing read or a formula that nothing set would be seen by readers."""
    article = parser.parse(str(html), parser.HTMLParser(encoding="utf-8")).xpath("//article")[0]
    prose = "".join(article.xpath(".//text()[not(ancestor::code or ancestor::*[contains(@class, 'katex')])]"))
    assert re.findall(r"<!--|-->|\$|\\[a-z(]|\]\(|\{[#:.]| markdown=|\*\*", prose) == []
